"""Photographs in the portal: small ones to look at, and new ones from the floor."""

from collections.abc import Sequence

from django.db import transaction
from wagtail.models import Collection

from factory_portal.production import actions
from factory_portal.production.models import Photograph
from media.library import actions as library
from media.library.models import Picture
from media.library.queries import pictures
from media.library.rules import Sources
from sites.tenancy.scope import current_factory
from storefront.cms.models import StoreRoot

WIDTHS = (320, 640)


def thumbs(shown: Sequence[Picture]) -> list[Sources]:
    """The small renditions of these pictures, in their order; two queries."""
    described = pictures((one.pk for one in shown), widths=WIDTHS, sizes="6rem")
    return [described[one.pk] for one in shown]


@transaction.atomic
def photograph(number: str, *, picture, caption: str, buyer_visible: bool, by) -> Photograph:
    """File a photograph in the library and attach it to a production order."""
    filed = library.add_picture(
        content=picture.read(),
        filename=picture.name,
        title=f"{number} {caption}",
        alt=caption,
        collection=store_collection(),
    )
    taken = actions.photograph(number, filed, caption=caption, by=by)
    if not buyer_visible:
        # The fact is delivered after this transaction, so the buyer never sees it.
        taken.buyer_visible = False
        taken.save(update_fields=["buyer_visible"])
    return taken


def store_collection() -> Collection:
    """Where the factory's own files are kept."""
    root = StoreRoot.objects.filter(factory=current_factory()).select_related("collection").first()
    return root.collection if root else Collection.get_first_root_node()

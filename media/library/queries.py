"""Pictures as a page needs them, in two queries however many there are."""

from collections.abc import Iterable, Sequence

from django.conf import settings
from django.core import signing

from media.library import rules
from media.library.models import Picture

_SALT = "media.library.rendition"


def pictures(
    ids: Iterable[int], *, widths: Sequence[int] = rules.WIDTHS, sizes: str = "100vw"
) -> dict[int, rules.Sources]:
    """The scope's pictures with these ids; two queries. Build the contract's Picture from each."""
    wanted = {pk for pk in ids if pk}
    if not wanted:
        return {}
    found = Picture.objects.filter(pk__in=wanted).prefetch_related("renditions")
    return {picture.pk: picture_for(picture, widths=widths, sizes=sizes) for picture in found}


def picture_for(
    picture: Picture, *, widths: Sequence[int] = rules.WIDTHS, sizes: str = "100vw"
) -> rules.Sources:
    """Describe one picture; asks nothing when its ``renditions`` are prefetched.

    A rendition that does not exist yet gets an address that makes it when it is first asked for,
    so that no page waits for an encoder.
    """
    made = {
        rendition.filter_spec: rendition.url
        for rendition in picture.renditions.all()
        if rendition.focal_point_key == ""
    }
    return rules.sources(
        original(picture),
        address=lambda spec: made.get(spec) or pending_address(picture.pk, spec),
        widths=widths,
        sizes=sizes,
    )


def original(picture: Picture) -> rules.Original:
    """What the rules need to know of a stored picture."""
    return rules.Original(
        pk=picture.pk,
        width=picture.width,
        height=picture.height,
        alt=picture.default_alt_text,
        is_drawing=picture.is_svg(),
    )


def pending_address(picture_id: int, spec: str) -> str:
    """The address that makes a rendition. Signed, so that nobody can ask for others."""
    return f"{settings.MEDIA_URL}make/{signing.dumps([picture_id, spec], salt=_SALT)}"


def pending(token: str) -> tuple[int, str]:
    """The picture and the rendition behind such an address; raises ``BadSignature``."""
    picture_id, spec = signing.loads(token, salt=_SALT)
    return picture_id, spec

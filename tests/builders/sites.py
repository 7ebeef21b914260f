"""Sites to test with: a factory's page tree, brand and the pictures in its library."""

from io import BytesIO

from PIL import Image

from media.library.actions import add_picture
from sites.tenancy.scope import factory_scope
from storefront.cms import queries
from storefront.cms.actions import build_site
from storefront.cms.copy import PagesCopy
from tests.builders.factories import host_name


def make_site(factory):
    """The factory's site with our starter pages in its languages."""
    copies = [PagesCopy(language=code) for code in factory.languages]
    return build_site(factory=factory, host=host_name(factory), copies=copies)


def jpeg(colour: str = "navy", *, size: tuple[int, int] = (800, 600)) -> bytes:
    """A photograph's bytes."""
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG")
    return out.getvalue()


def make_picture(factory, colour: str = "navy", title: str = ""):
    """A picture in the factory's library; its site must be built."""
    with factory_scope(factory):
        return add_picture(
            content=jpeg(colour),
            filename=f"{colour}.jpg",
            title=title or f"{factory.slug} {colour}",
            alt=f"A {colour} plate",
            collection=queries.store_root(factory).collection,
        )

"""Writes to the catalogue's tree."""

from django.db import transaction
from django.utils.text import slugify

from sites.tenancy.scope import current_factory_id
from storefront.catalogue.models import Category, ProductClass


@transaction.atomic
def open_catalogue() -> Category:
    """The factory's one category root, made on the first call. Safe to run twice.

    Its place in the tree is the factory's number, so that two factories never meet on a path and
    none has to look at another's rows to find a free one.
    """
    path = Category._get_path("", 1, current_factory_id())
    root, _ = Category.objects.get_or_create(
        path=path, defaults={"depth": 1, "numchild": 0, "name": "Catalogue", "slug": "catalogue"}
    )
    return root


@transaction.atomic
def add_category(
    *, parent: Category | None = None, name: str, slug: str = "", **fields
) -> Category:
    """Hang a category under its parent, or under the root; siblings queue behind its lock."""
    under = parent or open_catalogue()
    locked = Category.objects.select_for_update().get(pk=under.pk)
    return locked.add_child(name=name, slug=slug or free_slug(name), **fields)


def free_slug(name: str) -> str:
    """A slug for a category that the factory does not use yet."""
    wanted = slugify(name, allow_unicode=True) or "category"
    taken = set(Category.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    tries = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(slug for slug in tries if slug not in taken)


def goods() -> ProductClass:
    """The factory's one product class, so that an attribute means the same everywhere."""
    return ProductClass.objects.get_or_create(slug="goods", defaults={"name": "Goods"})[0]

"""Finding products by part number and by words."""

import re

from django.conf import settings
from django.db.models import Q, Value
from django.db.models.functions import Replace, Upper
from modeltranslation.utils import build_localized_fieldname
from wagtail.search.backends import get_search_backend

from storefront.catalogue.models import Product
from storefront.catalogue.queries import orderable

MOST_FOUND = 500


def exact(asked: str) -> str | None:
    """The slug of the SKU with exactly this part number or GTIN, whatever its case."""
    wanted = asked.strip()
    if not wanted or len(wanted) > 64:
        return None
    found = orderable().filter(Q(upc__iexact=wanted) | Q(gtin=wanted)).order_by("pk")
    slug = found.values_list("slug", flat=True).first()
    if slug or not (plain := _plain(wanted)):
        return slug
    # Buyers write a part number with and without its dashes; only one such SKU is meant.
    same = list(_by_plain_number().filter(plain=plain).values_list("slug", flat=True)[:2])
    return same[0] if len(same) == 1 else None


def find(asked: str) -> list[int]:
    """The ids of SKUs for a query, best first: by the start of the part number, then by words."""
    wanted = asked.strip()[:120]
    if not wanted:
        return []
    found: list[int] = []
    if plain := _plain(wanted):
        by_number = _by_plain_number().filter(plain__startswith=plain).order_by("upc")
        found = list(by_number.values_list("pk", flat=True)[:MOST_FOUND])
    found += _by_words(wanted)
    return list(dict.fromkeys(found))[:MOST_FOUND]


def _plain(text: str) -> str:
    """A part number without its dashes, dots and spaces, in capitals."""
    return re.sub(r"[-\s./]", "", text).upper()


def _by_plain_number():
    number = Upper("upc")
    for sign in "-./ ":
        number = Replace(number, Value(sign), Value(""))
    return orderable().annotate(plain=number)


def _by_words(wanted: str) -> list[int]:
    indexed = Product.objects.filter(is_public=True).exclude(structure=Product.PARENT)
    results = get_search_backend().search(wanted, indexed, operator="and")
    found = [one.pk for one in results[:MOST_FOUND]]
    # Scripts without spaces are one word to an index of words: look inside the titles instead.
    return found or list(
        orderable()
        .filter(_inside("title", wanted) | _inside("parent__title", wanted))
        .order_by("upc")
        .values_list("pk", flat=True)[:MOST_FOUND]
    )


def _inside(field: str, wanted: str) -> Q:
    path, _dot, name = field.rpartition("__")
    prefix = f"{path}__" if path else ""
    found = Q()
    for code, _name in settings.LANGUAGES:
        found |= Q(**{f"{prefix}{build_localized_fieldname(name, code)}__icontains": wanted})
    return found

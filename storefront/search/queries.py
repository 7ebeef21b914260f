"""Finding products by part number and by words."""

import re

from django.conf import settings
from django.db.models import Q, Value
from django.db.models.functions import Replace, Upper
from modeltranslation.utils import build_localized_fieldname
from wagtail.search.backends import get_search_backend

from storefront.catalogue.memory import remembered
from storefront.catalogue.models import Product
from storefront.catalogue.queries import orderable

MOST_FOUND = 500


def exact(asked: str) -> str | None:
    """The slug of the SKU with exactly this part number or GTIN, whatever its case."""
    wanted = asked.strip()
    if not wanted or len(wanted) > 64:
        return None
    return remembered(f"exact {wanted}", lambda: _exact(wanted))


def _exact(wanted: str) -> str | None:
    same = Q(upc__iexact=wanted) | Q(gtin=wanted)
    if plain := _plain(wanted):
        same |= Q(plain=plain)
    rows = list(_by_plain_number().filter(same).order_by("pk").values_list("slug", "upc", "gtin"))
    for slug, number, gtin in rows:
        if (number or "").casefold() == wanted.casefold() or gtin == wanted:
            return slug
    # Buyers write a part number with and without its dashes; only one such SKU is meant.
    return rows[0][0] if len(rows) == 1 else None


def find(asked: str) -> list[int]:
    """The ids of SKUs for a query, best first: by the start of the part number, then by words."""
    wanted = asked.strip()[:120]
    return remembered(f"found {wanted}", lambda: _find(wanted)) if wanted else []


def _find(wanted: str) -> list[int]:
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

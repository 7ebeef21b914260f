"""Facets: how many SKUs of a list have which value, counted by the database."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, QuerySet

from storefront.catalogue.models import Product, ProductAttributeValue
from storefront.catalogue.translated import text

MOST_VALUES = 12
MOST_FACETS = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Value:
    """A value with its count; ``key`` is the factory's own wording, the same in all languages."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Facet:
    """An attribute with the values that the list's SKUs have."""

    code: str
    name: str
    unit: str
    values: tuple[Value, ...]


def narrowed(products: QuerySet[Product], chosen: Mapping[str, Sequence[str]]) -> QuerySet[Product]:
    """The SKUs that have one of the chosen values of every attribute chosen."""
    for code, keys in chosen.items():
        having = (
            ProductAttributeValue.objects.filter(product=OuterRef("pk"), attribute__code=code)
            .annotate(key=text("value_text", source_only=True))
            .filter(key__in=list(keys))
        )
        products = products.filter(Exists(having))
    return products


def facets(products: QuerySet[Product], chosen: Mapping[str, Sequence[str]]) -> list[Facet]:
    """The facets of a list. Each counts as if its own choice were open: one query, and one more
    for every attribute chosen."""
    counted = _count(narrowed(products, chosen))
    for code in chosen:
        others = {other: keys for other, keys in chosen.items() if other != code}
        counted |= _count(narrowed(products, others), only=code)
    found = [_facet(code, rows, chosen.get(code, ())) for code, rows in counted.items()]
    return [one for one in found if len(one.values) > 1 or one.code in chosen]


def foremost(found: Sequence[Facet], chosen: Mapping[str, Sequence[str]]) -> list[Facet]:
    """The facets that say most about a list, in their order: those chosen, then those that most
    of its SKUs have. More would be a wall that nobody reads."""
    kept = sorted(
        found, key=lambda one: (one.code not in chosen, -sum(value.count for value in one.values))
    )[: max(MOST_FACETS, len(chosen))]
    return [one for one in found if one in kept]


def _count(products: QuerySet[Product], *, only: str = "") -> dict[str, list[dict]]:
    rows = ProductAttributeValue.objects.filter(
        product_id__in=products.order_by().values("pk"), attribute__is_facet=True
    )
    if only:
        rows = rows.filter(attribute__code=only)
    grouped: dict[str, list[dict]] = defaultdict(list)
    for row in (
        rows.order_by("attribute__sort", "attribute__code")
        .annotate(
            key=text("value_text", source_only=True),
            label=text("value_text"),
            name=text("name", path="attribute__"),
        )
        .values("attribute__sort", "attribute__code", "attribute__unit", "name", "key", "label")
        .annotate(count=Count("product_id"))
    ):
        grouped[row["attribute__code"]].append(row)
    return grouped


def _facet(code: str, rows: Sequence[dict], chosen: Sequence[str]) -> Facet:
    values = [Value(key=row["key"], label=row["label"], count=row["count"]) for row in rows]
    # The usual ones are shown, and the chosen ones always; then in their natural order.
    usual = sorted(values, key=lambda one: (one.key not in chosen, -one.count))[:MOST_VALUES]
    return Facet(
        code=code,
        name=rows[0]["name"],
        unit=rows[0]["attribute__unit"],
        values=tuple(sorted(usual, key=lambda one: natural(one.key))),
    )


def natural(text: str) -> list[tuple[int, Decimal, str]]:
    """A key that puts numbers inside texts by size: DN 15, DN 20, DN 100."""
    parts = re.split(r"(\d+(?:[.,]\d+)?)", text)
    return [
        (0, Decimal(part.replace(",", ".")), "") if place % 2 else (1, Decimal(0), part)
        for place, part in enumerate(parts)
        if part
    ]

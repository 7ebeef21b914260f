"""Reads of a basket."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factory_portal.freight import rules as freight
from factory_portal.production.rules import Promise
from storefront.basket.models import Basket, Line
from storefront.basket.quoting import Answer, Ask, Buying, answers
from storefront.catalogue import queries as catalogue


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of a basket with what the catalogue says of its SKU and what it costs."""

    line_id: int
    quantity: int
    sku: catalogue.Sku
    answer: Answer


def find(*, key: str = "", owner=None) -> Basket | None:
    """The open basket with this key, or the owner's latest."""
    open_ones = Basket.open.order_by("-pk")
    if key and (found := open_ones.filter(key=key).first()):
        return found
    return open_ones.filter(owner=owner).first() if owner else None


def count(basket: Basket | None) -> int:
    """How many lines it has."""
    return Line.objects.filter(basket=basket).count() if basket else 0


def rows(
    basket: Basket | None,
    *,
    buying: Buying,
    kept: Mapping[tuple[int, int], Promise] | None = None,
) -> list[Row]:
    """The basket's lines, priced and promised together; ``kept`` is what a hold already keeps."""
    if basket is None:
        return []
    lines = list(Line.objects.filter(basket=basket).order_by("pk").only("product_id", "quantity"))
    known = catalogue.skus([line.product_id for line in lines])
    lines = [line for line in lines if line.product_id in known]
    asks = [
        Ask(
            product_id=line.product_id,
            item_id=known[line.product_id].item_id,
            quantity=line.quantity,
        )
        for line in lines
    ]
    return [
        Row(line_id=line.pk, quantity=line.quantity, sku=known[line.product_id], answer=answer)
        for line, answer in zip(lines, answers(asks, buying=buying, kept=kept), strict=True)
    ]


def consignment(found: Sequence[Row]) -> freight.Consignment:
    """The rows packed for export; raises ``PackingUnknown`` if one says nothing of its cartons."""
    boxes = catalogue.packed([row.sku.id for row in found])
    return freight.consign((row.quantity, for_freight(boxes.get(row.sku.id))) for row in found)


def for_freight(packed: catalogue.Packed | None) -> freight.Packing | None:
    """A SKU's cartons as freight is reckoned; None when it says nothing of them."""
    if packed is None or None in (packed.carton.length_cm, packed.carton.width_cm):
        return None
    return freight.Packing(
        carton_quantity=packed.carton.units,
        carton_length_cm=packed.carton.length_cm,
        carton_width_cm=packed.carton.width_cm,
        carton_height_cm=packed.carton.height_cm,
        carton_gross_kg=packed.carton.gross_kg,
        carton_net_kg=packed.carton.net_kg,
        cartons_per_pallet=packed.cartons_per_pallet,
        pallet_tare_kg=packed.pallet_tare_kg,
    )

"""Writes to a basket."""

from collections.abc import Mapping

from django.db import transaction

from storefront.basket.models import Basket, Line
from storefront.basket.quoting import on_sale
from storefront.catalogue.queries import by_part_numbers, skus
from storefront.pricing.rules import check_quantity

MOST_LINES = 300


class UnknownSku(LookupError):
    """No SKU of the store has this part number."""


class NotForSale(Exception):
    """The SKU has no price: it is sold on request."""


class BasketFull(Exception):
    """A basket takes no more lines than one order can sensibly have."""


@transaction.atomic
def add(basket: Basket | None, *, sku: str, quantity: int, owner=None) -> Basket:
    """Put a quantity of a SKU into the basket, opening one if there is none.

    What is already there is added to. Raises ``UnknownSku``, ``NotForSale``, ``BasketFull`` or
    pricing's ``QuantityRefused``.
    """
    product_id = by_part_numbers([sku]).get(sku.strip().upper())
    if product_id is None:
        raise UnknownSku(sku)
    one = skus([product_id])[product_id]
    check_quantity(quantity, minimum=one.moq, multiple=one.multiple)
    return _put(basket, {product_id: quantity}, owner=owner)


@transaction.atomic
def add_many(basket: Basket | None, *, quantities: Mapping[int, int], owner=None) -> Basket:
    """Put checked quantities by product id into the basket, opening one if there is none."""
    return _put(basket, quantities, owner=owner)


def _put(basket: Basket | None, quantities: Mapping[int, int], *, owner) -> Basket:
    sold = on_sale(quantities)
    if missing := quantities.keys() - sold.keys():
        raise NotForSale(sorted(missing)[0])
    basket = basket or Basket.objects.create(owner=owner)
    there = {line.product_id: line for line in Line.objects.filter(basket=basket)}
    if len(there.keys() | quantities.keys()) > MOST_LINES:
        raise BasketFull
    changed, fresh = [], []
    for product_id, quantity in quantities.items():
        if line := there.get(product_id):
            line.quantity += quantity
            changed.append(line)
        else:
            record = sold[product_id]
            fresh.append(
                Line(
                    basket=basket,
                    line_reference=f"{product_id}",
                    product_id=product_id,
                    stockrecord_id=record.stock_record_id,
                    quantity=quantity,
                    price_currency=record.tariff.currency,
                    price_excl_tax=record.price,
                )
            )
    Line.objects.bulk_update(changed, ["quantity"])
    Line.objects.bulk_create(fresh)
    return basket


@transaction.atomic
def change(basket: Basket, *, quantities: Mapping[int, int]) -> None:
    """Set the quantities of lines by their id; 0 removes the line."""
    lines = [line for line in Line.objects.filter(basket=basket) if line.pk in quantities]
    for line in lines:
        line.quantity = quantities[line.pk]
    gone = [line.pk for line in lines if line.quantity == 0]
    Line.objects.filter(pk__in=gone).delete()
    Line.objects.bulk_update([line for line in lines if line.quantity], ["quantity"])


@transaction.atomic
def remove(basket: Basket, *, line_id: int) -> Line | None:
    """Take a line out and give it back, so that it can be put in again."""
    line = Line.objects.filter(basket=basket, pk=line_id).select_related("product").first()
    if line:
        Line.objects.filter(pk=line.pk).delete()
    return line


@transaction.atomic
def hand_over(basket: Basket | None, *, owner) -> Basket | None:
    """Give a guest's basket to the buyer who signed in, with what the buyer had before."""
    own = Basket.open.filter(owner=owner).order_by("-pk").first()
    if basket is None or basket == own:
        return own
    if own is None or basket.owner_id not in (None, owner.pk):
        if basket.owner_id is None:
            Basket.objects.filter(pk=basket.pk).update(owner=owner)
            return basket
        return own
    guests = Line.objects.filter(basket=basket).values_list("product_id", "quantity")
    there = set(Line.objects.filter(basket=own).values_list("product_id", flat=True))
    _put(own, {pk: quantity for pk, quantity in guests if pk not in there}, owner=owner)
    Basket.objects.filter(pk=basket.pk).update(status=Basket.MERGED)
    return own

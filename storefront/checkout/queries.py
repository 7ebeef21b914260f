"""Reads of a checkout under way."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from factory_portal.freight import queries as freight
from factory_portal.freight.rules import Destination, FreightOffer, PackingUnknown
from factory_portal.production.rules import Part, Promise, Source
from storefront.basket import queries as basket_queries
from storefront.basket.models import Basket
from storefront.checkout import rules
from storefront.checkout.models import Checkout


def current(basket: Basket | None) -> Checkout | None:
    """The basket's checkout that has not become an order yet."""
    if basket is None:
        return None
    return (
        Checkout.objects.filter(basket=basket, order_number="")
        .select_related("company")
        .order_by("-pk")
        .first()
    )


def kept(checkout: Checkout | None, *, now: datetime) -> dict[tuple[int, int], Promise]:
    """What a standing hold keeps for its buyer, by product and quantity."""
    if checkout is None or checkout.hold_expires_at is None or checkout.hold_expires_at <= now:
        return {}
    return {
        (line["product_id"], line["quantity"]): Promise(
            quantity=Decimal(line["quantity"]),
            ready_on=date.fromisoformat(line["ready_on"]),
            parts=tuple(
                Part(
                    quantity=Decimal(part["quantity"]),
                    ready_on=date.fromisoformat(part["ready_on"]),
                    source=Source(part["source"]),
                )
                for part in line["parts"]
            ),
        )
        for line in checkout.lines
    }


def by_key(key: str) -> Checkout | None:
    """A checkout by its key, whether it became an order or not."""
    try:
        wanted = UUID(key)
    except ValueError:
        return None
    return Checkout.objects.select_related("company").filter(key=wanted).first()


def freight_offers(
    rows: Sequence[basket_queries.Row], *, country: str, postcode: str, currency: str, on: date
) -> dict[str, FreightOffer]:
    """The ways of sending the rows to a place, by code, cheapest first; two queries.

    Offers in another currency than the order's are left out: nothing here converts money.
    """
    if not country:
        return {}
    try:
        load = basket_queries.consignment(rows)
    except PackingUnknown:
        return {}
    found = freight.offers(load, destination=Destination(country=country, postcode=postcode), on=on)
    return {rules.offer_code(one): one for one in found if one.currency == currency}

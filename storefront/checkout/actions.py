"""Writes of a checkout: answers, the hold, and the order at its end."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from factory_portal.production import actions as production
from factory_portal.production.actions import HoldExpired, Wanted
from sites.tenancy.scope import current_factory
from storefront.basket import queries as basket_queries
from storefront.basket.models import Basket
from storefront.basket.quoting import Buying, parts_of
from storefront.checkout import rules
from storefront.checkout.models import Checkout
from storefront.order import actions as orders
from storefront.order import queries as order_queries
from storefront.order.models import Order
from storefront.payment import rules as payment_rules
from storefront.payment.methods import terms_for


class NothingToOrder(Exception):
    """The basket is empty, or one of its lines cannot be ordered as it stands."""


class Moved(Exception):
    """The hold had ended and what is left is later or dearer than what the buyer saw."""

    def __init__(self, *, ready_on: date, before: date | None):
        self.ready_on, self.before = ready_on, before
        super().__init__(f"{before} → {ready_on}")


@transaction.atomic
def answer(checkout: Checkout, **answers) -> Checkout:
    """Write down what the buyer said at a step."""
    for name, value in answers.items():
        setattr(checkout, name, value)
    checkout.save()
    return checkout


def hold(checkout: Checkout, rows: Sequence[basket_queries.Row], *, now: datetime) -> Checkout:
    """Keep stock and capacity for the rows, and note what was promised at which price.

    Raises ``NothingToOrder``, or production's ``CannotPromise`` when another buyer was faster.
    """
    if not rows or any(row.answer.price is None or not row.sku.item_id for row in rows):
        raise NothingToOrder
    held = production.hold(
        [
            Wanted(reference=row.sku.sku, item_id=row.sku.item_id, quantity=Decimal(row.quantity))
            for row in rows
        ],
        key=str(checkout.key),
        expires_at=now + timedelta(minutes=settings.HOLD_MINUTES),
        now=now,
    )
    return answer(
        checkout,
        lines=[_line(row, promised) for row, promised in zip(rows, held.lines, strict=True)],
        promised_on=held.ready_on,
        hold_key=held.key,
        hold_expires_at=held.expires_at,
    )


def let_go(basket: Basket, *, now: datetime) -> None:
    """The basket changed: give back what its checkout held for the lines as they were."""
    standing = Checkout.objects.filter(
        basket=basket, order_number="", hold_expires_at__gt=now
    ).first()
    if standing:
        production.release_hold(standing.hold_key)
        answer(standing, hold_expires_at=None)


def holds(checkout: Checkout, rows: Sequence[basket_queries.Row], *, now: datetime) -> bool:
    """Whether the hold still stands and is for exactly these rows."""
    if checkout.hold_expires_at is None or checkout.hold_expires_at <= now:
        return False
    held = [(line["product_id"], line["quantity"]) for line in checkout.lines]
    return held == [(row.sku.id, row.quantity) for row in rows]


def place(checkout: Checkout, *, buying: Buying, user=None, now: datetime | None = None) -> Order:
    """Place the order of a checkout. The same checkout always gives the same order.

    An ended hold is taken again: with the same or an earlier date and no higher price the order is
    placed, else ``Moved`` says what changed and the new hold stands for the buyer to decide.
    """
    now = now or timezone.now()
    if checkout.order_number:
        return order_queries.order_of(checkout.hold_key)
    try:
        return _place(checkout, buying=buying, user=user, now=now)
    except HoldExpired:
        _hold_again(checkout, buying=buying, now=now)
    return _place(checkout, buying=buying, user=user, now=now)


def _hold_again(checkout: Checkout, *, buying: Buying, now: datetime) -> None:
    before, total_before = checkout.promised_on, goods_of(checkout)
    rows = basket_queries.rows(checkout.basket, buying=buying)
    hold(checkout, rows, now=now)
    later = before is not None and checkout.promised_on > before
    if later or goods_of(checkout) > total_before:
        reprice(checkout)
        raise Moved(ready_on=checkout.promised_on, before=before)


def goods_of(checkout: Checkout) -> Decimal:
    """What the held lines come to."""
    return sum((Decimal(line["total"]) for line in checkout.lines), Decimal(0))


def reprice(checkout: Checkout) -> Checkout:
    """Reckon freight and insurance anew for the goods as they are held."""
    reckoned = charges_of(checkout, freight=checkout.freight_cost)
    return answer(checkout, freight_cost=reckoned.freight, insurance_cost=reckoned.insurance)


def charges_of(checkout: Checkout, *, freight: Decimal) -> rules.Charges:
    """Freight, insurance and total under the checkout's term."""
    factory = current_factory()
    return rules.charges(
        checkout.incoterm or "EXW",
        goods=goods_of(checkout),
        freight=freight,
        currency=currency_of(checkout),
        insured=checkout.insured,
        insurance_rate=Decimal(
            str(factory.profile.get("insurance_rate", rules.USUAL_INSURANCE_RATE))
        ),
    )


def currency_of(checkout: Checkout) -> str:
    """The currency of the held lines."""
    return checkout.lines[0]["currency"] if checkout.lines else current_factory().currency


@transaction.atomic
def _place(checkout: Checkout, *, buying: Buying, user, now: datetime) -> Order:
    order = orders.place(agreement(checkout, user=user), today=buying.on, now=now)
    Basket.objects.filter(pk=checkout.basket_id).update(status=Basket.SUBMITTED, date_submitted=now)
    Checkout.objects.filter(pk=checkout.pk).update(order_number=order.number)
    return order


def agreement(checkout: Checkout, *, user=None) -> orders.Agreement:
    """The checkout's answers as the order takes them."""
    if not checkout.lines or checkout.promised_on is None:
        raise NothingToOrder
    return orders.Agreement(
        hold_key=checkout.hold_key,
        basket_id=checkout.basket_id,
        currency=currency_of(checkout),
        lines=[_bought(line) for line in checkout.lines],
        promised_on=checkout.promised_on,
        buyer={
            "user": user or checkout.user,
            "guest_email": checkout.email,
            "company": checkout.company,
            "company_name": checkout.company_name,
            "contact_name": checkout.contact_name,
            "phone": checkout.phone,
            "country": checkout.country,
            "tax_number": checkout.tax_number,
            "language": checkout.language,
        },
        ship_to={
            "company_name": checkout.company_name,
            "first_name": checkout.ship_name or checkout.contact_name,
            "line1": checkout.ship_line1,
            "line2": checkout.ship_line2,
            "line4": checkout.ship_city,
            "state": checkout.ship_state,
            "postcode": checkout.ship_postcode,
            "country_id": checkout.ship_country,
            "notes": checkout.ship_notes,
        },
        terms={
            "incoterm": checkout.incoterm,
            "named_place": checkout.named_place,
            "purchase_order_number": checkout.purchase_order_number,
            "freight_mode": checkout.freight_mode,
            "freight_service": checkout.freight_service,
            "transit_days_min": checkout.transit_days_min,
            "transit_days_max": checkout.transit_days_max,
        },
        freight_cost=checkout.freight_cost,
        insurance_cost=checkout.insurance_cost,
        payment_method=checkout.payment_method,
        payment_terms=terms_of(checkout),
    )


def terms_of(checkout: Checkout) -> str:
    """The terms of payment: the company's where we can read them, else the store's."""
    own = checkout.company.payment_terms if checkout.company else ""
    try:
        payment_rules.parse_terms(own)
    except payment_rules.UnreadableTerms:
        return terms_for(current_factory())
    return own


def _line(row: basket_queries.Row, promised) -> dict:
    price, sku = row.answer.price, row.sku
    return {
        "product_id": sku.id,
        "stock_record_id": row.answer.stock_record_id,
        "item_id": sku.item_id,
        "sku": sku.sku,
        "title": sku.title,
        "unit": sku.unit,
        "quantity": row.quantity,
        "unit_price": str(price.amount),
        "total": str(price.line_total),
        "currency": price.currency,
        "ready_on": promised.promise.ready_on.isoformat(),
        "parts": parts_of(promised.promise),
        "explanation": {name: str(value) for name, value in price.explanation.items()},
    }


def _bought(line: Mapping) -> orders.Bought:
    known = {name: line[name] for name in line if name in orders.Bought.__dataclass_fields__}
    return orders.Bought(
        **known
        | {
            "unit_price": Decimal(line["unit_price"]),
            "total": Decimal(line["total"]),
            "ready_on": date.fromisoformat(line["ready_on"]),
        }
    )

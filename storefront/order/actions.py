"""Placing an order, and what is done to one afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from factory_portal.production import actions as production
from sites.events.actions import record
from sites.values.money import round_money
from storefront.communication.actions import send
from storefront.order import queries, rules
from storefront.order.models import Line, Milestone, Order, OrderSequence, ShippingAddress
from storefront.payment import actions as payment
from storefront.payment import rules as payment_rules


@dataclass(frozen=True, kw_only=True)
class Bought:
    """A line as it was agreed: price, date and where it comes from."""

    product_id: int
    stock_record_id: int | None
    item_id: int
    sku: str
    title: str
    unit: str
    quantity: int
    unit_price: Decimal
    total: Decimal
    ready_on: date
    parts: list[dict]
    explanation: dict
    hs_code: str = ""
    country_of_origin: str = ""


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """Everything a buyer agreed to at the end of a checkout."""

    hold_key: str
    basket_id: int | None
    currency: str
    lines: Sequence[Bought]
    promised_on: date
    buyer: dict = field(default_factory=dict)
    ship_to: dict = field(default_factory=dict)
    terms: dict = field(default_factory=dict)
    freight_cost: Decimal = Decimal(0)
    insurance_cost: Decimal = Decimal(0)
    payment_method: str = ""
    payment_terms: str = ""


@transaction.atomic
def place(agreed: Agreement, *, today: date, now: datetime | None = None) -> Order:
    """Turn what was agreed into an order, its hold into reservations. Safe to run twice.

    The factory's order number is locked first, so that two submits of one checkout meet here and
    the second finds the first's order. Raises production's ``HoldExpired``.
    """
    now = now or timezone.now()
    # The row is made by the first order; a submit that comes at the same moment waits for it.
    sequence, _created = OrderSequence.objects.select_for_update().get_or_create()
    if standing := Order.objects.filter(hold_key=agreed.hold_key).first():
        return standing
    sequence.last += 1
    sequence.save(update_fields=["last"])
    number = rules.number_of(sequence.last, year=today.year)
    production.confirm(agreed.hold_key, reference=number, now=now)
    order = _write_order(agreed, number=number, now=now)
    _write_lines(order, agreed)
    instalments = payment.schedule(
        order, terms=agreed.payment_terms, method=agreed.payment_method, on=today
    )
    _write_milestones(order, agreed, instalments=instalments, today=today, now=now)
    record("order.placed", order_number=number)
    return order


def thank_buyer(*, order_number: str, **_facts) -> None:
    """Mail the buyer the confirmation, in the language the order was placed in.

    The mail leaves after the commit, so that a reaction that fails beside it sends none twice.
    """
    found = queries.for_mail(order_number)
    transaction.on_commit(
        lambda: send(
            to=found.email,
            template="order_confirmation",
            language=found.language,
            context=found.context,
            user=found.user,
        )
    )


def _write_order(agreed: Agreement, *, number: str, now: datetime) -> Order:
    goods = sum((line.total for line in agreed.lines), Decimal(0))
    total = round_money(goods + agreed.freight_cost + agreed.insurance_cost, agreed.currency)
    address = ShippingAddress(**agreed.ship_to)
    address.search_text = " ".join(
        filter(None, (address.company_name, address.line1, address.line4, address.postcode))
    )
    # One statement, without the look-ups that Oscar's save() makes for its search text.
    ShippingAddress.objects.bulk_create([address])
    return Order.objects.create(
        number=number,
        hold_key=agreed.hold_key,
        basket_id=agreed.basket_id,
        currency=agreed.currency,
        total_incl_tax=total,
        total_excl_tax=total,
        shipping_incl_tax=agreed.freight_cost,
        shipping_excl_tax=agreed.freight_cost,
        shipping_method=agreed.terms.get("freight_service", ""),
        shipping_code=agreed.terms.get("freight_mode", ""),
        insurance_cost=agreed.insurance_cost,
        shipping_address=address,
        status="placed",
        date_placed=now,
        promised_on=agreed.promised_on,
        payment_method=agreed.payment_method,
        payment_terms=agreed.payment_terms,
        **agreed.buyer,
        **agreed.terms,
    )


def _write_lines(order: Order, agreed: Agreement) -> None:
    Line.objects.bulk_create(
        Line(
            order=order,
            product_id=bought.product_id,
            stockrecord_id=bought.stock_record_id,
            item_id=bought.item_id,
            sku=bought.sku,
            upc=bought.sku,
            partner_sku=bought.sku,
            title=bought.title[:255],
            unit=bought.unit,
            hs_code=bought.hs_code,
            country_of_origin=bought.country_of_origin,
            quantity=bought.quantity,
            unit_price_excl_tax=bought.unit_price,
            unit_price_incl_tax=bought.unit_price,
            line_price_excl_tax=bought.total,
            line_price_incl_tax=bought.total,
            line_price_before_discounts_excl_tax=bought.total,
            line_price_before_discounts_incl_tax=bought.total,
            status="placed",
            promised_on=bought.ready_on,
            promise=bought.parts,
            price_explanation=bought.explanation,
        )
        for bought in agreed.lines
    )


def _write_milestones(
    order: Order, agreed: Agreement, *, instalments, today: date, now: datetime
) -> None:
    deposit = next(
        (one.due_on for one in instalments if one.due_event == payment_rules.Due.CONFIRMED.value),
        None,
    )
    steps = rules.plan(
        placed_on=today,
        ready_on=agreed.promised_on,
        made=any(rules.is_made(line.parts) for line in agreed.lines),
        deposit_due_on=deposit,
        transit_days=agreed.terms.get("transit_days_max"),
    )
    Milestone.objects.bulk_create(
        Milestone(
            order=order,
            kind=step.kind,
            sort=place,
            planned_on=step.planned_on,
            happened_at=now if step.kind == "confirmed" else None,
            progress=100 if step.kind == "confirmed" else 0,
        )
        for place, step in enumerate(steps, start=1)
    )

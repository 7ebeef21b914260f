"""What happens to an order after it was placed. Every action locks the order first.

Production, money and the warehouse report here; the buyer's page reads the milestones that are
written here, and nothing else.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from factory_portal.orders import queries, rules
from factory_portal.orders.models import OrderLog
from factory_portal.production import actions as production
from factory_portal.production.models import Photograph
from sites.events.actions import record
from sites.tenancy.models import Membership
from storefront.communication import letters
from storefront.formats import factory_zone, today
from storefront.order.models import Milestone, MilestonePhotograph, Order
from storefront.order.rules import plan
from storefront.payment.actions import fall_due
from storefront.payment.models import Instalment

Deed = OrderLog.Deed
Kind = Milestone.Kind
SORT = {kind: place for place, kind in enumerate(Kind.values, start=1)}


# ── From the store to the floor ──────────────────────────────────────────────────────────────


@transaction.atomic
def release(order_number: str, **_facts) -> None:
    """Turn a placed order into work for the floor. Safe to run twice."""
    order = queries.lock_order(order_number)
    if order.status == rules.CANCELLED:
        return
    jobs = production.open_orders(order.hold_key) if order.hold_key else []
    _plan_milestones(order)
    if OrderLog.objects.filter(order=order, deed=Deed.RELEASED).exists():
        return
    OrderLog.objects.create(
        order=order, deed=Deed.RELEASED, text=", ".join(job.number for job in jobs)
    )
    _reach(order, Kind.CONFIRMED, at=order.date_placed)
    _see_if_ready(order)


def _plan_milestones(order: Order) -> None:
    """An order that another system took gets the steps that the store gives its own."""
    if order.milestones.exists():
        return
    deposit = Instalment.objects.filter(order=order, kind=Instalment.Kind.DEPOSIT).first()
    placed_on = order.date_placed.astimezone(factory_zone()).date()
    steps = plan(
        placed_on=placed_on,
        ready_on=order.promised_on or placed_on,
        made=any(line.to_make for line in queries.supply(order)),
        deposit_due_on=(deposit.due_on or placed_on) if deposit else None,
        transit_days=order.transit_days_max,
    )
    Milestone.objects.bulk_create(
        Milestone(order=order, kind=step.kind, sort=place, planned_on=step.planned_on)
        for place, step in enumerate(steps, start=1)
    )


@transaction.atomic
def tell_sales(order_number: str, **_facts) -> None:
    """Mail the owner and the sales people that an order came in. Safe to run twice."""
    order = queries.lock_order(order_number)
    if OrderLog.objects.filter(order=order, deed=Deed.CONFIRMED).exists():
        return
    OrderLog.objects.create(order=order, deed=Deed.CONFIRMED, text=order.email or "")
    members = Membership.objects.filter(role__in=[Membership.Role.OWNER, Membership.Role.SALES])
    for member in members.select_related("user"):
        letters.send(
            "factory_orders/mails/notice",
            to=member.user.email,
            language=member.user.language,
            path=f"/portal/orders/{order.number}/",
            order=order,
        )


# ── What the floor reports: of a production order, to every order that gets something of it ──


@transaction.atomic
def note_start(number: str, **_facts) -> None:
    """Work began on something that orders wait for."""
    for order in queries.lock_waiting_for(number):
        _advance(order, rules.IN_PRODUCTION)
        if not OrderLog.objects.filter(order=order, deed=Deed.STARTED, text=number).exists():
            OrderLog.objects.create(order=order, deed=Deed.STARTED, text=number)


@transaction.atomic
def note_progress(number: str, **_facts) -> None:
    """Pieces were counted: buyers see how much is made."""
    for order in queries.lock_waiting_for(number):
        milestone = _milestone(order, Kind.PRODUCTION)
        milestone.progress = rules.progress(queries.supply(order))
        milestone.save(update_fields=["progress"])


@transaction.atomic
def note_photograph(number: str, photograph: int, **_facts) -> None:
    """A photograph was taken: buyers see it if the floor says so. Safe to run twice."""
    shot = Photograph.objects.filter(pk=photograph, buyer_visible=True).first()
    if shot is None:
        return
    for order in queries.lock_waiting_for(number):
        MilestonePhotograph.objects.get_or_create(
            milestone=_milestone(order, Kind.PRODUCTION),
            picture_id=shot.picture_id,
            defaults={"taken_at": shot.taken_at},
        )


@transaction.atomic
def note_finish(number: str, **_facts) -> None:
    """A production order is done; orders of which nothing is left to make are ready."""
    for order in queries.lock_waiting_for(number):
        if not OrderLog.objects.filter(order=order, deed=Deed.FINISHED, text=number).exists():
            OrderLog.objects.create(order=order, deed=Deed.FINISHED, text=number)
        milestone = _milestone(order, Kind.PRODUCTION)
        milestone.progress = rules.progress(queries.supply(order))
        milestone.save(update_fields=["progress"])
        _see_if_ready(order)


def _see_if_ready(order: Order) -> None:
    lines = queries.supply(order)
    if not lines or not rules.is_ready(lines):
        return
    if order.milestones.filter(kind=Kind.PRODUCTION).exists():
        _reach(order, Kind.PRODUCTION)
    # Only inspected pieces are counted as good, so what lies ready has passed.
    _reach(order, Kind.INSPECTED)
    _advance(order, rules.READY)


# ── What the warehouse and the books report ──────────────────────────────────────────────────


@transaction.atomic
def note_packed(order_number: str) -> None:
    """Everything that was ordered is packed; a balance before shipment falls due."""
    _reach(queries.lock_order(order_number), Kind.PACKED)


@transaction.atomic
def note_dispatch(
    order_number: str,
    *,
    carrier: str,
    tracking_number: str,
    tracking_url: str,
    is_complete: bool,
    by=None,
) -> None:
    """Goods left with a carrier; the order is shipped when nothing of it is left."""
    order = queries.lock_order(order_number)
    milestone = _milestone(order, Kind.SHIPPED)
    if milestone.tracking_number not in ("", tracking_number):
        # Goods that left earlier, from another warehouse, are still on their way.
        earlier = f"{milestone.carrier} {milestone.tracking_number}".strip()
        milestone.note = "; ".join(filter(None, [milestone.note, earlier]))
    milestone.carrier = carrier
    milestone.tracking_number = tracking_number
    milestone.tracking_url = tracking_url
    milestone.save(update_fields=["carrier", "tracking_number", "tracking_url", "note"])
    OrderLog.objects.create(
        order=order,
        deed=Deed.SHIPPED,
        text=f"{carrier} {tracking_number}".strip(),
        by=by,
    )
    if is_complete:
        _reach(order, Kind.SHIPPED)
        _advance(order, rules.SENT)


@transaction.atomic
def note_delivery(order_number: str, *, by=None) -> None:
    """Everything arrived."""
    order = queries.lock_order(order_number)
    _reach(order, Kind.DELIVERED)
    _advance(order, rules.ARRIVED)
    OrderLog.objects.create(order=order, deed=Deed.DELIVERED, by=by)


@transaction.atomic
def note_payment(
    order_number: str, instalment_id: int, amount: str, currency: str, settled: bool, **_facts
) -> None:
    """Money was seen; a settled deposit is a milestone."""
    order = queries.lock_order(order_number)
    instalment = Instalment.objects.get(pk=instalment_id)
    OrderLog.objects.create(
        order=order,
        deed=Deed.PAID,
        text=f"{instalment.get_kind_display()}: {amount} {currency}",
    )
    if settled and instalment.kind == Instalment.Kind.DEPOSIT:
        _reach(order, Kind.DEPOSIT)


# ── What members do ──────────────────────────────────────────────────────────────────────────


@transaction.atomic
def note(order_number: str, *, text: str, by) -> OrderLog:
    """Keep a remark that buyers never see."""
    order = queries.lock_order(order_number)
    return OrderLog.objects.create(order=order, deed=Deed.NOTED, text=text, by=by)


@transaction.atomic
def cancel(order_number: str, *, reason: str, by) -> None:
    """Give up an order: lots and days are free again, open instalments fall away, the buyer knows.

    ``TooLateToCancel`` once goods have left. Work that has begun goes on, for stock.
    """
    order = queries.lock_order(order_number)
    if order.status == rules.CANCELLED:
        return
    gone = OrderLog.objects.filter(order=order, deed=Deed.SHIPPED).exists()
    if order.status not in rules.OPEN or gone:
        raise rules.TooLateToCancel(order.number)
    if order.hold_key:
        production.release_hold(order.hold_key)
    Instalment.objects.filter(
        order=order, status__in=[Instalment.Status.OPEN, Instalment.Status.DUE]
    ).update(status=Instalment.Status.CANCELLED)
    order.set_status(rules.CANCELLED)
    OrderLog.objects.create(order=order, deed=Deed.CANCELLED, text=reason, by=by)
    _write_to_buyer(order, "cancelled")
    record("order.cancelled", order_number=order.number)


# ── Steps; the order is locked ───────────────────────────────────────────────────────────────


def _milestone(order: Order, kind: str) -> Milestone:
    milestone, _created = Milestone.objects.get_or_create(
        order=order, kind=kind, defaults={"sort": SORT[kind], "planned_on": order.promised_on}
    )
    return milestone


def _reach(order: Order, kind: str, *, at: datetime | None = None) -> None:
    """Mark a milestone as happened, once, and let money fall due that waited for it."""
    milestone = _milestone(order, kind)
    if milestone.happened_at is not None:
        return
    milestone.happened_at = at or timezone.now()
    milestone.progress = 100
    milestone.save(update_fields=["happened_at", "progress"])
    fall_due(order_id=order.pk, milestone=kind, on=today())


def _advance(order: Order, status: str) -> None:
    if status in order.available_statuses():
        order.set_status(status)


def _write_to_buyer(order: Order, letter: str, **values) -> None:
    if not order.email:
        return
    language = order.language or order.factory.source_language
    letters.send(
        f"factory_orders/mails/{letter}",
        to=order.email,
        language=language,
        path=buyer_path(order),
        order=order,
        **values,
    )


def buyer_path(order: Order) -> str:
    """Where the buyer follows the order without a login."""
    language = order.language or order.factory.source_language
    return f"/{language}/orders/{order.number}/?key={order.access_key}"

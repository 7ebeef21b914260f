"""What happens to an order after it was placed. Every action locks the order first.

Production, money and the warehouse report here; the buyer's page reads the milestones that are
written here, and nothing else.
"""

from django.db import transaction
from django.utils import timezone

from factory_portal.orders import queries, rules
from factory_portal.orders.models import OrderLog
from factory_portal.production import actions as production
from factory_portal.production.models import Photograph
from sites.events.actions import record
from sites.tenancy.models import Membership
from storefront.communication import letters
from storefront.formats import today
from storefront.order.models import Milestone, MilestonePhotograph, Order
from storefront.payment.actions import fall_due
from storefront.payment.models import Instalment

Deed = OrderLog.Deed
SORT = {kind: at for at, kind in enumerate(Milestone.Kind.values)}


# ── From the store to the floor ──────────────────────────────────────────────────────────────


@transaction.atomic
def release(order_number: str, **_facts) -> None:
    """Turn a placed order into work for the floor, and plan its milestones. Safe to run twice."""
    order = queries.lock_order(order_number)
    if order.status == rules.CANCELLED:
        return
    jobs = production.open_orders(order.hold_key) if order.hold_key else []
    _plan_milestones(order)
    if OrderLog.objects.filter(order=order, deed=Deed.RELEASED).exists():
        return
    _reach(order, Milestone.Kind.CONFIRMED)
    if not jobs and not queries.jobs(order_number):
        _advance(order, rules.READY)
    numbers = ", ".join(job.number for job in jobs)
    OrderLog.objects.create(order=order, deed=Deed.RELEASED, text=numbers)


def _plan_milestones(order: Order) -> None:
    deposit = Instalment.objects.filter(order=order, kind=Instalment.Kind.DEPOSIT).first()
    placed_on = order.date_placed.date()
    terms = rules.Terms(
        placed_on=placed_on,
        promised_on=order.promised_on or placed_on,
        makes=bool(queries.jobs(order.number)),
        deposit_due_on=(deposit.due_on or placed_on) if deposit else None,
        transit_days=order.transit_days_max,
    )
    for step in rules.plan(terms):
        Milestone.objects.get_or_create(
            order=order,
            kind=step.kind,
            defaults={"planned_on": step.planned_on, "sort": SORT[step.kind]},
        )


@transaction.atomic
def confirm(order_number: str, **_facts) -> None:
    """Thank the buyer by mail and tell the sales people. Safe to run twice."""
    order = queries.lock_order(order_number)
    if OrderLog.objects.filter(order=order, deed=Deed.CONFIRMED).exists():
        return
    OrderLog.objects.create(order=order, deed=Deed.CONFIRMED, text=order.email)
    _write_to_buyer(order, "confirmation", lines=list(order.lines.all()))
    members = Membership.objects.filter(role__in=[Membership.Role.OWNER, Membership.Role.SALES])
    for member in members.select_related("user"):
        letters.send(
            "factory_orders/mails/notice",
            to=member.user.email,
            language=member.user.language,
            path=f"/portal/orders/{order.number}/",
            order=order,
        )


# ── What the floor reports ───────────────────────────────────────────────────────────────────


@transaction.atomic
def note_start(demand_reference: str, **_facts) -> None:
    """Production for an order began."""
    order = _order_of(demand_reference)
    if order is None:
        return
    _advance(order, rules.IN_PRODUCTION)
    if not OrderLog.objects.filter(order=order, deed=Deed.STARTED).exists():
        OrderLog.objects.create(order=order, deed=Deed.STARTED)


@transaction.atomic
def note_progress(demand_reference: str, **_facts) -> None:
    """Pieces were counted: the buyer sees how much is made."""
    order = _order_of(demand_reference)
    if order is not None:
        _set_progress(order)


@transaction.atomic
def note_photograph(demand_reference: str, photograph: int, **_facts) -> None:
    """A photograph was taken: the buyer sees it if the floor says so. Safe to run twice."""
    order = _order_of(demand_reference)
    shot = Photograph.objects.filter(pk=photograph, buyer_visible=True).first()
    if order is None or shot is None:
        return
    MilestonePhotograph.objects.get_or_create(
        milestone=_milestone(order, Milestone.Kind.PRODUCTION),
        picture_id=shot.picture_id,
        defaults={"taken_at": shot.taken_at},
    )


@transaction.atomic
def note_finish(demand_reference: str, number: str, **_facts) -> None:
    """A production order is done; when all of them are, the order is ready."""
    order = _order_of(demand_reference)
    if order is None:
        return
    _set_progress(order)
    if not OrderLog.objects.filter(order=order, deed=Deed.FINISHED, text=number).exists():
        OrderLog.objects.create(order=order, deed=Deed.FINISHED, text=number)
    if all(job.is_done for job in queries.jobs(order.number)):
        _reach(order, Milestone.Kind.PRODUCTION)
        _advance(order, rules.READY)


def _set_progress(order: Order) -> None:
    milestone = _milestone(order, Milestone.Kind.PRODUCTION)
    milestone.progress = rules.progress(queries.jobs(order.number))
    milestone.save(update_fields=["progress"])


# ── What the warehouse and the books report ──────────────────────────────────────────────────


@transaction.atomic
def note_packed(order_number: str) -> None:
    """Everything that was ordered is packed; a balance before shipment falls due."""
    _reach(queries.lock_order(order_number), Milestone.Kind.PACKED)


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
    milestone = _milestone(order, Milestone.Kind.SHIPPED)
    milestone.carrier = carrier
    milestone.tracking_number = tracking_number
    milestone.tracking_url = tracking_url
    milestone.save(update_fields=["carrier", "tracking_number", "tracking_url"])
    OrderLog.objects.create(
        order=order,
        deed=Deed.SHIPPED,
        text=f"{carrier} {tracking_number}".strip(),
        by=by,
    )
    if is_complete:
        _reach(order, Milestone.Kind.SHIPPED)
        _advance(order, rules.SENT)


@transaction.atomic
def note_delivery(order_number: str, *, by=None) -> None:
    """Everything arrived."""
    order = queries.lock_order(order_number)
    _reach(order, Milestone.Kind.DELIVERED)
    _advance(order, rules.ARRIVED)
    OrderLog.objects.create(order=order, deed=Deed.DELIVERED, by=by)


@transaction.atomic
def note_payment(
    order_number: str, instalment_id: int, amount: str, currency: str, settled: bool, **_facts
) -> None:
    """Money was seen; a settled deposit is a milestone. Safe to run twice."""
    order = queries.lock_order(order_number)
    instalment = Instalment.objects.get(pk=instalment_id)
    OrderLog.objects.create(
        order=order,
        deed=Deed.PAID,
        text=f"{instalment.get_kind_display()}: {amount} {currency}",
    )
    if settled and instalment.kind == Instalment.Kind.DEPOSIT:
        _reach(order, Milestone.Kind.DEPOSIT)


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


def _order_of(reference: str) -> Order | None:
    """The order that a production order works for; None if it works for stock."""
    return Order.objects.select_for_update(of=("self",)).filter(number=reference or "").first()


def _milestone(order: Order, kind: str) -> Milestone:
    milestone, _created = Milestone.objects.get_or_create(
        order=order, kind=kind, defaults={"sort": SORT[kind], "planned_on": order.promised_on}
    )
    return milestone


def _reach(order: Order, kind: str) -> None:
    """Mark a milestone as happened, once, and let money fall due that waited for it."""
    milestone = _milestone(order, kind)
    if milestone.happened_at is not None:
        return
    milestone.happened_at = timezone.now()
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

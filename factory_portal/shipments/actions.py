"""From the shelf to the buyer: plan, pick, pack, dispatch, delivered. The order is locked first."""

from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from factory_portal.inventory import actions as inventory
from factory_portal.inventory.queries import Pick, picks
from factory_portal.orders import actions as orders
from factory_portal.orders import rules as order_rules
from factory_portal.orders.queries import lock_order, waiting_for
from factory_portal.shipments import queries, rules
from factory_portal.shipments.models import Package, Shipment, ShipmentLine, ShipmentSequence
from sites.events.actions import record
from storefront.communication import letters
from storefront.order.models import Order

State = Shipment.State


@transaction.atomic
def plan(order_number: str, *, by=None) -> list[Shipment]:
    """Put what lies ready for an order on new shipments, one for each warehouse.

    ``NothingReady`` if all of it is on a shipment already.
    """
    order = lock_order(order_number)
    if order.status not in order_rules.OPEN:
        raise rules.NothingReady(order_number)
    loads = rules.allot(
        [
            rules.Ready(
                item=pick.item_id,
                lot=pick.lot_id,
                warehouse=pick.warehouse_id,
                quantity=pick.quantity,
            )
            for pick in picks(order.hold_key or "")
        ],
        on_shipments=queries.on_shipments(order),
        open_lines=queries.open_lines(order),
    )
    if not loads:
        raise rules.NothingReady(order_number)
    return [
        _open(order, warehouse, [load for load in loads if load.warehouse == warehouse], by)
        for warehouse in sorted({load.warehouse for load in loads})
    ]


@transaction.atomic
def plan_when_ready(order_number: str, **_facts) -> None:
    """Plan the shipment of an order of which nothing is left to make. Safe to run twice."""
    if lock_order(order_number).status != order_rules.READY:
        return
    try:
        plan(order_number)
    except rules.NothingReady:
        return


@transaction.atomic
def plan_when_made(number: str, **_facts) -> None:
    """Plan the shipments of orders that a finished production order has made ready."""
    for order_number in waiting_for(number):
        plan_when_ready(order_number)


def _open(order: Order, warehouse: int, loads: list[rules.Load], by) -> Shipment:
    shipment = Shipment.objects.create(
        number=_next_number(), order=order, warehouse_id=warehouse, by=by
    )
    amounts: dict[tuple[int, int], Decimal] = {}
    for load in loads:
        place = (load.line, load.lot)
        amounts[place] = amounts.get(place, Decimal(0)) + load.quantity
    ShipmentLine.objects.bulk_create(
        ShipmentLine(shipment=shipment, order_line_id=line, lot_id=lot, quantity=quantity)
        for (line, lot), quantity in amounts.items()
    )
    return shipment


def _next_number() -> str:
    ShipmentSequence.objects.get_or_create()
    sequence = ShipmentSequence.objects.select_for_update().get()
    sequence.last += 1
    sequence.save(update_fields=["last"])
    return f"S{sequence.last:05d}"


@transaction.atomic
def pick(number: str, *, by=None) -> Shipment:
    """The goods are off the shelf."""
    shipment = _locked(number)
    if shipment.state == State.PICKED:
        return shipment
    return _step(shipment, State.PICKED, allowed=[State.DRAFT], by=by)


@transaction.atomic
def pack(number: str, parcels: Sequence[rules.Parcel], *, by=None) -> Shipment:
    """Write down the packages; packing again, before the goods leave, replaces them."""
    if not parcels:
        raise rules.NothingPacked(number)
    shipment = _locked(number)
    _step(shipment, State.PACKED, allowed=queries.HERE, by=by)
    shipment.packages.all().delete()
    Package.objects.bulk_create(Package(shipment=shipment, **asdict(one)) for one in parcels)
    if queries.is_complete(shipment.order, State.PACKED, *queries.GONE):
        orders.note_packed(shipment.order.number)
    return shipment


@transaction.atomic
def dispatch(
    number: str, *, carrier: str, tracking_number: str = "", tracking_url: str = "", by=None
) -> Shipment:
    """Hand a packed shipment to its carrier: the goods leave the books, the buyer is told.

    Dispatching twice changes nothing. ``NothingPacked`` before it was packed.
    """
    shipment = _locked(number)
    if shipment.state in queries.GONE:
        return shipment
    if not shipment.packages.exists():
        raise rules.NothingPacked(number)
    order = shipment.order
    inventory.ship(
        _picks(shipment, order), hold_key=order.hold_key, key=f"shipment {number}", source=number
    )
    shipment.carrier = carrier
    shipment.tracking_number = tracking_number
    shipment.tracking_url = tracking_url
    _step(shipment, State.DISPATCHED, allowed=[State.PACKED], by=by)
    orders.note_dispatch(
        order.number,
        carrier=carrier,
        tracking_number=tracking_number,
        tracking_url=tracking_url,
        is_complete=queries.is_complete(order, *queries.GONE),
        by=by,
    )
    record("shipment.dispatched", shipment_number=number, order_number=order.number)
    return shipment


def _picks(shipment: Shipment, order: Order) -> list[Pick]:
    """The reservations that the shipment's lines use up."""
    wanted: dict[int, Decimal] = {}
    for line in shipment.lines.all():
        wanted[line.lot_id] = wanted.get(line.lot_id, Decimal(0)) + line.quantity
    taken = []
    for one in picks(order.hold_key):
        share = min(one.quantity, wanted.get(one.lot_id, Decimal(0)))
        if one.warehouse_id == shipment.warehouse_id and share > 0:
            wanted[one.lot_id] -= share
            taken.append(
                Pick(
                    line=one.line,
                    item_id=one.item_id,
                    lot_id=one.lot_id,
                    warehouse_id=one.warehouse_id,
                    quantity=share,
                    lot_number=one.lot_number,
                )
            )
    if any(wanted.values()):
        raise inventory.NotReadyToShip(shipment.number)
    return taken


@transaction.atomic
def tell_buyer(shipment_number: str, **_facts) -> None:
    """Mail the buyer the carrier and the tracking number (reaction to ``shipment.dispatched``)."""
    shipment = queries.shipment(shipment_number)
    order = shipment.order
    if not order.email:
        return
    letters.send(
        "shipments/mails/dispatched",
        to=order.email,
        language=order.language or order.factory.source_language,
        path=orders.buyer_path(order),
        order=order,
        shipment=shipment,
        lines=list(shipment.lines.all()),
    )


@transaction.atomic
def deliver(number: str, *, by=None) -> Shipment:
    """The goods arrived; when all of an order did, the order is delivered."""
    shipment = _locked(number)
    if shipment.state == State.DELIVERED:
        return shipment
    _step(shipment, State.DELIVERED, allowed=[State.DISPATCHED], by=by)
    if queries.is_complete(shipment.order, State.DELIVERED):
        orders.note_delivery(shipment.order.number, by=by)
    return shipment


@transaction.atomic
def cancel(number: str, *, by=None) -> Shipment:
    """Take a shipment apart that has not left; its goods lie ready again."""
    return _step(_locked(number), State.CANCELLED, allowed=queries.HERE, by=by)


@transaction.atomic
def cancel_of_order(order_number: str, **_facts) -> None:
    """Take apart what was planned for a cancelled order. Safe to run twice."""
    lock_order(order_number)
    Shipment.objects.filter(order__number=order_number, state__in=queries.HERE).update(
        state=State.CANCELLED
    )


def _locked(number: str) -> Shipment:
    """The shipment, locked, and its order before it."""
    lock_order(Shipment.objects.select_related("order").get(number=number).order.number)
    return (
        Shipment.objects.select_for_update(of=("self",)).select_related("order").get(number=number)
    )


_STAMPS: dict[str, str] = {
    State.PICKED: "picked_at",
    State.PACKED: "packed_at",
    State.DISPATCHED: "dispatched_at",
    State.DELIVERED: "delivered_at",
}


def _step(shipment: Shipment, state: str, *, allowed: Sequence[str], by) -> Shipment:
    if shipment.state not in allowed:
        raise rules.NotInThisState(shipment.state)
    shipment.state = state
    shipment.by = by or shipment.by
    if state in _STAMPS:
        setattr(shipment, _STAMPS[state], timezone.now())
    shipment.save()
    return shipment

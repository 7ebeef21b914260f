"""Shipments as the warehouse reads them."""

from decimal import Decimal

from django.db.models import Count, QuerySet, Sum

from factory_portal.shipments import rules
from factory_portal.shipments.models import Shipment, ShipmentLine
from storefront.order.models import Line, Order
from storefront.payment.models import Instalment

State = Shipment.State
HERE = (State.DRAFT, State.PICKED, State.PACKED)
GONE = (State.DISPATCHED, State.DELIVERED)


def shipments() -> QuerySet[Shipment]:
    """Every shipment with its order and warehouse, and how many lines it has."""
    return Shipment.objects.select_related("order", "warehouse").annotate(
        line_count=Count("lines", distinct=True)
    )


def shipment(number: str) -> Shipment | None:
    """One shipment with all that its page shows."""
    return (
        Shipment.objects.select_related("order__shipping_address__country", "warehouse", "by")
        .prefetch_related("lines__lot", "lines__order_line", "packages")
        .filter(number=number)
        .first()
    )


def of_order(order: Order) -> list[Shipment]:
    """An order's shipments, the first one first."""
    return list(shipments().filter(order=order).exclude(state=State.CANCELLED).order_by("pk"))


def open_lines(order: Order) -> list[rules.Open]:
    """The order's lines with what of them is on no shipment yet."""
    planned = dict(
        ShipmentLine.objects.filter(order_line__order=order)
        .exclude(shipment__state=State.CANCELLED)
        .order_by()
        .values_list("order_line")
        .annotate(sum=Sum("quantity"))
    )
    return [
        rules.Open(
            line=line.pk,
            item=line.item_id,
            quantity=line.quantity - planned.get(line.pk, Decimal(0)),
        )
        for line in Line.objects.filter(order=order, item__isnull=False).order_by("pk")
    ]


def on_shipments(order: Order) -> dict[tuple[int, int], Decimal]:
    """What of each lot and warehouse is on the order's shipments that are still in the house."""
    rows = (
        ShipmentLine.objects.filter(shipment__order=order, shipment__state__in=HERE)
        .order_by()
        .values_list("lot", "shipment__warehouse")
        .annotate(sum=Sum("quantity"))
    )
    return {(lot, warehouse): quantity for lot, warehouse, quantity in rows}


def is_complete(order: Order, *states: str) -> bool:
    """Whether all that was ordered is on shipments in one of these states."""
    there = dict(
        ShipmentLine.objects.filter(order_line__order=order, shipment__state__in=states)
        .order_by()
        .values_list("order_line")
        .annotate(sum=Sum("quantity"))
    )
    lines = Line.objects.filter(order=order, item__isnull=False)
    return all(there.get(line.pk, Decimal(0)) >= line.quantity for line in lines)


def suggested_parcels(shipment: Shipment) -> list[rules.Parcel]:
    """Packages by the catalogue's packing data; nothing for what has none."""
    lines = (
        ShipmentLine.objects.filter(
            shipment=shipment, order_line__product__packing__carton_length_cm__gt=0
        )
        .order_by("order_line")
        .values("order_line", "order_line__sku", *_PACKING)
        .annotate(total=Sum("quantity"))
    )
    return [
        parcel
        for row in lines
        for parcel in rules.cartons(row["total"], _carton(row), contents=row["order_line__sku"])
    ]


_PATH = "order_line__product__packing__carton_"
_PACKING = tuple(
    _PATH + name
    for name in ("quantity", "length_cm", "width_cm", "height_cm", "net_kg", "gross_kg")
)


def _carton(row: dict) -> rules.Carton:
    return rules.Carton(
        holds=row[f"{_PATH}quantity"],
        length_cm=row[f"{_PATH}length_cm"],
        width_cm=row[f"{_PATH}width_cm"],
        height_cm=row[f"{_PATH}height_cm"],
        net_kg=row[f"{_PATH}net_kg"],
        gross_kg=row[f"{_PATH}gross_kg"],
    )


def parcels(shipment: Shipment) -> list[rules.Parcel]:
    """The packages of a shipment as plain values."""
    return [
        rules.Parcel(
            kind=one.kind,
            count=one.count,
            length_cm=one.length_cm,
            width_cm=one.width_cm,
            height_cm=one.height_cm,
            net_kg=one.net_kg,
            gross_kg=one.gross_kg,
            contents=one.contents,
        )
        for one in shipment.packages.all()
    ]


def awaits_money(order: Order) -> bool:
    """Whether a payment that was due before shipment has not been seen yet."""
    return (
        Instalment.objects.filter(order=order, due_event__in=["confirmed", "packed"])
        .filter(status__in=[Instalment.Status.OPEN, Instalment.Status.DUE])
        .exists()
    )

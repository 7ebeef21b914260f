"""What is where, what of it is free, and what lies ready for whom."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Case, F, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce

from factory_portal.inventory.models import (
    Balance,
    Hold,
    HoldLine,
    Item,
    Lot,
    LotReservation,
    Move,
    Warehouse,
    quantity_field,
)

_ZERO = Value(Decimal(0), output_field=quantity_field())


def lapsed(now: datetime, prefix: str = "line__hold__") -> Q:
    """Reservations of holds that ended: read as free before any clean-up has removed them."""
    return Q(**{f"{prefix}status": Hold.Status.RELEASED}) | Q(
        **{f"{prefix}status": Hold.Status.HELD, f"{prefix}expires_at__lte": now}
    )


def promiseable_balances(items: Collection[int]) -> QuerySet[Balance]:
    """Stock of these items that may be promised, in the order it is taken: first in, first out.

    The factory's own warehouses come first. Blocked lots and goods in transit do not count.
    """
    own_first = Case(When(warehouse__kind=Warehouse.Kind.FACTORY, then=0), default=1)
    return (
        Balance.objects.filter(lot__item__in=items, lot__status=Lot.Status.AVAILABLE, on_hand__gt=0)
        .exclude(warehouse__kind=Warehouse.Kind.TRANSIT)
        .order_by(own_first, F("lot__produced_on").asc(nulls_last=True), "lot__number", "pk")
    )


def default_warehouse() -> Warehouse:
    """Where finished goods go: the factory's first own warehouse."""
    return Warehouse.objects.filter(kind=Warehouse.Kind.FACTORY).order_by("pk")[0]


def stock(*, search: str = "", kind: str = "") -> QuerySet[Item]:
    """Items with ``on_hand``, ``reserved``, ``blocked`` and ``in_transit``, over all warehouses."""
    items = Item.objects.filter(kind=kind) if kind else Item.objects.all()
    if search:
        items = items.filter(Q(code__icontains=search) | Q(name__icontains=search))
    balances = "lots__balances__"
    transit = Q(**{f"{balances}warehouse__kind": Warehouse.Kind.TRANSIT})
    return items.annotate(
        on_hand=Coalesce(Sum(f"{balances}on_hand"), _ZERO),
        reserved=Coalesce(Sum(f"{balances}reserved"), _ZERO),
        blocked=Coalesce(
            Sum(f"{balances}on_hand", filter=Q(lots__status=Lot.Status.ON_HOLD) & ~transit), _ZERO
        ),
        in_transit=Coalesce(Sum(f"{balances}on_hand", filter=transit), _ZERO),
    ).order_by("code")


def balances(*, item: Item) -> QuerySet[Balance]:
    """An item's lots with their places, what is there first."""
    return (
        Balance.objects.filter(lot__item=item)
        .select_related("lot", "warehouse")
        .order_by("-on_hand", "lot__number", "pk")
    )


def moves(*, search: str = "", item: Item | None = None) -> QuerySet[Move]:
    """The ledger, newest first."""
    found = Move.objects.select_related("item", "lot", "from_warehouse", "to_warehouse")
    if item:
        found = found.filter(item=item)
    if search:
        found = found.filter(
            Q(item__code__icontains=search)
            | Q(lot__number__icontains=search)
            | Q(source__icontains=search)
        )
    return found


@dataclass(frozen=True, kw_only=True)
class Pick:
    """A quantity of a lot in a warehouse that lies ready for a held line."""

    line: str
    item_id: int
    lot_id: int
    warehouse_id: int
    quantity: Decimal
    lot_number: str = ""
    bin: str = ""


def picks(hold_key: str) -> list[Pick]:
    """What lies ready for a hold, lot by lot, in the order of its lines. Blocked lots do not."""
    return [
        Pick(
            line=reservation.line.reference,
            item_id=reservation.line.item_id,
            lot_id=reservation.balance.lot_id,
            warehouse_id=reservation.balance.warehouse_id,
            quantity=reservation.quantity,
            lot_number=reservation.balance.lot.number,
            bin=reservation.balance.bin,
        )
        for reservation in LotReservation.objects.filter(
            line__hold__key=hold_key, balance__lot__status=Lot.Status.AVAILABLE
        )
        .select_related("line", "balance__lot")
        .order_by("line__pk", "pk")
    ]


def held_lines(hold_key: str) -> QuerySet[HoldLine]:
    """The lines of a hold with ``in_stock``: what of them lies ready, not yet shipped."""
    ready = Q(lots__balance__lot__status=Lot.Status.AVAILABLE)
    return (
        HoldLine.objects.filter(hold__key=hold_key)
        .annotate(in_stock=Coalesce(Sum("lots__quantity", filter=ready), _ZERO))
        .order_by("pk")
    )


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A balance that does not agree with the ledger or with its reservations."""

    lot_id: int
    warehouse_id: int
    recorded: tuple[Decimal, Decimal]
    rebuilt: tuple[Decimal, Decimal]


def ledger_totals() -> dict[tuple[int, int], Decimal]:
    """On hand by (lot, warehouse), summed from the moves alone."""
    totals: dict[tuple[int, int], Decimal] = {}
    for end, sign in (("to_warehouse", 1), ("from_warehouse", -1)):
        sums = (
            Move.objects.filter(**{f"{end}__isnull": False})
            .order_by()
            .values_list("lot", end)
            .annotate(sum=Sum("quantity"))
        )
        for lot, warehouse, quantity in sums:
            totals[lot, warehouse] = totals.get((lot, warehouse), Decimal(0)) + sign * quantity
    return totals


def differences() -> list[Difference]:
    """Every balance that a replay of the ledger would correct. Two sums and one list."""
    on_hand = ledger_totals()
    reserved = dict(
        LotReservation.objects.order_by()
        .values_list("balance")
        .annotate(sum=Sum("quantity"))
        .values_list("balance", "sum")
    )
    found = []
    for pk, lot, warehouse, *recorded in Balance.objects.values_list(
        "pk", "lot", "warehouse", "on_hand", "reserved"
    ):
        rebuilt = (on_hand.pop((lot, warehouse), Decimal(0)), reserved.get(pk, Decimal(0)))
        if tuple(recorded) != rebuilt:
            found.append(_difference((lot, warehouse), tuple(recorded), rebuilt))
    nothing = (Decimal(0), Decimal(0))
    return found + [
        _difference(place, nothing, (quantity, Decimal(0)))
        for place, quantity in on_hand.items()
        if quantity
    ]


def _difference(place: Sequence[int], recorded: tuple, rebuilt: tuple) -> Difference:
    return Difference(lot_id=place[0], warehouse_id=place[1], recorded=recorded, rebuilt=rebuilt)

"""Writing the ledger, and keeping its projection in step.

Every action first locks the items it touches, in ascending order: whoever changes or reserves
stock of an item waits for the one before. Balances change by difference, never by a value read
earlier.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Case, F, Field, Value, When
from django.db.models.functions import Round
from django.utils import timezone

from factory_portal.inventory import queries
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
from factory_portal.inventory.queries import Difference, Pick


class NotEnoughStock(Exception):
    """More was to leave a place than lies there free. ``lot`` and ``free`` say what is there."""

    def __init__(self, *, lot: str, free: Decimal) -> None:
        super().__init__(f"{lot}: {free} free")
        self.lot, self.free = lot, free


class NothingToMove(Exception):
    """A move must carry a quantity above zero."""


class NotReadyToShip(Exception):
    """What is to be shipped does not lie ready for this order."""


def lock_items(items: Collection[int]) -> None:
    """Take the items for this transaction, in ascending order. The first lock of every action."""
    # Only writers of stock need to wait, not rows that merely point to an item.
    list(
        Item.objects.select_for_update(no_key=True)
        .filter(pk__in=items)
        .order_by("pk")
        .values_list("pk", flat=True)
    )


def raised(field: str, change: Decimal | Case) -> Round:
    """A quantity column changed by a difference, whatever it is now."""
    # SQLite adds in binary: without rounding, three tenths would be more than there is.
    return Round(F(field) + change, precision=4)


def each_by(changes: Mapping[int, Decimal | int], output_field: Field) -> Case:
    """Every row's own difference, by its id, so that many rows change in one statement."""
    return Case(
        *(When(pk=pk, then=Value(change)) for pk, change in changes.items()),
        output_field=output_field,
    )


# ── Moves ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """Goods that come into a warehouse as a lot, which is opened if it is new."""

    item_id: int
    lot: str
    warehouse_id: int
    quantity: Decimal
    key: str
    from_place: str = Move.Place.SUPPLIER
    status: str = Lot.Status.AVAILABLE
    produced_on: date | None = None
    bin: str = ""
    source: str = ""


@transaction.atomic
def receive(arrivals: Sequence[Arrival], *, at: datetime | None = None) -> list[Move]:
    """Take goods into stock, many in one go. A key that was seen before changes nothing."""
    lock_items({arrival.item_id for arrival in arrivals})
    seen = set(
        Move.objects.filter(key__in=[arrival.key for arrival in arrivals]).values_list(
            "key", flat=True
        )
    )
    new = [arrival for arrival in arrivals if arrival.key not in seen]
    lots = _open_lots(new)
    _name_bins(new, lots)
    return _post(
        [
            Move(
                item_id=arrival.item_id,
                lot=lots[arrival.item_id, arrival.lot],
                from_place=arrival.from_place,
                to_place=Move.Place.WAREHOUSE,
                to_warehouse_id=arrival.warehouse_id,
                quantity=arrival.quantity,
                effective_at=at or timezone.now(),
                source=arrival.source,
                key=arrival.key,
            )
            for arrival in new
        ]
    )


@transaction.atomic
def move(
    lot: Lot,
    quantity: Decimal,
    *,
    from_warehouse: Warehouse,
    to_warehouse: Warehouse,
    key: str,
    source: str = "",
) -> Move:
    """Bring free stock from one warehouse to another; what is reserved stays."""
    lock_items([lot.item_id])
    done = Move.objects.filter(key=key).first()
    if done:
        return done
    return _post(
        [
            Move(
                item_id=lot.item_id,
                lot=lot,
                from_place=Move.Place.WAREHOUSE,
                from_warehouse=from_warehouse,
                to_place=Move.Place.WAREHOUSE,
                to_warehouse=to_warehouse,
                quantity=quantity,
                effective_at=timezone.now(),
                source=source,
                key=key,
            )
        ]
    )[0]


@transaction.atomic
def adjust(
    lot: Lot, warehouse: Warehouse, *, counted: Decimal, reason: str, key: str
) -> Move | None:
    """Make the ledger agree with a count; None if it already does.

    A count below what is reserved is refused: those orders need a new date first.
    """
    lock_items([lot.item_id])
    done = Move.objects.filter(key=key).first()
    if done:
        return done
    balance = Balance.objects.filter(lot=lot, warehouse=warehouse).first()
    difference = counted - (balance.on_hand if balance else Decimal(0))
    if difference == 0:
        return None
    inwards, outwards = ("to", "from") if difference > 0 else ("from", "to")
    return _post(
        [
            Move(
                item_id=lot.item_id,
                lot=lot,
                quantity=abs(difference),
                effective_at=timezone.now(),
                source=reason,
                key=key,
                **{
                    f"{inwards}_place": Move.Place.WAREHOUSE,
                    f"{inwards}_warehouse": warehouse,
                    f"{outwards}_place": Move.Place.COUNT,
                },
            )
        ]
    )[0]


@transaction.atomic
def reverse(move: Move, *, reason: str) -> Move:
    """Undo a move by its opposite. A second reversal returns the first."""
    lock_items([move.item_id])
    done = Move.objects.filter(reversal_of=move).first()
    if done:
        return done
    return _post(
        [
            Move(
                item_id=move.item_id,
                lot_id=move.lot_id,
                from_place=move.to_place,
                from_warehouse_id=move.to_warehouse_id,
                to_place=move.from_place,
                to_warehouse_id=move.from_warehouse_id,
                quantity=move.quantity,
                effective_at=timezone.now(),
                source=reason,
                key=f"reversal of {move.pk}",
                reversal_of=move,
            )
        ]
    )[0]


@transaction.atomic
def ship(
    picks: Sequence[Pick], *, hold_key: str, key: str, source: str = "", at: datetime | None = None
) -> list[Move]:
    """Hand reserved goods to the customer; stock and reservation fall together.

    What can be promised to others does not change. A key that was seen before changes nothing.
    """
    lock_items({pick.item_id for pick in picks})
    keys = [f"{key}:{pick.line}:{pick.lot_id}:{pick.warehouse_id}" for pick in picks]
    done = list(Move.objects.filter(key__in=keys))
    if done:
        return done
    reservations = {
        (each.line.reference, each.balance.lot_id, each.balance.warehouse_id): each
        for each in LotReservation.objects.filter(
            line__hold__key=hold_key,
            line__hold__status=Hold.Status.FIRM,
            balance__lot__status=Lot.Status.AVAILABLE,
        ).select_related("line", "balance")
    }
    for pick in picks:
        reservation = reservations.get((pick.line, pick.lot_id, pick.warehouse_id))
        if reservation is None or not 0 < pick.quantity <= reservation.quantity:
            raise NotReadyToShip(pick.lot_number or pick.line)
        _take_back(reservation, pick.quantity)
        HoldLine.objects.filter(pk=reservation.line_id).update(
            shipped=raised("shipped", pick.quantity)
        )
    return _post(
        [
            Move(
                item_id=pick.item_id,
                lot_id=pick.lot_id,
                from_place=Move.Place.WAREHOUSE,
                from_warehouse_id=pick.warehouse_id,
                to_place=Move.Place.CUSTOMER,
                quantity=pick.quantity,
                effective_at=at or timezone.now(),
                source=source,
                key=move_key,
            )
            for pick, move_key in zip(picks, keys, strict=True)
        ]
    )


@transaction.atomic
def rebuild_balances() -> list[Difference]:
    """Set every balance to what the ledger and the reservations say; return what was wrong."""
    lock_items(list(Item.objects.values_list("pk", flat=True)))
    found = queries.differences()
    for difference in found:
        on_hand, reserved = difference.rebuilt
        Balance.objects.update_or_create(
            lot_id=difference.lot_id,
            warehouse_id=difference.warehouse_id,
            defaults={"on_hand": on_hand, "reserved": reserved},
        )
    return found


# ── Reservations, for the production package: its holds span stock and capacity ──────────────


@dataclass(frozen=True, kw_only=True)
class Share:
    """A quantity of a balance for a held line."""

    line: HoldLine
    balance_id: int
    quantity: Decimal


def reserve_lots(shares: Sequence[Share]) -> None:
    """Give held lines their shares of balances. The items are locked."""
    if not shares:
        return
    _raise_reserved((share.balance_id, share.quantity) for share in shares)
    there = {
        (each.line_id, each.balance_id): each
        for each in LotReservation.objects.filter(line__in={share.line for share in shares})
    }
    new = {}
    for share in shares:
        place = (share.line.pk, share.balance_id)
        if place in there:
            there[place].quantity += share.quantity
            there[place].save(update_fields=["quantity"])
        elif place in new:
            new[place].quantity += share.quantity
        else:
            new[place] = LotReservation(
                line=share.line, balance_id=share.balance_id, quantity=share.quantity
            )
    LotReservation.objects.bulk_create(new.values())


def free_lots(reservations: Iterable[LotReservation]) -> None:
    """Return what was reserved to those who ask next. The items are locked."""
    reservations = list(reservations)
    if not reservations:
        return
    _raise_reserved((each.balance_id, -each.quantity) for each in reservations)
    LotReservation.objects.filter(pk__in=[each.pk for each in reservations]).delete()


def _raise_reserved(shares: Iterable[tuple[int, Decimal]]) -> None:
    sums: dict[int, Decimal] = {}
    for balance, quantity in shares:
        sums[balance] = sums.get(balance, Decimal(0)) + quantity
    Balance.objects.filter(pk__in=sums).update(
        reserved=raised("reserved", each_by(sums, quantity_field()))
    )


def _take_back(reservation: LotReservation, quantity: Decimal) -> None:
    _raise_reserved([(reservation.balance_id, -quantity)])
    if quantity == reservation.quantity:
        reservation.delete()
    else:
        reservation.quantity -= quantity
        reservation.save(update_fields=["quantity"])


def _post(moves: list[Move]) -> list[Move]:
    """Write moves and carry them to the balances. The items are locked."""
    changes: dict[tuple[int, int], Decimal] = {}
    for each in moves:
        if each.quantity <= 0:
            raise NothingToMove
        for warehouse, sign in ((each.to_warehouse_id, 1), (each.from_warehouse_id, -1)):
            if warehouse is not None:
                place = (each.lot_id, warehouse)
                changes[place] = changes.get(place, Decimal(0)) + sign * each.quantity
    recorded = Move.objects.bulk_create(moves)
    places = {
        (balance.lot_id, balance.warehouse_id): balance
        for balance in Balance.objects.filter(lot__in={lot for lot, _ in changes})
    }
    for place, change in changes.items():
        if place in places and change:
            _change(places[place], change)
    missing = {place: change for place, change in changes.items() if place not in places}
    for (lot, _), change in missing.items():
        if change < 0:
            raise NotEnoughStock(lot=str(Lot.objects.get(pk=lot)), free=Decimal(0))
    Balance.objects.bulk_create(
        Balance(lot_id=lot, warehouse_id=warehouse, on_hand=change)
        for (lot, warehouse), change in missing.items()
    )
    return recorded


def _change(balance: Balance, change: Decimal) -> None:
    free = balance.on_hand - balance.reserved
    if free + change < 0:
        raise NotEnoughStock(lot=str(balance.lot), free=free)
    Balance.objects.filter(pk=balance.pk).update(on_hand=raised("on_hand", change))


def _open_lots(arrivals: Sequence[Arrival]) -> dict[tuple[int, str], Lot]:
    wanted = {(arrival.item_id, arrival.lot): arrival for arrival in arrivals}

    def found() -> dict[tuple[int, str], Lot]:
        lots = Lot.objects.filter(
            item__in={item for item, _ in wanted}, number__in={number for _, number in wanted}
        )
        return {(lot.item_id, lot.number): lot for lot in lots}

    known = found()
    new = [
        Lot(
            item_id=item,
            number=number,
            status=arrival.status,
            produced_on=arrival.produced_on,
        )
        for (item, number), arrival in wanted.items()
        if (item, number) not in known
    ]
    return {**known, **{(lot.item_id, lot.number): lot for lot in Lot.objects.bulk_create(new)}}


def _name_bins(arrivals: Sequence[Arrival], lots: dict[tuple[int, str], Lot]) -> None:
    for arrival in arrivals:
        if arrival.bin:
            Balance.objects.update_or_create(
                lot=lots[arrival.item_id, arrival.lot],
                warehouse_id=arrival.warehouse_id,
                defaults={"bin": arrival.bin},
            )

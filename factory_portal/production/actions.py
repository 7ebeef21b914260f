"""Holding, making and reporting. Every action locks items first, then work centres, ascending.

Whoever wants the same stock or the same machine waits for the one before, and then sees what is
left. Expiry counts from the moment the locks are held, never from before.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import F, IntegerField, Q, QuerySet, Sum
from django.utils import timezone

from factory_portal.inventory.actions import (
    Arrival,
    NotEnoughStock,
    Share,
    each_by,
    free_lots,
    lock_items,
    raised,
    receive,
    reserve_lots,
)
from factory_portal.inventory.models import Balance, Hold, HoldLine, LotReservation, Move
from factory_portal.inventory.queries import (
    default_warehouse,
    lapsed,
    promiseable_balances,
)
from factory_portal.production import queries, rules
from factory_portal.production.models import (
    CapacityDay,
    Operation,
    Photograph,
    ProductionOrder,
    ReceiptReservation,
    Report,
    SlotReservation,
    WorkCentre,
)
from factory_portal.production.queries import HORIZON, Held, as_held, local_day
from factory_portal.production.rules import (
    CannotPromise,
    Capacity,
    Promise,
    Slot,
    Source,
    Step,
)
from sites.events.actions import record

State = ProductionOrder.State


class HoldExpired(Exception):
    """The hold has ended and its supply may be another's: ask for a new one."""


class HoldIsFirm(Exception):
    """A firm hold belongs to an order: it is not replaced by another basket."""


class NotInThisState(Exception):
    """The production order's state does not allow this step."""


class TooMuchReported(Exception):
    """More good and scrap than was put in. ``remaining`` says how much is left to report."""

    def __init__(self, remaining: Decimal) -> None:
        super().__init__(f"{remaining} left")
        self.remaining = remaining


class StillPromised(Exception):
    """Someone waits for this production order: it cannot be cancelled."""


# ── Capacity ─────────────────────────────────────────────────────────────────────────────────


@transaction.atomic
def open_calendar(
    work_centres: Iterable[WorkCentre], *, first: date, days: int = HORIZON.days
) -> int:
    """Make the days ahead agree with the calendars; return how many changed.

    A day on which more is taken than its calendar still gives keeps what is taken.
    """
    work_centres = list(work_centres)
    _lock_work_centres({work_centre.pk for work_centre in work_centres})
    last = first + timedelta(days=days - 1)
    there: dict[tuple[Hashable, date], CapacityDay] = {
        (each.work_centre_id, each.day): each
        for each in CapacityDay.objects.filter(
            work_centre__in=work_centres, day__range=(first, last)
        )
    }
    new, changed = [], []
    for work_centre in work_centres:
        calendar = work_centre.calendar
        for offset in range(days):
            day = first + timedelta(days=offset)
            minutes = calendar.net_minutes(day)
            known = there.get((work_centre.pk, day))
            if known is None and minutes:
                new.append(CapacityDay(work_centre=work_centre, day=day, minutes_available=minutes))
            elif known and known.minutes_available != max(minutes, known.minutes_taken):
                known.minutes_available = max(minutes, known.minutes_taken)
                changed.append(known)
    CapacityDay.objects.bulk_create(new, batch_size=500)
    CapacityDay.objects.bulk_update(changed, ["minutes_available"], batch_size=200)
    return len(new) + len(changed)


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What loading an existing production order came to: its end, or why it has no room."""

    order: ProductionOrder
    ends_on: date | None = None
    refusal: CannotPromise | None = None

    @property
    def late(self) -> bool:
        """Whether the work centres finish it after it is due, or never."""
        return self.ends_on is None or self.ends_on > self.order.due_on


@transaction.atomic
def load_orders(
    orders: Mapping[ProductionOrder, int], *, today: date | None = None
) -> list[Loaded]:
    """Take minutes for orders that another system planned, the next due first.

    ``orders`` maps each to the sequence of its last finished operation, 0 for none. Set-up counts
    only if nothing is completed yet. An order that was loaded before keeps its minutes.
    """
    today = today or local_day()
    operations: dict[int, list[Operation]] = {}
    for operation in Operation.objects.filter(
        item__in={order.item_id for order in orders}
    ).select_related("work_centre"):
        operations.setdefault(operation.item_id, []).append(operation)
    work_centres = {each.work_centre_id for steps in operations.values() for each in steps}
    _lock_work_centres(work_centres)
    days = _days(work_centres, first=today)
    loaded_before = set(
        SlotReservation.objects.filter(production_order__in=orders).values_list(
            "production_order", flat=True
        )
    )
    capacity, results = _free_minutes(days), []
    taken: list[tuple[ProductionOrder, Slot]] = []
    for order, done in sorted(orders.items(), key=lambda each: (each[0].due_on, each[0].number)):
        if order.pk in loaded_before:
            continue
        steps = [
            _step(operation)
            for operation in operations.get(order.item_id, ())
            if operation.sequence > done
        ]
        try:
            run = rules.load(
                steps,
                order.remaining,
                starts_on=max(order.start_on, today),
                capacity=capacity,
                with_setup=order.good == 0,
            )
        except CannotPromise as refusal:
            results.append(Loaded(order=order, refusal=refusal))
            continue
        capacity = capacity.without(run.slots)
        taken += [(order, slot) for slot in run.slots]
        results.append(Loaded(order=order, ends_on=run.ends_on))
    SlotReservation.objects.bulk_create(
        SlotReservation(
            production_order=order,
            capacity_day=days[slot.work_centre, slot.day],
            operation_id=slot.step,
            minutes=slot.minutes,
        )
        for order, slot in taken
    )
    _take_minutes((days[slot.work_centre, slot.day].pk, slot.minutes) for _, slot in taken)
    return results


# ── Holds ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A line that asks to be held; ``reference`` is its name within the basket or order."""

    reference: str
    item_id: int
    quantity: Decimal


@transaction.atomic
def hold(
    lines: Sequence[Wanted],
    *,
    key: str,
    expires_at: datetime,
    reference: str = "",
    now: datetime | None = None,
) -> Held:
    """Keep stock, receipts and capacity for these lines until a moment.

    The same key with the same lines changes nothing; with other lines, or after its end, the
    promise is made anew. ``CannotPromise`` if one line has no date: then nothing is held.
    """
    lines = list(lines)
    before = Hold.objects.filter(key=key).prefetch_related("lines").first()
    items = {line.item_id for line in lines}
    if before:
        items |= {line.item_id for line in before.lines.all()}
    work_centres = _lock(items)
    now = now or timezone.now()
    standing = Hold.objects.filter(key=key).prefetch_related("lines").first()
    if standing and standing.status == Hold.Status.FIRM:
        if not _same(standing, lines):
            raise HoldIsFirm(key)
        return as_held(standing, standing.lines.all())
    if standing and not _has_lapsed(standing, now) and _same(standing, lines):
        return as_held(standing, standing.lines.all())
    if standing:
        _let_go(standing)
    _free_lapsed(items, work_centres, now=now)
    snapshot = queries.snapshot(items, now=now, asked_on=local_day(now))
    promises = _all_or_nothing(
        snapshot.promise_all((line.item_id, line.quantity) for line in lines)
    )
    row = standing or Hold(key=key)
    row.reference, row.status = reference, Hold.Status.HELD
    row.asked_on, row.expires_at = snapshot.asked_on, expires_at
    row.save()
    held_lines = HoldLine.objects.bulk_create(
        HoldLine(
            hold=row,
            reference=line.reference,
            item_id=line.item_id,
            quantity=line.quantity,
            ready_on=promise.ready_on,
            parts=_as_json(promise),
        )
        for line, promise in zip(lines, promises, strict=True)
    )
    _reserve(zip(held_lines, promises, strict=True))
    return as_held(row, held_lines)


@transaction.atomic
def confirm(hold_key: str, *, reference: str = "", now: datetime | None = None) -> Held:
    """Make a hold firm: it has no end any more. ``HoldExpired`` if it had one. Safe to repeat."""
    _lock(_items_of(hold_key))
    standing = Hold.objects.prefetch_related("lines").get(key=hold_key)
    if standing.status != Hold.Status.FIRM:
        if _has_lapsed(standing, now or timezone.now()):
            raise HoldExpired(hold_key)
        standing.status = Hold.Status.FIRM
        standing.expires_at = None
        standing.reference = reference or standing.reference
        standing.save(update_fields=["status", "expires_at", "reference"])
    return as_held(standing, standing.lines.all())


@transaction.atomic
def release_hold(hold_key: str) -> None:
    """Give everything back that a hold still has. Work that has begun goes on, for stock."""
    _lock(_items_of(hold_key))
    standing = Hold.objects.get(key=hold_key)
    orders = ProductionOrder.objects.filter(
        hold_line__hold=standing, state__in=[State.DRAFT, State.CONFIRMED, State.RELEASED]
    )
    _let_go(standing, keep_lines=True)
    for order in orders:
        if not order.good and not _is_claimed(order):
            _give_back_minutes(SlotReservation.objects.filter(production_order=order))
            order.state = State.CANCELLED
            order.save(update_fields=["state"])
    standing.status = Hold.Status.RELEASED
    standing.expires_at = None
    standing.save(update_fields=["status", "expires_at"])


def expire_holds(*, now: datetime | None = None) -> int:
    """Clean up after holds that have ended; readers have counted them as free since then."""
    now = now or timezone.now()
    ended = Q(status=Hold.Status.HELD, expires_at__lte=now) | Q(pk__in=_ended_holds(now))
    keys = list(Hold.objects.filter(ended).order_by("pk").values_list("key", flat=True))
    for key in keys:
        with transaction.atomic():
            _lock(_items_of(key))
            standing = Hold.objects.get(key=key)
            if _has_lapsed(standing, now):
                _let_go(standing, keep_lines=True)
                Hold.objects.filter(pk=standing.pk).update(status=Hold.Status.RELEASED)
    return len(keys)


@dataclass(frozen=True, kw_only=True)
class Owed:
    """A line of an order that another system promised: how much of it is reserved in stock."""

    reference: str
    item_id: int
    quantity: Decimal
    from_stock: Decimal
    ready_on: date


@transaction.atomic
def take_over(lines: Sequence[Owed], *, key: str, reference: str) -> Held:
    """Reserve firmly what an existing order owns: lots, and for the rest open production.

    ``NotEnoughStock`` or ``CannotPromise`` if the sheets claim what is not there.
    """
    items = {line.item_id for line in lines}
    _lock(items)
    now = timezone.now()
    standing = Hold.objects.filter(key=key).prefetch_related("lines").first()
    if standing:
        return as_held(standing, standing.lines.all())
    row = Hold.objects.create(
        key=key, reference=reference, status=Hold.Status.FIRM, asked_on=local_day(now)
    )
    for line in lines:
        held = HoldLine.objects.create(
            hold=row,
            reference=line.reference,
            item_id=line.item_id,
            quantity=line.quantity,
            ready_on=line.ready_on,
            parts=_owed_parts(line, today=row.asked_on),
        )
        reserve_lots(
            [
                Share(line=held, balance_id=balance, quantity=quantity)
                for balance, quantity in _stock_shares(line)
            ]
        )
        for order, quantity in _receipt_shares(line, now=now):
            ReceiptReservation.objects.create(line=held, production_order=order, quantity=quantity)
    return as_held(row, row.lines.order_by("pk"))


# ── Production orders ────────────────────────────────────────────────────────────────────────


@transaction.atomic
def open_orders(hold_key: str) -> list[ProductionOrder]:
    """Turn what a firm hold has to make into work for the floor. Safe to run twice."""
    standing = Hold.objects.select_for_update().get(key=hold_key)
    if standing.status != Hold.Status.FIRM:
        raise NotInThisState(standing.status)
    lines = standing.lines.order_by("pk")
    return [order for line in lines if (order := _open_order(line, standing.reference))]


@transaction.atomic
def release(number: str) -> ProductionOrder:
    """Hand a confirmed order to the floor: papers may be printed, material issued."""
    return _step_to(number, State.RELEASED, allowed=[State.CONFIRMED])


@transaction.atomic
def start(number: str, *, by=None, at: datetime | None = None) -> ProductionOrder:
    """Begin the work. Starting twice changes nothing."""
    order = _locked_order(number)
    if order.state == State.IN_PROGRESS:
        return order
    _require(order, State.CONFIRMED, State.RELEASED)
    _begin(order, by=by, at=at or timezone.now())
    return order


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What came out, as the floor reports it. ``key`` makes a repeated report one report."""

    key: str
    good: Decimal = Decimal(0)
    scrap: Decimal = Decimal(0)
    note: str = ""


@transaction.atomic
def report(number: str, counted: Counted, *, by=None, at: datetime | None = None) -> Report:
    """Book what came out: good pieces become a lot in stock, first for those who wait for them."""
    order = _locked_order(number)
    done = Report.objects.filter(key=counted.key).first()
    if done:
        return done
    _require(order, State.CONFIRMED, State.RELEASED, State.IN_PROGRESS)
    if counted.good + counted.scrap > order.remaining:
        raise TooMuchReported(order.remaining)
    at = at or timezone.now()
    if order.state != State.IN_PROGRESS:
        _begin(order, by=by, at=at)
    written = Report.objects.create(
        production_order=order,
        good=counted.good,
        scrap=counted.scrap,
        note=counted.note,
        by=by,
        at=at,
        key=counted.key,
    )
    order.good += counted.good
    order.scrap += counted.scrap
    order.save(update_fields=["good", "scrap"])
    if counted.good:
        _take_into_stock(order, counted.good, key=f"report {written.pk}", at=at)
    _record("production.reported", order, by=by, good=str(counted.good), scrap=str(counted.scrap))
    return written


@transaction.atomic
def photograph(
    number: str, picture, *, caption: str = "", by=None, taken_at: datetime | None = None
) -> Photograph:
    """Attach a picture from the library to a production order, for the buyer to see."""
    order = queries.production_order(number)
    taken, _ = Photograph.objects.get_or_create(
        production_order=order,
        picture=picture,
        defaults={"caption": caption, "by": by, "taken_at": taken_at or timezone.now()},
    )
    _record("production.photographed", order, by=by, photograph=taken.pk)
    return taken


@transaction.atomic
def finish(number: str, *, by=None, at: datetime | None = None) -> ProductionOrder:
    """Close the order and give its unused minutes back. Finishing twice changes nothing.

    What was promised from it and did not come out is promised anew, from stock or new work.
    """
    order = _locked_order(number)
    if order.state == State.DONE:
        return order
    _require(order, State.IN_PROGRESS)
    at = at or timezone.now()
    order.state = State.DONE
    order.finished_at = at
    order.save(update_fields=["state", "finished_at"])
    _give_back_minutes(
        SlotReservation.objects.filter(production_order=order, capacity_day__day__gt=local_day(at))
    )
    short = _make_good(order, now=at)
    _record("production.finished", order, by=by, good=str(order.good), short=str(short))
    return order


@transaction.atomic
def cancel(number: str) -> ProductionOrder:
    """Give up an order for which nobody waits and of which nothing was made."""
    order = _locked_order(number)
    _require(order, State.DRAFT, State.CONFIRMED, State.RELEASED)
    if _is_claimed(order):
        raise StillPromised(number)
    _give_back_minutes(SlotReservation.objects.filter(production_order=order))
    order.state = State.CANCELLED
    order.save(update_fields=["state"])
    return order


# ── Locks ────────────────────────────────────────────────────────────────────────────────────


def _lock(items: Collection[int]) -> set[int]:
    """Lock items, then the work centres that can make them; return the work centres."""
    items = set(items)
    lock_items(items)
    work_centres = _work_centres_of(items)
    _lock_work_centres(work_centres)
    return work_centres


def _work_centres_of(items: Collection[int]) -> set[int]:
    return set(Operation.objects.filter(item__in=items).values_list("work_centre", flat=True))


def _lock_work_centres(work_centres: Collection[int]) -> None:
    list(
        WorkCentre.objects.select_for_update(no_key=True)
        .filter(pk__in=work_centres)
        .order_by("pk")
        .values_list("pk", flat=True)
    )


def _locked_order(number: str) -> ProductionOrder:
    """The order, with its item and work centres locked before it."""
    _lock(ProductionOrder.objects.filter(number=number).values_list("item", flat=True))
    return (
        ProductionOrder.objects.select_for_update(of=("self",))
        .select_related("item")
        .get(number=number)
    )


def _items_of(hold_key: str) -> list[int]:
    return list(HoldLine.objects.filter(hold__key=hold_key).values_list("item", flat=True))


# ── Reserving and letting go; the locks are held ─────────────────────────────────────────────


def _same(standing: Hold, lines: Sequence[Wanted]) -> bool:
    asked = {(line.reference, line.item_id, Decimal(line.quantity)) for line in lines}
    return asked == {(line.reference, line.item_id, line.quantity) for line in standing.lines.all()}


def _has_lapsed(standing: Hold, now: datetime) -> bool:
    if standing.status == Hold.Status.HELD:
        return standing.expires_at <= now
    return standing.status == Hold.Status.RELEASED


def _all_or_nothing(answers: Sequence[Promise | CannotPromise]) -> list[Promise]:
    promises = []
    for answer in answers:
        if isinstance(answer, CannotPromise):
            raise answer
        promises.append(answer)
    return promises


def _as_json(promise: Promise) -> list[dict]:
    return [
        {
            "quantity": str(part.quantity),
            "ready_on": part.ready_on.isoformat(),
            "source": part.source.value,
            "starts_on": part.starts_on.isoformat() if part.starts_on else None,
            "bottleneck": part.bottleneck,
        }
        for part in promise.parts
    ]


def _reserve(promised: Iterable[tuple[HoldLine, Promise]]) -> None:
    """Write down what each promise rests on."""
    shares: list[Share] = []
    slots: list[tuple[HoldLine, Slot]] = []
    for line, promise in promised:
        for part, peg in promise.pegging:
            if part.source is Source.STOCK:
                shares.append(Share(line=line, balance_id=peg.origin, quantity=peg.quantity))
            else:
                _claim(line, peg.origin, peg.quantity)
        slots += [(line, slot) for slot in promise.slots]
    reserve_lots(shares)
    if not slots:
        return
    days = _days(
        {slot.work_centre for _, slot in slots},
        first=min(slot.day for _, slot in slots),
        last=max(slot.day for _, slot in slots),
    )
    SlotReservation.objects.bulk_create(
        SlotReservation(
            line=line,
            capacity_day=days[slot.work_centre, slot.day],
            operation_id=slot.step,
            minutes=slot.minutes,
        )
        for line, slot in slots
    )
    _take_minutes((days[slot.work_centre, slot.day].pk, slot.minutes) for _, slot in slots)


def _claim(line: HoldLine, production_order: int, quantity: Decimal) -> None:
    claimed = ReceiptReservation.objects.filter(line=line, production_order_id=production_order)
    if not claimed.update(quantity=raised("quantity", quantity)):
        ReceiptReservation.objects.create(
            line=line, production_order_id=production_order, quantity=quantity
        )


def _let_go(standing: Hold, *, keep_lines: bool = False) -> None:
    """Free what a hold has reserved; its lines stay as a record if they are to."""
    free_lots(LotReservation.objects.filter(line__hold=standing))
    ReceiptReservation.objects.filter(line__hold=standing).delete()
    _give_back_minutes(SlotReservation.objects.filter(line__hold=standing))
    if not keep_lines:
        standing.lines.all().delete()


def _free_lapsed(items: set[int], work_centres: set[int], *, now: datetime) -> None:
    """Free what ended holds still have of these items and work centres, and of nothing else:
    the rest is another's to lock."""
    lots = LotReservation.objects.filter(lapsed(now), balance__lot__item__in=items)
    receipts = ReceiptReservation.objects.filter(lapsed(now), production_order__item__in=items)
    slots = SlotReservation.objects.filter(lapsed(now), capacity_day__work_centre__in=work_centres)
    ended = _holds_of(lots, receipts, slots)
    if not ended:
        return
    free_lots(lots)
    receipts.delete()
    _give_back_minutes(slots)
    Hold.objects.filter(pk__in=ended).update(status=Hold.Status.RELEASED)


def _ended_holds(now: datetime) -> set[int]:
    """Holds that ended and still have something, because a later one freed only what it needed."""
    return _holds_of(
        LotReservation.objects.filter(lapsed(now)),
        ReceiptReservation.objects.filter(lapsed(now)),
        SlotReservation.objects.filter(lapsed(now)),
    )


def _holds_of(lots: QuerySet, receipts: QuerySet, slots: QuerySet) -> set[int]:
    return set(
        lots.values_list("line__hold", flat=True).union(
            receipts.values_list("line__hold", flat=True),
            slots.values_list("line__hold", flat=True),
        )
    )


def _days(
    work_centres: Collection[Hashable], *, first: date, last: date | None = None
) -> dict[tuple[Hashable, date], CapacityDay]:
    days = CapacityDay.objects.filter(work_centre__in=work_centres, day__gte=first)
    if last:
        days = days.filter(day__lte=last)
    return {(each.work_centre_id, each.day): each for each in days.order_by("day")}


def _free_minutes(days: Mapping[tuple[Hashable, date], CapacityDay]) -> Capacity:
    free: dict[Hashable, list[tuple[date, int]]] = {}
    for (work_centre, day), each in days.items():
        free.setdefault(work_centre, []).append((day, each.minutes_available - each.minutes_taken))
    return Capacity(free=free)


def _take_minutes(taken: Iterable[tuple[int, int]]) -> None:
    """Add to what is taken of each day, by its id; the database refuses more than there is."""
    sums: dict[int, int] = {}
    for day, minutes in taken:
        sums[day] = sums.get(day, 0) + minutes
    if sums:
        CapacityDay.objects.filter(pk__in=sums).update(
            minutes_taken=F("minutes_taken") + each_by(sums, IntegerField())
        )


def _give_back_minutes(slots) -> None:
    rows = list(slots.values_list("pk", "capacity_day", "minutes"))
    _take_minutes((day, -minutes) for _, day, minutes in rows)
    SlotReservation.objects.filter(pk__in=[pk for pk, *_ in rows]).delete()


def _step(operation: Operation) -> Step:
    return Step(
        origin=operation.pk,
        work_centre=operation.work_centre_id,
        place=operation.work_centre.name,
        setup_minutes=operation.setup_minutes,
        run_minutes=operation.run_minutes,
        batch_quantity=operation.batch_quantity,
    )


# ── Orders that another system promised ──────────────────────────────────────────────────────


def _owed_parts(line: Owed, *, today: date) -> list[dict]:
    shares = (
        (Source.STOCK, line.from_stock, today),
        (Source.PLANNED, line.quantity - line.from_stock, line.ready_on),
    )
    return [
        {
            "quantity": str(quantity),
            "ready_on": ready_on.isoformat(),
            "source": source.value,
            "starts_on": None,
            "bottleneck": "",
        }
        for source, quantity, ready_on in shares
        if quantity
    ]


def _stock_shares(line: Owed) -> list[tuple[int, Decimal]]:
    shares, missing = [], line.from_stock
    for balance in promiseable_balances([line.item_id]):
        share = min(balance.on_hand - balance.reserved, missing)
        if share > 0:
            shares.append((balance.pk, share))
            missing -= share
    if missing > 0:
        raise NotEnoughStock(lot=line.reference, free=line.from_stock - missing)
    return shares


def _receipt_shares(line: Owed, *, now: datetime) -> list[tuple[ProductionOrder, Decimal]]:
    shares, missing = [], line.quantity - line.from_stock
    for order in queries.open_receipts([line.item_id], now=now).order_by("due_on", "number"):
        share = min(order.unreserved, missing)
        if share > 0:
            shares.append((order, share))
            missing -= share
    if missing > 0:
        raise CannotPromise(rules.Refusal.NOT_COVERED, item=line.reference)
    return shares


# ── Production orders; the locks are held ────────────────────────────────────────────────────


def _open_order(line: HoldLine, reference: str) -> ProductionOrder | None:
    """A production order for what of a line rests on neither lot nor receipt."""
    covered = (
        sum(
            rows.aggregate(sum=Sum("quantity"))["sum"] or Decimal(0)
            for rows in (line.lots, line.receipts)
        )
        + line.shipped
    )
    to_make = line.quantity - covered
    if to_make <= 0:
        return None
    slots = line.slots.order_by("capacity_day__day")
    days = list(slots.values_list("capacity_day__day", flat=True)) or [line.ready_on]
    order = ProductionOrder.objects.create(
        number=_next_number(reference or line.hold.key),
        item_id=line.item_id,
        quantity=to_make,
        start_on=days[0],
        due_on=max(days[-1], _made_by(line)),
        demand_reference=reference,
        hold_line=line,
    )
    ReceiptReservation.objects.create(line=line, production_order=order, quantity=to_make)
    # From here on the minutes belong to the work, whatever becomes of the hold.
    line.slots.update(production_order=order, line=None)
    return order


def _made_by(line: HoldLine) -> date:
    made = [
        date.fromisoformat(part["ready_on"])
        for part in line.parts
        if part["source"] == Source.PRODUCTION
    ]
    return max(made, default=line.ready_on)


def _next_number(reference: str) -> str:
    """The reference with a running number: the floor reads for whom it works."""
    prefix = f"MO-{reference}-"
    return f"{prefix}{ProductionOrder.objects.filter(number__startswith=prefix).count() + 1}"


def _require(order: ProductionOrder, *allowed: str) -> None:
    if order.state not in allowed:
        raise NotInThisState(order.state)


def _step_to(number: str, state: str, *, allowed: list[str]) -> ProductionOrder:
    order = _locked_order(number)
    if order.state != state:
        _require(order, *allowed)
        order.state = state
        order.save(update_fields=["state"])
    return order


def _begin(order: ProductionOrder, *, by, at: datetime) -> None:
    order.state = State.IN_PROGRESS
    order.started_at = at
    order.save(update_fields=["state", "started_at"])
    _record("production.started", order, by=by)


def _take_into_stock(order: ProductionOrder, quantity: Decimal, *, key: str, at: datetime) -> None:
    """A lot named after the order, given first to those who wait for it."""
    warehouse = default_warehouse()
    receive(
        [
            Arrival(
                item_id=order.item_id,
                lot=order.number,
                warehouse_id=warehouse.pk,
                quantity=quantity,
                key=key,
                from_place=Move.Place.PRODUCTION,
                produced_on=local_day(at),
                source=order.number,
            )
        ],
        at=at,
    )
    balance = Balance.objects.get(
        lot__item=order.item_id, lot__number=order.number, warehouse=warehouse
    )
    waiting = ReceiptReservation.objects.filter(
        Q(production_order=order) & ~lapsed(at)
    ).select_related("line")
    for claim in waiting.order_by("pk"):
        share = min(claim.quantity, quantity)
        if share <= 0:
            break
        reserve_lots([Share(line=claim.line, balance_id=balance.pk, quantity=share)])
        quantity -= share
        _lower(claim, share)


def _is_claimed(order: ProductionOrder) -> bool:
    return ReceiptReservation.objects.filter(production_order=order).exists()


def _lower(claim: ReceiptReservation, share: Decimal) -> None:
    if share == claim.quantity:
        claim.delete()
    else:
        claim.quantity -= share
        claim.save(update_fields=["quantity"])


def _make_good(order: ProductionOrder, *, now: datetime) -> Decimal:
    """Promise anew what was claimed of a finished order and did not come out of it.

    What cannot be promised stays owed without cover: the event tells how much fell short.
    """
    claims = list(
        ReceiptReservation.objects.filter(production_order=order)
        .select_related("line__hold")
        .order_by("pk")
    )
    if not claims:
        return Decimal(0)
    ReceiptReservation.objects.filter(production_order=order).delete()
    _free_lapsed({order.item_id}, _work_centres_of({order.item_id}), now=now)
    short = Decimal(0)
    for claim in claims:
        line = claim.line
        if _has_lapsed(line.hold, now):
            continue
        short += claim.quantity
        found = queries.snapshot([order.item_id], now=now, asked_on=local_day(now))
        (promise,) = found.promise_each(order.item_id, [claim.quantity])
        if isinstance(promise, CannotPromise):
            continue
        _reserve([(line, promise)])
        line.parts = [*_without_made(line.parts, claim.quantity), *_as_json(promise)]
        line.ready_on = max(line.ready_on, promise.ready_on)
        line.save(update_fields=["parts", "ready_on"])
        if line.hold.status == Hold.Status.FIRM:
            _open_order(line, line.hold.reference)
    return short


def _without_made(parts: list[dict], quantity: Decimal) -> list[dict]:
    """The parts less a quantity of what was still to come, the latest first."""
    kept = []
    for part in sorted(parts, key=lambda part: part["ready_on"], reverse=True):
        left = Decimal(part["quantity"])
        if part["source"] != Source.STOCK:
            gone = min(left, quantity)
            left, quantity = left - gone, quantity - gone
        if left:
            kept.append({**part, "quantity": str(left)})
    return kept[::-1]


def _record(name: str, order: ProductionOrder, *, by, **more) -> None:
    record(
        name,
        number=order.number,
        demand_reference=order.demand_reference,
        by=by.pk if by else None,
        **more,
    )

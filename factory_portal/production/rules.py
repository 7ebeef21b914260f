"""The promise: what can be had when, from stock, from planned receipts and from capacity.

Available to promise (ATP) looks ahead, so that nothing is promised which a later commitment
needs. What it cannot cover is loaded forward into the finite minutes of the work centres: capable
to promise (CTP). Every answer names what it rests on, its pegging; that is what a hold reserves.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from itertools import accumulate

from sites.values.calendar import WorkCalendar

NOTHING = Decimal(0)


class Source(StrEnum):
    """Where a part of a promise comes from."""

    STOCK = "stock"
    PLANNED = "planned"
    PRODUCTION = "production"


class Refusal(StrEnum):
    """Why nothing can be promised."""

    NOTHING_ASKED = "nothing asked"
    NO_ROUTING = "no routing"
    NO_CAPACITY = "no capacity"
    BEYOND_HORIZON = "beyond horizon"
    NOT_COVERED = "not covered"


class CannotPromise(Exception):
    """No honest date exists for this quantity; ``reason`` and ``place`` say why."""

    def __init__(self, reason: Refusal, *, item: str = "", place: str = "") -> None:
        super().__init__(f"{reason}: {item or place}")
        self.reason, self.item, self.place = reason, item, place


@dataclass(frozen=True, kw_only=True)
class OnHand:
    """Free stock in one place that may be promised. ``origin`` is the caller's own key."""

    origin: Hashable
    label: str
    quantity: Decimal


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """A quantity that is expected on a day and not yet spoken for."""

    origin: Hashable
    label: str
    quantity: Decimal
    due_on: date


@dataclass(frozen=True, kw_only=True)
class Commitment:
    """A quantity that is owed on a day without being tied to a lot or a receipt."""

    quantity: Decimal
    due_on: date


@dataclass(frozen=True, kw_only=True)
class Step:
    """An operation of the routing: set up once, then run per unit or per started batch."""

    origin: Hashable
    work_centre: Hashable
    place: str
    setup_minutes: Decimal
    run_minutes: Decimal
    batch_quantity: Decimal | None = None

    def minutes(self, quantity: Decimal, *, with_setup: bool = True) -> int:
        """Whole minutes for the quantity, rounded up so that the plan is never too tight."""
        runs = quantity
        if self.batch_quantity:
            runs = (quantity / self.batch_quantity).to_integral_value(ROUND_CEILING)
        setup = self.setup_minutes if with_setup else NOTHING
        return int((setup + self.run_minutes * runs).to_integral_value(ROUND_CEILING))


@dataclass(frozen=True, kw_only=True)
class Supply:
    """What one item has to promise from, and how it is made. Lots in the order they are taken."""

    item: str
    on_hand: tuple[OnHand, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    safety_stock: Decimal = NOTHING
    steps: tuple[Step, ...] = ()

    def without(self, promised: "Promise") -> "Supply":
        """What is left of it after a promise."""
        taken = {(part.source, peg.origin): peg.quantity for part, peg in promised.pegging}
        return replace(
            self,
            on_hand=tuple(
                replace(lot, quantity=lot.quantity - taken.get((Source.STOCK, lot.origin), 0))
                for lot in self.on_hand
            ),
            receipts=tuple(
                replace(due, quantity=due.quantity - taken.get((Source.PLANNED, due.origin), 0))
                for due in self.receipts
            ),
        )


@dataclass(frozen=True, kw_only=True)
class Slot:
    """Minutes of a work centre on a day for one step."""

    step: Hashable
    work_centre: Hashable
    day: date
    minutes: int


@dataclass(frozen=True, kw_only=True)
class Capacity:
    """Free minutes by work centre and day, the days ascending, less what was taken since."""

    free: Mapping[Hashable, Sequence[tuple[date, int]]]
    taken: Mapping[tuple[Hashable, date], int] = field(default_factory=dict)

    def open_from(self, work_centre: Hashable, first: date) -> Iterator[tuple[date, int]]:
        """Each day on or after ``first`` with the minutes still free on it."""
        days = self.free.get(work_centre, ())
        for day, minutes in days[bisect_left(days, (first, -1)) :]:
            yield day, minutes - self.taken.get((work_centre, day), 0)

    def without(self, slots: Iterable[Slot]) -> "Capacity":
        """What is left of it after these slots are taken."""
        taken = dict(self.taken)
        for slot in slots:
            place = (slot.work_centre, slot.day)
            taken[place] = taken.get(place, 0) + slot.minutes
        return replace(self, taken=taken)


@dataclass(frozen=True, kw_only=True)
class Question:
    """How much of something is wanted, asked when, and the earliest day it could be made on.

    ``calendar`` holds the days on which goods leave the house.
    """

    quantity: Decimal
    asked_on: date
    starts_on: date
    calendar: WorkCalendar


@dataclass(frozen=True, kw_only=True)
class Peg:
    """What a part of a promise rests on: a lot or a receipt, under the caller's own key."""

    origin: Hashable
    label: str
    quantity: Decimal


@dataclass(frozen=True, kw_only=True)
class Part:
    """A quantity that is ready on a day, from one source. Made parts say where and since when."""

    quantity: Decimal
    ready_on: date
    source: Source
    pegs: tuple[Peg, ...] = ()
    starts_on: date | None = None
    bottleneck: str = ""


@dataclass(frozen=True, kw_only=True)
class Promise:
    """The answer: complete on ``ready_on``, in parts that add up, resting on named supply."""

    quantity: Decimal
    ready_on: date
    parts: tuple[Part, ...]
    slots: tuple[Slot, ...] = ()

    @property
    def pegging(self) -> tuple[tuple[Part, Peg], ...]:
        """Every lot and receipt it rests on, with its part."""
        return tuple((part, peg) for part in self.parts for peg in part.pegs)

    @property
    def to_make(self) -> Decimal:
        """How much of it is still to be made."""
        return sum(
            (part.quantity for part in self.parts if part.source is Source.PRODUCTION), NOTHING
        )

    def quantity_by(self, day: date) -> Decimal:
        """How much of it is ready by a day."""
        return sum((part.quantity for part in self.parts if part.ready_on <= day), NOTHING)


@dataclass(frozen=True, kw_only=True)
class Run:
    """A loaded routing: from its first minute to the day of its last."""

    starts_on: date
    ends_on: date
    bottleneck: str
    slots: tuple[Slot, ...]


# ── Available to promise, in periods ─────────────────────────────────────────────────────────


def discrete_atp(
    *, on_hand: Decimal, receipts: Sequence[Decimal], commitments: Sequence[Decimal]
) -> list[Decimal]:
    """Per period, what its own receipt still has to give; a shortage is pulled back to earlier.

    TRADE: a period without a receipt has none; the first also has what is on hand.
    """
    free = [receipt + (on_hand if at == 0 else NOTHING) for at, receipt in enumerate(receipts)]
    source = 0
    for at, owed in enumerate(commitments):
        source = at if receipts[at] > 0 else source
        free[source] -= owed
    for at in range(len(free) - 1, 0, -1):
        if free[at] < 0:
            free[at - 1] += free[at]
            free[at] = NOTHING
    return free


def cumulative_atp(
    *, on_hand: Decimal, receipts: Sequence[Decimal], commitments: Sequence[Decimal]
) -> list[Decimal]:
    """Per period, the least that will ever be left from then on: ``min over s ≥ t``."""
    changes = [receipt - owed for receipt, owed in zip(receipts, commitments, strict=True)]
    left = list(accumulate(changes, initial=on_hand))[1:]
    return list(accumulate(reversed(left), min))[::-1]


# ── Available to promise, by day ─────────────────────────────────────────────────────────────


@dataclass(frozen=True, kw_only=True)
class Availability:
    """From ``day`` on, ``quantity`` in all can be promised, look-ahead included."""

    day: date
    quantity: Decimal


def expected_on(receipt: Receipt, *, asked_on: date) -> date:
    """The day a receipt can be counted on: one that should be here already comes tomorrow."""
    return max(receipt.due_on, asked_on + timedelta(days=1))


def availability(supply: Supply, *, asked_on: date) -> list[Availability]:
    """The days on which more becomes available, from ``asked_on`` on; never falling.

    Safety stock is subtracted once. A commitment that is overdue is owed at once.
    """
    changes = {asked_on: NOTHING}
    for receipt in supply.receipts:
        day = expected_on(receipt, asked_on=asked_on)
        changes[day] = changes.get(day, NOTHING) + receipt.quantity
    for owed in supply.commitments:
        day = max(owed.due_on, asked_on)
        changes[day] = changes.get(day, NOTHING) - owed.quantity
    days = sorted(changes)
    start = sum((lot.quantity for lot in supply.on_hand), NOTHING) - supply.safety_stock
    left = list(accumulate((changes[day] for day in days), initial=start))[1:]
    ahead = list(accumulate(reversed(left), min))[::-1]
    return [
        Availability(day=day, quantity=max(NOTHING, quantity))
        for day, quantity in zip(days, ahead, strict=True)
    ]


# ── Capable to promise ───────────────────────────────────────────────────────────────────────


def load(
    steps: Sequence[Step],
    quantity: Decimal,
    *,
    starts_on: date,
    capacity: Capacity,
    with_setup: bool = True,
) -> Run:
    """Take the earliest free minutes, step after step.

    A step starts no earlier than the day on which the step before it has all its minutes.
    """
    first_day, day, waited, bottleneck = None, starts_on, -1, ""
    slots: list[Slot] = []
    # Steps at the same place share its days: what an earlier step takes is gone.
    gone: dict[tuple[Hashable, date], int] = {}
    for step in steps:
        earliest, minutes_left = day, step.minutes(quantity, with_setup=with_setup)
        known = False
        for open_day, free in capacity.open_from(step.work_centre, earliest):
            known = True
            if minutes_left <= 0:
                break
            at = (step.work_centre, open_day)
            minutes = min(free - gone.get(at, 0), minutes_left)
            if minutes > 0:
                slots.append(
                    Slot(
                        step=step.origin,
                        work_centre=step.work_centre,
                        day=open_day,
                        minutes=minutes,
                    )
                )
                gone[at] = gone.get(at, 0) + minutes
                minutes_left -= minutes
                first_day, day = first_day or open_day, open_day
        if minutes_left > 0:
            reason = Refusal.BEYOND_HORIZON if known else Refusal.NO_CAPACITY
            raise CannotPromise(reason, place=step.place)
        if (day - earliest).days > waited:
            waited, bottleneck = (day - earliest).days, step.place
    return Run(
        starts_on=first_day or starts_on, ends_on=day, bottleneck=bottleneck, slots=tuple(slots)
    )


# ── The promise ──────────────────────────────────────────────────────────────────────────────


def promise(question: Question, *, supply: Supply, capacity: Capacity) -> Promise:
    """The earliest day on which all of it is ready; stock first, then receipts or new work.

    Waiting for a planned receipt competes with making more now: the way that completes first is
    taken, and of equal ones the way that makes least. ``CannotPromise`` if there is no way.
    """
    if question.quantity <= 0:
        raise CannotPromise(Refusal.NOTHING_ASKED, item=supply.item)
    available = availability(supply, asked_on=question.asked_on)
    best: tuple[date, int, Run | None] | None = None
    refusal: CannotPromise | None = None
    for waited, until in enumerate(available):
        missing = question.quantity - until.quantity
        # Days that add nothing only make us wait.
        if waited and until.quantity == available[waited - 1].quantity:
            continue
        if best and until.day > best[0]:
            break
        try:
            run = _run(supply, missing, question=question, capacity=capacity)
        except CannotPromise as reason:
            refusal = reason
            continue
        complete_on = max(until.day, run.ends_on) if run else until.day
        if best is None or complete_on <= best[0]:
            best = (complete_on, waited, run)
        if run is None:
            break
    if best is None:
        assert refusal is not None
        raise refusal
    _, waited, chosen = best
    return _answer(question, supply=supply, available=available[: waited + 1], run=chosen)


def promise_each(
    questions: Sequence[Question], *, supply: Supply, capacity: Capacity
) -> list[Promise | CannotPromise]:
    """One answer per question, each as if it were the only one: a table of quantities."""
    return [_or_refusal(question, supply=supply, capacity=capacity) for question in questions]


def promise_all(
    asked: Sequence[tuple[str, Question]], *, supplies: Mapping[str, Supply], capacity: Capacity
) -> list[Promise | CannotPromise]:
    """One answer per line, in order, none resting on what a line before it took: a basket."""
    left = dict(supplies)
    answers: list[Promise | CannotPromise] = []
    for item, question in asked:
        answer = _or_refusal(question, supply=left[item], capacity=capacity)
        if isinstance(answer, Promise):
            left[item] = left[item].without(answer)
            capacity = capacity.without(answer.slots)
        answers.append(answer)
    return answers


def _or_refusal(
    question: Question, *, supply: Supply, capacity: Capacity
) -> Promise | CannotPromise:
    try:
        return promise(question, supply=supply, capacity=capacity)
    except CannotPromise as refusal:
        return refusal


def _run(supply: Supply, missing: Decimal, *, question: Question, capacity: Capacity) -> Run | None:
    """The work for what is missing; None if nothing is."""
    if missing <= 0:
        return None
    if not supply.steps:
        raise CannotPromise(Refusal.NO_ROUTING, item=supply.item)
    try:
        return load(supply.steps, missing, starts_on=question.starts_on, capacity=capacity)
    except CannotPromise as refusal:
        raise CannotPromise(refusal.reason, item=supply.item, place=refusal.place) from None


def _answer(
    question: Question,
    *,
    supply: Supply,
    available: Sequence[Availability],
    run: Run | None,
) -> Promise:
    parts: list[Part] = []
    wanted = question.quantity
    taken = NOTHING
    for at, until in enumerate(available):
        quantity = min(wanted, until.quantity) - taken
        if quantity <= 0:
            continue
        taken += quantity
        at_once = at == 0
        origins: Sequence[OnHand | Receipt] = (
            supply.on_hand
            if at_once
            else [
                receipt
                for receipt in supply.receipts
                if expected_on(receipt, asked_on=question.asked_on) == until.day
            ]
        )
        parts.append(
            Part(
                quantity=quantity,
                ready_on=question.calendar.open_on_or_after(until.day),
                source=Source.STOCK if at_once else Source.PLANNED,
                pegs=_peg(origins, quantity),
            )
        )
    if run is not None:
        parts.append(
            Part(
                quantity=wanted - taken,
                ready_on=question.calendar.open_on_or_after(run.ends_on),
                source=Source.PRODUCTION,
                starts_on=run.starts_on,
                bottleneck=run.bottleneck,
            )
        )
    parts.sort(key=lambda part: part.ready_on)
    return Promise(
        quantity=wanted,
        ready_on=max(part.ready_on for part in parts),
        parts=tuple(parts),
        slots=run.slots if run else (),
    )


def _peg(origins: Sequence[OnHand | Receipt], quantity: Decimal) -> tuple[Peg, ...]:
    pegs = []
    for origin in origins:
        share = min(origin.quantity, quantity)
        if share > 0:
            pegs.append(Peg(origin=origin.origin, label=origin.label, quantity=share))
            quantity -= share
    return tuple(pegs)

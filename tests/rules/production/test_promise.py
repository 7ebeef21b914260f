"""The promise: laws that hold for every factory, and an oracle that works minute by minute."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factory_portal.production.rules import (
    CannotPromise,
    Capacity,
    OnHand,
    Promise,
    Question,
    Receipt,
    Refusal,
    Source,
    Step,
    Supply,
    availability,
    promise,
    promise_all,
    promise_each,
)
from sites.values.calendar import WorkCalendar, parse_holidays

SUNDAY = date(2026, 11, 22)
MONDAY = SUNDAY + timedelta(days=1)
EVERY_DAY = WorkCalendar(weekdays=frozenset(range(7)))
HORIZON = 12


def ask(quantity, calendar=EVERY_DAY):
    return Question(
        quantity=Decimal(quantity), asked_on=SUNDAY, starts_on=MONDAY, calendar=calendar
    )


def lot(quantity, origin="L1"):
    return OnHand(origin=origin, label=origin, quantity=Decimal(quantity))


def due(quantity, days, origin="MO-1"):
    day = SUNDAY + timedelta(days=days)
    return Receipt(origin=origin, label=origin, quantity=Decimal(quantity), due_on=day)


def step(number, place, run, setup=0, batch=None):
    return Step(
        origin=number,
        work_centre=place,
        place=place,
        setup_minutes=Decimal(setup),
        run_minutes=Decimal(run),
        batch_quantity=batch and Decimal(batch),
    )


def minutes(**by_place):
    return Capacity(
        free={
            place: [(MONDAY + timedelta(days=at), free) for at, free in enumerate(per_day)]
            for place, per_day in by_place.items()
        }
    )


def day(number):
    return SUNDAY + timedelta(days=number)


# ── Stories ──────────────────────────────────────────────────────────────────────────────────


def test_from_stock_now_and_the_rest_made():
    supply = Supply(item="gear", on_hand=(lot(1200),), steps=(step(10, "HOB", "0.5", setup=60),))
    answer = promise(ask(5000), supply=supply, capacity=minutes(HOB=[800] * 5))
    stock, made = answer.parts
    assert (stock.quantity, stock.ready_on, stock.source) == (1200, SUNDAY, Source.STOCK)
    # 60 + 3,800 × 0.5 = 1,960 minutes: two full days and part of the third.
    assert (made.quantity, made.ready_on, made.source) == (3800, day(3), Source.PRODUCTION)
    assert (made.starts_on, made.bottleneck) == (MONDAY, "HOB")
    assert [slot.minutes for slot in answer.slots] == [800, 800, 360]
    assert answer.ready_on == day(3)
    assert (answer.quantity_by(SUNDAY), answer.to_make) == (1200, 3800)


def test_goods_leave_on_working_days_only():
    closed = WorkCalendar(holidays=parse_holidays("2026-11-23 Founders' day"))
    supply = Supply(item="gear", on_hand=(lot(10),))
    assert promise(ask(10, closed), supply=supply, capacity=minutes()).ready_on == day(2)


def test_a_far_receipt_does_not_delay_what_can_be_made_sooner():
    supply = Supply(item="gear", receipts=(due(100, 11),), steps=(step(10, "HOB", 1),))
    answer = promise(ask(100), supply=supply, capacity=minutes(HOB=[60] * 9))
    assert [part.source for part in answer.parts] == [Source.PRODUCTION]
    assert answer.ready_on == day(2)


def test_a_near_receipt_is_used_before_the_machine_is():
    supply = Supply(item="gear", receipts=(due(100, 2),), steps=(step(10, "HOB", 1),))
    answer = promise(ask(100), supply=supply, capacity=minutes(HOB=[60] * 9))
    assert [(part.source, part.pegs[0].label) for part in answer.parts] == [
        (Source.PLANNED, "MO-1")
    ]


def test_a_furnace_makes_whole_batches():
    supply = Supply(item="mug", steps=(step(10, "KLN", 480, batch=300),))
    assert promise(ask(301), supply=supply, capacity=minutes(KLN=[960] * 3)).ready_on == MONDAY
    assert promise(ask(601), supply=supply, capacity=minutes(KLN=[960] * 3)).ready_on == day(2)


def test_two_steps_at_one_place_do_not_share_a_minute():
    supply = Supply(item="gear", steps=(step(10, "CNC", 1), step(20, "CNC", 1)))
    answer = promise(ask(100), supply=supply, capacity=minutes(CNC=[150] * 3))
    assert [(slot.step, slot.day, slot.minutes) for slot in answer.slots] == [
        (10, MONDAY, 100),
        (20, MONDAY, 50),
        (20, day(2), 50),
    ]


@pytest.mark.parametrize(
    ("quantity", "steps", "capacity", "reason"),
    [
        (0, (), minutes(), Refusal.NOTHING_ASKED),
        (9, (), minutes(), Refusal.NO_ROUTING),
        (9, (step(10, "HOB", 1),), minutes(), Refusal.NO_CAPACITY),
        (9, (step(10, "HOB", 1),), minutes(HOB=[2] * 4), Refusal.BEYOND_HORIZON),
    ],
)
def test_refusals_have_names(quantity, steps, capacity, reason):
    with pytest.raises(CannotPromise) as refusal:
        promise(ask(quantity), supply=Supply(item="gear", steps=steps), capacity=capacity)
    assert refusal.value.reason is reason


def test_a_basket_does_not_sell_the_same_thing_twice():
    supplies = {"gear": Supply(item="gear", on_hand=(lot(10),), steps=(step(10, "HOB", 60),))}
    lines = [("gear", ask(8)), ("gear", ask(8)), ("gear", ask(8))]
    first, second, third = promise_all(lines, supplies=supplies, capacity=minutes(HOB=[480, 480]))
    assert [part.quantity for part in first.parts] == [8]
    assert [(part.quantity, part.source.value) for part in second.parts] == [
        (2, "stock"),
        (6, "production"),
    ]
    assert third.ready_on == day(2)


# ── Laws ─────────────────────────────────────────────────────────────────────────────────────

PLACES = ("HOB", "CNC")
STEPS = st.lists(
    st.builds(
        step,
        st.integers(1, 99),
        st.sampled_from(PLACES),
        st.integers(1, 5),
        st.integers(0, 20),
        st.one_of(st.none(), st.integers(1, 5)),
    ),
    max_size=3,
    unique_by=lambda made: made.origin,
).map(lambda steps: tuple(sorted(steps, key=lambda made: made.origin)))
SUPPLIES = st.builds(
    lambda lots, receipts, safety, steps: Supply(
        item="gear",
        on_hand=tuple(lot(quantity, f"L{at}") for at, quantity in enumerate(lots)),
        receipts=tuple(
            due(quantity, days, f"MO-{at}") for at, (quantity, days) in enumerate(receipts)
        ),
        safety_stock=Decimal(safety),
        steps=steps,
    ),
    st.lists(st.integers(1, 15), max_size=3),
    st.lists(st.tuples(st.integers(1, 15), st.integers(-2, HORIZON)), max_size=3),
    st.integers(0, 10),
    STEPS,
)
CAPACITIES = st.builds(
    minutes,
    HOB=st.lists(st.integers(0, 40), max_size=HORIZON),
    CNC=st.lists(st.integers(0, 40), max_size=HORIZON),
)
QUANTITIES = st.integers(1, 40)


def answer_or_never(quantity, supply, capacity):
    try:
        return promise(ask(quantity), supply=supply, capacity=capacity).ready_on
    except CannotPromise:
        return date.max


@given(QUANTITIES, SUPPLIES, CAPACITIES)
def test_parts_add_up_and_rest_on_what_exists(quantity, supply, capacity):
    try:
        answer = promise(ask(quantity), supply=supply, capacity=capacity)
    except CannotPromise:
        return
    assert sum(part.quantity for part in answer.parts) == quantity
    assert answer.ready_on == max(part.ready_on for part in answer.parts)
    there = {lot.origin: lot.quantity for lot in supply.on_hand}
    there |= {due.origin: due.quantity for due in supply.receipts}
    for _part, peg in answer.pegging:
        assert 0 < peg.quantity <= there[peg.origin]
    for part in answer.parts:
        if part.source is not Source.PRODUCTION:
            assert sum(peg.quantity for peg in part.pegs) == part.quantity
    left = capacity.without(answer.slots)
    for place in PLACES:
        assert all(free >= 0 for _, free in left.open_from(place, SUNDAY))
    assert all(
        until.quantity >= 0 for until in availability(supply.without(answer), asked_on=SUNDAY)
    )
    expected = sum(made.minutes(answer.to_make) for made in supply.steps if answer.to_make)
    assert sum(slot.minutes for slot in answer.slots) == expected


@given(QUANTITIES, st.integers(1, 10), SUPPLIES, CAPACITIES)
def test_wanting_more_is_never_ready_sooner(quantity, extra, supply, capacity):
    assert answer_or_never(quantity + extra, supply, capacity) >= answer_or_never(
        quantity, supply, capacity
    )


@given(QUANTITIES, SUPPLIES, CAPACITIES, st.data())
def test_having_less_is_never_ready_sooner(quantity, supply, capacity, data):
    poorer = data.draw(
        st.sampled_from(
            [
                replace(supply, on_hand=supply.on_hand[1:]),
                replace(supply, receipts=supply.receipts[1:]),
                replace(supply, receipts=supply.receipts[:-1]),
                replace(supply, safety_stock=supply.safety_stock + 5),
            ]
        )
    )
    assert answer_or_never(quantity, poorer, capacity) >= answer_or_never(
        quantity, supply, capacity
    )


@given(QUANTITIES, SUPPLIES, CAPACITIES, st.sampled_from(PLACES), st.integers(0, HORIZON))
def test_a_lost_day_of_capacity_is_never_ready_sooner(quantity, supply, capacity, place, lost):
    poorer = Capacity(
        free={
            **capacity.free,
            place: [
                (open_day, 0 if open_day == day(lost) else free)
                for open_day, free in capacity.free[place]
            ],
        }
    )
    assert answer_or_never(quantity, supply, poorer) >= answer_or_never(quantity, supply, capacity)


@given(SUPPLIES, CAPACITIES, st.lists(QUANTITIES, min_size=1, max_size=4))
def test_a_table_is_its_answers_one_by_one(supply, capacity, quantities):
    table = promise_each(
        [ask(quantity) for quantity in quantities], supply=supply, capacity=capacity
    )
    for quantity, answer in zip(quantities, table, strict=True):
        ready_on = answer.ready_on if isinstance(answer, Promise) else date.max
        assert ready_on == answer_or_never(quantity, supply, capacity)


@given(SUPPLIES, CAPACITIES, st.lists(QUANTITIES, min_size=2, max_size=4))
def test_a_later_line_is_never_better_off_than_alone(supply, capacity, quantities):
    lines = [("gear", ask(quantity)) for quantity in quantities]
    answers = promise_all(lines, supplies={"gear": supply}, capacity=capacity)
    for quantity, answer in zip(quantities, answers, strict=True):
        ready_on = answer.ready_on if isinstance(answer, Promise) else date.max
        assert ready_on >= answer_or_never(quantity, supply, capacity)


def worked_minute_by_minute(steps, quantity, capacity):
    """Walk the days and their minutes, handing each free minute to the step that is next."""
    left = {place: dict(days) for place, days in capacity.free.items()}
    waiting = [[made.work_centre, made.minutes(quantity)] for made in steps]
    today = MONDAY
    while waiting and today <= day(HORIZON + 1):
        place, needed = waiting[0]
        if needed == 0:
            waiting.pop(0)
        elif left.get(place, {}).get(today, 0) > 0:
            left[place][today] -= 1
            waiting[0][1] -= 1
        else:
            today += timedelta(days=1)
    return date.max if waiting else today


@settings(max_examples=200)
@given(QUANTITIES, SUPPLIES, CAPACITIES)
def test_equals_trying_every_split(quantity, supply, capacity):
    """Take any amount from supply, wait as long as that needs, and make the rest."""
    every = availability(supply, asked_on=SUNDAY)
    completions = [date.max]
    for taken in range(quantity + 1):
        waits = [until.day for until in every if until.quantity >= taken]
        if not waits or (taken < quantity and not supply.steps):
            continue
        made = (
            worked_minute_by_minute(supply.steps, Decimal(quantity - taken), capacity)
            if taken < quantity
            else SUNDAY
        )
        completions.append(max(min(waits), made))
    assert answer_or_never(quantity, supply, capacity) == min(completions)

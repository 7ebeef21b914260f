"""Available to promise: the worked numbers of the trade, and the two ways of counting it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory_portal.production.rules import (
    Commitment,
    OnHand,
    Receipt,
    Supply,
    availability,
    cumulative_atp,
    discrete_atp,
)

TODAY = date(2026, 11, 22)
PLANS = st.lists(
    st.tuples(st.one_of(st.just(0), st.integers(0, 90)), st.integers(0, 60)),
    min_size=1,
    max_size=12,
)


def decimals(numbers):
    return [Decimal(number) for number in numbers]


def running_sum(numbers):
    return [sum(numbers[: at + 1]) for at in range(len(numbers))]


@pytest.mark.parametrize(
    ("on_hand", "receipts", "orders", "discrete", "cumulative"),
    [
        (
            100,
            [0, 0, 80, 0, 0, 80, 0, 0],
            [40, 25, 30, 10, 0, 95, 20, 0],
            [35, 0, 5, 0, 0, 0, 0, 0],
            [35, 35, 40, 40, 40, 40, 40, 40],
        ),
        (
            50,
            [0, 100, 0, 100, 0, 100],
            [30, 40, 10, 20, 15, 0],
            [20, 50, 0, 65, 0, 100],
            [20, 70, 70, 135, 135, 235],
        ),
        (100, [0], [30], [70], [70]),
        (200, [0], [30], [170], [170]),
        (170, [0], [0], [170], [170]),
    ],
    ids=["A", "B", "C stock 100", "C count finds 200", "C shipped"],
)
def test_worked(on_hand, receipts, orders, discrete, cumulative):
    plan = {
        "on_hand": Decimal(on_hand),
        "receipts": decimals(receipts),
        "commitments": decimals(orders),
    }
    assert discrete_atp(**plan) == discrete
    assert cumulative_atp(**plan) == cumulative


@given(st.integers(0, 100), PLANS)
def test_the_running_sum_of_discrete_is_cumulative(on_hand, plan):
    plan = {
        "on_hand": Decimal(on_hand),
        "receipts": decimals(receipt for receipt, _ in plan),
        "commitments": decimals(owed for _, owed in plan),
    }
    cumulative = cumulative_atp(**plan)
    assert running_sum(discrete_atp(**plan)) == cumulative
    assert cumulative == sorted(cumulative)


@given(st.integers(0, 100), st.integers(0, 40), PLANS)
def test_by_day_is_the_same_as_by_period(on_hand, safety, plan):
    """Period 0 is the day of asking, on which a receipt of that day is not yet counted on."""
    plan[0] = (0, plan[0][1])
    days = [TODAY + timedelta(days=at) for at in range(len(plan))]
    supply = Supply(
        item="bolt",
        on_hand=(OnHand(origin=1, label="L1", quantity=Decimal(on_hand)),),
        receipts=tuple(
            Receipt(origin=at, label=str(at), quantity=Decimal(receipt), due_on=days[at])
            for at, (receipt, _) in enumerate(plan)
            if receipt
        ),
        commitments=tuple(
            Commitment(quantity=Decimal(owed), due_on=days[at]) for at, (_, owed) in enumerate(plan)
        ),
        safety_stock=Decimal(safety),
    )
    by_period = cumulative_atp(
        on_hand=Decimal(on_hand - safety),
        receipts=decimals(receipt for receipt, _ in plan),
        commitments=decimals(owed for _, owed in plan),
    )
    by_day = {until.day: until.quantity for until in availability(supply, asked_on=TODAY)}
    assert by_day == {
        day: max(Decimal(0), quantity) for day, quantity in zip(days, by_period, strict=True)
    }


def test_a_late_receipt_is_expected_tomorrow_and_not_today():
    overdue = Receipt(origin=1, label="MO-1", quantity=Decimal(5), due_on=TODAY - timedelta(days=9))
    answers = availability(Supply(item="bolt", receipts=(overdue,)), asked_on=TODAY)
    assert [(until.day, until.quantity) for until in answers] == [
        (TODAY, 0),
        (TODAY + timedelta(days=1), 5),
    ]

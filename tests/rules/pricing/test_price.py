"""The laws and the worked numbers of a price by quantity."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storefront.pricing.rules import (
    Agreement,
    BelowMinimum,
    Break,
    NoPrice,
    OffMultiple,
    Rule,
    Tariff,
    ladder,
    nearest_quantities,
    price_for,
    sum_lines,
)

TODAY = date(2026, 11, 22)
TOWELS = Tariff(
    currency="EUR",
    minimum=120,
    multiple=10,
    breaks=(
        Break(from_quantity=120, unit_price=Decimal("1.65")),
        Break(from_quantity=360, unit_price=Decimal("1.57")),
        Break(from_quantity=1200, unit_price=Decimal("1.48")),
    ),
)
CHAIN = Agreement(rule=Rule.PRICE_LIST, code="CHAIN", discount_percent=Decimal(10))


@st.composite
def tariffs(draw):
    """Falling prices at rising quantities, as the factories send them."""
    multiple = draw(st.integers(1, 50))
    minimum = multiple * draw(st.integers(1, 20))
    starts = sorted(draw(st.sets(st.integers(minimum, 50_000), max_size=4)) | {minimum})
    cents = sorted(
        draw(st.lists(st.integers(1, 500_000), min_size=len(starts), max_size=len(starts))),
        reverse=True,
    )
    return Tariff(
        currency=draw(st.sampled_from(["USD", "EUR", "JPY", "KWD"])),
        minimum=minimum,
        multiple=multiple,
        breaks=tuple(
            Break(from_quantity=start, unit_price=Decimal(price).scaleb(-3))
            for start, price in zip(starts, cents, strict=True)
        ),
    )


@st.composite
def questions(draw):
    tariff = draw(tariffs())
    return tariff, tariff.minimum + tariff.multiple * draw(st.integers(0, 2_000))


@given(questions(), st.integers(0, 500))
def test_a_unit_never_gets_dearer_by_taking_more(question, more):
    tariff, quantity = question
    few = price_for(quantity, tariff=tariff, on=TODAY)
    many = price_for(quantity + more * tariff.multiple, tariff=tariff, on=TODAY)
    assert many.amount <= few.amount


@given(questions(), st.decimals(0, 99, places=2))
def test_a_discount_never_raises_a_price(question, percent):
    tariff, quantity = question
    agreement = Agreement(rule=Rule.PRICE_LIST, code="X", discount_percent=percent)
    public = price_for(quantity, tariff=tariff, on=TODAY)
    agreed = price_for(quantity, tariff=tariff, on=TODAY, agreements=[agreement])
    assert agreed.amount <= public.amount
    assert agreed.list_amount == public.list_amount


@given(questions())
def test_the_hint_at_the_next_break_is_true(question):
    tariff, quantity = question
    here = price_for(quantity, tariff=tariff, on=TODAY)
    if here.next_break and here.next_break.saves_at <= quantity < here.next_break.from_quantity:
        there = here.next_break.amount * here.next_break.from_quantity
        assert there < here.amount * quantity


@given(st.integers(-5, 10_000), st.integers(1, 500), st.integers(1, 60))
def test_the_nearest_quantities_can_be_ordered(quantity, minimum, multiple):
    near = nearest_quantities(quantity, minimum=minimum, multiple=multiple)
    assert near == tuple(sorted(near))
    for one in near:
        assert one >= minimum and one % multiple == 0
    assert not any(one % multiple == 0 and one >= minimum for one in range(near[0] + 1, near[-1]))


@given(questions())
def test_an_orderable_quantity_is_nearest_to_itself(question):
    tariff, quantity = question
    found = nearest_quantities(quantity, minimum=tariff.minimum, multiple=tariff.multiple)
    if quantity % tariff.multiple == 0:
        assert found == (quantity,)


@pytest.mark.parametrize(
    ("quantity", "amount"), [(120, "1.65"), (350, "1.65"), (360, "1.57"), (5000, "1.48")]
)
def test_the_break_reached_prices_every_unit(quantity, amount):
    assert price_for(quantity, tariff=TOWELS, on=TODAY).amount == Decimal(amount)


def test_too_few_names_the_minimum():
    with pytest.raises(BelowMinimum) as refused:
        price_for(50, tariff=TOWELS, on=TODAY)
    assert refused.value.nearest == (120,)


def test_off_the_multiple_names_both_neighbours():
    with pytest.raises(OffMultiple) as refused:
        price_for(365, tariff=TOWELS, on=TODAY)
    assert refused.value.nearest == (360, 370)


def test_the_winner_is_explained():
    price = price_for(400, tariff=TOWELS, on=TODAY, agreements=[CHAIN])
    assert price.amount == Decimal("1.41")  # 1.57 less 10 % is 1.413
    assert price.explanation == {
        "rule": "price list",
        "list": "CHAIN",
        "discount_percent": Decimal(10),
        "break_from": 360,
        "list_price": Decimal("1.57"),
    }


def test_a_contract_beats_a_price_list_even_if_it_is_dearer():
    contract = Agreement(
        rule=Rule.CONTRACT,
        code="C-1",
        breaks=(Break(from_quantity=1, unit_price=Decimal("1.60")),),
    )
    price = price_for(400, tariff=TOWELS, on=TODAY, agreements=[CHAIN, contract])
    assert (price.amount, price.rule) == (Decimal("1.60"), Rule.CONTRACT)


def test_small_parts_keep_prices_finer_than_a_cent():
    bulbs = Tariff(currency="USD", breaks=(Break(from_quantity=1, unit_price=Decimal("1.1020")),))
    agreement = Agreement(rule=Rule.PRICE_LIST, code="P", discount_percent=Decimal(9))
    price = price_for(4000, tariff=bulbs, on=TODAY, agreements=[agreement])
    assert price.amount == Decimal("1.003")
    assert price.line_total == Decimal("4012.00")


def test_each_line_is_rounded_before_the_sum():
    third = Tariff(currency="USD", breaks=(Break(from_quantity=1, unit_price=Decimal("0.335")),))
    line = price_for(3, tariff=third, on=TODAY)
    assert sum_lines([line] * 7, currency="USD") == Decimal("7.07")


def test_a_break_holds_on_its_last_day_and_not_after():
    season = Tariff(
        currency="EUR",
        breaks=(
            Break(from_quantity=1, unit_price=Decimal(2), valid_until=date(2026, 11, 22)),
            Break(from_quantity=1, unit_price=Decimal(3), valid_from=date(2026, 12, 1)),
        ),
    )
    assert price_for(1, tariff=season, on=TODAY).amount == 2
    assert price_for(1, tariff=season, on=date(2026, 12, 1)).amount == 3
    with pytest.raises(NoPrice):
        price_for(1, tariff=season, on=date(2026, 11, 25))


def test_the_ladder_shows_each_break_at_the_buyers_price():
    steps = ladder(tariff=TOWELS, on=TODAY, agreements=[CHAIN])
    assert [(one.break_from, one.amount) for one in steps] == [
        (120, Decimal("1.49")),
        (360, Decimal("1.41")),
        (1200, Decimal("1.33")),
    ]

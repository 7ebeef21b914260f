from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites.values.money import (
    CurrencyMismatch,
    Money,
    NoExchangeRate,
    NothingToApportion,
    apportion,
    exchange,
    minor_units,
    round_money,
    total,
)

AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**9, places=4)
CURRENCIES = st.sampled_from(["USD", "JPY", "KWD", "IQD", "LAK", "CLF"])
WEIGHTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=12).filter(any)


def test_minor_units_are_those_of_iso_4217():
    assert [minor_units(code) for code in ("IQD", "LAK", "KWD", "JPY", "USD")] == [3, 2, 3, 0, 2]


@given(AMOUNTS, CURRENCIES)
def test_rounding_moves_at_most_half_a_unit_and_is_final(amount, currency):
    rounded = round_money(amount, currency)
    assert abs(rounded - amount) * 2 <= Decimal(1).scaleb(-minor_units(currency))
    assert round_money(rounded, currency) == rounded
    assert round_money(-amount, currency) == -rounded


def test_halves_round_up():
    assert round_money(Decimal("0.005"), "USD") == Decimal("0.01")
    assert round_money(Decimal("2.5"), "JPY") == 3


def test_lines_are_rounded_then_summed():
    line = (Money(Decimal("0.335"), "USD") * 3).rounded()
    assert total([line] * 7, "USD").amount == Decimal("7.07")


@given(AMOUNTS, CURRENCIES, WEIGHTS)
def test_parts_add_up_to_the_whole(amount, currency, weights):
    whole = Money(amount, currency).rounded()
    assert total(apportion(whole, weights), currency) == whole


@given(AMOUNTS, CURRENCIES, WEIGHTS)
def test_no_part_is_a_unit_away_from_its_exact_share(amount, currency, weights):
    whole = Money(amount, currency).rounded()
    unit = Decimal(1).scaleb(-minor_units(currency))
    for part, weight in zip(apportion(whole, weights), weights, strict=True):
        assert abs(part.amount - whole.amount * weight / sum(weights)) < unit
        assert part.amount or not (weight and abs(whole.amount) >= unit * sum(weights))


def test_deposit_and_balance():
    deposit, balance = apportion(Money(Decimal("100.05"), "USD"), [30, 70])
    assert (deposit.amount, balance.amount) == (Decimal("30.02"), Decimal("70.03"))


@pytest.mark.parametrize("weights", [[], [0, 0], [-1, 2]])
def test_nothing_to_divide_by(weights):
    with pytest.raises(NothingToApportion):
        apportion(Money(Decimal(1), "USD"), weights)


def test_cross_rates_come_from_unrounded_legs():
    rates = {"USD": Decimal("1.0777"), "CNY": Decimal("7.7179")}
    dollars = Money(Decimal(1000), "USD")
    assert exchange(dollars, "CNY", rates).amount == Decimal("7161.45")
    assert exchange(dollars, "EUR", rates).amount == Decimal("927.90")
    with pytest.raises(NoExchangeRate):
        exchange(dollars, "TRY", rates)


def test_currencies_do_not_mix_and_floats_are_refused():
    with pytest.raises(CurrencyMismatch):
        Money(Decimal(1), "USD") + Money(Decimal(1), "EUR")
    with pytest.raises(TypeError):
        Money(0.1, "USD")

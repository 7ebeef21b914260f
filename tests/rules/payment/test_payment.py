"""Terms of payment split without losing a cent, and references carry their own check."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iso11649

from sites.values.money import Money
from storefront.payment.rules import (
    BadReference,
    Due,
    Kind,
    State,
    UnreadableTerms,
    creditor_reference,
    is_creditor_reference,
    parse_terms,
    printed_reference,
    reference_for,
    settle,
    split,
)

TODAY = date(2026, 11, 22)
CURRENCIES = st.sampled_from(["USD", "EUR", "JPY", "KWD"])
AMOUNTS = st.decimals(0, 10_000_000, places=2)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("100 % in advance", [(100, "full", "confirmed", 0)]),
        (
            "30 % deposit, 70 % before shipment",
            [(30, "deposit", "confirmed", 0), (70, "balance", "packed", 0)],
        ),
        (
            "30 % deposit, 70 % against copy of bill of lading",
            [(30, "deposit", "confirmed", 0), (70, "balance", "shipped", 0)],
        ),
        (
            "50% deposit, 50% before shipment",
            [(50, "deposit", "confirmed", 0), (50, "balance", "packed", 0)],
        ),
        (
            "20 % deposit, 30 % before shipment, 50 % 30 days after delivery",
            [
                (20, "deposit", "confirmed", 0),
                (30, "balance", "packed", 0),
                (50, "balance", "shipped", 30),
            ],
        ),
        ("T/T 30/70", [(30, "deposit", "confirmed", 0), (70, "balance", "packed", 0)]),
        ("Net 45 days", [(100, "full", "shipped", 45)]),
        ("Letter of credit at sight", [(100, "full", "shipped", 0)]),
        ("L/C 90 days", [(100, "full", "shipped", 90)]),
        (
            "33,5 % deposit, 66,5 % before shipment",
            [
                (Decimal("33.5"), "deposit", "confirmed", 0),
                (Decimal("66.5"), "balance", "packed", 0),
            ],
        ),
    ],
)
def test_the_trades_terms_are_read(text, parts):
    assert [
        (share.percent, share.kind.value, share.due.value, share.days)
        for share in parse_terms(text)
    ] == parts


@pytest.mark.parametrize("text", ["", "as agreed", "30 % deposit", "60 % deposit, 60 % later"])
def test_terms_that_make_no_whole_are_refused(text):
    with pytest.raises(UnreadableTerms):
        parse_terms(text)


@given(AMOUNTS, CURRENCIES, st.integers(1, 99))
def test_the_parts_add_up_to_the_order(amount, currency, percent):
    total = Money(amount, currency).rounded()
    shares = parse_terms(f"{percent} % deposit, {100 - percent} % before shipment")
    parts = split(total, shares, on=TODAY)
    assert sum((part.amount.amount for part in parts), Decimal(0)) == total.amount
    assert [part.share.kind for part in parts] == [Kind.DEPOSIT, Kind.BALANCE]


def test_only_what_is_due_at_once_has_a_day():
    deposit, balance = split(
        Money("1000.01", "USD"), parse_terms("30 % deposit, 70 % before shipment"), on=TODAY
    )
    assert (deposit.amount, balance.amount) == (Money("300.00", "USD"), Money("700.01", "USD"))
    assert deposit.due_on == date(2026, 11, 29)
    assert balance.due_on is None and balance.share.due is Due.PACKED


@given(st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=21))
def test_a_reference_is_valid_to_everyone_else(number):
    reference = creditor_reference(number)
    assert iso11649.is_valid(reference)
    assert is_creditor_reference(printed_reference(reference).lower())


@given(st.text("0123456789", min_size=2, max_size=20), st.data())
def test_a_wrong_digit_is_noticed(number, data):
    reference = creditor_reference(number)
    at = data.draw(st.integers(4, len(reference) - 1))
    wrong = data.draw(st.sampled_from([one for one in "0123456789" if one != reference[at]]))
    assert not is_creditor_reference(reference[:at] + wrong + reference[at + 1 :])


def test_each_part_of_each_order_has_its_own_reference():
    numbers = ["2026-00001", "2026-00010", "XS26-2604", "P" * 40 + "7", "P" * 40 + "8"]
    references = {reference_for(number, part) for number in numbers for part in (1, 2, 10)}
    assert len(references) == 15
    assert all(map(iso11649.is_valid, references))


def test_the_standards_own_example():
    assert is_creditor_reference("RF18 5390 0754 7034")
    assert creditor_reference("539007547034") == "RF18539007547034"
    assert not is_creditor_reference("RF18 5390 0754 7035")
    for bad in ("", "---", "1" * 22):
        with pytest.raises(BadReference):
            creditor_reference(bad)


@given(AMOUNTS, AMOUNTS, st.decimals(0, 50, places=2))
def test_a_settlement_keeps_the_books_balanced(amount, received, tolerance):
    due, seen = Money(amount, "USD"), Money(received, "USD")
    stand = settle(due, seen, tolerance=tolerance)
    assert due + stand.excess == seen + stand.outstanding + stand.charges
    assert (stand.state is State.OVER) == (received > amount)
    assert not (stand.outstanding and stand.excess)


@pytest.mark.parametrize(
    ("received", "state", "outstanding"),
    [
        ("0", State.OPEN, "100"),
        ("60", State.SHORT, "40"),
        ("80", State.PAID, "0"),
        ("100", State.PAID, "0"),
        ("120", State.OVER, "0"),
    ],
)
def test_a_gap_within_the_banks_charges_is_settled(received, state, outstanding):
    stand = settle(Money("100", "USD"), Money(received, "USD"), tolerance=Decimal(20))
    assert (stand.state, stand.outstanding) == (state, Money(outstanding, "USD"))

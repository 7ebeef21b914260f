"""A paper that contradicts itself does not go out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory_portal.documents.rules import (
    Cargo,
    Charge,
    DoesNotAddUp,
    Item,
    Part,
    Party,
    Proforma,
    Terms,
    check,
    document_number,
    enclose,
    isolate,
    residual,
)

FIRM = Party(name="Alpha Works Ltd.", lines=("1 Works Road",), country="CN")
PAPER = Proforma(
    number="PI-2026-0001",
    issued_on=date(2026, 11, 22),
    order_number="2026-00001",
    purchase_order_number="",
    seller=FIRM,
    buyer=FIRM,
    consignee=None,
    currency="USD",
    terms=Terms(incoterm="FOB", named_place="Ningbo", payment="100 % in advance"),
    items=(
        Item(
            sku="A-1",
            description="Flange",
            quantity=3,
            unit="H87",
            unit_price=Decimal("0.335"),
            amount=Decimal("1.01"),
        ),
    ),
    charges=(Charge(name="freight", amount=Decimal("9.00")),),
    total=Decimal("10.01"),
    parts=(),
    bank=None,
    cargo=Cargo(cartons=1, net_kg=Decimal(2), gross_kg=Decimal(3), volume_m3=Decimal("0.1")),
)


def test_a_true_paper_passes():
    check(PAPER)
    assert PAPER.goods == Decimal("1.01")


@pytest.mark.parametrize(
    "changes",
    [
        {"total": Decimal("10.02")},
        {"charges": ()},
        {"items": (replace(PAPER.items[0], quantity=4),)},
        {"cargo": Cargo(cartons=1, net_kg=Decimal(3), gross_kg=Decimal(2), volume_m3=Decimal(1))},
        {
            "parts": (
                Part(
                    kind="full",
                    percent=Decimal(100),
                    amount=Decimal("10.00"),
                    due_event="confirmed",
                    due_days=0,
                    due_on=None,
                    reference="RF18539007547034",
                ),
            )
        },
    ],
)
def test_a_contradiction_is_refused(changes):
    with pytest.raises(DoesNotAddUp):
        check(replace(PAPER, **changes))


@given(
    st.decimals(0, 10_000, places=2),
    st.lists(st.decimals(0, 1_000, places=2), max_size=3),
    st.decimals(-500, 500, places=2),
)
def test_charges_always_lead_from_the_lines_to_the_total(lines, amounts, difference):
    charges = tuple(Charge(name="freight", amount=amount) for amount in amounts)
    grand_total = lines + sum(amounts, Decimal(0)) + difference
    found = residual(lines=lines, charges=charges, grand_total=grand_total)
    assert lines + sum((one.amount for one in found), Decimal(0)) == grand_total
    assert all(one.amount for one in found)


def test_numbers_sort_and_are_told_apart():
    assert document_number("proforma", year=2026, sequence=7) == "PI-2026-0007"


def test_isolates_close_what_they_open():
    assert isolate("2026-0117") == "\u20662026-0117\u2069"
    assert enclose("Grüße") == "\u2068Grüße\u2069"
    assert isolate("") == enclose("") == ""

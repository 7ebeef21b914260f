"""What the way adds to the goods, and what the buyer begins with."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storefront.checkout.rules import carries, charges, default_term

TERMS = ("EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP")
MONEY = st.decimals(Decimal("0.01"), Decimal(10**7), places=2)


def test_the_worked_examples_of_cif():
    found = charges(
        "CIF",
        goods=Decimal(35),
        freight=Decimal(5),
        currency="USD",
        insurance_rate=Decimal("0.008"),
    )
    assert found.total == Decimal("40.36")


@given(st.sampled_from(TERMS), MONEY, MONEY, st.booleans())
def test_the_parts_add_up(term, goods, freight, insured):
    found = charges(term, goods=goods, freight=freight, currency="USD", insured=insured)
    assert found.total == goods + found.freight + found.insurance
    assert found.freight == (freight if carries(term) else 0)
    assert bool(found.insurance) <= carries(term)


@given(st.sampled_from([term for term in TERMS if carries(term)]), MONEY, MONEY)
def test_insuring_never_costs_less(term, goods, freight):
    plain = charges(term, goods=goods, freight=freight, currency="USD")
    insured = charges(term, goods=goods, freight=freight, currency="USD", insured=True)
    assert insured.total >= plain.total


@pytest.mark.parametrize(
    ("offered", "has_freight", "wanted", "term"),
    [
        (["EXW", "FCA", "DAP"], True, "", "DAP"),
        (["EXW", "FCA", "DAP"], False, "", "FCA"),
        (["EXW", "FCA", "DAP"], True, "FCA", "FCA"),
        (["EXW"], True, "", "EXW"),
        ([], True, "", "EXW"),
    ],
)
def test_the_first_term_fits_what_we_can_do(offered, has_freight, wanted, term):
    assert default_term(offered, has_freight=has_freight, wanted=wanted) == term

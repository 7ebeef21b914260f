"""The way from the works to the named place adds up."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites.values.address import INCOTERMS, Cost
from sites.values.money import Money
from storefront.pricing.incoterms import better_for_containers, build_up, insurance_cover

AMOUNTS = st.decimals(0, 100_000, places=2)
COSTS = st.dictionaries(st.sampled_from(list(Cost)), AMOUNTS)
RATES = st.decimals(0, "0.05", places=4)
TERMS = st.sampled_from(sorted(INCOTERMS))
FREIGHT = Cost.MAIN_FREIGHT


@pytest.mark.parametrize(
    ("fob", "freight", "rate", "cif"),
    [("35", "5", "0.008", "40.36"), ("330", "40", "0.006", "372.46")],
)
def test_insured_terms_cover_their_own_premium(fob, freight, rate, cif):
    price = build_up(
        "CIF",
        goods=Money(fob, "USD"),
        costs={FREIGHT: Decimal(freight)},
        insurance_rate=Decimal(rate),
        priced_at="FOB",
    )
    assert price.total == Money(cif, "USD")


@given(TERMS, TERMS, AMOUNTS, COSTS, RATES)
def test_goods_and_steps_make_the_total(term, priced_at, goods, costs, rate):
    price = build_up(
        term,
        goods=Money(goods, "EUR"),
        costs=costs,
        insurance_rate=rate,
        priced_at=priced_at,
    )
    assert price.goods.amount + sum(step.amount.amount for step in price.steps) == (
        price.total.amount
    )
    assert price.total.amount >= price.goods.amount


@given(AMOUNTS, COSTS, RATES)
def test_the_further_the_seller_carries_the_more_it_costs(goods, costs, rate):
    chain = ["EXW", "FCA", "CPT", "CIP"], ["FOB", "CFR", "DAP", "DPU"], ["CFR", "DAP", "DDP"]
    for terms in chain:
        totals = [
            build_up(term, goods=Money(goods, "EUR"), costs=costs, insurance_rate=rate).total
            for term in terms
        ]
        assert all(near <= far for near, far in zip(totals, totals[1:], strict=False))


@given(AMOUNTS, COSTS, RATES, TERMS)
def test_a_price_at_its_own_term_stays_as_it_is(goods, costs, rate, term):
    price = build_up(
        term, goods=Money(goods, "USD"), costs=costs, insurance_rate=rate, priced_at=term
    )
    assert price.total == Money(goods, "USD") and not price.steps


def test_every_step_is_named_in_order():
    price = build_up(
        "DDP",
        goods=Money("1000", "EUR"),
        costs={
            Cost.INLAND: Decimal(30),
            FREIGHT: Decimal(200),
            Cost.DELIVERY: Decimal(50),
            Cost.IMPORT_DUTY: Decimal(80),
        },
    )
    assert [step.cost for step in price.steps] == [
        Cost.INLAND,
        FREIGHT,
        Cost.DELIVERY,
        Cost.IMPORT_DUTY,
    ]
    assert price.charges == Money("360.00", "EUR")


def test_containers_travel_under_other_terms_and_cip_covers_all_risks():
    assert [better_for_containers(term) for term in ("FOB", "CFR", "CIF", "DAP")] == [
        "FCA",
        "CPT",
        "CIP",
        "DAP",
    ]
    assert (insurance_cover("CIP"), insurance_cover("CIF"), insurance_cover("FOB")) == (
        "A",
        "C",
        "",
    )

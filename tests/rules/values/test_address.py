from decimal import Decimal

import pytest

from sites.values.address import (
    INCOTERMS,
    Cost,
    NamedPlace,
    PostalAddress,
    UnknownIncoterm,
    incoterm,
    insured_price,
)
from sites.values.money import Money


@pytest.mark.parametrize(
    ("carried", "rate", "insured"), [("40", "0.008", "40.36"), ("370", "0.006", "372.46")]
)
def test_the_premium_is_in_the_price_it_insures(carried, rate, insured):
    price = insured_price(Money(Decimal(carried), "USD"), Decimal(rate))
    assert price.amount == Decimal(insured)


def test_each_rule_pays_for_no_less_than_the_one_before():
    ways = [
        ["EXW", "FAS", "FOB", "CFR", "CIF"],
        ["EXW", "FCA", "CPT", "CIP"],
        ["FCA", "CPT", "DAP", "DPU"],
        ["DAP", "DDP"],
    ]
    for way in ways:
        for nearer, farther in zip(way, way[1:], strict=False):
            assert INCOTERMS[nearer].seller_pays < INCOTERMS[farther].seller_pays


def test_only_duty_paid_pays_duty_and_only_two_must_insure():
    assert [code for code, rule in INCOTERMS.items() if rule.pays(Cost.IMPORT_DUTY)] == ["DDP"]
    assert {code for code, rule in INCOTERMS.items() if rule.pays(Cost.INSURANCE)} == {
        "CIF",
        "CIP",
    }


def test_the_place_and_the_year_are_printed():
    assert str(NamedPlace(code="FOB", place="Ningbo")) == "FOB Ningbo, Incoterms® 2020"
    with pytest.raises(UnknownIncoterm):
        incoterm("DDU")


def test_a_label_has_no_empty_lines():
    address = PostalAddress(lines=("1 Quay",), city="Rotterdam", postcode="3011", country="NL")
    assert address.printed("Netherlands") == ["1 Quay", "3011 Rotterdam", "Netherlands"]

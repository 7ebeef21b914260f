"""A stock record's price for a buyer, from the database."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from storefront.pricing import queries, rules
from storefront.pricing.actions import publish_breaks
from storefront.pricing.models import PriceBreak, PriceList
from tests.builders.goods import Range

TODAY = date(2026, 11, 22)


@pytest.fixture
def record(in_factory):
    return Range().sku("SG-20").stockrecords.get()


@pytest.fixture
def distributor(in_factory):
    return PriceList.objects.create(
        code="DIST-USD", name="Distributor", currency="USD", discount_percent=8
    )


def test_the_public_price_and_the_list_of_a_company(record, distributor):
    public = queries.unit_price(record, quantity=500, on=TODAY)
    agreed = queries.unit_price(record, quantity=500, on=TODAY, price_list=distributor)
    assert (public.amount, public.rule) == (Decimal("1.80"), rules.Rule.PUBLIC)
    assert (agreed.amount, agreed.list_code) == (Decimal("1.66"), "DIST-USD")
    assert public.next_break.from_quantity == 1000


def test_a_list_in_another_currency_or_season_grants_nothing(record, distributor):
    distributor.currency = "EUR"
    assert not queries.agreements(currency="USD", on=TODAY, price_list=distributor)
    distributor.currency = "USD"
    distributor.valid_until = date(2026, 11, 21)
    assert not queries.agreements(currency="USD", on=TODAY, price_list=distributor)


def test_minimum_and_multiple_are_the_products(record):
    with pytest.raises(rules.BelowMinimum) as few:
        queries.unit_price(record, quantity=10, on=TODAY)
    with pytest.raises(rules.OffMultiple) as odd:
        queries.unit_price(record, quantity=120, on=TODAY)
    assert (few.value.nearest, odd.value.nearest) == ((100,), (100, 150))


def test_without_breaks_the_records_own_price_stands(record):
    publish_breaks(record, breaks=[])
    record.refresh_from_db()
    assert queries.unit_price(record, quantity=100, on=TODAY).amount == Decimal("2.00")
    record.price = None
    with pytest.raises(rules.NoPrice):
        queries.unit_price(record, quantity=100, on=TODAY)


def test_publishing_replaces_the_breaks_and_the_first_price(record):
    steps = [rules.Break(from_quantity=100, unit_price=Decimal("2.50"))]
    publish_breaks(record, breaks=steps)
    assert PriceBreak.objects.count() == 1
    assert record.price == Decimal("2.50")
    assert [one.amount for one in queries.ladder(record, on=TODAY)] == [Decimal("2.50")]


def test_the_database_refuses_two_prices_for_one_quantity(record, in_factory):
    for wrong in (
        {"from_quantity": 100, "unit_price": 3},
        {"from_quantity": 0, "unit_price": 3},
        {"from_quantity": 7, "unit_price": 0},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            PriceBreak.objects.create(stock_record=record, **wrong)
    PriceList.objects.create(code="A", name="A", currency="USD", is_default=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        PriceList.objects.create(code="B", name="B", currency="USD", is_default=True)
    assert queries.public_list().code == "A"

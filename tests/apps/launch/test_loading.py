"""The demo factories in the database: whole, the same after a second loading, and apart."""

from collections import Counter
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from factory_portal.inventory import queries as inventory
from factory_portal.inventory.models import Balance, Lot, LotReservation
from factory_portal.production import queries as production
from factory_portal.production.models import CapacityDay, ProductionOrder
from sites.launch import actions
from sites.launch.loading.load import known, load
from sites.launch.reading.folders import read_folder
from sites.tenancy.models import Factory
from sites.tenancy.scope import factory_scope
from storefront.catalogue.models import Product, ProductImage
from storefront.companies.models import Company
from storefront.customer.models import Buyer
from storefront.order.models import Order

DEMO = Path(actions.__file__).parent / "demo"
BUSY_AND_IDLE = {
    "harrow-vale": ("HOB", "GRD"),
    "loomstone": ("KLN", "BSK"),
    "lumenforge": ("LH", "XS"),
}
SKUS = {"harrow-vale": 121, "loomstone": 60, "lumenforge": 71}


@pytest.fixture(scope="module")
def said(django_db_setup, django_db_blocker):
    """The demo, opened once for all tests of this module and then forgotten; what it said."""
    out = StringIO()
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("demo", stdout=out)
        yield out.getvalue()
        transaction.set_rollback(True)


@pytest.fixture(params=SKUS)
def factory(said, request):
    return Factory.objects.get(slug=request.param)


def test_a_factory_is_loaded_whole_and_a_second_time_changes_nothing(factory):
    files = read_folder(DEMO / factory.slug).files
    with factory_scope(factory):
        skus = Product.objects.exclude(upc=None)
        assert skus.count() == SKUS[factory.slug]
        assert not skus.filter(stockrecords__breaks=None).exists()
        assert not skus.filter(packing=None).exists()
        assert not skus.filter(item__operations=None).exists()
        assert not Product.objects.filter(structure=Product.PARENT, categories=None).exists()
        assert inventory.differences() == []
        assert Order.objects.count() == len({line.order for line in files.sales})
        assert Company.objects.count() == Buyer.objects.count() == 5
        with CaptureQueriesContext(connection) as asked:
            load(read_folder(DEMO / factory.slug, known=known()).files)
    written = [
        query["sql"]
        for query in asked
        if query["sql"].startswith(("INSERT", "UPDATE", "DELETE")) and "search" not in query["sql"]
    ]
    assert written == []


def test_orders_own_the_lots_and_receipts_that_the_sheets_say(factory):
    files = read_folder(DEMO / factory.slug).files
    from_stock = Counter()
    for line in files.sales:
        from_stock[line.sku] += line.reserved
    with factory_scope(factory):
        reserved = Counter()
        for row in LotReservation.objects.select_related("balance__lot__item"):
            reserved[row.balance.lot.item.code] += row.quantity
            assert row.balance.lot.status == Lot.Status.AVAILABLE
        assert +reserved == +from_stock
        for order in Order.objects.filter(status="ready"):
            held = production.held(order.hold_key)
            assert all(line.promise.to_make == 0 for line in held.lines)
        assert not Balance.objects.filter(reserved__gt=0, lot__status=Lot.Status.ON_HOLD).exists()


def test_the_bottleneck_is_nearly_full_and_the_idle_centre_empty(factory):
    busy, idle = BUSY_AND_IDLE[factory.slug]
    with factory_scope(factory):
        assert not ProductionOrder.objects.filter(slots=None).exists()
        taken = {}
        for code in (busy, idle):
            days = CapacityDay.objects.filter(
                work_centre__code=code, day__range=("2026-11-23", "2026-12-13")
            )
            available = sum(day.minutes_available for day in days)
            taken[code] = sum(day.minutes_taken for day in days) / available
    assert taken[idle] == 0
    assert taken[busy] > 0.9


def test_titles_speak_each_language_of_the_store(said):
    factory = Factory.objects.get(slug="lumenforge")
    with factory_scope(factory):
        connector = Product.objects.get(upc="LF-M12-8SF")
        assert connector.title_en == "M12 sensor connector, Number of pins 8, Straight, Female"
        assert connector.title_zh_hans == "M12传感器连接器，芯数 8，直头，母"
        with translation.override("ar"):
            assert "موصل" in connector.title
    factory = Factory.objects.get(slug="harrow-vale")
    with factory_scope(factory):
        assert Product.objects.get(upc="HV-FLG-DN15-PN16").title_en == (
            "Weld-neck flange DN 15 PN 16, 1.4404"
        )


def test_a_promise_rests_on_the_loaded_supply(said):
    factory = Factory.objects.get(slug="harrow-vale")
    with factory_scope(factory):
        flange = Product.objects.get(upc="HV-FLG-DN15-PN16")
        answer = production.promise(flange.item_id, Decimal(1_000))
        sources = {part.source: part.quantity for part in answer.parts}
        assert sources["stock"] == 159
        assert sum(sources.values()) == 1_000


def test_the_demo_opens_three_stores_once(said):
    for slug in SKUS:
        assert f"http://{slug}." in said
    with CaptureQueriesContext(connection) as asked:
        call_command("demo", stdout=StringIO())
    assert not [q for q in asked if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert Factory.objects.count() == 3


def test_every_family_has_its_pictures(factory):
    with factory_scope(factory):
        assert ProductImage.objects.count() == 16
        assert not Product.objects.filter(structure=Product.PARENT, images=None).exists()

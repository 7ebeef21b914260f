"""The lists: search, filters, sorting, pages, files, and few queries."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from factory_portal.inventory.models import Item, Warehouse
from factory_portal.portal.tables import PER_PAGE, harmless
from factory_portal.production.models import ProductionOrder
from factory_portal.quotes.models import Enquiry
from factory_portal.shipments.models import Shipment
from tests.builders.factories import make_member, store_client
from tests.builders.orders import make_instalments, make_order

pytestmark = pytest.mark.django_db

LISTS = ("orders", "enquiries", "production", "stock", "shipments", "money", "members")
MOST_QUERIES = 10


@pytest.fixture
def owner(in_factory):
    return store_client(in_factory, make_member(in_factory))


def fill(count: int, first: int = 0) -> None:
    """Rows for every list."""
    warehouse, _made = Warehouse.objects.get_or_create(code="MAIN", name="Main", country="CN")
    for at in range(first, first + count):
        order = make_order(f"2026-{at:05d}")
        make_instalments(order)
        item = Item.objects.create(code=f"IT-{at:03d}", name=f"Item {at}")
        ProductionOrder.objects.create(
            number=f"MO-{at:03d}",
            item=item,
            quantity=100,
            start_on=date(2026, 11, 23),
            due_on=date(2026, 11, 30),
        )
        Shipment.objects.create(number=f"S{at:05d}", order=order, warehouse=warehouse)
        Enquiry.objects.create(
            kind="contact",
            reference=f"C26-{at:04d}",
            name=f"Person {at}",
            email=f"p{at}@overseas.example",
            language="en",
            reply_by=timezone.now(),
        )


def queries_of(client, address: str) -> int:
    client.get("/portal/account/")  # the host is known from here on
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("name", LISTS)
def test_queries_do_not_grow_with_rows(owner, in_factory, name):
    fill(3)
    few = queries_of(owner, f"/portal/{name}/")
    fill(20, first=3)
    many = queries_of(owner, f"/portal/{name}/")
    assert many == few <= MOST_QUERIES


def test_today_asks_little(owner, in_factory):
    fill(3)
    few = queries_of(owner, "/portal/")
    fill(20, first=3)
    assert queries_of(owner, "/portal/") == few <= 15


@pytest.mark.parametrize("name", LISTS)
def test_every_list_answers_every_sort_and_filter(owner, in_factory, name):
    fill(2)
    page = owner.get(f"/portal/{name}/").content.decode()
    sorts = {part.split('"')[0].split("&")[0] for part in page.split("?sort=")[1:]}
    assert sorts
    for sort in sorts:
        assert owner.get(f"/portal/{name}/?sort={sort}").status_code == 200
        assert owner.get(f"/portal/{name}/?sort=-{sort.removeprefix('-')}").status_code == 200
    for part in page.split("<select name=")[1:]:
        key = part.split('"')[1]
        values = [one.split('"')[0] for one in part.split("</select>")[0].split('value="')[1:]]
        for value in values:
            assert owner.get(f"/portal/{name}/", {key: value}).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_a_file_too(owner, in_factory, name):
    fill(2)
    answer = owner.get(f"/portal/{name}/?format=csv")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="' in answer.headers["Content-Disposition"]
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeff")


def test_an_empty_list_says_so(owner):
    assert "No orders yet" in owner.get("/portal/orders/").content.decode()
    page = owner.get("/portal/orders/?q=nothing").content.decode()
    assert "Nothing matches" in page and 'value="nothing"' in page


def test_words_are_looked_for_one_by_one(owner, in_factory):
    make_order("2026-00001", company_name="Nordkante GmbH")
    make_order("2026-00002", company_name="Other Ltd")
    page = owner.get("/portal/orders/?q=2026+nordkante").content.decode()
    assert "2026-00001" in page and "2026-00002" not in page


def test_pages_follow_each_other(owner, in_factory):
    Item.objects.bulk_create(
        Item(code=f"IT-{at:03d}", name=f"Item {at}") for at in range(PER_PAGE + 1)
    )
    first = owner.get("/portal/stock/").content.decode()
    assert "Page 1 of 2" in first and "?page=2" in first
    assert f"IT-{PER_PAGE:03d}" in owner.get("/portal/stock/?page=2").content.decode()
    assert owner.get("/portal/stock/?page=99&sort=nonsense").status_code == 200


def test_money_that_waits_for_a_day_stands_last(owner, in_factory):
    make_instalments(make_order("2026-00001"))
    page = owner.get("/portal/money/?format=csv")
    lines = b"".join(page.streaming_content).decode().splitlines()
    assert "deposit" in lines[1] and "balance" in lines[2]


@pytest.mark.parametrize("text", ["=1+1", "+41", "-x", "@sum", "\tx"])
def test_no_cell_is_taken_for_a_formula(text):
    assert harmless(text) == f"'{text}"


def test_numbers_stay_numbers():
    assert harmless(Decimal("-2.50")) == "-2.50"
    assert harmless("") == ""

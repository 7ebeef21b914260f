"""What a page costs does not grow with the number of factories, products or orders."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sites.tenancy.scope import factory_scope
from tests.builders.buying import buy
from tests.builders.factories import make_member, store_client
from tests.builders.stores import launched_store

pytestmark = pytest.mark.django_db

STORE_PAGES = ["/en/", "/en/products/", "/en/search/?q=flange", "/en/p/alpha-001/", "/en/basket/"]
PORTAL_PAGES = ["/portal/", "/portal/orders/", "/portal/stock/", "/portal/production/"]


def statements(client, pages) -> dict[str, int]:
    """SQL statements of each page, with nothing remembered."""
    counts = {}
    for page in pages:
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            assert client.get(page).status_code == 200, page
        counts[page] = len(asked)
    return counts


def order(factory, times: int, django_capture_on_commit_callbacks) -> None:
    """Place orders as guests do, and let the factory react to them."""
    for _ in range(times):
        with factory_scope(factory), django_capture_on_commit_callbacks(execute=True):
            buy(store_client(factory), sku=f"{factory.slug.upper()}-001", quantity=20)


def test_more_factories_cost_a_page_nothing(django_capture_on_commit_callbacks):
    alpha = launched_store("alpha")
    order(alpha, 2, django_capture_on_commit_callbacks)
    owner = make_member(alpha, "owner", "second-owner@alpha.example")
    visits = [(store_client(alpha), STORE_PAGES), (store_client(alpha, owner), PORTAL_PAGES)]
    alone = [statements(client, pages) for client, pages in visits]
    for slug in ("beta", "gamma", "delta"):
        order(launched_store(slug), 1, django_capture_on_commit_callbacks)
    assert [statements(client, pages) for client, pages in visits] == alone


def test_more_orders_cost_a_page_nothing(django_capture_on_commit_callbacks):
    alpha = launched_store("alpha")
    order(alpha, 2, django_capture_on_commit_callbacks)
    owner = make_member(alpha, "owner", "second-owner@alpha.example")
    visits = [(store_client(alpha), STORE_PAGES), (store_client(alpha, owner), PORTAL_PAGES)]
    few = [statements(client, pages) for client, pages in visits]
    order(alpha, 4, django_capture_on_commit_callbacks)
    assert [statements(client, pages) for client, pages in visits] == few

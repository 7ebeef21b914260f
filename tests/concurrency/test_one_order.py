"""One checkout is one order, however many submits of it arrive together; numbers have no gaps."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from factory_portal.inventory.queries import differences
from sites.events.models import Event
from sites.tenancy.scope import factory_scope
from storefront.order.models import Order
from tests import databases
from tests.apps.store.conftest import PROFILE
from tests.apps.store.test_checkout import go, place
from tests.builders.factories import host_name, make_factory
from tests.builders.goods import Range

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

TOGETHER = 8


@pytest.fixture
def store():
    factory = make_factory("alpha", profile=PROFILE)
    with factory_scope(factory):
        Range().sku("SG-20", stock=300)
    return factory


def browser_at(store):
    return Client(SERVER_NAME=host_name(store), HTTP_SEC_FETCH_SITE="same-origin")


def at_once(deeds):
    """Run the deeds in threads that start together; every one leaves its connection."""
    barrier = Barrier(len(deeds))

    def run(deed):
        barrier.wait(timeout=60)
        try:
            return deed()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as threads:
        found = list(threads.map(run, deeds))
    databases.close_pool()
    return found


def test_submits_of_one_checkout_make_one_order(store):
    browser = browser_at(store)
    key = go(browser)
    cookies = browser.cookies

    def submit():
        one = browser_at(store)
        one.cookies = cookies
        return place(one, key).headers["Location"]

    addresses = set(at_once([submit] * TOGETHER))
    with factory_scope(store):
        order = Order.objects.get()
        assert Event.objects.filter(name="order.placed").count() == 1
        assert differences() == []
    assert {address for address in addresses if "/orders/" in address} == {
        f"/en/orders/{order.number}/?key={order.access_key}&placed=1"
    }


def test_orders_of_many_buyers_are_numbered_without_gaps(store):
    buyers = [browser_at(store) for _number in range(TOGETHER)]
    keys = [go(browser) for browser in buyers]
    at_once(
        [
            lambda browser=browser, key=key: place(browser, key)
            for browser, key in zip(buyers, keys, strict=True)
        ]
    )
    with factory_scope(store):
        numbers = sorted(Order.objects.values_list("number", flat=True))
        assert differences() == []
    year = timezone.localdate().year
    assert numbers == [f"{year}-{number:05d}" for number in range(1, TOGETHER + 1)]

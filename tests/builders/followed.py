"""Orders with everything that follows them, and the floor that makes what is missing."""

from decimal import Decimal

import pytest

from factory_portal.production import actions as production
from factory_portal.production.models import ProductionOrder
from storefront.order.models import Order
from tests.builders.buying import buy
from tests.builders.factories import store_client
from tests.builders.goods import Range


@pytest.fixture
def goods(in_factory):
    """A range whose first SKU has 300 in stock."""
    made = Range()
    made.first = made.sku("SG-20", stock=300)
    return made


@pytest.fixture
def followed(django_capture_on_commit_callbacks):
    """Run a block as if it were committed: events are delivered, mails leave."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def bought(in_factory, goods, followed):
    """Buy so many of the first SKU as a guest; gives the order after its reactions."""

    def order(quantity: int) -> Order:
        with followed():
            buy(store_client(in_factory), sku=goods.first.upc, quantity=quantity)
        return Order.objects.latest("pk")

    return order


def make_all(followed) -> list[ProductionOrder]:
    """Start, report and finish everything that is open."""
    jobs = list(ProductionOrder.objects.filter(state__in=ProductionOrder.OPEN_STATES))
    for job in jobs:
        with followed():
            production.start(job.number)
        with followed():
            counted = production.Counted(key=f"all of {job.number}", good=Decimal(job.remaining))
            production.report(job.number, counted)
        with followed():
            production.finish(job.number)
    return jobs

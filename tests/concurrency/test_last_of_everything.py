"""Fifty buyers order the last stock and the last free day of capacity at once.

Real processes with real connections: what one of them takes, no other may be promised.
"""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from multiprocessing import get_context
from threading import Barrier

import pytest
from django.db import close_old_connections, connection, connections, transaction
from django.db.models import F, Sum

from factory_portal.inventory import actions as inventory
from factory_portal.inventory.models import Balance, Hold, HoldLine, Item, Warehouse
from factory_portal.inventory.queries import differences
from factory_portal.production import actions, queries
from factory_portal.production.models import (
    CapacityDay,
    Operation,
    ProductionOrder,
    SlotReservation,
    WorkCentre,
)
from factory_portal.production.rules import CannotPromise
from sites.tenancy.models import Factory
from sites.tenancy.scope import factory_scope
from tests import databases
from tests.builders.factories import make_factory

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

PROCESSES, BUYERS_EACH = 5, 10
NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
FIRST_DAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Bought:
    """What one buyer was told."""

    key: str
    ready_on: date | None
    from_stock: Decimal = Decimal(0)


@pytest.fixture
def works():
    """50 gears on the shelf and a machine that makes 10 a day, on the days that are open."""
    factory = make_factory("alpha", time_zone="Asia/Shanghai")
    with factory_scope(factory):
        warehouse = Warehouse.objects.create(code="NGB", name="Ningbo", country="CN")
        machine = WorkCentre.objects.create(code="HOB", name="Hobbing")
        for code in ("GEAR", "PINION"):
            item = Item.objects.create(code=code)
            Operation.objects.create(
                item=item, sequence=10, work_centre=machine, run_minutes=Decimal(48)
            )
            inventory.receive(
                [
                    inventory.Arrival(
                        item_id=item.pk,
                        lot=f"L-{code}",
                        warehouse_id=warehouse.pk,
                        quantity=Decimal(50),
                        key=f"stock {code}",
                    )
                ]
            )
    return factory


def open_days(count):
    machine = WorkCentre.objects.get()
    CapacityDay.objects.bulk_create(
        CapacityDay(work_centre=machine, day=FIRST_DAY + timedelta(days=at), minutes_available=480)
        for at in range(count)
    )


def order_one(slug, buyer, lines, barrier):
    """A whole purchase, as checkout does it: hold, make firm, open the work."""
    barrier.wait(timeout=60)
    close_old_connections()
    key = f"basket {buyer}"
    try:
        with factory_scope(Factory.objects.get(slug=slug)), transaction.atomic():
            items = dict(Item.objects.values_list("code", "pk"))
            # Every other buyer names the same goods the other way round.
            wanted = lines if buyer % 2 else lines[::-1]
            held = actions.hold(
                [
                    actions.Wanted(reference=code, item_id=items[code], quantity=Decimal(quantity))
                    for code, quantity in wanted
                ],
                key=key,
                expires_at=NOW + timedelta(minutes=30),
                now=NOW,
            )
            actions.confirm(key, reference=f"order {buyer}", now=NOW)
            actions.open_orders(key)
            parts = [part for line in held.lines for part in line.promise.parts]
            return Bought(
                key=key,
                ready_on=held.ready_on,
                from_stock=sum(
                    (part.quantity for part in parts if part.source == "stock"), Decimal(0)
                ),
            )
    except CannotPromise:
        return Bought(key=key, ready_on=None)
    finally:
        connections.close_all()


def order_many(slug, process, lines):
    """One process of the shop: ten buyers, ten threads."""
    barrier = Barrier(BUYERS_EACH)
    with ThreadPoolExecutor(BUYERS_EACH) as buyers:
        bought = list(
            buyers.map(
                lambda at: order_one(slug, process * BUYERS_EACH + at, lines, barrier),
                range(BUYERS_EACH),
            )
        )
    databases.close_pool()
    return bought


def everyone_orders(slug, lines):
    # A forked process must not inherit an open connection.
    connections.close_all()
    databases.close_pool()
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("fork")) as shop:
        runs = [shop.submit(order_many, slug, each, lines) for each in range(PROCESSES)]
        return [bought for run in runs for bought in run.result(timeout=120)]


def nothing_is_given_twice():
    """What the books say, against each other."""
    assert differences() == []
    assert not Balance.objects.filter(reserved__gt=F("on_hand")).exists()
    for day in CapacityDay.objects.all():
        slots = SlotReservation.objects.filter(capacity_day=day).aggregate(sum=Sum("minutes"))
        assert day.minutes_taken == (slots["sum"] or 0) <= day.minutes_available
    for line in HoldLine.objects.filter(hold__status="firm"):
        owned = sum(
            rows.aggregate(sum=Sum("quantity"))["sum"] or 0 for rows in (line.lots, line.receipts)
        )
        assert owned == line.quantity


def test_the_last_stock_and_the_last_free_days(works):
    """50 buyers of 3 gears: 50 lie there, 90 can be made in nine days, 10 more never."""
    with factory_scope(works):
        open_days(9)
    bought = everyone_orders(works.slug, [("GEAR", 3)])
    with factory_scope(works):
        nothing_is_given_twice()
        served = [each for each in bought if each.ready_on]
        assert sum(each.from_stock for each in served) == 50
        # 140 gears in threes: 46 buyers, two gears left over.
        assert len(served) == 46
        assert Hold.objects.filter(status="firm").count() == 46
        assert Hold.objects.count() == 46
        made = ProductionOrder.objects.aggregate(sum=Sum("quantity"))["sum"]
        assert made == 46 * 3 - 50
        # The dates are those of a queue: the first 16 are served from the shelf alone, and
        # afterwards each day of ten gears is used up before the next begins.
        dates = sorted(each.ready_on for each in served)
        assert dates[:16] == [FIRST_DAY] * 16
        expected = [
            FIRST_DAY + timedelta(days=max(0, -(-(3 * place - 50) // 10) - 1))
            for place in range(17, 47)
        ]
        # Goods leave from Monday to Friday.
        calendar = queries.snapshot(
            [Item.objects.get(code="GEAR").pk], now=NOW, asked_on=NOW.date()
        ).calendars
        (shipping,) = calendar.values()
        assert dates[16:] == [shipping.open_on_or_after(day) for day in expected]


def test_two_items_asked_for_in_both_orders_do_not_block_each_other(works):
    with factory_scope(works):
        open_days(30)
    bought = everyone_orders(works.slug, [("GEAR", 2), ("PINION", 2)])
    with factory_scope(works):
        nothing_is_given_twice()
        assert all(each.ready_on for each in bought)
        assert sum(each.from_stock for each in bought) == 100
        assert HoldLine.objects.count() == 100


def test_one_basket_sent_many_times_is_one_order(works):
    """A double click that reaches every process at once."""
    with factory_scope(works):
        open_days(9)
    barrier = Barrier(BUYERS_EACH)
    with ThreadPoolExecutor(BUYERS_EACH) as clicks:
        bought = list(
            clicks.map(
                lambda _: order_one(works.slug, 1, [("GEAR", 60)], barrier), range(BUYERS_EACH)
            )
        )
    with factory_scope(works):
        nothing_is_given_twice()
        assert len(set(bought)) == 1
        assert Hold.objects.get().lines.get().quantity == 60
        assert ProductionOrder.objects.get().quantity == 10


def test_whoever_comes_after_an_ended_hold_gets_its_supply(works):
    with factory_scope(works):
        open_days(9)
        actions.hold(
            [
                actions.Wanted(
                    reference="1",
                    item_id=Item.objects.get(code="GEAR").pk,
                    quantity=Decimal(140),
                )
            ],
            key="forgotten",
            expires_at=NOW,
            now=NOW - timedelta(minutes=30),
        )
    bought = everyone_orders(works.slug, [("GEAR", 2)])
    with factory_scope(works):
        nothing_is_given_twice()
        assert all(each.ready_on for each in bought)
        assert Hold.objects.get(key="forgotten").status == "released"
        assert sum(each.from_stock for each in bought) == 50
    assert connection.vendor == "postgresql"

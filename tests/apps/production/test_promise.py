"""What the store is told: supply is read right, and for few queries."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from factory_portal.inventory import actions as inventory
from factory_portal.inventory.models import Balance, Item, Lot, Warehouse
from factory_portal.inventory.queries import picks
from factory_portal.production import actions, queries
from factory_portal.production.models import CapacityDay, ProductionOrder
from factory_portal.production.rules import CannotPromise, Refusal
from factory_portal.production.wording import explain, explain_refusal
from tests.apps.production.conftest import NOW, SUNDAY

MONDAY = SUNDAY + timedelta(days=1)


def ask(works, quantity, **more):
    return queries.promise(works.gear.pk, Decimal(quantity), now=NOW, **more)


def parts(promise):
    return [(part.source.value, int(part.quantity), part.ready_on) for part in promise.parts]


def test_stock_first_then_capacity(works):
    works.stock(1200)
    # 60 + 800 minutes of turning on days of 480; packing follows on the second.
    assert parts(ask(works, 2000)) == [
        ("stock", 1200, MONDAY),
        ("production", 800, date(2026, 11, 24)),
    ]


def test_by_code_too(works):
    works.stock(5)
    assert queries.promise("GEAR", 5, now=NOW).ready_on == MONDAY
    with pytest.raises(queries.UnknownItem):
        queries.promise("NO-SUCH", 5, now=NOW)


def test_a_planned_receipt_less_what_others_have_of_it(works):
    works.order(100, MONDAY)
    works.hold(60)
    assert parts(ask(works, 40)) == [("planned", 40, MONDAY)]
    assert parts(ask(works, 41))[-1][0] == "production"


def test_a_planned_receipt_comes_no_sooner_than_its_machines_are_done(works):
    order = works.order(1000, MONDAY)
    assert ask(works, 10).ready_on == MONDAY
    (loaded,) = actions.load_orders({order: 0}, today=SUNDAY)
    assert loaded.late
    promise = ask(works, 1000)
    assert [(part.source.value, part.ready_on) for part in promise.parts] == [
        ("planned", loaded.ends_on)
    ]


@pytest.mark.parametrize("state", ["draft", "done", "cancelled"])
def test_only_open_orders_will_bring_something(works, state):
    works.order(100, MONDAY, state=state)
    assert parts(ask(works, 40))[0][0] == "production"


def test_what_is_blocked_or_at_sea_is_not_promised(works):
    works.stock(10, "blocked", status=Lot.Status.ON_HOLD)
    works.warehouse = Warehouse.objects.create(
        code="SEA", name="Ship", country="CN", kind=Warehouse.Kind.TRANSIT
    )
    works.stock(10, "afloat")
    assert parts(ask(works, 10))[0][0] == "production"


def test_safety_stock_stays_where_it_is(works):
    works.stock(100)
    Item.objects.update(safety_stock=90)
    assert parts(ask(works, 30))[0][:2] == ("stock", 10)


def test_a_count_and_a_shipment_change_what_they_should(works):
    """The trade's worked case C: 70, then 170 after a count finds 100 more, and still 170."""

    def available():
        return ask(works, 10_000).parts[0].quantity

    works.stock(100)
    works.hold(30)
    actions.confirm("basket", now=NOW)
    assert available() == 70
    inventory.adjust(
        Lot.objects.get(), works.warehouse, counted=Decimal(200), reason="count", key="c1"
    )
    assert available() == 170
    inventory.ship(picks("basket"), hold_key="basket", key="shipment 1")
    assert (Balance.objects.get().on_hand, available()) == (170, 170)


def test_stock_goes_out_first_in_first_out(works):
    works.stock(5, "new", produced_on=date(2026, 11, 1))
    works.stock(5, "old", produced_on=date(2026, 10, 1))
    works.stock(5, "unknown")
    pegs = ask(works, 12).parts[0].pegs
    assert [(peg.label, peg.quantity) for peg in pegs] == [("old", 5), ("new", 5), ("unknown", 2)]


def test_holidays_of_the_last_work_centre_close_the_door(works):
    works.packing.holidays = "2026-11-23..2026-11-24 Fair"
    works.packing.save()
    works.stock(5)
    assert ask(works, 5).ready_on == date(2026, 11, 25)


def test_without_a_routing_there_is_only_stock(works):
    part = Item.objects.create(code="BOUGHT")
    works.stock(5, item=part)
    assert queries.promise(part.pk, 5, now=NOW).ready_on == MONDAY
    with pytest.raises(CannotPromise) as refusal:
        queries.promise(part.pk, 6, now=NOW)
    assert refusal.value.reason is Refusal.NO_ROUTING
    assert "ask us" in explain_refusal(refusal.value)


def test_never_beyond_the_calendar(works):
    CapacityDay.objects.filter(day__gt=date(2026, 12, 31)).delete()
    with pytest.raises(CannotPromise) as refusal:
        ask(works, 100_000)
    assert refusal.value.reason is Refusal.BEYOND_HORIZON


def test_far_dates_read_the_whole_calendar(works, django_assert_num_queries):
    with django_assert_num_queries(4):
        assert ask(works, 40_000).ready_on > SUNDAY + queries.NEAR


def test_a_table_of_quantities_costs_as_much_as_one(works, django_assert_num_queries):
    works.stock(100)
    with django_assert_num_queries(2):
        ask(works, 300)
    with django_assert_num_queries(2):
        table = queries.promises(works.gear.pk, [100, 300, 1000, 3000], now=NOW)
    dates = [answer.ready_on for answer in table]
    assert dates == sorted(dates) and dates[0] == MONDAY


def test_a_basket_costs_as_much_as_one_line(works, django_assert_num_queries):
    lines = []
    for number in range(5):
        item = Item.objects.create(code=f"GEAR-{number}")
        works.route(item, (10, works.lathe, 0, "1"), (20, works.packing, 0, "1"))
        works.stock(10, f"L-{number}", item=item)
        lines.append((item.pk, Decimal(490)))
    with django_assert_num_queries(2):
        answers = queries.promises_for(lines, now=NOW)
    dates = [answer.ready_on for answer in answers]
    # 480 minutes of turning and packing each, one after the other on the same two machines.
    assert dates == sorted(set(dates))
    assert queries.promises_for([]) == []


def test_in_words_that_a_buyer_understands(works):
    works.stock(1200)
    sentences = explain(ask(works, 5000))
    assert sentences[0].startswith("1,200 from stock")
    assert sentences[1].startswith("3,800 made for you") and "Turning" in sentences[1]


def test_the_figures_of_the_live_factory(works):
    works.stock(10)
    works.order(1000, MONDAY)
    actions.load_orders({ProductionOrder.objects.get(): 0}, today=SUNDAY)
    figures = queries.live_figures(today=SUNDAY)
    assert (figures.in_stock, figures.under_way, figures.due_this_week) == (1, 1, 1)
    assert figures.next_free_day == MONDAY
    assert figures.load_percent == 100 * (1060 + 100) // (2 * 20 * 480)
    turning = queries.load(first=MONDAY, last=MONDAY)[0]
    assert (turning.code, turning.percent) == ("CNT", 100)

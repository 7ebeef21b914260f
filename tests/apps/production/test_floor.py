"""The floor: from an order to pieces in stock that belong to the buyer who waits for them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from factory_portal.inventory import queries as inventory
from factory_portal.inventory.models import Balance, HoldLine, Lot
from factory_portal.production import actions, queries
from factory_portal.production.actions import Counted
from factory_portal.production.models import (
    CapacityDay,
    ProductionOrder,
    ReceiptReservation,
    Report,
    SlotReservation,
)
from sites.events.models import Event
from tests.apps.production.conftest import NOW, SUNDAY

MONDAY = SUNDAY + timedelta(days=1)


def placed(works, quantity):
    works.hold(quantity)
    actions.confirm("basket", reference="100001", now=NOW)
    return actions.open_orders("basket")


def count(order, good=0, scrap=0, key="r1"):
    counted = Counted(key=key, good=Decimal(good), scrap=Decimal(scrap))
    return actions.report(order.number, counted, at=NOW)


def minutes_taken():
    return sum(CapacityDay.objects.values_list("minutes_taken", flat=True))


def test_a_placed_order_becomes_work(works):
    works.stock(100)
    (order,) = placed(works, 900)
    assert (order.number, order.quantity, order.demand_reference) == ("MO-100001-1", 800, "100001")
    assert (order.start_on, order.due_on) == (MONDAY, date(2026, 11, 24))
    assert SlotReservation.objects.filter(production_order=order, line=None).count() == 3
    assert ReceiptReservation.objects.get().quantity == 800
    assert actions.open_orders("basket") == []
    assert list(queries.made_for("100001")) == [order]


def test_only_a_firm_hold_becomes_work(works):
    works.hold(10)
    with pytest.raises(actions.NotInThisState):
        actions.open_orders("basket")


def test_good_pieces_go_to_stock_and_to_the_one_who_waits(works):
    works.stock(100)
    (order,) = placed(works, 900)
    count(order, good=300)
    count(order, good=500, key="r2")
    order.refresh_from_db()
    assert (order.state, order.good, order.remaining) == ("in progress", 800, 0)
    lot = Lot.objects.get(number=order.number)
    assert lot.produced_on == SUNDAY
    assert Balance.objects.get(lot=lot).reserved == 800
    assert [(pick.lot_number, pick.quantity) for pick in inventory.picks("basket")] == [
        ("L1", 100),
        (order.number, 800),
    ]
    assert inventory.held_lines("basket").get().in_stock == 900
    assert not ReceiptReservation.objects.exists()


def test_reporting_goes_on_while_quality_looks_at_the_lot(works):
    (order,) = placed(works, 100)
    count(order, good=40)
    Lot.objects.filter(number=order.number).update(status=Lot.Status.ON_HOLD)
    count(order, good=60, key="r2")
    assert Balance.objects.get(lot__number=order.number).reserved == 100
    assert inventory.picks("basket") == []


def test_a_report_sent_twice_counts_once(works):
    (order,) = placed(works, 100)
    assert count(order, good=40) == count(order, good=40)
    order.refresh_from_db()
    assert (order.good, Report.objects.count()) == (40, 1)


def test_not_more_than_was_put_in(works):
    (order,) = placed(works, 100)
    with pytest.raises(actions.TooMuchReported) as refusal:
        count(order, good=90, scrap=11)
    assert refusal.value.remaining == 100


def test_what_nobody_waits_for_is_free(works):
    order = works.order(100, MONDAY)
    count(order, good=100)
    assert queries.promise("GEAR", 100, now=NOW).parts[0].source.value == "stock"


def test_finishing_gives_unused_days_back_and_says_so(works):
    (order,) = placed(works, 900)
    assert minutes_taken() == 960 + 90
    count(order, good=900)
    finished = actions.finish(order.number, at=NOW)
    assert (finished.state, finished.finished_at) == ("done", NOW)
    assert actions.finish(order.number).finished_at == NOW
    assert minutes_taken() == 0
    assert list(Event.objects.order_by("pk").values_list("name", flat=True)) == [
        "production.started",
        "production.reported",
        "production.finished",
    ]
    event = Event.objects.get(name="production.finished")
    assert event.payload["by"] is None
    assert event.payload["number"] == order.number
    assert event.payload["demand_reference"] == "100001"
    assert Decimal(event.payload["short"]) == 0


def test_scrap_is_made_again_for_the_one_who_waits(works):
    (order,) = placed(works, 100)
    count(order, good=88, scrap=12)
    actions.finish(order.number, at=NOW)
    again = ProductionOrder.objects.exclude(pk=order.pk).get()
    assert (again.number, again.quantity) == ("MO-100001-2", 12)
    assert again.due_on >= MONDAY
    line = HoldLine.objects.get()
    assert sum(Decimal(part["quantity"]) for part in line.parts) == 100
    assert line.ready_on >= again.due_on
    count(again, good=12, key="r2")
    assert inventory.held_lines("basket").get().in_stock == 100


def test_a_shortage_is_first_covered_from_stock(works):
    (order,) = placed(works, 100)
    count(order, good=88, scrap=12)
    works.stock(20)
    actions.finish(order.number, at=NOW)
    assert ProductionOrder.objects.count() == 1
    assert inventory.held_lines("basket").get().in_stock == 100


def test_states_in_their_order(works):
    order = works.order(10, MONDAY)
    with pytest.raises(actions.NotInThisState):
        actions.finish(order.number)
    assert actions.release(order.number).state == "released"
    assert actions.start(order.number, at=NOW).started_at == NOW
    assert actions.start(order.number).state == "in progress"
    with pytest.raises(actions.NotInThisState):
        actions.cancel(order.number)
    count(order, good=10)
    actions.finish(order.number, at=NOW)
    with pytest.raises(actions.NotInThisState):
        count(order, good=1, key="r2")


def test_cancelling_frees_the_machine_but_never_a_promise(works):
    order = works.order(100, MONDAY)
    actions.load_orders({order: 0}, today=SUNDAY)
    assert minutes_taken() == 170
    works.hold(50)
    with pytest.raises(actions.StillPromised):
        actions.cancel(order.number)
    actions.release_hold("basket")
    assert actions.cancel(order.number).state == "cancelled"
    assert minutes_taken() == 0


def test_the_buyer_sees_the_photograph(works):
    from io import BytesIO

    from django.core.files.base import ContentFile
    from PIL import Image
    from wagtail.models import Collection

    from media.library.models import Picture

    (order,) = placed(works, 100)
    content = BytesIO()
    Image.new("RGB", (8, 8), "teal").save(content, "PNG")
    picture = Picture.objects.create(
        title="Gears",
        file=ContentFile(content.getvalue(), name="gears.png"),
        collection=Collection.get_first_root_node(),
    )
    taken = actions.photograph(order.number, picture, caption="First gears", taken_at=NOW)
    assert actions.photograph(order.number, picture) == taken
    assert list(queries.photographs_for("100001")) == [taken]
    assert not queries.photographs_for("100002").exists()


def test_orders_from_elsewhere_take_their_minutes(works):
    half_done = works.order(100, date(2026, 12, 1), good=40, state="in progress")
    turned = works.order(100, date(2026, 11, 30), number="MO-2")
    huge = works.order(1_000_000, date(2026, 12, 31), number="MO-3")
    loaded = actions.load_orders({half_done: 0, turned: 10, huge: 0}, today=SUNDAY)
    assert [(each.order.number, each.ends_on, each.late) for each in loaded] == [
        ("MO-2", MONDAY, False),
        ("MO-1", MONDAY, False),
        ("MO-3", None, True),
    ]
    # Of MO-2 only packing, 10 minutes; of MO-1 60 pieces without a second set-up.
    assert minutes_taken() == 10 + 60 + 6
    assert actions.load_orders({half_done: 0, turned: 10}, today=SUNDAY) == []


def test_a_calendar_that_changes(works):
    works.hold(400)
    works.lathe.stations = 2
    works.lathe.save()
    works.packing.holidays = "2026-11-23 Fair"
    works.packing.save()
    assert actions.open_calendar([works.lathe, works.packing], first=SUNDAY, days=2) == 2
    lathe, packing = CapacityDay.objects.filter(day=MONDAY).order_by("work_centre__code")
    assert (lathe.minutes_available, lathe.minutes_taken) == (960, 460)
    # What is taken on a day that closes stays visible as taken.
    assert (packing.minutes_available, packing.minutes_taken) == (40, 40)


def test_the_board_is_found_by_what_people_know(works):
    works.order(10, MONDAY, demand_reference="100007")
    works.order(10, SUNDAY, number="MO-2", state="done")
    assert [each.number for each in queries.production_orders()] == ["MO-2", "MO-1"]
    for search in ("mo-1", "100007"):
        assert queries.production_orders(search=search).get().number == "MO-1"
    assert queries.production_orders(search="gear", state="done").get().number == "MO-2"

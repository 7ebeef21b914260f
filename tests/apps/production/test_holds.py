"""Holding a promise: nothing is given twice, nothing is kept for ever, nothing is lost."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from factory_portal.inventory.models import Balance, Hold, Item, LotReservation
from factory_portal.production import actions, queries
from factory_portal.production.models import (
    CapacityDay,
    ProductionOrder,
    ReceiptReservation,
    SlotReservation,
)
from factory_portal.production.rules import CannotPromise
from tests.apps.production.conftest import NOW, SUNDAY

MONDAY = SUNDAY + timedelta(days=1)
LATER = NOW + timedelta(hours=1)


def reserved():
    return sum(Balance.objects.values_list("reserved", flat=True))


def minutes_taken():
    return sum(CapacityDay.objects.values_list("minutes_taken", flat=True))


def test_a_hold_reserves_lots_receipts_and_slots(works):
    works.stock(100)
    works.order(50, MONDAY)
    held = works.hold(200)
    (line,) = held.lines
    assert [(part.source.value, part.quantity) for part in line.promise.parts] == [
        ("stock", 100),
        ("planned", 50),
        ("production", 50),
    ]
    assert reserved() == 100
    assert ReceiptReservation.objects.get().quantity == 50
    # 60 + 50 of turning and 5 of packing.
    assert minutes_taken() == 115
    assert sum(SlotReservation.objects.values_list("minutes", flat=True)) == 115


def test_the_next_one_is_promised_what_is_left(works):
    works.stock(100)
    works.hold(60)
    promise = queries.promise(works.gear.pk, 60, now=NOW)
    assert [part.quantity for part in promise.parts] == [40, 20]


def test_the_same_key_and_lines_change_nothing(works):
    works.stock(100)
    first = works.hold(60)
    assert works.hold(60) == first == queries.held("basket")
    assert reserved() == 60


def test_the_same_key_with_other_lines_is_promised_anew(works):
    works.stock(100)
    works.hold(60)
    assert works.hold(90).lines[0].promise.quantity == 90
    assert reserved() == 90
    assert Hold.objects.count() == 1


def test_a_refused_line_holds_nothing(works):
    works.stock(100)
    bought = Item.objects.create(code="BOUGHT")
    with pytest.raises(CannotPromise) as refusal:
        actions.hold(
            [works.wanted(10), works.wanted(1, "2", bought)],
            key="basket",
            expires_at=LATER,
            now=NOW,
        )
    assert refusal.value.item == "BOUGHT"
    assert (reserved(), Hold.objects.count()) == (0, 0)


def test_an_ended_hold_counts_as_free_before_anyone_cleans_up(works):
    works.stock(100)
    works.order(50, MONDAY)
    before = queries.promise(works.gear.pk, 1000, now=NOW)
    works.hold(1000)
    assert queries.promise(works.gear.pk, 1000, now=NOW).ready_on > before.ready_on
    assert queries.promise(works.gear.pk, 1000, now=LATER) == before
    assert reserved() == 100


def test_the_next_hold_takes_over_what_has_ended(works):
    works.stock(100)
    works.order(50, MONDAY)
    first = works.hold(1000)
    second = works.hold(1000, key="another", now=LATER)
    assert second.lines[0].promise == first.lines[0].promise
    assert reserved() == 100
    with pytest.raises(actions.HoldExpired):
        actions.confirm("basket", now=NOW)


def test_the_round_cleans_up(works):
    works.stock(100)
    works.hold(1000)
    assert actions.expire_holds(now=NOW) == 0
    # 60 + 900 minutes of turning, 90 of packing.
    assert (reserved(), minutes_taken()) == (100, 960 + 90)
    assert actions.expire_holds(now=LATER) == 1
    assert (reserved(), minutes_taken()) == (0, 0)
    assert queries.held("basket").status == "released"


def test_the_round_also_cleans_up_what_a_later_hold_did_not_need(works):
    other = Item.objects.create(code="SHAFT")
    works.stock(100)
    works.stock(100, "L2", item=other)
    actions.hold(
        [works.wanted(50), works.wanted(50, "2", other)], key="first", expires_at=NOW, now=NOW
    )
    works.hold(80, key="second", now=LATER)
    assert (queries.held("first").status, reserved()) == ("released", 80 + 50)
    promise = queries.promise(other.pk, 100, now=LATER)
    assert [part.quantity for part in promise.parts] == [100]
    assert actions.expire_holds(now=LATER) == 1
    assert reserved() == 80
    assert actions.expire_holds(now=LATER) == 0


def test_the_daily_round_visits_every_factory(works, capsys):
    works.hold(1000)
    CapacityDay.objects.filter(minutes_taken=0).delete()
    call_command("keep_supply")
    assert "alpha: 1 holds ended" in capsys.readouterr().out
    assert CapacityDay.objects.count() > 500


def test_a_firm_hold_has_no_end(works):
    works.stock(100)
    works.hold(60)
    assert actions.confirm("basket", reference="100001", now=NOW).status == "firm"
    assert actions.confirm("basket", now=LATER).reference == "100001"
    assert actions.expire_holds(now=LATER) == 0
    assert reserved() == 60
    with pytest.raises(actions.HoldIsFirm):
        works.hold(61)
    assert works.hold(60).status == "firm"


def test_too_late_to_confirm(works):
    works.stock(100)
    works.hold(60)
    with pytest.raises(actions.HoldExpired):
        actions.confirm("basket", now=LATER)


def test_releasing_gives_everything_back(works):
    works.stock(100)
    works.order(50, MONDAY)
    works.hold(1000)
    actions.release_hold("basket")
    assert (reserved(), minutes_taken()) == (0, 0)
    assert not ReceiptReservation.objects.exists()
    assert queries.held("basket").lines[0].promise.quantity == 1000
    assert works.hold(1000).status == "held"


def test_releasing_an_order_stops_what_has_not_begun(works):
    works.hold(100)
    actions.confirm("basket", reference="100001", now=NOW)
    (order,) = actions.open_orders("basket")
    actions.release_hold("basket")
    order.refresh_from_db()
    assert (order.state, minutes_taken()) == ("cancelled", 0)


def test_what_has_begun_goes_on_for_stock(works):
    works.hold(100)
    actions.confirm("basket", reference="100001", now=NOW)
    (order,) = actions.open_orders("basket")
    actions.start(order.number)
    actions.release_hold("basket")
    order.refresh_from_db()
    assert order.state == "in progress"
    promise = queries.promise(works.gear.pk, 100, now=NOW)
    assert [part.source.value for part in promise.parts] == ["planned"]


def test_a_basket_that_shares_a_machine(works):
    other = Item.objects.create(code="SHAFT")
    works.route(other, (10, works.lathe, 0, "1"))
    held = actions.hold(
        [works.wanted(400, "1"), works.wanted(400, "2", other), works.wanted(400, "3")],
        key="basket",
        expires_at=LATER,
        now=NOW,
    )
    assert [line.reference for line in held.lines] == ["1", "2", "3"]
    assert held.ready_on == date(2026, 11, 25)
    assert minutes_taken() == 460 + 400 + 460 + 80
    promises = queries.promises_for(
        [(line.item_id, line.promise.quantity) for line in held.lines], now=LATER
    )
    assert [each.ready_on for each in promises] == [line.promise.ready_on for line in held.lines]


def test_an_order_from_elsewhere_keeps_what_it_was_promised(works):
    works.stock(100)
    works.order(80, date(2026, 12, 4))
    line = actions.Owed(
        reference="1",
        item_id=works.gear.pk,
        quantity=Decimal(150),
        from_stock=Decimal(90),
        ready_on=date(2026, 12, 7),
    )
    held = actions.take_over([line], key="SO-7", reference="SO-7")
    assert actions.take_over([line], key="SO-7", reference="SO-7") == held
    assert (held.status, held.ready_on) == ("firm", date(2026, 12, 7))
    assert (reserved(), ReceiptReservation.objects.get().quantity) == (90, 60)
    assert actions.open_orders("SO-7") == []
    with pytest.raises(actions.NotEnoughStock):
        actions.take_over([line], key="SO-8", reference="SO-8")


def test_an_order_from_elsewhere_cannot_claim_what_nobody_makes(works):
    works.stock(100)
    line = actions.Owed(
        reference="1",
        item_id=works.gear.pk,
        quantity=Decimal(150),
        from_stock=Decimal(90),
        ready_on=date(2026, 12, 7),
    )
    with pytest.raises(CannotPromise):
        actions.take_over([line], key="SO-7", reference="SO-7")
    assert reserved() == 0


def test_the_database_is_the_last_witness(works):
    works.stock(100)
    for change in (
        lambda: Balance.objects.update(reserved=101),
        lambda: Balance.objects.update(reserved=-1),
        lambda: CapacityDay.objects.update(minutes_taken=481),
        lambda: LotReservation.objects.create(
            line=Hold.objects.get().lines.get(), balance=Balance.objects.get(), quantity=0
        ),
    ):
        works.hold(5)
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_numbers_of_queries(works, django_assert_max_num_queries):
    works.stock(100)
    with django_assert_max_num_queries(22):
        works.hold(2000)
    with django_assert_max_num_queries(10):
        actions.confirm("basket", reference="100001", now=NOW)
    with django_assert_max_num_queries(12):
        actions.open_orders("basket")
    assert ProductionOrder.objects.get().quantity == 1900

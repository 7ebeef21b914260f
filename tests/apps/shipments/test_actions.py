"""From the shelf to the buyer."""

from decimal import Decimal

import pytest
from django.core import mail

from factory_portal.inventory.actions import NotReadyToShip
from factory_portal.inventory.models import Balance, LotReservation, Move
from factory_portal.orders import rules as order_rules
from factory_portal.production import actions as production
from factory_portal.production.models import ProductionOrder
from factory_portal.shipments import actions, queries, rules
from factory_portal.shipments.models import Shipment
from storefront.order.models import Milestone
from storefront.payment.models import Instalment

pytestmark = pytest.mark.django_db

CARRIER = {"carrier": "Courier", "tracking_number": "TRK 1", "tracking_url": "https://t.example/1"}


def send(shipment, followed):
    actions.pick(shipment.number)
    actions.pack(shipment.number, queries.suggested_parcels(shipment))
    with followed():
        return actions.dispatch(shipment.number, **CARRIER)


def test_numbers_run_per_factory(bought):
    bought(100)
    bought(100)
    assert list(Shipment.objects.order_by("pk").values_list("number", flat=True)) == [
        "S00001",
        "S00002",
    ]


def test_nothing_is_planned_twice(bought):
    order = bought(300)
    with pytest.raises(rules.NothingReady):
        actions.plan(order.number)


def test_cartons_are_suggested_by_the_packing_data(bought):
    bought(250)
    parcels = queries.suggested_parcels(Shipment.objects.get())
    assert [(one.count, one.contents) for one in parcels] == [(2, "100 × SG-20"), (1, "50 × SG-20")]


def test_dispatch_takes_the_goods_off_the_books_and_tells_the_buyer(bought, followed):
    order = bought(300)
    send(Shipment.objects.get(), followed)
    order.refresh_from_db()
    assert order.status == order_rules.SENT
    assert Balance.objects.get().on_hand == 0
    assert not LotReservation.objects.exists()
    assert Move.objects.filter(to_place="customer").get().quantity == 300
    milestone = Milestone.objects.get(order=order, kind="shipped")
    assert milestone.happened_at and milestone.tracking_number == "TRK 1"
    letter = next(one for one in mail.outbox if "on its way" in one.subject)
    assert "TRK 1" in letter.body and letter.to == [order.email]


def test_packing_everything_makes_the_balance_due(bought):
    order = bought(300)
    shipment = Shipment.objects.get()
    waiting = Instalment.objects.filter(order=order, due_event="packed")
    actions.pick(shipment.number)
    actions.pack(shipment.number, queries.suggested_parcels(shipment))
    assert all(one.status == Instalment.Status.DUE for one in waiting)
    assert Milestone.objects.get(order=order, kind="packed").happened_at


def test_dispatching_twice_ships_once(bought, followed):
    bought(300)
    shipment = send(Shipment.objects.get(), followed)
    actions.dispatch(shipment.number, **CARRIER)
    assert Move.objects.filter(to_place="customer").count() == 1


def test_steps_are_taken_in_their_order(bought):
    bought(300)
    number = Shipment.objects.get().number
    with pytest.raises(rules.NothingPacked):
        actions.dispatch(number, **CARRIER)
    with pytest.raises(rules.NotInThisState):
        actions.deliver(number)
    with pytest.raises(rules.NothingPacked):
        actions.pack(number, [])


def test_an_order_leaves_in_parts(bought, followed):
    order = bought(500)
    (first,) = actions.plan(order.number)
    send(first, followed)
    order.refresh_from_db()
    assert order.status == order_rules.PLACED
    assert Milestone.objects.get(order=order, kind="shipped").happened_at is None
    job = ProductionOrder.objects.get()
    with followed():
        production.start(job.number)
        counted = production.Counted(key="all", good=Decimal(200))
        production.report(job.number, counted)
        production.finish(job.number)
    second = Shipment.objects.exclude(pk=first.pk).get()
    assert sum(line.quantity for line in second.lines.all()) == 200
    send(second, followed)
    order.refresh_from_db()
    assert order.status == order_rules.SENT
    actions.deliver(first.number)
    order.refresh_from_db()
    assert order.status == order_rules.SENT
    actions.deliver(second.number)
    order.refresh_from_db()
    assert order.status == order_rules.ARRIVED


def test_a_cancelled_shipment_can_be_planned_anew(bought):
    order = bought(300)
    actions.cancel(Shipment.objects.get().number)
    (again,) = actions.plan(order.number)
    assert sum(line.quantity for line in again.lines.all()) == 300


def test_goods_that_are_no_longer_reserved_do_not_leave(bought):
    bought(300)
    shipment = Shipment.objects.get()
    actions.pack(shipment.number, queries.suggested_parcels(shipment))
    LotReservation.objects.update(quantity=1)
    with pytest.raises(NotReadyToShip):
        actions.dispatch(shipment.number, **CARRIER)

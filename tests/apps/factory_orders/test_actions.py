"""An order on its way through the house: floor, books, cancelling."""

from datetime import date
from decimal import Decimal

import pytest
from django.core import mail

from factory_portal.inventory.models import Balance, Hold
from factory_portal.money import actions as money
from factory_portal.orders import actions, queries, rules
from factory_portal.orders.models import OrderLog
from factory_portal.production import actions as production
from factory_portal.production.models import ProductionOrder
from factory_portal.shipments.models import Shipment
from sites.values.money import Money
from storefront.order.models import Milestone, MilestonePhotograph
from storefront.payment.models import Instalment
from tests.builders.factories import make_member
from tests.builders.followed import make_all
from tests.builders.sites import make_picture, make_site

pytestmark = pytest.mark.django_db


def step(order, kind):
    return Milestone.objects.get(order=order, kind=kind)


def test_a_placed_order_opens_the_work_that_is_missing(bought):
    order = bought(500)
    job = ProductionOrder.objects.get()
    assert (job.quantity, job.demand_reference) == (200, order.number)
    assert order.status == rules.PLACED
    log = OrderLog.objects.get(order=order, deed=OrderLog.Deed.RELEASED)
    assert log.text == job.number


def test_releasing_twice_changes_nothing(bought):
    order = bought(500)
    actions.release(order_number=order.number)
    assert ProductionOrder.objects.count() == 1
    assert OrderLog.objects.filter(order=order, deed=OrderLog.Deed.RELEASED).count() == 1


def test_an_order_from_stock_is_ready_at_once(bought):
    order = bought(300)
    assert order.status == rules.READY
    assert step(order, "inspected").happened_at
    assert Shipment.objects.filter(order=order, state=Shipment.State.DRAFT).count() == 1


def test_sales_and_the_owner_get_a_mail(in_factory, bought):
    make_member(in_factory, "owner")
    make_member(in_factory, "sales")
    make_member(in_factory, "production")
    order = bought(300)
    notices = [one for one in mail.outbox if one.subject.startswith("New order")]
    assert {one.to[0] for one in notices} == {"owner@alpha.example", "sales@alpha.example"}
    assert order.number in notices[0].subject
    assert f"/portal/orders/{order.number}/" in notices[0].body


def test_the_buyer_sees_the_floor_progress(bought, followed):
    order = bought(500)
    job = ProductionOrder.objects.get()
    with followed():
        production.start(job.number)
    order.refresh_from_db()
    assert order.status == rules.IN_PRODUCTION
    with followed():
        counted = production.Counted(key="first hour", good=Decimal(50), scrap=Decimal(2), note="!")
        production.report(job.number, counted)
    assert step(order, "production").progress == 25
    assert step(order, "production").happened_at is None


def test_a_photograph_is_shown_to_the_buyer_who_waits(in_factory, bought, followed):
    order = bought(500)
    job = ProductionOrder.objects.get()
    make_site(in_factory)
    picture = make_picture(in_factory)
    with followed():
        production.photograph(job.number, picture, caption="First pieces")
    shown = MilestonePhotograph.objects.get()
    assert (shown.milestone.order, shown.picture) == (order, picture)


def test_a_finished_order_is_ready_and_planned_for_shipment(bought, followed):
    order = bought(500)
    make_all(followed)
    order.refresh_from_db()
    assert order.status == rules.READY
    assert step(order, "production").happened_at
    shipment = Shipment.objects.get(order=order)
    assert sum(line.quantity for line in shipment.lines.all()) == 500


def test_a_seen_deposit_is_a_step(bought, followed):
    order = bought(300)
    deposit = Instalment.objects.filter(order=order).first()
    with followed():
        money.receive(
            deposit,
            amount=Money(deposit.amount, deposit.currency),
            reference="STMT-1",
            seen_on=date(2026, 11, 23),
            key="bank:STMT-1",
        )
    assert OrderLog.objects.filter(order=order, deed=OrderLog.Deed.PAID).exists()
    if deposit.kind == Instalment.Kind.DEPOSIT:
        assert step(order, "deposit").happened_at


def test_cancelling_frees_what_was_kept(in_factory, bought, followed):
    order = bought(500)
    with followed():
        actions.cancel(order.number, reason="Buyer withdrew", by=None)
    order.refresh_from_db()
    assert order.status == rules.CANCELLED
    assert Hold.objects.get(key=order.hold_key).status == Hold.Status.RELEASED
    assert Balance.objects.get().reserved == 0
    assert ProductionOrder.objects.get().state == ProductionOrder.State.CANCELLED
    assert not Instalment.objects.filter(order=order).exclude(status="cancelled").exists()
    assert any("is cancelled" in one.subject for one in mail.outbox)


def test_cancelling_takes_planned_shipments_apart(bought, followed):
    order = bought(300)
    with followed():
        actions.cancel(order.number, reason="Buyer withdrew", by=None)
    assert Shipment.objects.get(order=order).state == Shipment.State.CANCELLED


def test_an_order_on_its_way_is_not_cancelled(bought):
    order = bought(300)
    order.set_status(rules.SENT)
    with pytest.raises(rules.TooLateToCancel):
        actions.cancel(order.number, reason="Too late", by=None)


def test_a_note_stays_inside(in_factory, bought):
    order = bought(300)
    actions.note(order.number, text="Call before packing", by=make_member(in_factory, "sales"))
    assert queries.order(order.number).log.filter(deed="noted").get().text == "Call before packing"

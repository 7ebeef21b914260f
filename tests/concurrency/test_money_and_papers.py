"""Many hands at once: numbers stay gapless, a bank entry is booked once, a message heard once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import close_old_connections, connections, transaction

from factory_portal.documents import actions as documents
from factory_portal.documents.models import Document, Series
from factory_portal.money import actions as money
from factory_portal.money.models import Receipt
from factory_portal.orders.queries import lock_order
from sites.events.models import Event
from sites.tenancy.models import Factory
from sites.tenancy.scope import factory_scope
from sites.values.money import Money
from storefront.order.models import Order
from storefront.payment import actions as payment
from storefront.payment.models import Instalment
from tests.builders.factories import make_factory
from tests.builders.orders import TODAY, make_instalments, make_order

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

HANDS = 8


@pytest.fixture
def works():
    factory = make_factory("alpha")
    with factory_scope(factory):
        for count in range(HANDS):
            make_instalments(make_order(f"2026-0000{count}"))
    return factory


def all_at_once(work):
    """Run ``work(number)`` in as many threads as there are hands, started together."""
    barrier = Barrier(HANDS)

    def run(number):
        barrier.wait(timeout=60)
        close_old_connections()
        try:
            with factory_scope(Factory.objects.get(slug="alpha")):
                return work(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(HANDS) as hands:
        return list(hands.map(run, range(HANDS)))


def test_papers_issued_at_once_have_every_number_once(works):
    def issue(number):
        order = Order.objects.get(number=f"2026-0000{number}")
        return documents.issue_proforma(order, on=TODAY).sequence

    assert sorted(all_at_once(issue)) == list(range(1, HANDS + 1))
    with factory_scope(works):
        assert Series.objects.get().last == HANDS


def test_one_order_asked_for_by_many_has_one_paper(works):
    def issue(_number):
        return documents.issue_proforma(Order.objects.get(number="2026-00000"), on=TODAY).number

    assert set(all_at_once(issue)) == {"PI-2026-0001"}
    with factory_scope(works):
        assert Document.objects.count() == 1


def test_one_bank_entry_is_booked_once(works):
    def receive(_number):
        return money.receive(
            Instalment.objects.get(order__number="2026-00000", sort=1),
            amount=Money("348.66", "USD"),
            reference="TT 1",
            seen_on=TODAY,
            key="statement 7, line 3",
        ).pk

    assert len(set(all_at_once(receive))) == 1
    with factory_scope(works):
        assert Receipt.objects.count() == 1
        assert Event.objects.filter(name="payment.received").count() == 1


def test_parts_that_come_at_once_are_all_counted(works):
    def receive(number):
        return money.receive(
            Instalment.objects.get(order__number="2026-00000", sort=1),
            amount=Money("40.00", "USD"),
            reference=f"TT {number}",
            seen_on=TODAY,
            key=f"statement 7, line {number}",
        )

    all_at_once(receive)
    with factory_scope(works):
        deposit = Instalment.objects.get(order__number="2026-00000", sort=1)
        assert deposit.received == 40 * HANDS


def test_a_card_message_sent_many_times_is_one_fact(works):
    with factory_scope(works):
        deposit = Instalment.objects.get(order__number="2026-00000", sort=1)
        payment.open_card_payment(
            deposit,
            session_id="cs_1",
            intent_id="",
            url="https://checkout.processor.example/",
            amount=Money("348.66", "USD"),
        )

    def hear(_number):
        return payment.note_card_payment(
            event_id="evt_1",
            kind="checkout.session.completed",
            session_id="cs_1",
            intent_id="pi_1",
            paid=Money("348.66", "USD"),
            on=TODAY,
        )

    assert sorted(all_at_once(hear)) == [False] * (HANDS - 1) + [True]
    with factory_scope(works):
        assert Event.objects.filter(name="card.paid").count() == 1
        assert Receipt.objects.count() == 1


def test_a_paper_is_asked_for_while_its_order_is_worked_on(works):
    """The worker holds the order and wants the series; a buyer must not hold it the other way."""

    def ask(number):
        with transaction.atomic():
            if number % 2:
                lock_order("2026-00000")
            order = Order.objects.get(number="2026-00000")
            return documents.issue_proforma(order, on=TODAY).number

    assert len(set(all_at_once(ask))) == 1

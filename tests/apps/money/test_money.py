"""Money is booked once, to the right instalment, and what does not fit stays visible."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from factory_portal.money import actions, queries
from factory_portal.money.models import Receipt
from sites.events.models import Event
from sites.values.money import CurrencyMismatch, Money
from storefront.payment.actions import fall_due
from storefront.payment.models import Instalment
from storefront.payment.rules import State
from tests.builders.orders import TODAY, make_instalments, make_order

SEEN = date(2026, 11, 25)


@pytest.fixture
def deposit(in_factory):
    return make_instalments(make_order())[0]


def receive(instalment, amount, *, key="bank-1", currency="USD"):
    return actions.receive(
        instalment,
        amount=Money(amount, currency),
        reference="TT 4711",
        seen_on=SEEN,
        key=key,
    )


def events(name):
    return [event.payload for event in Event.objects.filter(name=name).order_by("pk")]


def test_the_whole_amount_settles_an_instalment(deposit):
    receive(deposit, "348.66")
    deposit.refresh_from_db()
    assert (deposit.status, deposit.received) == ("paid", Decimal("348.660"))
    assert deposit.paid_at is not None
    assert events("payment.received") == [
        {
            "instalment_id": deposit.pk,
            "order_id": deposit.order_id,
            "order_number": "2026-00001",
            "amount": "348.66",
            "currency": "USD",
            "kind": "deposit",
            "settled": True,
        }
    ]


def test_the_same_entry_is_booked_once(deposit):
    first = receive(deposit, "348.66")
    assert receive(deposit, "348.66") == first
    assert Receipt.objects.count() == 1
    assert len(events("payment.received")) == 1


def test_one_entry_is_never_used_twice(deposit):
    receive(deposit, "100")
    balance = Instalment.objects.get(order=deposit.order, sort=2)
    for instalment, amount in ((balance, "100"), (deposit, "200")):
        with pytest.raises(actions.KeyUsedElsewhere):
            receive(instalment, amount)
    assert Receipt.objects.count() == 1


def test_too_little_stays_outstanding_until_the_rest_comes(deposit):
    receive(deposit, "300")
    deposit.refresh_from_db()
    assert (deposit.status, deposit.outstanding) == ("due", Money("48.66", "USD"))
    assert [one.standing.state for one in queries.receivables(on=TODAY, status="odd")] == [
        State.SHORT
    ]
    receive(deposit, "48.66", key="bank-2")
    deposit.refresh_from_db()
    assert (deposit.status, bool(deposit.outstanding)) == ("paid", False)
    assert [event["settled"] for event in events("payment.received")] == [False, True]


def test_too_much_stays_visible(deposit):
    receive(deposit, "400")
    (odd,) = queries.receivables(on=TODAY, status="odd")
    assert odd.instalment == deposit
    assert odd.standing.excess == Money("51.34", "USD")


def test_the_factory_may_take_bank_charges_on_itself(deposit, in_factory):
    in_factory.profile = {"payment": {"charge_tolerance": 25}}
    in_factory.save()
    receive(deposit, "328.66")
    deposit.refresh_from_db()
    assert deposit.status == "paid"
    (paid,) = queries.receivables(on=TODAY, status="paid")
    assert paid.standing.charges == Money("20.00", "USD")


def test_another_currency_and_nothing_are_refused(deposit):
    with pytest.raises(CurrencyMismatch):
        receive(deposit, "348.66", currency="EUR")
    for amount in ("0", "-1"):
        with pytest.raises(actions.NotAnAmount):
            receive(deposit, amount)
    assert not Receipt.objects.exists()


def test_receivables_show_due_late_and_found(deposit):
    make_instalments(make_order("2026-00002", company_name="Delta Stroom"))
    later = TODAY + timedelta(days=30)
    assert [one.order_number for one in queries.receivables(on=later, search="delta")] == [
        "2026-00002",
        "2026-00002",
    ]
    assert queries.count_receivables(on=later) == 4
    late = queries.receivables(on=later, status="late")
    assert [one.days_late for one in late] == [23, 23]
    assert queries.outstanding(on=later)["due"] == [Money("697.32", "USD")]
    spaced = "  ".join(deposit.reference)
    assert queries.find_by_reference(spaced) == deposit
    receive(deposit, "10")
    assert [one.reference for one in queries.receipts_of([deposit.pk])] == ["TT 4711"]


def test_a_milestone_makes_the_balance_due(deposit):
    balance = Instalment.objects.get(order=deposit.order, sort=2)
    assert (balance.status, balance.due_on) == ("open", None)
    for _again in range(2):
        fall_due(order_id=deposit.order_id, milestone="packed", on=SEEN)
    balance.refresh_from_db()
    assert (balance.status, balance.due_on) == ("due", SEEN)


def test_the_list_asks_one_question_however_long_it_is(in_factory, django_assert_num_queries):
    for count in range(4):
        make_instalments(make_order(f"2026-0001{count}"))
    with django_assert_num_queries(1):
        assert len(queries.receivables(on=TODAY)) == 8


def test_another_factory_sees_none_of_it(deposit, other_factory):
    from sites.tenancy.scope import factory_scope

    receive(deposit, "1")
    with factory_scope(other_factory):
        assert queries.receivables(on=TODAY) == []
        assert queries.receipts_of([deposit.pk]) == []
        with pytest.raises(Instalment.DoesNotExist):
            receive(deposit, "1", key="bank-2")

"""A card is paid when the processor's signed message says so, once, and never before."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from sites.events.models import Event
from sites.tenancy.scope import factory_scope
from sites.values.money import Money
from storefront.payment import stripe_cards
from storefront.payment.methods import BankTransfer, Cards, methods_for
from storefront.payment.models import CardEvent, CardPayment, Instalment
from tests.builders.factories import make_buyer, store_client
from tests.builders.orders import make_instalments, make_order

BACK = "https://alpha.example/en/orders/2026-00001/?key=k"


@pytest.fixture
def deposit(in_factory, processor):
    return make_instalments(make_order())[0]


@pytest.fixture
def browser(factory):
    return store_client(factory)


def pay(browser, instalment, **query):
    return browser.get(f"/payments/card/{instalment.pk}/", query)


def tell(browser, body, signature):
    return browser.post(
        "/payments/stripe/",
        body,
        content_type="application/json",
        headers={"Stripe-Signature": signature},
    )


def facts():
    return list(Event.objects.filter(name="card.paid"))


def test_the_buyer_is_sent_to_the_processors_page(deposit, browser, processor):
    answer = pay(browser, deposit, key=deposit.order.access_key)
    assert (answer.status_code, answer.url) == (
        302,
        "https://checkout.processor.example/cs_test_1",
    )
    form = processor.asked[0]["form"]
    assert form["line_items[0][price_data][unit_amount]"] == "34866"
    assert form["line_items[0][price_data][currency]"] == "usd"
    assert form["metadata[factory]"] == "alpha"
    assert form["customer_email"] == "buyer@overseas.example"
    assert form["success_url"].endswith(f"/en/orders/2026-00001/?key={deposit.order.access_key}")
    assert processor.asked[0]["key"] == f"alpha:{deposit.reference}:0"


def test_asking_again_is_one_session_and_one_question(deposit, browser, processor):
    for _again in range(3):
        pay(browser, deposit, key=deposit.order.access_key)
    assert len(processor.asked) == len(processor.sessions) == 1
    assert CardPayment.objects.count() == 1


def test_an_old_visit_is_not_offered_again(deposit, processor, in_factory):
    first = stripe_cards.visit(in_factory, deposit, back_to=BACK)
    CardPayment.objects.update(created_at=timezone.now() - timedelta(days=2))
    assert stripe_cards.visit(in_factory, deposit, back_to=BACK) != first


def test_strangers_cannot_open_it(deposit, browser, factory):
    assert pay(browser, deposit).status_code == 404
    assert pay(browser, deposit, key="x" * 40).status_code == 404
    stranger = store_client(factory, make_buyer(factory, "other@overseas.example"))
    assert pay(stranger, deposit).status_code == 404


def test_coming_back_changes_nothing(deposit, browser):
    pay(browser, deposit, key=deposit.order.access_key)
    deposit.refresh_from_db()
    assert deposit.status == "due" and not facts()


def test_the_signed_message_pays_once(deposit, browser, processor):
    pay(browser, deposit, key=deposit.order.access_key)
    body, signature = processor.message("cs_test_1", payment_status="paid", payment_intent="pi_1")
    for _again in range(3):
        assert tell(browser, body, signature).status_code == 200
    (fact,) = facts()
    assert fact.payload["instalment_id"] == deposit.pk
    assert (fact.payload["amount"], fact.payload["currency"]) == ("348.66", "USD")
    assert fact.payload["reference"] == "pi_1"
    assert CardPayment.objects.get().status == "paid"
    assert CardEvent.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_books_follow_the_message(deposit, browser, processor):
    pay(browser, deposit, key=deposit.order.access_key)
    tell(
        browser,
        *processor.message("cs_test_1", payment_status="paid", payment_intent="pi_1"),
    )
    deposit.refresh_from_db()
    assert (deposit.status, deposit.received) == ("paid", Decimal("348.660"))
    with pytest.raises(stripe_cards.NothingToPay):
        stripe_cards.visit(deposit.factory, deposit, back_to=BACK)


def test_a_forged_old_or_unsigned_message_is_refused(deposit, browser, processor):
    pay(browser, deposit, key=deposit.order.access_key)
    body, signature = processor.message("cs_test_1", payment_status="paid")
    old = signature.replace("t=", "t=1", 1)
    changed = body.replace("34866", "1")
    for text, header in ((body, ""), (body, old), (changed, signature), (body, "t=1,v1=00")):
        assert tell(browser, text, header).status_code == 400
    assert not facts() and not CardEvent.objects.exists()


def test_money_on_its_way_is_not_money(deposit, browser, processor):
    pay(browser, deposit, key=deposit.order.access_key)
    tell(browser, *processor.message("cs_test_1"))
    assert CardPayment.objects.get().status == "open" and not facts()
    tell(
        browser,
        *processor.message(
            "cs_test_1",
            kind="checkout.session.async_payment_succeeded",
            payment_status="paid",
            payment_intent="pi_1",
        ),
    )
    assert CardPayment.objects.get().status == "paid" and len(facts()) == 1


def test_a_visit_that_runs_out_makes_room_for_another(deposit, browser, processor):
    pay(browser, deposit, key=deposit.order.access_key)
    tell(browser, *processor.message("cs_test_1", kind="checkout.session.expired"))
    assert CardPayment.objects.get().status == "expired"
    assert pay(browser, deposit, key=deposit.order.access_key).url.endswith("cs_test_2")


def test_a_message_about_something_else_is_ignored(deposit, browser, processor):
    pay(browser, deposit, key=deposit.order.access_key)
    for changes in ({"kind": "invoice.paid"}, {"metadata": {}}, {"id": "cs_unknown"}):
        body, signature = processor.message("cs_test_1", payment_status="paid", **changes)
        assert tell(browser, body, signature).status_code == 200
    unknown = {"metadata": {"factory": "nobody"}, "payment_status": "paid"}
    assert tell(browser, *processor.message("cs_test_1", **unknown)).status_code == 200
    assert not facts()


def test_another_factorys_host_may_carry_the_message(deposit, browser, processor, other_factory):
    pay(browser, deposit, key=deposit.order.access_key)
    elsewhere = store_client(other_factory)
    tell(
        elsewhere,
        *processor.message("cs_test_1", payment_status="paid", payment_intent="pi_1"),
    )
    assert len(facts()) == 1
    with factory_scope(other_factory):
        assert not facts() and not CardPayment.objects.exists()
    assert pay(elsewhere, deposit, key=deposit.order.access_key).status_code == 404


def test_a_processor_that_refuses_is_said_on_the_order_page(deposit, browser, processor):
    processor.broken = True
    answer = pay(browser, deposit, key=deposit.order.access_key)
    assert answer.status_code == 302 and answer.url.endswith("&card=unavailable")


def test_cards_are_offered_only_where_they_work(in_factory, processor, settings):
    assert [method.code for method in methods_for(in_factory)] == [BankTransfer.code, Cards.code]
    settings.STRIPE_WEBHOOK_SECRET = ""
    assert [method.code for method in methods_for(in_factory)] == [BankTransfer.code]


@pytest.mark.parametrize(
    ("amount", "currency", "units"),
    [
        ("12.34", "USD", 1234),
        ("1234", "JPY", 1234),
        ("1.234", "KWD", 1234),
        ("500", "ISK", 50000),
        ("500", "UGX", 50000),
    ],
)
def test_amounts_survive_the_processors_way_of_counting(amount, currency, units):
    money = Money(Decimal(amount), currency)
    assert stripe_cards.to_stripe(money) == units
    assert stripe_cards.from_stripe(units, currency) == money


def test_a_part_seen_by_transfer_is_not_charged_again(deposit, processor, in_factory):
    Instalment.objects.filter(pk=deposit.pk).update(received=Decimal("300"))
    deposit.refresh_from_db()
    stripe_cards.visit(in_factory, deposit, back_to=BACK)
    assert processor.asked[0]["form"]["line_items[0][price_data][unit_amount]"] == "4866"

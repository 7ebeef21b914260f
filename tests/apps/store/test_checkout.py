"""From the basket to an order: steps, the hold, one order however often it is sent."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from factory_portal.inventory.models import Balance, Hold
from factory_portal.production import actions as production
from factory_portal.production.actions import Wanted
from sites.events.models import Event
from storefront.checkout.models import Checkout
from storefront.order import actions as orders
from storefront.order.models import Order
from storefront.payment.models import Instalment

pytestmark = pytest.mark.django_db

CONTACT = {
    "email": "buyer@overseas.example",
    "contact_name": "Purchasing Desk",
    "phone": "+49 30 000000",
    "company_name": "Overseas GmbH",
    "country": "DE",
    "tax_number": "DE999999999",
}
DELIVERY = {
    "ship_name": "Goods in",
    "ship_line1": "Hafenstrasse 1",
    "ship_city": "Hamburg",
    "ship_postcode": "20095",
    "ship_country": "DE",
    "incoterm": "FCA",
    "freight": "own",
}
PAYMENT = {"payment_method": "bank-transfer", "purchase_order_number": "PO-4711"}


def go(browser, *, quantity="100", delivery=DELIVERY):
    """Walk to the review page and give its key."""
    browser.post("/en/basket/add/", {"sku": "SG-20", "quantity": quantity})
    steps = (("contact", CONTACT), ("delivery", delivery), ("payment", PAYMENT))
    for name, answers in steps:
        response = browser.post(f"/en/checkout/{name}/", answers)
        assert response.status_code == 302, response.content.decode().split("<main")[1][:3000]
    assert response.headers["Location"] == "/en/checkout/review/"
    page = browser.get("/en/checkout/review/").content.decode()
    return page.split('name="key" value="')[1].split('"')[0]


def place(browser, key):
    return browser.post("/en/checkout/place/", {"key": key})


# ── The way ──────────────────────────────────────────────────────────────────────────────────


def test_a_guest_orders(goods, browser):
    key = go(browser, quantity="500")
    response = place(browser, key)
    order = Order.objects.get()
    assert response.headers["Location"].startswith(f"/en/orders/{order.number}/?key=")
    assert (order.company_name, order.country, order.tax_number) == (
        "Overseas GmbH",
        "DE",
        "DE999999999",
    )
    assert order.purchase_order_number == "PO-4711" and order.guest_email == CONTACT["email"]
    assert order.total_incl_tax == Decimal("900.00") and order.currency == "USD"
    assert order.incoterm == "FCA" and order.named_place == "Ningbo, CN"
    line = order.lines.get()
    assert (line.sku, line.quantity, line.unit_price_excl_tax) == ("SG-20", 500, Decimal("1.80"))
    assert sum(part["quantity"] for part in line.promise) == 500
    assert line.promised_on == order.promised_on
    assert Hold.objects.get(key=order.hold_key).status == Hold.Status.FIRM
    assert sum(Balance.objects.values_list("reserved", flat=True)) == 300
    assert sum(order.instalments.values_list("amount", flat=True)) == order.total_incl_tax
    assert list(order.milestones.values_list("kind", flat=True)) == [
        "confirmed",
        "deposit",
        "production",
        "inspected",
        "packed",
        "shipped",
        "delivered",
    ]
    assert Event.objects.get(name="order.placed").payload == {"order_number": order.number}
    page = browser.get(response.headers["Location"]).content.decode()
    assert order.number in page and "Thank you" in page and "PO-4711" in page
    assert "300 from stock now" in page


def test_the_basket_is_empty_afterwards(goods, browser):
    place(browser, go(browser))
    assert "SG-20" not in browser.get("/en/basket/").content.decode()
    assert browser.get("/en/checkout/review/").headers["Location"] == "/en/basket/"


def test_steps_cannot_be_skipped(goods, browser):
    assert browser.get("/en/checkout/contact/").headers["Location"] == "/en/basket/"
    browser.post("/en/basket/add/", {"sku": "SG-20", "quantity": "100"})
    for name in ("delivery", "payment", "review"):
        found = browser.get(f"/en/checkout/{name}/")
        assert found.headers["Location"] == "/en/checkout/contact/"


def test_what_is_missing_is_said_beside_the_field(goods, browser):
    browser.post("/en/basket/add/", {"sku": "SG-20", "quantity": "100"})
    response = browser.post("/en/checkout/contact/", CONTACT | {"email": "no", "company_name": ""})
    page = response.content.decode()
    assert response.status_code == 422
    assert "This is not an e-mail address." in page and "Please fill this in." in page
    assert "Purchasing Desk" in page


def test_a_term_with_carriage_needs_a_carrier(goods, browser):
    goods.express("DE")
    browser.post("/en/basket/add/", {"sku": "SG-20", "quantity": "100"})
    browser.post("/en/checkout/contact/", CONTACT)
    page = browser.get("/en/checkout/delivery/").content.decode()
    assert "Express · Courier" in page and "US$52.50" in page
    response = browser.post("/en/checkout/delivery/", DELIVERY | {"incoterm": "DAP"})
    assert response.status_code == 422
    code = page.split('name="freight" value="')[1].split('"')[0]
    response = browser.post(
        "/en/checkout/delivery/", DELIVERY | {"incoterm": "DAP", "freight": code, "insured": "on"}
    )
    assert response.headers["Location"] == "/en/checkout/payment/"
    checkout = Checkout.objects.get()
    assert checkout.freight_cost == Decimal("52.50") and checkout.named_place == "Hamburg"
    # (200 + 52.50) ÷ (1 − 1.1 × 0.006) − 252.50
    assert checkout.insurance_cost == Decimal("1.68")


# ── Once ─────────────────────────────────────────────────────────────────────────────────────


def test_a_second_submit_finds_the_same_order(goods, browser):
    key = go(browser)
    first, second = place(browser, key), place(browser, key)
    assert first.headers["Location"] == second.headers["Location"]
    assert Order.objects.count() == 1 and Instalment.objects.count() == 2


def test_placing_itself_is_idempotent(goods, browser, factory):
    from storefront.checkout import actions

    go(browser)
    checkout = Checkout.objects.get()
    agreed = actions.agreement(checkout)
    today = timezone.localdate()
    one, two = orders.place(agreed, today=today), orders.place(agreed, today=today)
    assert one.pk == two.pk and Order.objects.count() == 1
    assert Event.objects.filter(name="order.placed").count() == 1


def test_numbers_count_up_without_gaps(goods, browser):
    for _round in range(2):
        place(browser, go(browser))
    numbers = sorted(Order.objects.values_list("number", flat=True))
    year = timezone.localdate().year
    assert numbers == [f"{year}-00001", f"{year}-00002"]


def test_an_unknown_key_places_nothing(goods, browser):
    go(browser)
    assert place(browser, "nonsense").headers["Location"] == "/en/basket/"
    assert Order.objects.count() == 0


def test_someone_elses_key_places_nothing(goods, browser, factory):
    from django.test import Client

    from tests.builders.factories import host_name

    key = go(browser)
    thief = Client(SERVER_NAME=host_name(factory), HTTP_SEC_FETCH_SITE="same-origin")
    assert place(thief, key).headers["Location"] == "/en/basket/"
    assert Order.objects.count() == 0


# ── The hold ─────────────────────────────────────────────────────────────────────────────────


def test_the_hold_keeps_stock_from_others(goods, browser):
    go(browser, quantity="300")
    found = browser.get("/api/v1/products/SG-20/promise", {"quantity": 300}).json()
    assert {part["source"] for part in found["parts"]} == {"production"}
    assert "300 from stock now" in browser.get("/en/basket/").content.decode()


def test_changing_the_basket_gives_the_hold_back(goods, browser):
    go(browser, quantity="300")
    browser.post("/en/basket/add/", {"sku": "SG-20", "quantity": "100"})
    found = browser.get("/api/v1/products/SG-20/promise", {"quantity": 300}).json()
    assert {part["source"] for part in found["parts"]} == {"stock"}
    page = browser.get("/en/checkout/review/").content.decode()
    assert "400" in page


def expire(key):
    past = timezone.now() - timedelta(minutes=1)
    Hold.objects.filter(key=key).update(expires_at=past)
    Checkout.objects.update(hold_expires_at=past)


def test_an_ended_hold_is_taken_again_for_the_same_date(goods, browser):
    key = go(browser)
    expire(key)
    assert "/en/orders/" in place(browser, key).headers["Location"]


def test_an_ended_hold_with_a_later_date_is_shown_first(goods, browser):
    key = go(browser, quantity="300")
    expire(key)
    production.hold(
        [Wanted(reference="x", item_id=goods.first.item_id, quantity=Decimal(300))],
        key="faster",
        expires_at=timezone.now() + timedelta(hours=1),
    )
    response = place(browser, key)
    assert response.status_code == 200 and Order.objects.count() == 0
    page = response.content.decode()
    assert "What is left now is ready on" in page
    assert "/en/orders/" in place(browser, key).headers["Location"]


# ── How much it asks ─────────────────────────────────────────────────────────────────────────


def test_placing_asks_little(goods, browser):
    from storefront.checkout import actions

    place(browser, go(browser))
    go(browser, quantity="150")
    checkout = Checkout.objects.select_related("company").get(order_number="")
    agreed = actions.agreement(checkout)
    with CaptureQueriesContext(connection) as seen:
        orders.place(agreed, today=timezone.localdate())
    asked = [one["sql"] for one in seen.captured_queries if "SAVEPOINT" not in one["sql"]]
    confirming = [sql for sql in asked if "hold" in sql.lower() or "inventory_item" in sql]
    assert len(asked) - len(confirming) <= 15, asked


def test_the_whole_way_asks_little(goods, browser):
    place(browser, go(browser))
    with CaptureQueriesContext(connection) as seen:
        place(browser, go(browser))
    asked = [one["sql"] for one in seen.captured_queries if "SAVEPOINT" not in one["sql"]]
    print(len(asked))
    assert len(asked) <= 140


# ── The mail ─────────────────────────────────────────────────────────────────────────────────


def test_the_buyer_gets_a_mail_in_the_language_of_the_order(
    goods, browser, django_capture_on_commit_callbacks
):
    place(browser, go(browser))
    order = Order.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        orders.thank_buyer(order_number=order.number)
    sent = mail.outbox[-1]
    assert sent.to == [CONTACT["email"]] and order.number in sent.subject
    assert "US$200.00" in sent.body and order.access_key in sent.body
    html = sent.alternatives[0][0]
    assert "US$200.00" in html and 'dir="ltr"' in html


# ── Looking at it ────────────────────────────────────────────────────────────────────────────


def test_an_order_opens_with_its_key_only(goods, browser, factory):
    place(browser, go(browser))
    order = Order.objects.get()
    assert browser.get(f"/en/orders/{order.number}/").status_code == 404
    assert browser.get(f"/en/orders/{order.number}/?key=wrong").status_code == 404
    url = f"/en/orders/{order.number}/?key={order.access_key}"
    with CaptureQueriesContext(connection) as seen:
        assert browser.get(url).status_code == 200
    assert len(seen) <= 10, [one["sql"][:100] for one in seen.captured_queries]


def test_reordering_fills_the_basket(goods, browser):
    place(browser, go(browser))
    order = Order.objects.get()
    browser.post(f"/en/orders/{order.number}/again/?key={order.access_key}")
    assert "SG-20" in browser.get("/en/basket/").content.decode()


def test_numbers_keep_their_order_on_an_arabic_page(goods, browser):
    place(browser, go(browser))
    order = Order.objects.get()
    path = f"/orders/{order.number}/?key={order.access_key}"
    assert f"\u2068{order.number}\u2069</h1>" in browser.get(f"/ar{path}").content.decode()
    assert f"Order {order.number}</h1>" in browser.get(f"/en{path}").content.decode()

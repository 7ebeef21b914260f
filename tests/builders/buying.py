"""Buying as a guest does: from the product to the order, over the store's own pages."""

from django.test import Client

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


def walk_to_review(browser: Client, *, sku: str, quantity: int, **changes) -> str:
    """Fill the basket and answer every step; gives the key that the review page sends."""
    answer = browser.post("/en/basket/add/", {"sku": sku, "quantity": quantity})
    assert answer.status_code in {200, 302}, answer.content.decode()[:2000]
    for step, answers in (("contact", CONTACT), ("delivery", DELIVERY), ("payment", PAYMENT)):
        answer = browser.post(f"/en/checkout/{step}/", answers | changes.get(step, {}))
        assert answer.status_code == 302, answer.content.decode().split("<main")[-1][:3000]
    page = browser.get("/en/checkout/review/").content.decode()
    return page.split('name="key" value="')[1].split('"')[0]


def buy(browser: Client, *, sku: str, quantity: int, **changes) -> str:
    """Place an order; gives the address of its page, with the guest's key."""
    key = walk_to_review(browser, sku=sku, quantity=quantity, **changes)
    return browser.post("/en/checkout/place/", {"key": key}).headers["Location"]

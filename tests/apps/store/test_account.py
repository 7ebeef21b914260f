"""A buyer's account: register, sign in, own prices, own orders, a new password."""

import re
from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model
from django.core import mail

from sites.tenancy.scope import factory_scope
from storefront.basket.models import Basket
from storefront.companies.models import Company
from storefront.customer import actions
from storefront.customer.models import Buyer
from storefront.order.models import Order
from storefront.pricing.models import PriceList
from tests.apps.store.test_checkout import go, place
from tests.builders.factories import store_client

pytestmark = pytest.mark.django_db

EMAIL, PASSWORD = "buyer@overseas.example", "blue-harbour-crane-17"


def register(browser, **changes):
    answers = {"name": "Lin Da", "email": EMAIL, "password": PASSWORD, "country": "DE"}
    return browser.post("/en/account/register/", answers | changes)


def sign_in(browser, password=PASSWORD, **more):
    return browser.post("/en/account/sign-in/", {"email": EMAIL, "password": password} | more)


def test_register_and_sign_in_and_out(goods, browser):
    assert register(browser).headers["Location"] == "/en/account/"
    assert "Your orders" in browser.get("/en/account/").content.decode()
    browser.post("/en/account/sign-out/")
    assert "sign-in" in browser.get("/en/account/").headers["Location"]
    assert sign_in(browser, "wrong").status_code == 422
    assert sign_in(browser).headers["Location"] == "/en/account/"


def test_a_weak_password_and_a_known_address_are_refused(goods, browser):
    assert "password" in register(browser, password="short").content.decode()
    register(browser)
    assert register(browser).status_code == 422


def test_the_same_address_at_two_stores_is_two_accounts(goods, browser, factory, other_factory):
    register(browser)
    elsewhere = store_client(other_factory)
    elsewhere.defaults["HTTP_SEC_FETCH_SITE"] = "same-origin"
    assert sign_in(elsewhere).status_code == 422
    assert register(elsewhere).status_code == 302
    for store in (factory, other_factory):
        with factory_scope(store):
            assert get_user_model().objects.filter(email=EMAIL, factory=store).count() == 1


def test_signing_in_leads_back_but_never_away(goods, browser):
    register(browser)
    back = sign_in(browser, next="/en/checkout/contact/")
    assert back.headers["Location"] == "/en/checkout/contact/"
    for away in ("https://evil.example/", "//evil.example/"):
        assert sign_in(browser, next=away).headers["Location"] == "/en/account/"


def test_a_guests_basket_comes_along(goods, browser):
    register(browser)
    browser.post("/en/account/sign-out/")
    browser.post("/en/basket/add/", {"sku": "SG-20", "quantity": "100"})
    sign_in(browser)
    assert Basket.open.get().owner.email == EMAIL
    assert "SG-20" in browser.get("/en/basket/").content.decode()


def test_a_companys_buyer_sees_its_prices(goods, browser):
    register(browser)
    prices = PriceList.objects.create(
        code="DIST", name="Distributor", currency="USD", discount_percent=Decimal(10)
    )
    company = Company.objects.create(code="C1", name="Dist Ltd", country="DE", price_list=prices)
    actions.attach(Buyer.objects.get().user, company=company)
    page = browser.get("/en/p/sg-20/?quantity=100").content.decode()
    assert "US$1.80" in page and "Distributor" in page
    place(browser, go(browser))
    order = Order.objects.get()
    assert order.company == company and order.total_incl_tax == Decimal("180.00")
    page = browser.get("/en/account/").content.decode()
    assert order.number in page
    assert browser.get(f"/en/orders/{order.number}/").status_code == 200


def test_a_profile_is_kept_and_fills_the_checkout(goods, browser):
    register(browser)
    answers = {"name": "Lin Da", "language": "ar", "company_name": "Da Co", "country": "FR"}
    assert "saved" in browser.post("/en/account/profile/", answers).content.decode()
    browser.post("/en/basket/add/", {"sku": "SG-20", "quantity": "100"})
    assert 'value="Da Co"' in browser.get("/en/checkout/contact/").content.decode()


def test_a_new_password_by_mail_works_once(goods, browser):
    register(browser)
    browser.post("/en/account/sign-out/")
    browser.post("/en/account/forgotten/", {"email": "nobody@overseas.example"})
    assert not mail.outbox
    browser.post("/en/account/forgotten/", {"email": EMAIL})
    path = re.search(r"http://[^/]+(/\S+)", mail.outbox[0].body).group(1)
    assert browser.get(path).status_code == 200
    assert browser.post(path, {"password": "green-harbour-crane-18"}).status_code == 302
    assert browser.get(path).status_code == 410
    browser.post("/en/account/sign-out/")
    assert sign_in(browser).status_code == 422
    assert sign_in(browser, "green-harbour-crane-18").status_code == 302

"""The public API: products, and the promise for a quantity."""

from decimal import Decimal

import pytest

from storefront.companies.models import Company
from storefront.customer import actions
from storefront.customer.models import Buyer
from storefront.pricing.models import PriceList
from tests.apps.store.test_account import register

pytestmark = pytest.mark.django_db


def test_products_come_in_pages(goods, browser):
    goods.sku("SG-40", teeth="40")
    page = browser.get("/api/v1/products/", {"per_page": 1}).json()
    assert page["count"] == 2 and page["pages"] == 2
    assert [item["sku"] for item in page["items"]] == ["SG-20"]


def test_a_promise_adds_up_and_is_priced(goods, browser):
    found = browser.get("/api/v1/products/SG-20/promise", {"quantity": 500}).json()
    assert found["sku"] == "SG-20" and found["quantity"] == 500
    assert sum(part["quantity"] for part in found["parts"]) == 500
    assert {part["source"] for part in found["parts"]} == {"stock", "production"}
    assert found["ready_on"] == max(part["ready_on"] for part in found["parts"])
    assert (found["unit_price"], found["currency"]) == ("1.80", "USD")


def test_an_unknown_sku_is_404(goods, browser):
    assert browser.get("/api/v1/products/NONE/promise", {"quantity": 100}).status_code == 404


@pytest.mark.parametrize(("quantity", "nearest"), [(60, [100]), (120, [100, 150]), (1, [100])])
def test_a_bad_quantity_is_422_with_the_nearest(goods, browser, quantity, nearest):
    response = browser.get("/api/v1/products/SG-20/promise", {"quantity": quantity})
    assert response.status_code == 422
    assert response.json()["nearest"] == nearest


@pytest.mark.parametrize("quantity", ["", "many", "0", "-5"])
def test_no_number_is_422(goods, browser, quantity):
    response = browser.get("/api/v1/products/SG-20/promise", {"quantity": quantity})
    assert response.status_code == 422


def test_it_describes_itself(goods, browser):
    described = browser.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert "/api/v1/products/{sku}/promise" in described["paths"]


def test_a_buyer_gets_the_price_of_the_own_product_page(goods, browser):
    assert browser.get("/api/v1/products/SG-20/promise?quantity=500").json()["unit_price"] == "1.80"
    register(browser)
    partners = PriceList.objects.create(
        code="DIST", name="Distributor", currency="USD", discount_percent=Decimal(10)
    )
    company = Company.objects.create(code="C1", name="Dist", country="DE", price_list=partners)
    actions.attach(Buyer.objects.get().user, company=company)
    answer = browser.get("/api/v1/products/SG-20/promise?quantity=500")
    assert answer.json()["unit_price"] == "1.62"
    assert {"private", "no-store"} <= set(answer.headers["Cache-Control"].split(", "))
    assert "Cookie" in answer.headers["Vary"]
    assert "1.62" in browser.get("/en/p/sg-20/?quantity=500").content.decode()
    listed = browser.get("/api/v1/products/")
    assert listed.json()["items"][0]["from_price"] == "1.35"
    assert "no-store" in listed.headers["Cache-Control"]


def test_a_visitors_price_may_be_cached_but_not_for_buyers(goods, browser):
    answer = browser.get("/api/v1/products/SG-20/promise?quantity=500")
    assert "Cookie" in answer.headers["Vary"]
    assert "no-store" not in answer.headers.get("Cache-Control", "")

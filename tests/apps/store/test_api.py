"""The public API: products, and the promise for a quantity."""

import pytest

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

"""The basket: adding, changing, pasting, and who may post to it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from storefront.basket.models import Line
from tests.builders.factories import host_name

pytestmark = pytest.mark.django_db


def add(browser, sku="SG-20", quantity="100"):
    return browser.post("/en/basket/add/", {"sku": sku, "quantity": quantity})


def lines():
    return list(Line.objects.order_by("pk").values_list("product__upc", "quantity"))


def test_add_then_change_then_remove(goods, browser):
    response = add(browser)
    assert response.headers["Location"] == "/en/basket/?added=SG-20"
    assert "basket" in response.cookies
    add(browser)
    assert lines() == [("SG-20", 200)]
    page = browser.get("/en/basket/").content.decode()
    assert "US$400.00" in page and "200 from stock now" in page
    line = Line.objects.get()
    browser.post("/en/basket/update/", {f"quantity-{line.pk}": "500"})
    assert lines() == [("SG-20", 500)]
    removed = browser.post(f"/en/basket/remove/{line.pk}/").headers["Location"]
    assert lines() == []
    assert "Put SG-20 back" in browser.get(removed).content.decode()
    add(browser, quantity="500")
    assert lines() == [("SG-20", 500)]


def test_adding_asks_little(goods, browser):
    add(browser)
    browser.get("/en/p/sg-20/")
    with CaptureQueriesContext(connection) as seen:
        add(browser)
    asked = [one["sql"] for one in seen.captured_queries if "SAVEPOINT" not in one["sql"]]
    assert len(asked) <= 8, asked


def test_five_lines_ask_no_more_than_one(goods, browser):
    add(browser)
    browser.get("/en/basket/")
    with CaptureQueriesContext(connection) as one_line:
        browser.get("/en/basket/")
    for teeth in range(21, 26):
        goods.sku(f"SG-{teeth}", teeth=str(teeth), stock=100)
        add(browser, f"SG-{teeth}")
    browser.get("/en/basket/")
    with CaptureQueriesContext(connection) as six_lines:
        browser.get("/en/basket/")
    assert len(six_lines) == len(one_line) <= 12


def test_no_basket_no_question_and_no_cookie(goods, browser):
    browser.get("/en/basket/")
    with CaptureQueriesContext(connection) as seen:
        response = browser.get("/en/basket/")
    assert len(seen) == 0 and not response.cookies


@pytest.mark.parametrize("quantity", ["60", "120", "x"])
def test_a_bad_quantity_goes_back_to_the_product(goods, browser, quantity):
    response = add(browser, quantity=quantity)
    assert response.headers["Location"].startswith("/en/p/sg-20/?quantity=")
    assert lines() == []


def test_an_unknown_number_goes_to_the_search(goods, browser):
    assert add(browser, sku="NONE").headers["Location"] == "/en/search/?q=NONE"


def test_what_is_sold_on_request_is_not_added(goods, browser):
    goods.first.stockrecords.all().delete()
    assert add(browser).headers["Location"].startswith("/en/p/sg-20/")


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_SEC_FETCH_SITE": "same-site"},
        {"HTTP_ORIGIN": "http://evil.example"},
        {"HTTP_REFERER": "http://evil.example/x"},
        {},
    ],
)
def test_other_sites_may_not_post(goods, factory, headers):
    stranger = Client(SERVER_NAME=host_name(factory), **headers)
    assert add(stranger).status_code == 403
    assert lines() == []


@pytest.mark.parametrize("name", ["HTTP_ORIGIN", "HTTP_REFERER"])
def test_old_browsers_of_this_host_may(goods, factory, name):
    host = host_name(factory)
    assert add(Client(SERVER_NAME=host, **{name: f"http://{host}"})).status_code == 302


def test_a_pasted_list_keeps_its_good_rows(goods, browser):
    page = browser.post(
        "/en/basket/paste/",
        {"list": "SKU\tQty\nSG-20\t1,000\nsg-20, 500\nNONE 5\nSG-20\nSG-20;60"},
    ).content.decode()
    assert "2 of 5 rows can be ordered." in page
    assert "We have no such part number." in page and "The quantity is missing." in page
    assert "Nearest: 100" in page
    rows = page.split('name="rows" value="')[1].split('"')[0]
    response = browser.post("/en/basket/take/", {"rows": rows})
    assert response.headers["Location"] == "/en/basket/?rows=1"
    assert lines() == [("SG-20", 1500)]


def test_a_forged_list_is_not_taken(goods, browser):
    response = browser.post("/en/basket/take/", {"rows": "[[1, 5]]"})
    assert response.headers["Location"] == "/en/basket/quick-order/" and lines() == []


def test_baskets_do_not_cross_factories(goods, browser, other_factory):
    add(browser)
    key = browser.cookies["basket"].value
    stranger = Client(SERVER_NAME=host_name(other_factory))
    stranger.cookies["basket"] = key
    assert "SG-20" not in stranger.get("/en/basket/").content.decode()

"""Category, search and product pages, and how few questions they ask the database."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factory_portal.inventory.models import Balance
from storefront.catalogue import actions as catalogue
from storefront.catalogue.models import Product
from storefront.cms.queries import shelf_ids
from storefront.pricing.models import PriceBreak

pytestmark = pytest.mark.django_db


def visit(browser, path, **headers):
    """A page and the statements it took."""
    with CaptureQueriesContext(connection) as seen:
        response = browser.get(path, **headers)
    assert response.status_code == 200, (response.status_code, response.content[:300])
    return response, [one["sql"] for one in seen.captured_queries]


def again(browser, path):
    """The same when the catalogue is remembered from a visit before."""
    browser.get(path)
    return visit(browser, path)


# ── Product ──────────────────────────────────────────────────────────────────────────────────


def test_a_product_page_shows_price_date_and_stock(goods, browser):
    response, queries = again(browser, "/en/p/sg-20/?quantity=500")
    page = response.content.decode()
    assert "SG-20" in page and "US$1.80" in page and "US$900.00" in page
    assert "300 from stock now" in page and "200 by" in page
    assert not response.cookies
    assert len(queries) <= 4, queries


def test_every_break_has_its_own_date(goods, browser):
    response, _queries = visit(browser, "/en/p/sg-20/")
    page = response.content.decode()
    for price in ("US$2.00", "US$1.80", "US$1.50"):
        assert price in page
    assert "100+" in page and "1,000+" in page


@pytest.mark.parametrize(
    ("quantity", "words"),
    [("60", "The minimum is 100 pcs."), ("120", "This is sold in steps of 50 pcs.")],
)
def test_a_quantity_that_cannot_be_ordered_is_answered_with_the_nearest(
    goods, browser, quantity, words
):
    response, _queries = visit(browser, f"/en/p/sg-20/?quantity={quantity}")
    page = response.content.decode()
    assert words in page and "?quantity=100" in page


def test_variants_lead_to_each_other(goods, browser):
    goods.sku("SG-40", teeth="40")
    response, _queries = visit(browser, "/en/p/sg-20/")
    assert "/en/p/sg-40/" in response.content.decode()


def test_a_family_leads_to_its_first_sku_and_unknown_slugs_to_nothing(goods, browser):
    assert browser.get("/en/p/spur-gear/").headers["Location"] == "/en/p/sg-20/"
    assert browser.get("/en/p/none/").status_code == 404


def test_what_is_not_public_is_not_shown(goods, browser):
    Product.objects.filter(upc="SG-20").update(is_public=False)
    assert browser.get("/en/p/sg-20/").status_code == 404


def test_a_changed_title_shows_at_once(goods, browser):
    visit(browser, "/en/p/sg-20/")
    family = goods.first.parent
    family.title_en = "Renamed gear"
    family.save()
    assert "Renamed gear" in visit(browser, "/en/p/sg-20/")[0].content.decode()


@pytest.mark.parametrize("path", ["/en/p/sg-20/", "/en/c/gears/", "/en/search/?q=spur"])
def test_a_changed_price_and_taken_stock_show_at_once(goods, browser, path):
    goods.sku("SG-40", teeth="40")
    page = again(browser, path)[0].content.decode()
    assert "US$1.50" in page and "300 pcs in stock" in page
    PriceBreak.objects.filter(unit_price="1.50").update(unit_price="1.30")
    Balance.objects.update(on_hand=200)
    page = visit(browser, path)[0].content.decode()
    assert "US$1.30" in page and "US$1.50" not in page
    assert "200 pcs in stock" in page and "300 pcs" not in page


def test_the_page_speaks_the_visitors_language(goods, browser):
    page = visit(browser, "/ar/p/sg-20/")[0].content.decode()
    assert 'dir="rtl"' in page and "ترس" in page


# ── Category ─────────────────────────────────────────────────────────────────────────────────


def test_a_category_asks_no_more_for_more_products(goods, browser):
    goods.sku("SG-21", teeth="21")
    few = again(browser, "/en/c/gears/")[1]
    for teeth in range(22, 40):
        goods.sku(f"SG-{teeth}", teeth=str(teeth), stock=100)
    many = again(browser, "/en/c/gears/")[1]
    assert len(many) == len(few) <= 2, many


def test_facets_count_and_narrow(goods, browser):
    goods.sku("SG-40", teeth="40")
    other = goods.sku("SG-41", teeth="40")
    goods.attribute(other, "bore", "Bore", "12", unit="mm")
    page = visit(browser, "/en/c/gears/")[0].content.decode()
    assert "3 products" in page and "f.teeth=40" in page
    page = visit(browser, "/en/c/gears/?f.teeth=40")[0].content.decode()
    assert "2 products" in page and "SG-20" not in page.split("<main")[1]


def test_a_wall_of_facets_is_cut_to_those_that_say_most(goods, browser):
    other = goods.sku("SG-40", teeth="40")
    for number in range(12):
        goods.attribute(goods.first, f"rare-{number}", f"Rare {number}", "a")
        goods.attribute(other, f"rare-{number}", f"Rare {number}", "b")
    page = visit(browser, "/en/c/gears/")[0].content.decode()
    assert page.count('<details class="facet"') == 8
    assert page.count('<details class="facet" open') == 4
    page = visit(browser, "/en/c/gears/?f.rare-9=a&f.rare-9=b")[0].content.decode()
    assert page.count('<details class="facet"') == 8 and "Rare 9: b" in page
    assert page.count('<details class="facet" open') == 5


def test_sorting_paging_and_views(goods, browser):
    for teeth in range(21, 50):
        goods.sku(f"SG-{teeth}", teeth=str(teeth), breaks=((100, f"{teeth}.00"),))
    first = visit(browser, "/en/c/gears/?sort=dear")[0].content.decode()
    assert first.index("SG-49") < first.index("SG-48")
    second = visit(browser, "/en/c/gears/?sort=number&page=2")[0].content.decode()
    assert "SG-45" in second and "SG-21" not in second
    assert "<table" in visit(browser, "/en/c/gears/?view=table")[0].content.decode()


def test_an_empty_category_and_a_nested_one(goods, browser):
    below = catalogue.add_category(parent=goods.category, name="Worm gears")
    visit(browser, f"/en/c/{below.slug}/")
    assert below.slug in visit(browser, "/en/c/gears/")[0].content.decode()
    assert browser.get("/en/c/none/").status_code == 404


# ── Search ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("asked", ["SG-20", "sg-20", " sg-20 ", "SG20", "sg 20"])
def test_an_exact_part_number_goes_to_its_product(goods, browser, asked):
    response = browser.get("/en/search/", {"q": asked})
    assert response.headers["Location"] == "/en/p/sg-20/"


def test_the_start_of_a_part_number_and_words_find(goods, browser):
    goods.sku("SG-40", teeth="40")
    assert "2 products" in visit(browser, "/en/search/?q=SG-")[0].content.decode()
    assert "2 products" in visit(browser, "/en/search/?q=spur")[0].content.decode()
    assert "/ar/p/sg-40/" in visit(browser, "/ar/search/?q=ترس")[0].content.decode()
    assert len(again(browser, "/en/search/?q=spur")[1]) <= 2


def test_nothing_found_offers_ways_on(goods, browser):
    page = visit(browser, "/en/search/?q=unobtainium")[0].content.decode()
    assert "Nothing found" in page and "/en/c/gears/" in page


# ── Nobody else's ────────────────────────────────────────────────────────────────────────────


def test_another_stores_goods_are_not_here(goods, other_factory):
    from tests.builders.factories import store_client

    stranger = store_client(other_factory)
    assert stranger.get("/en/p/sg-20/").status_code == 404
    assert stranger.get("/en/c/gears/").status_code == 404
    assert "SG-20" not in stranger.get("/en/search/", {"q": "SG-20"}).content.decode().replace(
        'value="SG-20"', ""
    ).replace("“SG-20”", "")


def test_two_factories_may_use_the_same_numbers(goods, other_factory):
    from sites.tenancy.scope import factory_scope
    from tests.builders.factories import store_client
    from tests.builders.goods import Range

    with factory_scope(other_factory):
        Range().sku("SG-20", breaks=((100, "9.00"),))
    page = store_client(other_factory).get("/en/p/sg-20/").content.decode()
    assert "9.00" in page and "2.00" not in page.split("<main")[1]


def test_a_shelf_shows_many_families_before_many_of_one(goods, browser):
    for teeth in (30, 40):
        goods.sku(f"SG-{teeth}", teeth=str(teeth), stock=900)
    other = goods.family("worm-gear", "Worm gear")
    goods.sku("WG-10", family=other, teeth="10", stock=200)

    def shelf(source, count):
        with CaptureQueriesContext(connection) as asked:
            ids = shelf_ids(source=source, count=count, category_path=goods.category.path)
        assert len(asked) == 1
        numbers = dict(Product.objects.values_list("pk", "upc"))
        return [numbers[pk] for pk in ids]

    assert shelf("in stock", 2) == ["SG-30", "WG-10"]
    assert shelf("in stock", 4) == ["SG-30", "WG-10", "SG-40", "SG-20"]
    assert shelf("category", 2) == ["SG-20", "WG-10"]
    assert {number[:2] for number in shelf("newest", 2)} == {"SG", "WG"}


def test_the_factorys_name_keeps_its_full_stop_beside_arabic(goods, browser, factory):
    factory.profile |= {"licence_number": "9133"}
    factory.save()
    page = browser.get("/ar/c/gears/").content.decode()
    assert f"<bdi>{factory.legal_name}</bdi>" in page
    assert f"\u2068{factory.legal_name}\u2069" in page
    assert "\u20689133\u2069" in page

"""What owners and marketers do in the CMS: brand, pages, products, and where it is refused."""

import re
from decimal import Decimal

import pytest
from django.core.cache import cache
from wagtail.blocks import StructBlockValidationError

from sites.tenancy.scope import factory_scope
from storefront.catalogue import actions as catalogue
from storefront.catalogue.models import Category, Product
from storefront.cms import queries, style
from storefront.cms.blocks import SECTIONS, LinkBlock
from storefront.cms.models import Brand, ContentPage, MovedPage
from storefront.partner.actions import own_partner
from storefront.partner.models import StockRecord
from storefront.pricing.models import PriceList
from tests.builders.factories import make_member, store_client
from tests.builders.sites import make_picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def marketer(store):
    return store_client(store, make_member(store, "marketer"))


def brand_of(factory) -> Brand:
    with factory_scope(factory):
        return Brand.objects.get()


def quality_page(factory) -> ContentPage:
    return ContentPage.objects.get(url_path=f"/{factory.slug}/en/quality/")


def brand_form(**answers) -> dict:
    empty = dict.fromkeys(
        [
            "logo",
            "tagline",
            "primary",
            "accent",
            "corner",
            "density",
            "header",
            "hero",
            "card",
            "footer",
            "gallery",
            "shelf",
        ],
        "",
    )
    return empty | {"scheme": "light"} | answers


def edit_address(factory) -> str:
    return f"/cms/snippets/cms/brand/edit/{brand_of(factory).pk}/"


def test_a_brand_colour_is_seen_in_the_store(store, marketer):
    before = store_client(store).get("/en/").content
    response = marketer.post(
        edit_address(store), brand_form(primary="#7A1F5C", tagline="Since the first lot")
    )
    assert response.status_code == 302
    page = store_client(store).get("/en/").content.decode()
    address = re.search(r'href="(/styles/[^"]+\.css)"', page)[1]
    sheet = store_client(store).get(address)
    assert "#7A1F5C" in sheet.content.decode()
    assert "immutable" in sheet.headers["Cache-Control"]
    assert address not in before.decode()


def test_a_colour_that_cannot_be_read_is_refused_with_the_nearest(store, marketer):
    response = marketer.post(edit_address(store), brand_form(primary="#FFF7CC"))
    assert response.status_code == 200
    assert re.search(r"nearest colour that can: #[0-9A-F]{6}", response.content.decode())
    assert brand_of(store).primary == ""


def test_the_brand_is_previewed_before_it_is_saved(store, marketer):
    preview = f"/cms/snippets/cms/brand/preview/{brand_of(store).pk}/"
    assert marketer.post(preview, brand_form(primary="#7A1F5C")).json()["is_valid"]
    shown = marketer.get(preview).content.decode()
    address = re.search(r'href="(/styles/[^"]+\.css)"', shown)[1]
    assert "#7A1F5C" in marketer.get(address).content.decode()
    assert brand_of(store).primary == ""
    assert address not in store_client(store).get("/en/").content.decode()


def test_a_style_sheet_nobody_signed_is_not_made(store):
    with factory_scope(store):
        address = style.stylesheet_address("datum", {"primary": "#7A1F5C"})
    assert store_client(store).get(address.replace(".css", "x.css")).status_code == 404


def test_the_hero_is_changed_in_the_editor_and_previewed(store, marketer):
    with factory_scope(store):
        home = queries.home_page(store, "en")
        page = quality_page(store)
    form = {
        "title": "Quality first",
        "slug": "quality",
        "intro": "What we check.",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "hero",
        "body-0-id": "",
        "body-0-value-title": "Measured, not promised",
        "body-0-value-intro": "",
        "body-0-value-tone": "",
        "body-0-value-anchor": "",
        "body-0-value-eyebrow": "",
        "body-0-value-picture": "",
        "body-0-value-variant": "",
        "body-0-value-actions-count": "0",
        "body-0-value-facts-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
    }
    preview = f"/cms/pages/{page.pk}/edit/preview/"
    assert marketer.post(preview, form).json()["is_valid"]
    assert b"Measured, not promised" in marketer.get(preview).content
    visitor = store_client(store)
    assert b"Measured, not promised" not in visitor.get("/en/quality/").content
    published = marketer.post(f"/cms/pages/{page.pk}/edit/", form | {"action-publish": "1"})
    assert published.status_code == 302
    assert b"Measured, not promised" in visitor.get("/en/quality/").content
    assert home.live


def test_menus_follow_the_pages(store, marketer):
    with factory_scope(store):
        page = quality_page(store)
        page.title = "How we check"
        page.save_revision().publish()
    assert b"How we check" in store_client(store).get("/en/").content
    assert b"How we check" not in store_client(store).get("/ar/").content


def test_links_to_another_stores_pages_lead_nowhere(store, other_store):
    with factory_scope(other_store):
        theirs = quality_page(other_store)
        theirs.title = "Theirs alone"
        theirs.save()
    with factory_scope(store):
        home = queries.home_page(store, "en")
        field = home._meta.get_field("body").stream_block
        home.body = field.to_python(
            [
                {"type": "text", "value": {"body": f'<a linktype="page" id="{theirs.pk}">x</a>'}},
                {
                    "type": "hero",
                    "value": {"title": "t", "actions": [{"text": "go", "page": theirs.pk}]},
                },
            ]
        )
        home.save()
    page = store_client(store).get("/en/").content.decode()
    assert ">go<" not in page
    assert re.search(r"<a>\s*x", page)


def test_an_action_may_not_run_a_script(store, marketer):
    with factory_scope(store):
        for address in ("javascript:alert(1)", "//elsewhere.example", "data:text/html,x"):
            with pytest.raises(StructBlockValidationError):
                LinkBlock().clean(LinkBlock().to_python({"text": "x", "url": address}))


def goods(factory, sku: str = "HV-1") -> Product:
    with factory_scope(factory):
        product = Product.objects.create(
            structure="standalone", title="Flange", upc=sku, product_class=catalogue.goods()
        )
        StockRecord.objects.create(
            product=product,
            partner=own_partner(),
            partner_sku=sku,
            price_currency="USD",
            price=Decimal("9.5"),
        )
        return product


def test_product_forms_offer_each_factory_its_own(store, other_store):
    """A form class built for one factory must not keep its choices for the next."""
    mine, theirs = goods(store), goods(other_store, "LS-1")
    with factory_scope(store):
        catalogue.add_category(name="My own range")
    with factory_scope(other_store):
        catalogue.add_category(name="Their own range")
    me = store_client(store, make_member(store))
    them = store_client(other_store, make_member(other_store))
    for client, name, not_name, product in (
        (me, "My own range", "Their own range", mine),
        (them, "Their own range", "My own range", theirs),
        (me, "My own range", "Their own range", mine),
    ):
        page = client.get("/cms/snippets/catalogue/category/add/").content.decode()
        assert name in page
        assert not_name not in page
        edit = client.get(f"/cms/snippets/catalogue/product/edit/{product.pk}/")
        assert edit.status_code == 200
        assert product.factory.name in edit.content.decode()  # its own partner


def test_a_picture_of_another_factory_cannot_be_chosen(store, other_store):
    theirs = make_picture(other_store)
    mine = make_picture(store, "teal")
    client = store_client(store, make_member(store))
    other = store_client(other_store, make_member(other_store))
    # The form class is built in the other's scope first.
    assert other.post(edit_address(other_store), brand_form(logo=theirs.pk)).status_code == 302
    assert client.post(edit_address(store), brand_form(logo=theirs.pk)).status_code == 200
    assert client.post(edit_address(store), brand_form(logo=mine.pk)).status_code == 302
    assert brand_of(store).logo_id == mine.pk


def test_a_category_is_hung_below_its_parent(store, marketer):
    with factory_scope(store):
        parent = catalogue.add_category(name="Drive parts")
    names = {f"name_{code}": "" for code in ("zh_hans", "ar", "es", "de", "fr")}
    words = {f"description_{code}": "" for code in ("en", "zh_hans", "ar", "es", "de", "fr")}
    response = marketer.post(
        "/cms/snippets/catalogue/category/add/",
        {"name_en": "Gears", "parent": parent.pk, "slug": "gears", "picture": "", "is_public": "on"}
        | names
        | words,
    )
    assert response.status_code == 302, response.context["form"].errors
    with factory_scope(store):
        made = Category.objects.get(slug="gears")
        assert made.get_parent().pk == parent.pk
        assert made.name == "Gears"


def test_a_number_that_exists_is_refused_in_the_form(store, marketer):
    form = {
        "code": "STD",
        "name": "Standard",
        "currency": "USD",
        "discount_percent": "0",
        "valid_from": "",
        "valid_until": "",
    }
    address = "/cms/snippets/pricing/pricelist/add/"
    assert marketer.post(address, form).status_code == 302
    assert marketer.post(address, form).status_code == 200
    with factory_scope(store):
        assert PriceList.objects.count() == 1


def test_moved_addresses_lead_on_in_their_own_store_only(store, other_store, marketer):
    with factory_scope(store):
        quality = quality_page(store)
    response = marketer.post(
        "/cms/moved/new/",
        {"old_path": "/old-flanges", "redirect_page": quality.pk, "is_permanent": "on"},
    )
    assert response.status_code == 302, response.context["form"].errors
    cache.clear()
    moved = store_client(store).get("/old-flanges")
    assert moved.status_code == 301
    assert moved.headers["Location"].endswith("/en/quality/")
    assert store_client(other_store).get("/old-flanges").status_code == 404
    with factory_scope(other_store):
        assert not MovedPage.objects.exists()


def test_only_the_stores_languages_are_offered_for_translation(store, marketer):
    with factory_scope(store):
        home = queries.home_page(store, "en")
        made = home.add_child(instance=ContentPage(title="Case study", locale=home.locale))
    page = marketer.get(f"/cms/localize/submit/page/{made.pk}/").content.decode()
    assert "Arabic" in page
    assert "German" not in page and "French" not in page


def test_every_section_can_be_looked_at_before_it_is_chosen(store, marketer):
    for name, block in SECTIONS:
        response = marketer.get(f"/cms/block-preview/?id={block.definition_prefix}")
        assert response.status_code == 200, name

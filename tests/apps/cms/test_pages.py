"""A launched store answers with its pages, in its languages and no others."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sites.tenancy.scope import factory_scope
from storefront.cms import queries
from storefront.cms.models import HomePage, StorePage
from storefront.cms.sections import Place, sections_of
from tests.builders.factories import make_factory, make_member, store_client
from tests.builders.sites import make_picture, make_site

pytestmark = pytest.mark.django_db

PAGES = (
    "",
    "products/",
    "capabilities/",
    "quality/",
    "our-factory/",
    "quick-order/",
    "request-a-quote/",
    "contact/",
    "news/",
    "terms/",
    "privacy/",
)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("address", PAGES)
def test_every_starter_page_answers(store, language, address):
    response = store_client(store).get(f"/{language}/{address}")
    assert response.status_code == 200, response.content[:300]
    direction = b'dir="rtl"' if language == "ar" else b'dir="ltr"'
    assert direction in response.content


def test_a_language_the_factory_did_not_choose_is_not_there(store):
    assert store_client(store).get("/de/").status_code == 404


def test_a_store_shows_nothing_of_anothers_pages(store, other_store):
    page = store_client(store).get("/en/").content.decode()
    assert other_store.name not in page
    assert other_store.slug not in page


def test_the_launch_costs_the_same_however_many_factories_there_are(store):
    def cost(factory):
        with CaptureQueriesContext(connection) as asked:
            make_site(factory)
        # The search engine's own bookkeeping depends on the lengths of words.
        return sum("wagtailsearch" not in query["sql"] for query in asked)

    first_time = cost(make_factory("gamma"))
    for number in range(3):
        make_site(make_factory(f"more-{number}"))
    assert cost(make_factory("delta")) == first_time


def test_the_page_tree_is_sound(store, other_store):
    from wagtail.models import Page

    assert all(not problem for problem in Page.find_problems())


def test_translations_know_each_other(store):
    with factory_scope(store):
        quality = queries.Page.objects.get(url_path=f"/{store.slug}/en/quality/")
        assert queries.translations(quality) == {"en": "/en/quality/", "ar": "/ar/quality/"}


def test_sections_cost_the_same_however_many_there_are(store):
    pictures = [make_picture(store, colour) for colour in ("navy", "teal", "maroon")]
    with factory_scope(store):
        home = queries.home_page(store, "en")
        place = Place(path=home.path, language="en")
        link = f'<p><a linktype="page" id="{home.pk}">x</a></p>'
        text = {"type": "text", "value": {"body": link}}

        def shown(count):
            blocks = [
                {"type": "image_text", "value": {"picture": picture.pk, "body": "<p>Words.</p>"}}
                for picture in pictures[:count]
            ] + [text] * count
            with CaptureQueriesContext(connection) as asked:
                sections_of(blocks, place)
            return len(asked)

        shown(1)  # Wagtail collects its rich text handlers at the first text
        assert shown(1) == shown(3)


def test_the_home_page_costs_a_fixed_number_of_queries(store):
    client = store_client(store)
    client.get("/en/")
    cache.clear()
    with CaptureQueriesContext(connection) as cold:
        client.get("/en/")
    with CaptureQueriesContext(connection) as warm:
        client.get("/en/")
    assert len(cold) <= 30, "\n".join(query["sql"][:200] for query in cold)
    assert len(warm) <= 16, "\n".join(query["sql"][:200] for query in warm)


def test_a_marketer_changes_the_hero_and_it_is_live(store):
    marketer = make_member(store, "marketer")
    with factory_scope(store):
        home = queries.home_page(store, "en")
        raw = [dict(block) for block in home.body.raw_data]
        raw[0]["value"] = {**raw[0]["value"], "title": "Gears by Friday"}
        home.body = HomePage._meta.get_field("body").stream_block.to_python(raw)
        home.save_revision(user=marketer).publish(user=marketer)
    assert b"Gears by Friday" in store_client(store).get("/en/").content


def test_what_an_editor_types_is_escaped(store):
    with factory_scope(store):
        home = queries.home_page(store, "en")
        raw = [{"type": "hero", "value": {"title": "<script>alert(1)</script>"}}]
        home.body = HomePage._meta.get_field("body").stream_block.to_python(raw)
        home.save()
    page = store_client(store).get("/en/").content
    assert b"<script>alert(1)" not in page


def test_every_kind_of_page_has_a_preview(store):
    kinds = [kind for kind in StorePage.__subclasses__() if not kind._meta.abstract]
    assert {kind.serve_preview for kind in kinds} == {StorePage.serve_preview}


def test_robots_and_sitemap_name_this_host_only(store, other_store):
    client = store_client(store)
    robots = client.get("/robots.txt").content.decode()
    assert f"{store.slug}.millfront.test/sitemap.xml" in robots
    sitemap = client.get("/sitemap.xml").content.decode()
    assert f"{store.slug}.millfront.test/en/quality/" in sitemap
    assert 'hreflang="ar"' in sitemap
    assert other_store.slug not in sitemap


def test_the_editor_bears_the_factorys_name(store):
    page = store_client(store, make_member(store)).get("/cms/").content.decode()
    assert store.name in page and "Wagtail</title>" not in page


def test_members_come_in_by_one_door(store):
    for address in ("/cms/", "/cms/login/?next=/cms/"):
        answer = store_client(store).get(address)
        assert answer.headers["Location"] == "/portal/sign-in/?next=/cms/"


def test_an_empty_catalogue_says_so(store):
    page = store_client(store).get("/en/products/").content.decode()
    assert "The catalogue is being filled" in page

"""Behind the gate of ``/cms/``: every view is classified, and none shows another factory's things.

The views are read from the admin's own table of addresses, so a new one is tested the day it
appears, or fails here until somebody says who it is for.
"""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, get_resolver
from django.urls.resolvers import RoutePattern
from wagtail.admin import urls as admin_urls
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import Page

from media.library.actions import add_document
from media.library.models import Document, Picture, Tag
from sites.tenancy import admin_gate
from sites.tenancy.models import Membership
from sites.tenancy.scope import factory_scope
from storefront.catalogue import actions as catalogue
from storefront.catalogue.models import Category, Certificate, Product, ProductAttribute
from storefront.cms import queries
from storefront.cms.models import Brand, MovedPage
from storefront.pricing.models import PriceList
from tests.builders.factories import make_factory, make_member, store_client
from tests.builders.sites import make_picture, make_site

pytestmark = pytest.mark.django_db

MARK = "Ozymandias"
# Wagtail's last pattern, which answers what nothing else does.
CATCH_ALL = {"^.*/$", "test404/"}


def views(patterns=admin_urls.urlpatterns, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every view of the admin by its full name."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            if str(pattern.pattern) not in CATCH_ALL:
                yield f"{space}:{pattern.name}" if space else str(pattern.name), pattern
        else:
            inner = ":".join(filter(None, (space, pattern.namespace)))
            yield from views(pattern.url_patterns, inner)


NAMES = sorted({name for name, _pattern in views()})


def test_every_view_of_the_admin_says_who_it_is_for():
    unknown = [name for name in NAMES if admin_gate.classification(name) == "unknown"]
    assert unknown == []


def test_the_gate_names_no_view_that_is_gone():
    named = admin_gate.EVERYONE | admin_gate.MEMBERS | admin_gate.OPERATORS
    assert sorted(named - set(NAMES)) == []


@pytest.fixture
def own():
    factory = make_factory("alpha")
    make_site(factory)
    return factory


@pytest.fixture
def strangers():
    """A factory whose every word carries the mark."""
    factory = make_factory("ozymandias", name=f"{MARK} Works")
    make_site(factory)
    return factory


@pytest.fixture
def theirs(strangers) -> dict[str, str]:
    """One row of everything the strangers have, by the arguments that addresses use for it."""
    member = make_member(strangers, "owner", email=f"{MARK}@strangers.example")
    picture = make_picture(strangers, "teal", title=f"{MARK} picture")
    with factory_scope(strangers):
        root = queries.store_root(strangers)
        home = queries.home_page(strangers, "en")
        home.title = home.draft_title = f"{MARK} home"
        home.save()
        revision = home.save_revision(user=member)
        log(instance=home, action="wagtail.edit", user=member)
        document = add_document(
            content=b"%PDF-1.7 " + MARK.encode(),
            filename=f"{MARK}.pdf",
            title=f"{MARK} sheet",
            access="public",
            collection=root.collection,
        )
        picture.tags.add(f"{MARK} tag")
        goods = catalogue.goods()
        family = Product.objects.create(
            structure="standalone", title=f"{MARK} gear", upc=f"{MARK}-1", product_class=goods
        )
        rows = {
            Product: family,
            Category: catalogue.add_category(name=f"{MARK} range"),
            Certificate: Certificate.objects.create(standard=f"{MARK} 9001", holder=MARK),
            ProductAttribute: ProductAttribute.objects.create(
                product_class=goods, code="ozy", name=f"{MARK} bore"
            ),
            PriceList: PriceList.objects.create(code=MARK, name=MARK, currency="USD"),
            Brand: Brand.objects.get(),
            Membership: Membership.objects.get(user=member),
        }
    moved = Redirect.objects.create(
        old_path=f"/{MARK.lower()}", redirect_link="/x", site=strangers.site
    )
    return {
        "rows": rows | {MovedPage: moved, Picture: picture, Document: document},
        "page_id": home.pk,
        "parent_page_id": root.pk,
        "page_to_move_id": home.pk,
        "destination_id": root.pk,
        "page_pk": home.pk,
        "revision_id": revision.pk,
        "revision_id_a": "live",
        "revision_id_b": "latest",
        "image_id": picture.pk,
        "document_id": document.pk,
        "doc_id": document.pk,
        "uploaded_file_id": 1,
        "collection_id": root.collection_id,
        "task_state_id": 1,
        "task_id": 1,
        "workflow_pk": 1,
        "workflow_state_id": 1,
        "redirect_id": moved.pk,
        "translation_id": 1,
        "translation_source_id": 1,
        "string_segment_id": 1,
        "overridable_segment_id": 1,
        "session_id": 1,
        "object_id": home.pk,
        "filter_spec": "width-100",
        "action_name": "publish",
        "content_type_app_name": "cms",
        "content_type_model_name": "homepage",
        "app_label": "wagtailcore",
        "app_name": "library",
        "model_name": "page",
        "action": "delete",
        "mode": "x",
        "uidb64": "MQ",
        "token": "x-y",
    }


def address(pattern_path: str, arguments: dict, row) -> str | None:
    """Fill an address with the strangers' numbers."""
    filled = dict(arguments)
    if row is not None:
        filled["pk"] = row.pk
    else:
        filled.setdefault("pk", arguments["page_id"])
    return pattern_path.format(**filled)


def templates() -> Iterator[tuple[str, str, list[str]]]:
    """Name, address with gaps, and the gaps, of every view."""

    def walk(patterns, space, prefix):
        for pattern in patterns:
            text = (
                str(pattern.pattern)
                if isinstance(pattern.pattern, RoutePattern)
                else str(pattern.pattern).strip("^$")
            )
            if isinstance(pattern, URLPattern):
                if str(pattern.pattern) not in CATCH_ALL:
                    name = f"{space}:{pattern.name}" if space else str(pattern.name)
                    yield name, prefix + text, list(pattern.pattern.converters)
            else:
                inner = ":".join(filter(None, (space, pattern.namespace)))
                yield from walk(pattern.url_patterns, inner, prefix + text)

    import re

    for name, path, gaps in walk(admin_urls.urlpatterns, "", "/cms/"):
        path = re.sub(r"\(\?P<(\w+)>[^()]*(?:\([^()]*\))?[^()]*\)", r"<\1>", path)
        gaps = re.findall(r"<(?:\w+:)?(\w+)>", path)
        path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", path.replace("\\.", "."))
        yield name, path, gaps


def model_of(name: str, rows: dict):
    """The model that a viewset's namespace is about."""
    space = name.rpartition(":")[0]
    for model in rows:
        label = f"{model._meta.app_label}_{model._meta.model_name}"
        if space.endswith(label):
            return model
    return {
        "members": Membership,
        "moved": MovedPage,
        "wagtailimages_chooser": Picture,
        "wagtaildocs_chooser": Document,
        "wagtailadmin_api:images": Picture,
        "wagtailadmin_api:documents": Document,
    }.get(space)


# Posting here ends the session or changes nothing that could be another's.
# Wagtail's link chooser takes it for granted that an address is posted.
SAID = {"external-link-chooser-url": "https://example.org/"}
NO_POST = {"wagtailadmin_logout", "wagtailadmin_login"}


@pytest.mark.parametrize("role", ["owner", "marketer"])
def test_no_view_shows_or_takes_what_is_strangers(own, strangers, theirs, role):
    before = snapshot(strangers)
    client = store_client(own, make_member(own, role, email=f"{role}@alpha.example"))
    leaks, open_doors = [], []
    for name, path, gaps in templates():
        model = model_of(name, theirs["rows"])
        row = theirs["rows"].get(model)
        target = address(path, theirs, row)
        for method in ("get", "post"):
            if method == "post" and name in NO_POST:
                continue
            response = getattr(client, method)(target, SAID)
            body = b"".join(response.streaming_content) if response.streaming else response.content
            if MARK.lower() in body.decode(errors="replace").lower():
                leaks.append((method, name, target))
            names_theirs = set(gaps) & (
                {"page_id", "parent_page_id", "image_id", "document_id", "pk", "doc_id"}
            )
            if names_theirs and response.status_code == 200:
                open_doors.append((method, name, target))
    assert leaks == []
    assert open_doors == []
    assert snapshot(strangers) == before


def snapshot(factory) -> dict:
    """What the strangers have, to see that nothing was changed."""
    pages = Page.objects.filter(url_path__startswith=f"/{factory.slug}/").order_by("pk")
    with factory_scope(factory):
        return {
            "pages": list(pages.values_list("pk", "title", "live", "path", "locked")),
            "pictures": list(Picture.objects.values_list("pk", "title")),
            "documents": list(Document.objects.values_list("pk", "title")),
            "tags": list(Tag.objects.values_list("name", flat=True)),
            "members": list(Membership.objects.values_list("pk", "role")),
            "products": list(Product.objects.values_list("pk", "upc")),
        }


ASKED_BY_PARAMETER = [
    "/cms/choose-page/chosen-multiple/?id={page_id}",
    "/cms/bulk/wagtailcore/page/delete/?id={page_id}",
    "/cms/bulk/wagtailcore/page/unpublish/?id={page_id}",
    "/cms/bulk/wagtailcore/page/publish/?id=all&childOf={parent_page_id}",
    "/cms/bulk/library/picture/delete/?id={image_id}",
    "/cms/bulk/library/document/delete/?id={document_id}",
    "/cms/bulk/accounts/user/delete/?id=1",
    "/cms/images/chooser/chosen-multiple/?id={image_id}",
    "/cms/documents/chooser/chosen-multiple/?id={document_id}",
    "/cms/choose-page/search/?q=Ozymandias",
    "/cms/pages/search/?q=Ozymandias",
    "/cms/images/?q=Ozymandias",
    "/cms/documents/?q=Ozymandias",
    "/cms/snippets/catalogue/product/?q=Ozymandias",
    "/cms/snippets/choose/catalogue/product/results/?q=Ozymandias",
    "/cms/tag-autocomplete/library/tag/?term=Ozy",
    "/cms/tag-autocomplete/?term=Ozy",
    "/cms/tag-autocomplete/taggit/tag/?term=Ozy",
    "/cms/api/main/pages/?descendant_of={parent_page_id}",
    "/cms/api/main/pages/{page_id}/",
    "/cms/api/main/images/{image_id}/",
    "/cms/api/main/documents/{document_id}/",
]


@pytest.mark.parametrize("asked", ASKED_BY_PARAMETER)
def test_asking_by_parameter_gets_nothing_of_strangers(own, theirs, asked):
    client = store_client(own, make_member(own, "owner"))
    numbers = {name: value for name, value in theirs.items() if name != "rows"}
    for method in ("get", "post"):
        response = getattr(client, method)(asked.format(**numbers))
        said = response.content.decode(errors="replace").replace("q=Ozymandias", "")
        said = said.replace('value="Ozymandias"', "").replace("“Ozymandias”", "")
        assert MARK not in said.replace(f'"{MARK}"', "").replace(f"<em>{MARK}</em>", ""), method


def test_a_form_may_not_name_a_strangers_page(own, theirs):
    client = store_client(own, make_member(own, "owner"))
    with factory_scope(own):
        quality = Page.objects.get(url_path="/alpha/en/quality/")
    for address_, field in (
        (f"/cms/pages/{quality.pk}/copy/", "new_parent_page"),
        (f"/cms/pages/{quality.pk}/move/", "new_parent_page"),
        ("/cms/moved/new/", "redirect_page"),
        (f"/cms/pages/{quality.pk}/edit/", "body-0-value-page"),
    ):
        response = client.post(address_, {field: theirs["page_id"], "new_title": "x"})
        assert response.status_code == 404, address_


def test_filters_of_the_explorer_name_own_people_and_own_site_only(own, strangers, theirs):
    client = store_client(own, make_member(own, "owner", email="alba@alpha.example"))
    with factory_scope(own):
        home = queries.home_page(own, "en")
    page = client.get(f"/cms/pages/{home.pk}/").content.decode()
    assert "strangers.example" not in page.lower()
    assert strangers.site.hostname not in page


@pytest.mark.parametrize("role", ["sales", "production", "warehouse", "finance"])
def test_other_roles_are_led_to_the_portal(own, role):
    client = store_client(own, make_member(own, role))
    response = client.get("/cms/")
    assert (response.status_code, response.headers.get("Location")) == (302, "/portal/")
    assert client.get("/cms/images/").status_code == 404


def test_strangers_are_sent_to_the_sign_in(own):
    response = store_client(own).get("/cms/images/")
    assert response.status_code == 302
    assert "login" in response.headers["Location"] or "sign-in" in response.headers["Location"]
    assert store_client(own).get("/cms/sites/").status_code == 404


def test_someone_who_works_for_two_factories_sees_one_at_a_time(own, strangers, theirs):
    user = make_member(own, "owner", email="both@alpha.example")
    with factory_scope(strangers):
        Membership.objects.create(user=user, role="owner")
    client = store_client(own, user)
    for path in ("/cms/", "/cms/pages/", "/cms/images/", "/cms/choose-page/"):
        assert MARK not in client.get(path, follow=True).content.decode()
    assert client.get(f"/cms/pages/{theirs['page_id']}/edit/").status_code == 404


def test_the_operator_may_enter(own):
    from django.contrib.auth import get_user_model

    operator = get_user_model().objects.create_superuser("op@millfront.test", "x" * 12)
    assert store_client(own, operator).get("/cms/sites/").status_code == 200


def test_a_member_uses_the_everyday_areas(own):
    client = store_client(own, make_member(own, "marketer"))
    with factory_scope(own):
        home = queries.home_page(own, "en")
        brand = Brand.objects.get()
    for path in (
        "/cms/",
        f"/cms/pages/{home.pk}/",
        f"/cms/pages/{home.pk}/edit/",
        f"/cms/pages/{home.pk}/history/",
        f"/cms/pages/add/cms/contentpage/{home.pk}/",
        "/cms/images/",
        "/cms/images/add/",
        "/cms/documents/",
        "/cms/choose-page/",
        "/cms/pages/search/?q=Quality",
        "/cms/snippets/catalogue/product/",
        "/cms/snippets/catalogue/product/add/",
        "/cms/snippets/catalogue/category/add/",
        "/cms/snippets/pricing/pricelist/add/",
        f"/cms/snippets/cms/brand/edit/{brand.pk}/",
        "/cms/moved/new/",
    ):
        assert client.get(path).status_code == 200, path


def test_the_owner_changes_roles_and_the_last_owner_stays(own):
    owner = make_member(own, "owner")
    make_member(own, "sales")
    client = store_client(own, owner)
    with factory_scope(own):
        sales = Membership.objects.get(role="sales")
        only = Membership.objects.get(role="owner")
    assert client.post(f"/cms/members/edit/{sales.pk}/", {"role": "marketer"}).status_code == 302
    assert client.post(f"/cms/members/edit/{only.pk}/", {"role": "sales"}).status_code == 200
    assert client.post(f"/cms/members/delete/{only.pk}/").status_code in (302, 403)
    with factory_scope(own):
        roles = sorted(Membership.objects.values_list("role", flat=True))
    assert roles == ["marketer", "owner"]


def test_a_marketer_does_not_see_to_the_members(own):
    client = store_client(own, make_member(own, "marketer"))
    assert client.get("/cms/members/").status_code == 404


def test_the_trunk_of_a_store_is_not_deleted_by_hand(own):
    client = store_client(own, make_member(own, "owner"))
    with factory_scope(own):
        home = queries.home_page(own, "en")
        root = queries.store_root(own)
    for page in (home, root):
        client.post(f"/cms/pages/{page.pk}/delete/")
        client.post(f"/cms/pages/{page.pk}/unpublish/")
    assert Page.objects.filter(pk__in=[home.pk, root.pk], live=True).count() == 2


def test_the_resolver_is_the_stores_own():
    assert get_resolver("sites.config.urls_store").resolve("/cms/images/").url_name == "index"

"""Generated from the URL table: no route of A's store shows, changes or confirms anything of B's.

Every route is asked with B's own identifiers, by a stranger, by A's buyer and by A's members in
every role. A new route with a new kind of argument fails here until its argument is named.
"""

from importlib import import_module

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import Max
from django.urls import URLPattern, URLResolver
from django.utils import timezone

from factory_portal.quotes.models import Enquiry
from sites.tenancy import rowsecurity
from sites.tenancy.models import Membership
from sites.tenancy.scope import all_factories, factory_scope
from storefront.order.models import Order
from tests.builders.buying import buy
from tests.builders.factories import make_buyer, make_member, store_client
from tests.builders.stores import launched_store

pytestmark = pytest.mark.django_db

MARK = "betasecret"
# The editor has its own suite: tests/tenancy/test_cms.py walks its URL table.
OTHER_SUITES = ("cms/",)


def routes(patterns, prefix=""):
    """Every pattern below, as (full route, pattern)."""
    for entry in patterns:
        route = prefix + str(entry.pattern)
        if route.startswith(OTHER_SUITES):
            continue
        if isinstance(entry, URLResolver):
            yield from routes(entry.url_patterns, route)
        elif isinstance(entry, URLPattern):
            yield route, entry


ROUTES = list(routes(import_module("sites.config.urls_store").urlpatterns))


@pytest.fixture
def alpha():
    return launched_store("alpha")


@pytest.fixture
def beta(django_capture_on_commit_callbacks):
    """B's store with an order that went all the way, so that every table holds something."""
    factory = launched_store("beta", mark=MARK)
    with factory_scope(factory), django_capture_on_commit_callbacks(execute=True):
        buy(
            store_client(factory),
            sku=f"{MARK.upper()}-001",
            quantity=100,
            contact={"company_name": f"{MARK} GmbH", "contact_name": MARK},
        )
    with factory_scope(factory):
        Enquiry.objects.create(
            kind=Enquiry.Kind.CONTACT,
            reference="E-2026-00001",
            name=MARK,
            email=f"{MARK}@overseas.example",
            message=MARK,
            language="en",
            reply_by=timezone.now(),
        )
    return factory


def identifiers_of(factory) -> dict[str, list]:
    """What B calls its rows, by the name of the URL argument that would carry it."""
    with factory_scope(factory):
        product = apps.get_model("catalogue.Product").objects.exclude(upc=None).first()
        category = apps.get_model("catalogue.Category").objects.filter(depth__gt=1).first()
        item = apps.get_model("inventory.Item").objects.first()
        highest = [
            model.objects.aggregate(highest=Max("pk"))["highest"]
            for model in rowsecurity.owned_models()
            if hasattr(model, "objects") and model._meta.pk.get_internal_type() == "BigAutoField"
        ]
        order, enquiry = Order.objects.get(), Enquiry.objects.get()
        numbers = [order.number, enquiry.reference]
        numbers += apps.get_model("production.ProductionOrder").objects.values_list(
            "number", flat=True
        )
        numbers += apps.get_model("shipments.Shipment").objects.values_list("number", flat=True)
    keys = sorted({key for key in highest if key})
    words = [product.upc, product.slug, item.code]
    slugs = [product.slug, category.slug if category else product.slug, factory.slug]
    return {
        "pk": keys,
        "sku": [product.upc],
        "slug": slugs,
        "number": numbers,
        "code": words,
        "name": [f"{factory.pk}/private/x.pdf", f"{factory.pk}/public/x.avif"],
        "path": [f"{factory.slug}/", "betasecret/"],
        "token": ["not-a-token"],
        "digest": ["0" * 12],
        "access_key": [order.access_key, enquiry.access_key],
        "uid": ["MQ"],
    }


def filled(route: str, known: dict) -> list[str]:
    """Replace ``<converter:name>`` in a route by each of B's identifiers of that name."""
    start = route.find("<")
    if start < 0:
        return ["/" + route.lstrip("/")]
    end = route.index(">", start)
    name = route[start + 1 : end].rpartition(":")[2]
    name = "pk" if name.endswith(("_id", "_pk")) else name
    assert name in known, f"Name the argument {name!r} of {route} in identifiers_of()."
    return [
        address
        for value in known[name]
        for address in filled(f"{route[:start]}{value}{route[end + 1 :]}", known)
    ]


def fingerprint(factory) -> dict[str, list]:
    """All of B's rows, to see that nothing touched them."""
    with all_factories():
        return {
            model._meta.label: sorted(
                map(repr, model._base_manager.filter(factory=factory).values_list())
            )
            for model in rowsecurity.owned_models()
            if model._meta.label != "accounts.User"
        }


def visitors(factory):
    """Everyone of A's who could ask."""
    yield "stranger", store_client(factory)
    yield "buyer", store_client(factory, make_buyer(factory))
    for role in Membership.Role.values:
        yield role, store_client(factory, make_member(factory, role, f"{role}@staff.example"))


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_route_leads_to_another_factory(alpha, beta, method):
    known = identifiers_of(beta)
    before = fingerprint(beta)
    leaks = []
    for who, client in visitors(alpha):
        client.raise_request_exception = False
        for route, _pattern in ROUTES:
            if route.startswith("^"):
                continue
            for address in filled(route.replace("^", ""), known):
                response = getattr(client, method)(address)
                body = b"".join(response) if response.streaming else response.content
                shown = body.lower() + str(response.headers).lower().encode()
                # What was asked for may be said back: the titles behind it may not.
                for asked in address.lower().strip("/").split("/"):
                    shown = shown.replace(asked.encode(), b"") if MARK in asked else shown
                if response.status_code >= 500:
                    leaks.append(f"{who} {method} {address}: {response.status_code}")
                elif MARK.encode() in shown:
                    leaks.append(f"{who} {method} {address}: shows {MARK}")
    assert not leaks, "\n".join(leaks[:40])
    assert fingerprint(beta) == before


def test_the_store_itself_does_answer(alpha):
    """The suite above would pass on a store that answers nothing."""
    client = store_client(alpha)
    page = client.get("/en/search/", {"q": "ALPHA-001"}, follow=True)
    assert page.status_code == 200
    assert "ALPHA" in page.content.decode()
    assert settings.SESSION_COOKIE_NAME not in page.cookies

"""Factories to test with: open, with a host, a Wagtail site and the people who work there."""

from django.contrib.auth import get_user_model
from django.test import Client

from sites.tenancy.models import Factory, Host, Membership
from sites.tenancy.scope import factory_scope

PASSWORD = "a-long-test-password"


def make_factory(slug: str = "alpha", **fields) -> Factory:
    """An open factory that answers at ``<slug>.millfront.test``."""
    defaults = {
        "name": slug.title(),
        "legal_name": f"{slug.title()} Works Ltd.",
        "country": "CN",
        "currency": "USD",
        "time_zone": "Asia/Shanghai",
        "languages": ["en", "ar"],
        "theme": "datum",
    }
    factory = Factory.objects.create(slug=slug, **(defaults | fields))
    Host.objects.create(factory=factory, name=host_name(factory), is_primary=True)
    return factory


def host_name(factory: Factory) -> str:
    """The host name that a test factory answers at."""
    return f"{factory.slug}.millfront.test"


def make_member(factory: Factory, role: str = "owner", email: str | None = None):
    """Someone with a role in the factory, who signs in with ``PASSWORD``."""
    user = get_user_model().objects.create_user(email or f"{role}@{factory.slug}.example", PASSWORD)
    with factory_scope(factory):
        Membership.objects.create(user=user, role=role)
    return user


def make_buyer(factory: Factory, email: str = "buyer@overseas.example"):
    """A buyer's account in the factory's store."""
    return get_user_model().objects.create_user(email, PASSWORD, factory=factory)


def store_client(factory: Factory, user=None) -> Client:
    """A browser at the factory's store, signed in as ``user`` if one is given."""
    client = Client(
        SERVER_NAME=host_name(factory),
        HTTP_ACCEPT_LANGUAGE="en",
        HTTP_SEC_FETCH_SITE="same-origin",
    )
    if user is not None:
        with factory_scope(factory):
            client.force_login(user)
    return client

"""Which host answers whom: strangers' hosts, closed stores, sessions and passwords."""

import re

import pytest
from django.conf import settings
from django.contrib.auth import authenticate, get_user_model
from django.contrib.sessions.models import Session
from django.test import Client, RequestFactory

from sites.tenancy.models import Factory
from sites.tenancy.scope import factory_scope
from sites.tenancy.throttle import MOST_FOR_ACCOUNT
from tests.builders.factories import (
    PASSWORD,
    host_name,
    make_buyer,
    make_factory,
    make_member,
    store_client,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    return make_factory("alpha"), make_factory("beta")


def test_an_unknown_host_is_an_honest_404():
    response = Client(SERVER_NAME="nobody.millfront.test").get("/en/")
    assert response.status_code == 404
    assert "There is no store at this address" in response.content.decode()


def test_a_malformed_host_is_refused():
    response = Client(SERVER_NAME="bad_host!").get("/en/")
    assert response.status_code == 400


def test_a_suspended_factory_shows_a_notice(two):
    alpha, _ = two
    alpha.status = Factory.Status.SUSPENDED
    alpha.save()
    for path in ("/en/", "/portal/", "/cms/", "/api/v1/products/"):
        response = store_client(alpha).get(path)
        assert response.status_code == 503
        assert "closed for the moment" in response.content.decode()


def test_a_notice_speaks_the_readers_language_and_has_its_style(two):
    alpha, _ = two
    alpha.status = Factory.Status.SUSPENDED
    alpha.save()
    client = store_client(alpha)
    assert 'dir="rtl"' in client.get("/ar/").content.decode()
    notice = client.get("/portal/", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert '<html lang="en" dir="ltr">' in notice
    style = re.search(r'rel="stylesheet" href="([^"]+)"', notice)[1]
    assert client.get(style).status_code != 503


def test_the_root_leads_to_a_language_the_store_speaks(two):
    alpha, _ = two
    client = Client(SERVER_NAME=host_name(alpha))
    assert client.get("/", HTTP_ACCEPT_LANGUAGE="ar,en;q=0.5").headers["Location"] == "/ar/"
    response = client.get("/", HTTP_ACCEPT_LANGUAGE="fr,de")
    assert response.headers["Location"] == "/en/"
    assert "Accept-Language" in response.headers["Vary"]


def test_a_language_the_store_does_not_speak_is_not_there(two):
    alpha, _ = two
    assert store_client(alpha).get("/es/basket/").status_code == 404


def test_a_session_is_worth_nothing_on_another_factorys_host(two):
    alpha, beta = two
    member = make_member(alpha)
    with factory_scope(beta):
        from sites.tenancy.models import Membership

        Membership.objects.create(user=member, role="owner")
    at_alpha = store_client(alpha, member)
    assert at_alpha.get("/portal/").status_code == 200
    at_beta = Client(SERVER_NAME=host_name(beta))
    at_beta.cookies[settings.SESSION_COOKIE_NAME] = at_alpha.session.session_key
    assert at_beta.get("/portal/").status_code == 302
    assert Session.objects.filter(pk=at_alpha.session.session_key).exists()


def sign_in(factory, email, audience):
    request = RequestFactory().get("/")
    request.factory = factory
    with factory_scope(factory):
        return authenticate(request, username=email, password=PASSWORD, audience=audience)


def test_members_come_in_at_their_own_factory_only(two):
    alpha, beta = two
    member = make_member(alpha)
    assert sign_in(alpha, member.email, "member") == member
    assert sign_in(beta, member.email, "member") is None


def test_the_same_address_at_two_stores_is_two_accounts(two):
    alpha, beta = two
    one, other = make_buyer(alpha), make_buyer(beta)
    assert one != other
    assert sign_in(alpha, one.email, "buyer") == one
    assert sign_in(beta, one.email, "buyer") == other
    assert sign_in(alpha, one.email, "member") is None


def test_an_operator_signs_in_at_the_platform(two):
    operator = get_user_model().objects.create_superuser("operator@platform.example", PASSWORD)
    client = Client(SERVER_NAME=settings.PLATFORM_HOST)
    form = {"username": operator.email, "password": PASSWORD}
    assert client.post("/console/sign-in/", form).headers["Location"] == "/console/"
    assert "alpha" in client.get("/console/").content.decode()


def test_a_member_sees_nothing_of_the_console(two):
    alpha, _ = two
    client = Client(SERVER_NAME=settings.PLATFORM_HOST)
    client.force_login(make_member(alpha))
    assert client.get("/console/").status_code == 302


def test_guessing_passwords_closes_the_door_for_a_while(two):
    alpha, _ = two
    member, buyer = make_member(alpha), make_buyer(alpha)
    client = store_client(alpha)
    for _attempt in range(MOST_FOR_ACCOUNT):
        client.post("/portal/sign-in/", {"email": member.email, "password": "a guess"})
    answer = client.post("/portal/sign-in/", {"email": member.email, "password": PASSWORD})
    assert answer.status_code == 422
    assert "Too many attempts" in answer.content.decode()
    assert sign_in(alpha, member.email, "member") is None
    assert sign_in(alpha, buyer.email, "buyer") == buyer

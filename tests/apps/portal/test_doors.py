"""In and out of the portal."""

import pytest
from django.core import mail

from sites.tenancy.models import Membership
from sites.tenancy.scope import factory_scope
from tests.builders.factories import PASSWORD, make_buyer, make_member, store_client

pytestmark = pytest.mark.django_db
DOOR = "/portal/sign-in/"


def enter(client, email, password=PASSWORD, **more):
    return client.post(DOOR, {"email": email, "password": password, **more})


def test_a_member_comes_in_and_goes_out(factory):
    user = make_member(factory, "sales")
    client = store_client(factory)
    answer = enter(client, user.email, next="/portal/orders/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/portal/orders/")
    assert client.get("/portal/").status_code == 200
    client.post("/portal/sign-out/")
    assert client.get("/portal/").status_code == 302


def test_nobody_is_led_to_another_host(factory):
    user = make_member(factory)
    answer = enter(store_client(factory), user.email, next="https://evil.example/")
    assert answer.headers["Location"] == "/portal/"


def test_a_wrong_password_is_told_and_the_address_kept(factory):
    user = make_member(factory)
    answer = enter(store_client(factory), user.email, "wrong")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "do not belong to a member" in page and user.email in page


def test_buyers_and_members_of_others_stay_outside(factory, other_factory):
    for user in (make_buyer(factory), make_member(other_factory)):
        assert enter(store_client(factory), user.email).status_code == 422


def test_guessing_is_stopped(factory):
    user = make_member(factory)
    client = store_client(factory)
    for _attempt in range(10):
        enter(client, user.email, "wrong")
    answer = enter(client, user.email)
    assert answer.status_code == 422
    assert "quarter of an hour" in answer.content.decode()


def test_forms_of_other_sites_are_refused(factory):
    from django.test import Client

    from tests.builders.factories import host_name

    client = Client(SERVER_NAME=host_name(factory), enforce_csrf_checks=True)
    assert client.post(DOOR, {"email": "a@b.example", "password": "x"}).status_code == 403


def test_a_forgotten_password_is_set_anew(factory, django_capture_on_commit_callbacks):
    user = make_member(factory, "finance")
    client = store_client(factory)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/portal/forgotten/", {"email": user.email})
    (letter,) = mail.outbox
    path = letter.body.split(".test")[1].split()[0]
    assert "Choose a password" in client.get(path).content.decode()
    typed = {"password": "quite-another-one-9", "again": "different"}
    assert "differ" in client.post(path, typed).content.decode()
    answer = client.post(path, typed | {"again": typed["password"]})
    assert answer.headers["Location"] == "/portal/"
    assert client.get(path).status_code == 410
    assert enter(store_client(factory), user.email, typed["password"]).status_code == 302


def test_strangers_get_no_mail(factory, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = store_client(factory).post("/portal/forgotten/", {"email": "who@x.example"})
    assert "on its way" in answer.content.decode()
    assert mail.outbox == []


def test_an_invited_person_begins_with_the_mailed_link(factory, django_capture_on_commit_callbacks):
    owner = store_client(factory, make_member(factory))
    with django_capture_on_commit_callbacks(execute=True):
        answer = owner.post("/portal/members/", {"email": "new@x.example", "role": "warehouse"})
    assert answer.status_code == 302
    (letter,) = mail.outbox
    path = letter.body.split(".test")[1].split()[0]
    newcomer = store_client(factory)
    password = "long-enough-for-all-7"
    newcomer.post(path, {"password": password, "again": password})
    assert newcomer.get("/portal/stock/").status_code == 200
    assert newcomer.get("/portal/money/").status_code == 403


def test_inviting_twice_is_told_beside_the_address(factory):
    owner = store_client(factory, make_member(factory))
    typed = {"email": "owner@alpha.example", "role": "sales"}
    assert "member already" in owner.post("/portal/members/", typed).content.decode()


def test_the_last_owner_stays(factory):
    owner = make_member(factory)
    client = store_client(factory, owner)
    with factory_scope(factory):
        pk = Membership.objects.get().pk
    answer = client.post(f"/portal/members/{pk}/", {"role": "sales"})
    assert "at least one owner" in answer.content.decode()
    client.post(f"/portal/members/{pk}/remove/")
    with factory_scope(factory):
        assert Membership.objects.get().role == "owner"


def test_a_member_who_is_let_go_is_outside_at_once(factory):
    make_member(factory)
    leaving = make_member(factory, "sales")
    client = store_client(factory, leaving)
    assert client.get("/portal/").status_code == 200
    with factory_scope(factory):
        pk = Membership.objects.get(user=leaving).pk
        owner = Membership.objects.get(role="owner").user
    store_client(factory, owner).post(f"/portal/members/{pk}/remove/")
    assert client.get("/portal/").status_code == 302


def test_the_portal_speaks_the_members_language(factory):
    client = store_client(factory, make_member(factory, "sales"))
    typed = {"form": "about", "first_name": "Noor", "last_name": "", "language": "ar"}
    client.post("/portal/account/", typed)
    page = client.get("/portal/").content.decode()
    assert '<html lang="ar" dir="rtl">' in page and "Noor" in page


def test_a_password_is_changed_by_who_knows_it(factory):
    client = store_client(factory, make_member(factory, "sales"))
    typed = {
        "form": "password",
        "current": "wrong",
        "password": "new-and-long-1",
        "again": "new-and-long-1",
    }
    assert client.post("/portal/account/", typed).status_code == 422
    assert client.post("/portal/account/", typed | {"current": PASSWORD}).status_code == 302
    assert client.get("/portal/").status_code == 200

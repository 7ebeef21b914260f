"""Who may go where: the table of areas, held against every address of the portal."""

import pytest

from factory_portal.portal.areas import AREAS, does, sees
from factory_portal.portal.urls import urlpatterns
from sites.tenancy.permissions import ALL_ROLES, Role
from tests.builders.factories import make_buyer, make_member, store_client

pytestmark = pytest.mark.django_db

OPEN_TO_STRANGERS = {"sign-in", "sign-out", "forgotten", "set-password"}
LISTS = [area.key for area in AREAS.values()]


def test_every_address_names_its_roles():
    unguarded = {
        one.name for one in urlpatterns if not getattr(one.callback, "allowed_roles", None)
    }
    assert unguarded == OPEN_TO_STRANGERS


def test_the_owner_may_do_everything():
    assert all(sees(Role.OWNER, key) and does(Role.OWNER, key) for key in AREAS)


def test_who_works_in_an_area_sees_it():
    assert all(area.do <= area.see for area in AREAS.values())


def test_the_floor_sees_no_money():
    assert not sees(Role.PRODUCTION, "money")
    assert not sees(Role.WAREHOUSE, "money")


@pytest.mark.parametrize("role", sorted(ALL_ROLES))
def test_each_role_gets_its_areas_and_no_others(in_factory, role):
    client = store_client(in_factory, make_member(in_factory, role))
    answers = {key: client.get(_address(key)).status_code for key in LISTS}
    assert answers == {key: 200 if sees(role, key) else 403 for key in LISTS}


@pytest.mark.parametrize("role", sorted(ALL_ROLES))
def test_the_menu_offers_what_the_role_may_see(in_factory, role):
    client = store_client(in_factory, make_member(in_factory, role))
    page = client.get("/portal/").content.decode()
    menu = page.split('class="menu"')[1].split("</nav>")[0]
    for area in AREAS.values():
        if area.in_menu:
            assert (f'href="{_address(area.key)}"' in menu) == sees(role, area.key), area.key


def test_strangers_are_sent_to_the_door(in_factory):
    for client in (store_client(in_factory), store_client(in_factory, make_buyer(in_factory))):
        for key in LISTS:
            answer = client.get(_address(key))
            assert answer.status_code == 302
            assert answer.headers["Location"].startswith("/portal/sign-in/?next=")


def test_amounts_are_hidden_from_the_floor(in_factory, bought):
    order = bought(300)
    address = f"/portal/orders/{order.number}/"
    floor = store_client(in_factory, make_member(in_factory, "warehouse")).get(address)
    books = store_client(in_factory, make_member(in_factory, "finance")).get(address)
    total = "US$600.00"
    assert total in books.content.decode()
    assert "US$" not in floor.content.decode()


def _address(key: str) -> str:
    return "/portal/" if key == "today" else f"/portal/{key}/"

"""No tenant, no rows: what happens outside a scope, across scopes and underneath Python."""

import pytest
from django.db import IntegrityError, connection, transaction
from django_scopes.exceptions import ScopeError

from sites.events.models import Event
from sites.tenancy.models import Membership
from sites.tenancy.scope import all_factories, current_factory_id, factory_scope
from tests.builders.factories import make_buyer, make_factory, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    return make_factory("alpha"), make_factory("beta")


QUERIES = {
    "iterate": lambda rows: list(rows.all()),
    "count": lambda rows: rows.count(),
    "exists": lambda rows: rows.exists(),
    "first": lambda rows: rows.first(),
    "get": lambda rows: rows.get(pk=1),
    "filter": lambda rows: list(rows.filter(pk=1)),
    "values": lambda rows: list(rows.values("pk")),
    "in_bulk": lambda rows: rows.in_bulk([1]),
    "update": lambda rows: rows.update(name="x"),
    "delete": lambda rows: rows.all().delete(),
    "get_or_create": lambda rows: rows.get_or_create(name="x"),
    "lock": lambda rows: list(rows.select_for_update()),
}


@pytest.mark.parametrize("query", sorted(QUERIES))
def test_a_query_outside_a_scope_raises(query):
    with pytest.raises(ScopeError):
        QUERIES[query](Event.objects)


def test_a_row_belongs_to_the_scope_it_is_made_in(two):
    alpha, beta = two
    with factory_scope(alpha):
        Event.objects.bulk_create([Event(name="one"), Event(name="two")])
    with factory_scope(beta):
        assert not Event.objects.exists()
        with factory_scope(alpha):
            assert Event.objects.count() == 2
        assert Event.objects.count() == 0
    with all_factories():
        assert Event.objects.count() == 2


def test_a_row_without_a_factory_is_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.create(name="nobody's")


def test_a_row_may_not_point_to_another_factorys_row(two):
    alpha, beta = two
    stranger = make_buyer(beta)
    with (
        pytest.raises(IntegrityError, match="another factory"),
        factory_scope(alpha),
        transaction.atomic(),
    ):
        Membership.objects.create(user=stranger, role="owner")


def test_update_cannot_smuggle_a_reference_either(two):
    alpha, beta = two
    make_member(alpha)
    stranger = make_buyer(beta)
    with (
        pytest.raises(IntegrityError, match="another factory"),
        factory_scope(alpha),
        transaction.atomic(),
    ):
        Membership.objects.update(user=stranger)


def test_scopes_nest_and_end(two):
    alpha, beta = two
    with factory_scope(alpha):
        with factory_scope(beta):
            assert current_factory_id() == beta.pk
        assert current_factory_id() == alpha.pk
    assert current_factory_id() is None


@pytest.mark.postgres
def test_row_security_hides_other_factories_even_from_raw_sql(two):
    alpha, beta = two
    for factory in two:
        with factory_scope(factory):
            Event.objects.create(name=factory.slug)
    with factory_scope(alpha), connection.cursor() as cursor:
        cursor.execute("SELECT name FROM events_event")
        assert cursor.fetchall() == [("alpha",)]
        cursor.execute("UPDATE events_event SET name = 'taken'")
        assert cursor.rowcount == 1


@pytest.mark.postgres
def test_row_security_refuses_rows_of_another_factory(two):
    alpha, beta = two
    with (
        pytest.raises(Exception, match="row-level security"),
        factory_scope(alpha),
        transaction.atomic(),
    ):
        Event.objects.create(name="planted", factory=beta)

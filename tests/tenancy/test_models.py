"""Generated from the models: a new one is classified and walled in the day it appears."""

import pytest
from django.apps import apps
from django.db import connection, models
from django_scopes.exceptions import ScopeError

from sites.tenancy import rowsecurity
from sites.tenancy.models import Factory

OURS = ("sites.", "media.", "themes.", "storefront.", "factory_portal.")

# Rows that no factory owns, each with the reason.
SHARED = {
    "tenancy.Factory": "the tenant itself",
    "tenancy.Host": "resolved before any scope exists",
    "accounts.User": "members belong to several factories; buyers carry their factory",
    "accounts.User_groups": "follows from the account",
    "accounts.User_user_permissions": "follows from the account",
    "address.Country": "the world's list of countries",
}
# Owned models whose manager must answer without a scope, and who guards them instead.
OPEN_MANAGERS = {"accounts.User": "sites.tenancy.backends.DoorBackend"}

OWNED = rowsecurity.owned_models()
MODELS = [
    model
    for model in apps.get_models(include_auto_created=True)
    if model.__module__.startswith(OURS) and model._meta.managed and not model._meta.proxy
]


def label(model) -> str:
    return model._meta.label


def has_single_parent_table(model) -> bool:
    """A Wagtail page's factory follows from its tree; its own table holds no factory."""
    return any(parent._meta.label == "wagtailcore.Page" for parent in model._meta.parents)


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_every_model_belongs_to_a_factory_or_says_why_not(model):
    assert model in OWNED or label(model) in SHARED or has_single_parent_table(model)


@pytest.mark.parametrize("model", [m for m in OWNED if label(m) not in OPEN_MANAGERS], ids=label)
@pytest.mark.django_db
def test_no_manager_answers_without_a_scope(model):
    managers = {manager.name for manager in model._meta.managers}
    for name in managers:
        with pytest.raises(ScopeError):
            getattr(model, name).exists()
        with pytest.raises(ScopeError):
            list(getattr(model, name).all()[:1])


@pytest.mark.parametrize("model", OWNED, ids=label)
def test_what_is_unique_is_unique_within_a_factory(model):
    for field in model._meta.local_concrete_fields:
        if field.unique and not field.primary_key and field.remote_field is None:
            assert field.name in GLOBALLY_UNIQUE.get(label(model), ()), field.name
    owned_columns = {field.name for field in model._meta.fields if _leads_to_owned(field)}
    for names in model._meta.unique_together:
        assert "factory" in names or owned_columns & set(names), names
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            names = set(constraint.fields) | _expression_names(constraint)
            on_platform = label(model) == "accounts.User" and constraint.condition is not None
            assert "factory" in names or owned_columns & names or on_platform, constraint.name


# Random or made to be unique everywhere.
GLOBALLY_UNIQUE = {
    "accounts.User": ("username",),
    "catalogue.Category": ("path",),  # one tree table, one root per factory
}


def _leads_to_owned(field) -> bool:
    return bool(field.remote_field) and field.remote_field.model._meta.concrete_model in OWNED


def _expression_names(constraint) -> set[str]:
    found = set()
    for expression in constraint.expressions:
        parts = [expression] if isinstance(expression, models.F) else expression.flatten()
        found.update(part.name for part in parts if isinstance(part, models.F))
    return found


@pytest.mark.parametrize("model", OWNED, ids=label)
def test_the_factory_is_never_optional(model):
    field = model._meta.get_field("factory")
    assert field.remote_field.model is Factory
    assert not field.null or label(model) in SHARED


@pytest.mark.django_db
def test_the_database_guards_every_reference_between_owned_rows():
    expected = {m._meta.db_table for m in OWNED if list(rowsecurity.owned_references(m))}
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute(
                "SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
                "WHERE tgname = 'own_refs'"
            )
        guarded = {table for (table,) in cursor.fetchall()}
    assert expected <= guarded


@pytest.mark.postgres
@pytest.mark.django_db
def test_row_security_is_forced_on_every_owned_table():
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        walled = {table for (table,) in cursor.fetchall()}
    assert {model._meta.db_table for model in OWNED} <= walled

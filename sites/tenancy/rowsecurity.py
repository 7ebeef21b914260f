"""What the database itself holds about tenants, on PostgreSQL and on SQLite.

Two walls, both generated from the models after each migration, so that a new model has them
the day it appears:

* **Own references.** A trigger on every owned table refuses a foreign key to another factory's
  row. Row security alone does not catch it: PostgreSQL checks foreign keys as the owner.
* **Row-level security** (PostgreSQL). The application assumes a role that is not the owner and
  names its factory in ``app.factory``; policies show and accept that factory's rows only.
"""

from collections.abc import Iterator

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection, models


def assume(factory_id: int | None) -> None:
    """Make the open database connection act for one factory, or for the platform (None).

    A connection that is not open yet is told when it opens (``on_connect``).
    """
    if connection.vendor == "postgresql" and connection.connection is not None:
        _tell(factory_id)


def on_connect(sender, connection, **kwargs) -> None:
    """Tell a fresh connection whom it acts for."""
    from sites.tenancy.scope import current_factory_id

    if connection.vendor == "postgresql":
        factory_id = current_factory_id()
        if factory_id is not None:
            _tell(factory_id)


def reset(raw_connection) -> None:
    """Forget the tenant when a connection goes back to the pool (psycopg's ``reset`` hook)."""
    raw_connection.autocommit = True
    raw_connection.execute("RESET ROLE")
    raw_connection.execute("RESET app.factory")


def _tell(factory_id: int | None) -> None:
    role = settings.DATABASE_APP_ROLE if factory_id is not None else "none"
    # The raw cursor: this is session state, not a query of the page that is being served.
    # Inside a broken transaction nothing can be told; the rollback restores what was told before.
    raw = connection.connection
    if raw.info.transaction_status.name == "INERROR":
        return
    raw.execute(
        "SELECT set_config('role', %s, false), set_config('app.factory', %s, false)",
        [role or "none", "" if factory_id is None else str(factory_id)],
    )


def owned_models() -> list[type[models.Model]]:
    """Every table whose rows belong to a factory, sorted by name.

    A ``factory`` column is not enough: hosts have one too and must be read before any scope.
    """
    from sites.tenancy.models import FactoryOwned

    found = [
        model
        for model in apps.get_models(include_auto_created=True)
        if (issubclass(model, FactoryOwned) or model is get_user_model())
        and model._meta.managed
        and not model._meta.proxy
    ]
    return sorted(found, key=lambda model: model._meta.db_table)


def owned_references(model: type[models.Model]) -> Iterator[tuple[str, type[models.Model]]]:
    """Columns of a model that point to an owned model, with that model."""
    owned = set(owned_models())
    for field in model._meta.local_concrete_fields:
        if field.remote_field and field.name != "factory":
            target = field.remote_field.model._meta.concrete_model
            if target in owned:
                yield field.column, target


def build(**kwargs) -> None:
    """Raise both walls again after a migration. Safe to run twice."""
    with connection.cursor() as cursor:
        existing = set(connection.introspection.table_names(cursor))
        for model in owned_models():
            if model._meta.db_table in existing:
                for statement in _reference_statements(model):
                    cursor.execute(statement)
                if connection.vendor == "postgresql":
                    for statement in _policy_statements(model):
                        cursor.execute(statement)
        if connection.vendor == "postgresql":
            for statement in _grant_statements():
                cursor.execute(statement)


def raze(**kwargs) -> None:
    """Take the SQLite triggers down before a migration, which rebuilds whole tables there."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'own_refs_%'"
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')


def _reference_statements(model) -> Iterator[str]:
    references = list(owned_references(model))
    if not references:
        return
    table = model._meta.db_table
    yield from (
        _sqlite_triggers(table, references)
        if connection.vendor == "sqlite"
        else _postgresql_triggers(table, references)
    )


def _foreign(column: str, target, row: str = "NEW") -> str:
    other = target._meta
    return (
        f'{row}."{column}" IS NOT NULL AND EXISTS (SELECT 1 FROM "{other.db_table}" other '
        f'WHERE other."{other.pk.column}" = {row}."{column}" '
        f'AND other."factory_id" <> {row}."factory_id")'
    )


def _sqlite_triggers(table: str, references) -> Iterator[str]:
    for event in ("INSERT", "UPDATE"):
        name = f"own_refs_{table}_{event.lower()}"
        yield f'DROP TRIGGER IF EXISTS "{name}"'
        checks = " ".join(
            f"SELECT RAISE(ABORT, '{table}.{column} points to another factory''s row') "
            f"WHERE {_foreign(column, target)};"
            for column, target in references
        )
        yield f'CREATE TRIGGER "{name}" AFTER {event} ON "{table}" BEGIN {checks} END'


def _postgresql_triggers(table: str, references) -> Iterator[str]:
    checks = "\n".join(
        f"IF {_foreign(column, target)} THEN RAISE EXCEPTION "
        f"'{table}.{column} points to another factory''s row' "
        f"USING ERRCODE = 'integrity_constraint_violation'; END IF;"
        for column, target in references
    )
    # As the owner, or row security would hide the very row that must not be pointed at.
    yield (
        f'CREATE OR REPLACE FUNCTION "own_refs_{table}"() RETURNS trigger AS $body$ '
        f"BEGIN {checks} RETURN NEW; END $body$ "
        f"LANGUAGE plpgsql SECURITY DEFINER SET search_path = public"
    )
    yield f'DROP TRIGGER IF EXISTS "own_refs" ON "{table}"'
    yield (
        f'CREATE CONSTRAINT TRIGGER "own_refs" AFTER INSERT OR UPDATE ON "{table}" '
        f'NOT DEFERRABLE FOR EACH ROW EXECUTE FUNCTION "own_refs_{table}"()'
    )


def _policy_statements(model) -> Iterator[str]:
    table = model._meta.db_table
    mine = "factory_id = NULLIF(current_setting('app.factory', true), '')::bigint"
    if model._meta.get_field("factory").null:
        # A member of the platform's staff or of several factories is no factory's own row.
        mine = f"(factory_id IS NULL OR {mine})"
    yield f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY'
    yield f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY'
    yield f'DROP POLICY IF EXISTS own_rows ON "{table}"'
    yield f'CREATE POLICY own_rows ON "{table}" USING ({mine}) WITH CHECK ({mine})'
    yield f'DROP POLICY IF EXISTS platform_rows ON "{table}"'
    yield f'CREATE POLICY platform_rows ON "{table}" TO CURRENT_USER USING (true) WITH CHECK (true)'


def _grant_statements() -> Iterator[str]:
    role = settings.DATABASE_APP_ROLE
    if not role:
        return
    yield (
        "DO $body$ BEGIN "
        f"IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{role}') THEN "
        f'CREATE ROLE "{role}" NOLOGIN; END IF; '
        "EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $body$"
    )
    yield f'GRANT "{role}" TO CURRENT_USER'
    yield f'GRANT USAGE ON SCHEMA public TO "{role}"'
    yield f'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "{role}"'
    yield f'GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO "{role}"'

"""The scope: which factory's rows the running code may see.

A scope is entered once, at an edge (the first middleware, a task, a command), and every
query on an owned model is filtered by it. Without a scope such a query raises ``ScopeError``.
On PostgreSQL the database is told as well, so that row-level security stands behind Python.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django_scopes import get_scope, scope, scopes_disabled

from sites.tenancy import rowsecurity


def current_factory():
    """The factory in scope, or None outside of any."""
    return get_scope().get("factory")


def current_factory_id() -> int | None:
    """The id of the factory in scope; the default of every owned row's ``factory``."""
    factory = current_factory()
    return factory.pk if factory else None


@contextmanager
def factory_scope(factory) -> Iterator[None]:
    """Run the block as this factory: it sees and writes this factory's rows only."""
    outer = _database_identity()
    with scope(factory=factory):
        rowsecurity.assume(factory.pk)
        try:
            yield
        finally:
            rowsecurity.assume(outer)


@contextmanager
def all_factories() -> Iterator[None]:
    """Cross tenants, loudly. Allowed in ``sites/`` only: the operator, launch, the worker."""
    outer = _database_identity()
    with scopes_disabled():
        rowsecurity.assume(None)
        try:
            yield
        finally:
            rowsecurity.assume(outer)


def _database_identity() -> int | None:
    """The factory that the database connection stands for before a block is entered."""
    state = get_scope()
    return current_factory_id() if state.get("_enabled", True) else None

"""The manager behind every owned model: the scope's rows, or a refusal.

``django-scopes`` keeps the scope. Its own manager swaps in a queryset that refuses a fixed list of
methods, so that ``exists()`` and the methods of custom querysets slip through without a scope;
here the refusal sits where every query must pass, in the compiler.
"""

from functools import cache
from typing import NoReturn

from django.db import models
from django.db.models.sql import Query
from django_scopes import get_scope
from django_scopes.exceptions import ScopeError


def _refuse(*args, **kwargs) -> NoReturn:
    raise ScopeError("A factory must be in scope for a query on rows that factories own.")


def require_scope() -> None:
    """Raise ``ScopeError`` unless a factory is in scope or tenants are crossed on purpose."""
    scope = get_scope()
    if scope.get("_enabled", True) and scope.get("factory") is None:
        _refuse()


class RefusingQuery(Query):
    """A query that can be built and copied, as form fields do at import, but never run."""

    get_compiler = _refuse

    def chain(self, klass=None):
        return _refuse() if klass else super().chain()


@cache
def _refusing(queryset_class: type[models.QuerySet]) -> type[models.QuerySet]:
    # These swap the query's class or write without one, past the compiler above.
    writes = dict.fromkeys(["delete", "_raw_delete", "update", "_update", "raw"], _refuse)
    return type(f"Refusing{queryset_class.__name__}", (queryset_class,), writes)


def scoped(manager_class: type[models.Manager], field: str = "factory") -> type[models.Manager]:
    """The manager class, seeing the scope's rows only and refusing to run without a scope."""

    class Scoped(manager_class):
        def get_queryset(self):
            queryset = super().get_queryset()
            scope = get_scope()
            if not scope.get("_enabled", True):
                return queryset
            factory = scope.get("factory")
            if factory is not None:
                return queryset.filter(**{f"{field}_id": factory.pk})
            refused = _refusing(type(queryset))(self.model, using=self._db, hints=self._hints)
            refused.query = RefusingQuery(self.model)
            return refused

    Scoped.__name__ = f"Scoped{manager_class.__name__}"
    Scoped.__qualname__ = Scoped.__name__
    return Scoped

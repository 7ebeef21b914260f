"""What the operator does to a store."""

from django.db import transaction

from sites.events.actions import record
from sites.tenancy.models import Factory
from sites.tenancy.scope import factory_scope


@transaction.atomic
def suspend(factory: Factory, *, reason: str, by: str) -> None:
    """Close a store: visitors see a notice, members cannot sign in, nothing is lost."""
    _set_status(factory, Factory.Status.SUSPENDED, reason=reason, by=by)


@transaction.atomic
def resume(factory: Factory, *, reason: str, by: str) -> None:
    """Open a suspended store again."""
    _set_status(factory, Factory.Status.OPEN, reason=reason, by=by)


def _set_status(factory: Factory, status: str, *, reason: str, by: str) -> None:
    factory.status = status
    factory.save(update_fields=["status"])
    with factory_scope(factory):
        record(f"factory.{status}", reason=reason, by=by)

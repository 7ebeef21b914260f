"""The background side of events: enter the factory's scope, deliver, keep failures visible."""

import logging

from django_tasks import task

from sites.events import actions
from sites.tenancy.models import Factory
from sites.tenancy.scope import factory_scope

logger = logging.getLogger(__name__)


@task(priority=50)  # before the many small tasks of search and reference indexes
def deliver_event(factory_id: int, event_id: int) -> None:
    """Deliver one recorded event of one factory."""
    factory = Factory.objects.get(pk=factory_id)
    with factory_scope(factory):
        try:
            actions.deliver(event_id)
        except Exception as error:
            logger.exception("Event %s of factory %s failed", event_id, factory.slug)
            actions.note_failure(event_id, f"{type(error).__name__}: {error}")
            raise

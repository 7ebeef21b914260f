"""Record a fact, and carry it to whoever reacts to it."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from sites.events.models import Event


def record(name: str, **payload) -> Event:
    """Write a fact into the running transaction; its reactions run after the commit.

    The payload holds identifiers and plain values only; reactions read the rest themselves.
    """
    from sites.events.tasks import deliver_event

    event = Event.objects.create(name=name, payload=payload)
    transaction.on_commit(
        lambda: deliver_event.enqueue(factory_id=event.factory_id, event_id=event.pk)
    )
    return event


def deliver(event_id: int) -> None:
    """Run a fact's reactions once, in the order of the table. Safe to run twice."""
    reactions = import_string(settings.EVENT_REACTIONS)
    with transaction.atomic():
        event = Event.objects.select_for_update().filter(pk=event_id).first()
        if event is None or event.delivered_at:
            return
        for reaction in reactions.get(event.name, ()):
            reaction(**event.payload)
        event.delivered_at = timezone.now()
        event.attempts += 1
        event.problem = ""
        event.save(update_fields=["delivered_at", "attempts", "problem"])


def note_failure(event_id: int, problem: str) -> None:
    """Keep what went wrong beside the fact, so that it can be seen and tried again."""
    event = Event.objects.get(pk=event_id)
    event.attempts += 1
    event.problem = problem[:2000]
    event.save(update_fields=["attempts", "problem"])

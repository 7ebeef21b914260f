"""Deliver what was recorded but not delivered: after a crash, or a failed reaction."""

from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils import timezone

from sites.events.models import Event
from sites.events.tasks import deliver_event
from sites.tenancy.scope import all_factories

MOST_ATTEMPTS = 5


class Command(BaseCommand):
    help = "Queue recorded events that have waited for longer than a minute."

    def handle(self, *args, **options):
        with all_factories():
            waiting = list(
                Event.objects.filter(
                    delivered_at=None,
                    attempts__lt=MOST_ATTEMPTS,
                    recorded_at__lt=timezone.now() - timedelta(minutes=1),
                ).values_list("factory_id", "pk")
            )
        for factory_id, event_id in waiting:
            deliver_event.enqueue(factory_id=factory_id, event_id=event_id)
        self.stdout.write(f"{len(waiting)} events queued.")

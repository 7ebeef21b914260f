"""The daily round: clean up after ended holds and keep the calendars open for the year ahead."""

from django.core.management.base import BaseCommand

from factory_portal.production import actions, queries
from factory_portal.production.models import WorkCentre
from sites.tenancy.models import Factory
from sites.tenancy.scope import factory_scope


class Command(BaseCommand):
    help = "Expire ended holds and extend the capacity calendars of every factory. Run it daily."

    def handle(self, *args, **options):
        for factory in Factory.objects.order_by("slug"):
            with factory_scope(factory):
                ended = actions.expire_holds()
                days = actions.open_calendar(WorkCentre.objects.all(), first=queries.local_day())
            self.stdout.write(f"{factory.slug}: {ended} holds ended, {days} days opened")

"""Replay the ledger: report, and unless told otherwise correct, balances that disagree with it."""

from django.core.management.base import BaseCommand, CommandError

from factory_portal.inventory import actions, queries
from sites.tenancy.models import Factory
from sites.tenancy.scope import factory_scope


class Command(BaseCommand):
    help = "Rebuild the stock balances of one or all factories from the ledger of moves."

    def add_arguments(self, parser):
        parser.add_argument("--factory", help="slug of one factory; all without it")
        parser.add_argument("--verify", action="store_true", help="only report; fail if any differ")

    def handle(self, *args, factory=None, verify=False, **options):
        factories = Factory.objects.order_by("slug")
        if factory:
            factories = factories.filter(slug=factory)
        wrong = 0
        for each in factories:
            with factory_scope(each):
                found = queries.differences() if verify else actions.rebuild_balances()
            wrong += len(found)
            for difference in found:
                self.stdout.write(
                    f"{each.slug}: lot {difference.lot_id} in warehouse {difference.warehouse_id}: "
                    f"on hand and reserved {difference.recorded} should be {difference.rebuilt}"
                )
        if verify and wrong:
            raise CommandError(f"{wrong} balances do not agree with the ledger.")
        self.stdout.write(f"{wrong} balances corrected." if wrong else "All balances agree.")

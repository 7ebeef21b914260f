from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from sites.launch import actions
from sites.tenancy.models import Factory
from sites.tenancy.scope import factory_scope


class Command(BaseCommand):
    """Load catalogue, stock or capacity files into a store that is open."""

    help = "Load files into a factory's store; what they are is recognised by their headers."

    def add_arguments(self, parser):
        parser.add_argument("slug", help="the store's slug")
        parser.add_argument("files", nargs="+", type=Path, help="workbooks, CSVs, a mapping.toml")
        parser.add_argument("--pictures", type=Path, help="the folder of the pictures they name")

    def handle(self, *args, **options):
        factory = Factory.objects.filter(slug=options["slug"]).first()
        if factory is None:
            raise CommandError(f"There is no store with the slug {options['slug']}.")
        try:
            with factory_scope(factory):
                loaded = actions.import_files(options["files"], pictures=options["pictures"])
        except actions.BadFiles as refusal:
            for complaint in refusal.complaints:
                self.stderr.write(f"  {complaint}")
            raise CommandError("Nothing was written: please mend these files.") from None
        except OSError as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{factory.name}: {loaded.products} SKUs read.")
        for number in loaded.late:
            self.stdout.write(f"  {number} cannot be finished by its due date.")

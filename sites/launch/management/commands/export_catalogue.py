from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from sites.launch.exporting import write_catalogue
from sites.tenancy.models import Factory
from sites.tenancy.scope import factory_scope


class Command(BaseCommand):
    """Write a store's catalogue as CSV that can be edited and read again."""

    help = "Write a factory's catalogue to standard output, in the columns of our own template."

    def add_arguments(self, parser):
        parser.add_argument("slug", help="the store's slug")

    def handle(self, *args, **options):
        factory = Factory.objects.filter(slug=options["slug"]).first()
        if factory is None:
            raise CommandError(f"There is no store with the slug {options['slug']}.")
        with factory_scope(factory), translation.override(factory.source_language):
            write_catalogue(self.stdout)

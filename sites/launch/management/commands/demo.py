import time
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from sites.accounts.models import handle
from sites.launch import actions
from sites.tenancy.hosts import store_address
from sites.tenancy.models import Factory, Membership
from sites.tenancy.scope import factory_scope
from storefront.customer.models import Buyer

FOLDER = Path(actions.__file__).parent / "demo"
# Of the demo's accounts only; it exists nowhere else.
PASSWORD = "millfront-demo"
OPERATOR = "operator@millfront.example"
MEMBERS = ("marketer", "sales", "production", "warehouse", "finance")


class Command(BaseCommand):
    """Open the demo's factories, those that are not open yet, and say where they are."""

    help = "Open the three demo factories with their people; run again, it only says where."

    def handle(self, *args, **options):
        if settings.PUBLIC_SCHEME == "https":
            raise CommandError("Everybody knows the demo's password: not on a public installation.")
        folders = sorted(path.parent for path in FOLDER.glob("*/profile.toml"))
        for folder in folders:
            if not Factory.objects.filter(slug=folder.name).exists():
                self._open(folder)
        self._operator()
        self._say([folder.name for folder in folders])

    def _open(self, folder: Path) -> None:
        began = time.monotonic()
        self.stdout.write(f"Opening {folder.name} …")
        self.stdout.flush()
        factory = self._launch(folder)
        self.stdout.write(f"  {factory.name} is open ({time.monotonic() - began:.1f} s)")

    @transaction.atomic
    def _launch(self, folder: Path) -> Factory:
        factory = actions.launch_folder(
            folder,
            owner_email=address("owner", folder.name),
            password=PASSWORD,
            pictures=FOLDER / "pictures",
            buyers_password=PASSWORD,
            as_of=timezone.localdate(),
        )
        users = get_user_model().objects
        with factory_scope(factory):
            for role in MEMBERS:
                user = users.create_user(address(role, factory.slug), PASSWORD)
                Membership.objects.create(user=user, role=role)
        return factory

    def _operator(self) -> None:
        users = get_user_model().objects
        if not users.filter(username=handle(OPERATOR, None)).exists():
            users.create_superuser(OPERATOR, PASSWORD)

    def _say(self, slugs: list[str]) -> None:
        write = self.stdout.write
        write("")
        for factory in Factory.objects.filter(slug__in=slugs).order_by("slug"):
            with factory_scope(factory):
                buyers = Buyer.objects.select_related("user", "company").order_by("pk")[:1]
                buyer = next(iter(buyers), None)
            write(f"{factory.name}")
            write(f"  store   {store_address(factory)}")
            write(f"  portal  {store_address(factory, '/portal/')}")
            write(f"  CMS     {store_address(factory, '/cms/')}")
            write(f"  people  {address('owner', factory.slug)} ({', '.join(MEMBERS)} likewise)")
            if buyer:
                write(f"  buyer   {buyer.user.email} ({buyer.company})")
        write("")
        write(f"Platform console: {OPERATOR}. The password of all these accounts: {PASSWORD}")


def address(role: str, slug: str) -> str:
    """The mail address of a demo member."""
    return f"{role}@{slug}.example"

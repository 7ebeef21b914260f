from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from sites.launch import actions
from sites.tenancy.hosts import store_address


class Command(BaseCommand):
    """Open a factory's store, all or nothing."""

    help = "Open a factory's store: from answers on the command line or from a factory's folder."

    def add_arguments(self, parser):
        parser.add_argument("--name", help="the brand")
        parser.add_argument("--slug", help="the first part of the store's address")
        parser.add_argument("--theme", help="datum, loom or lattice")
        parser.add_argument("--country", help="ISO 3166, such as CN")
        parser.add_argument("--languages", help="comma-separated, the factory's own first")
        parser.add_argument("--currency", help="ISO 4217, such as USD")
        parser.add_argument("--owner-email", required=True, help="who signs in first")
        parser.add_argument("--catalogue", type=Path, help="workbook or CSV")
        parser.add_argument("--stock", type=Path, help="workbook or CSV")
        parser.add_argument("--capacity", type=Path, help="workbook or CSV with work centres")
        parser.add_argument("--folder", type=Path, help="a factory's folder with profile.toml")
        parser.add_argument("--pictures", type=Path, help="the folder of its pictures")

    def handle(self, *args, **options):
        answers = {
            name: options[name]
            for name in ("name", "slug", "theme", "country", "currency", "pictures")
            if options[name]
        }
        if options["languages"]:
            answers["languages"] = [code.strip() for code in options["languages"].split(",")]
        try:
            if options["folder"]:
                factory = actions.launch_folder(
                    options["folder"], owner_email=options["owner_email"], **answers
                )
            else:
                factory = actions.launch(self._request(options, answers))
        except actions.BadFiles as refusal:
            for complaint in refusal.complaints:
                self.stderr.write(f"  {complaint}")
            raise CommandError("Nothing was written: please mend these files.") from None
        except (
            actions.SlugTaken,
            actions.SlugReserved,
            actions.LanguageUnknown,
            actions.ThemeUnknown,
            actions.AnswerUnknown,
            OSError,
        ) as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{factory.name} is open at {store_address(factory)}")

    def _request(self, options, answers):
        needed = ("name", "slug", "theme", "country", "languages", "currency")
        missing = [f"--{name}" for name in needed if name not in answers]
        if missing:
            raise CommandError(f"Without --folder these are needed: {', '.join(missing)}")
        return actions.LaunchRequest(
            owner_email=options["owner_email"],
            catalogue=options["catalogue"],
            stock=options["stock"],
            capacity=options["capacity"],
            **answers,
        )

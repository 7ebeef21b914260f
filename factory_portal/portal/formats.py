"""What tables and forms add to the store's formats: short days, exact quantities, durations."""

from datetime import date, datetime
from decimal import Decimal

from babel.dates import format_date, format_datetime, format_timedelta
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from storefront import formats as store
from storefront.formats import country, factory_zone, locale, money, percent, today, unit

__all__ = [
    "NOTHING",
    "ago",
    "amount",
    "country",
    "day",
    "day_of_week",
    "factory_zone",
    "hours",
    "language_names",
    "locale",
    "moment",
    "money",
    "number",
    "percent",
    "plain",
    "quantity",
    "store",
    "today",
    "unit",
]

NOTHING = "–"


def number(value: Decimal | int | None) -> str:
    """A number with its thousands grouped and without trailing zeros."""
    return NOTHING if value is None else store.number(value, places=4)


def plain(value: Decimal | int | None) -> str:
    """A number as a machine writes it, for form fields and CSV."""
    return "" if value is None else format(Decimal(value).normalize(), "f")


def amount(value: Decimal | None, currency: str) -> str:
    """Money, or a dash where none is known."""
    return NOTHING if value is None else money(value, currency)


def day(value: date | None) -> str:
    """A date in a few characters: 3 Dec 2026."""
    return store.day(value, short=True) if value else NOTHING


def day_of_week(value: date) -> str:
    """A date for a column's head: Mon 23."""
    return format_date(value, "EEE d", locale=locale())


def moment(value: datetime | None) -> str:
    """A moment in the factory's time: 3 Dec 2026, 14:05."""
    if value is None:
        return NOTHING
    return format_datetime(value, "d MMM y, HH:mm", tzinfo=factory_zone(), locale=locale())


def ago(value: datetime) -> str:
    """How long ago, in the largest unit: 2 hours ago."""
    return format_timedelta(
        value - timezone.now(), add_direction=True, granularity="minute", locale=locale()
    )


def quantity(value: Decimal | int | None, code: str) -> str:
    """A quantity with its unit."""
    return NOTHING if value is None else f"{number(value)} {unit(code)}"


def language_names() -> list[tuple[str, str]]:
    """The languages that we speak, each by its code and its name in itself."""
    return [(code, store.language_name(code)) for code, _name in settings.LANGUAGES]


def hours(minutes: int) -> str:
    """Minutes as hours with at most one decimal."""
    return _("%(hours)s h") % {"hours": store.number(Decimal(minutes) / 60, places=1)}

"""Numbers, money, days and times as a visitor writes them, and units by their short names."""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time, get_timezone_location
from babel.numbers import NumberPattern, parse_pattern
from django.utils import timezone
from django.utils.translation import get_language, ngettext, pgettext_lazy, to_locale

from sites.tenancy.scope import current_factory
from sites.values.money import minor_units

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    name = to_locale(language)
    if name == "en":
        # Day before month, and whose dollar it is: the buyers are overseas.
        name = "en_GB"
    elif name == "ar":
        # Digits as trade documents write them, not those of the region.
        name = "ar_AE"
    return Locale.parse(name)


def locale() -> Locale:
    """The CLDR locale of the language in force."""
    return _locale(get_language() or "en")


def direction(language: str) -> str:
    """``rtl`` or ``ltr``."""
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"


def isolated(text: str) -> str:
    """A name, number or code inside a sentence that is read from the right: its parts keep their
    order."""
    if direction(get_language() or "en") == "ltr":
        return text
    return f"\u2068{text}\u2069"


@lru_cache(maxsize=512)
def _money_pattern(here: Locale, places: int) -> NumberPattern:
    pattern = parse_pattern(here.currency_formats["standard"].pattern)
    pattern.frac_prec = (places, places)
    return pattern


def money(amount: Decimal, currency: str, *, finest: int | None = None) -> str:
    """An amount with its currency; unit prices may show more decimals than the coin has."""
    places = minor_units(currency)
    if finest is not None:
        exact = -int(amount.normalize().as_tuple().exponent)
        places = min(max(places, exact), finest)
    return _money(get_language() or "en", amount, currency, places)


# Lists write the same few figures over and over; what a figure looks like never changes.
@lru_cache(maxsize=4096)
def _money(language: str, amount: Decimal, currency: str, places: int) -> str:
    here = _locale(language)
    text = _money_pattern(here, places).apply(
        amount, here, currency=currency, currency_digits=False
    )
    # Read from the right, US$ would turn into $US: an amount is one thing, left to right.
    return text.replace("\u200f", "\u200e")


def unit_price(amount: Decimal, currency: str) -> str:
    """A price per unit, to four decimals where it has them."""
    return money(amount, currency, finest=4)


@lru_cache(maxsize=64)
def _number_pattern(here: Locale) -> NumberPattern:
    return here.decimal_formats[None]


def number(value: Decimal | int, *, places: int = 0) -> str:
    """A number with the language's separators."""
    return _number(get_language() or "en", value, places)


@lru_cache(maxsize=4096)
def _number(language: str, value: Decimal | int, places: int) -> str:
    here = _locale(language)
    pattern = _number_pattern(here)
    if places:
        pattern = parse_pattern(pattern.pattern)
        pattern.frac_prec = (0, places)
    else:
        value = Decimal(value).quantize(Decimal(1))
    return pattern.apply(value, here)


def percent(value: Decimal | int) -> str:
    """A whole percentage."""
    here = locale()
    return here.percent_formats[None].apply(Decimal(value) / 100, here)


def day(value: date, *, short: bool = False) -> str:
    """A day; long unless a table has little room."""
    return _day(get_language() or "en", value, "medium" if short else "long")


@lru_cache(maxsize=1024)
def _day(language: str, value: date, length: str) -> str:
    return format_date(value, format=length, locale=_locale(language))


def moment(value: datetime) -> str:
    """A moment in the factory's own time zone, which the page names."""
    here, local = locale(), value.astimezone(factory_zone())
    joined = str(here.datetime_formats["medium"]).replace("'", "")
    clock = format_time(local, format="short", locale=here)
    return joined.replace("{0}", clock).replace("{1}", day(local.date(), short=True))


def factory_zone() -> ZoneInfo:
    """The time zone that the factory lives in."""
    factory = current_factory()
    return ZoneInfo(factory.time_zone if factory else "UTC")


def today() -> date:
    """The factory's own calendar day."""
    return timezone.now().astimezone(factory_zone()).date()


def zone_name() -> str:
    """The city that the factory's time zone is named after, in the language in force."""
    return get_timezone_location(factory_zone(), locale=locale(), return_city=True)


def country(code: str) -> str:
    """A country's name in the language in force."""
    return locale().territories.get(code, code)


def countries() -> list[tuple[str, str]]:
    """All countries by name, ISO 3166-1 alpha-2."""
    names = locale().territories
    found = ((code, names[code]) for code in names if len(code) == 2 and code.isalpha())
    outside = {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}
    return sorted(
        ((code, name) for code, name in found if code not in outside), key=lambda one: one[1]
    )


def language_name(code: str) -> str:
    """A language's name in itself."""
    name = _locale(code).get_display_name(to_locale(code)) if code != "ar" else "العربية"
    return {"zh-hans": "简体中文"}.get(code, (name or code).split(" (")[0].capitalize())


# Looked up often on long lists, so translated one at a time.
_UNITS = {
    "H87": pgettext_lazy("unit", "pcs"),
    "CEN": pgettext_lazy("unit", "× 100"),
    "MIL": pgettext_lazy("unit", "× 1,000"),
    "SET": pgettext_lazy("unit", "sets"),
    "PR": pgettext_lazy("unit", "pairs"),
    "DZN": pgettext_lazy("unit", "dozen"),
    "KGM": "kg",
    "GRM": "g",
    "TNE": "t",
    "MTR": "m",
    "CMT": "cm",
    "MMT": "mm",
    "MTK": "m²",
    "MTQ": "m³",
    "LTR": "l",
    "HUR": "h",
}
_PER_UNIT = {
    "H87": pgettext_lazy("price per", "piece"),
    "CEN": pgettext_lazy("price per", "hundred"),
    "MIL": pgettext_lazy("price per", "thousand"),
    "SET": pgettext_lazy("price per", "set"),
    "PR": pgettext_lazy("price per", "pair"),
    "DZN": pgettext_lazy("price per", "dozen"),
}


def unit(code: str) -> str:
    """A unit's short name as it stands after a number."""
    return str(_UNITS.get(code, code))


def per_unit(code: str) -> str:
    """What one price is for."""
    return str(_PER_UNIT.get(code) or unit(code))


def quantity(value: Decimal | int, code: str) -> str:
    """A quantity with its unit."""
    return f"{number(value)} {unit(code)}"


def lines(count: int) -> str:
    """How many products there are."""
    return ngettext("%(count)s product", "%(count)s products", count) % {"count": number(count)}

"""One cell into one value: numbers, dates, units, sizes, shifts, holidays, price tiers."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from sites.launch.reading.rows import Box, Holiday, Shift
from sites.values.quantity import UNITS

Cell = str | int | float | bool | date | datetime | time | None

REC20 = frozenset(UNITS)
"""The UN/ECE Recommendation 20 codes in which goods are sold or consumed here."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class NotANumber(ValueError):
    """The cell holds no number at all."""


class AmbiguousComma(ValueError):
    """A comma that may be a decimal point or a thousands mark."""


class NotADate(ValueError):
    """The cell holds no date that we know how to read."""


class ImpossibleDate(ValueError):
    """A well-written date that is in no calendar; args are day, month name, year."""


class NotAShift(ValueError):
    """Working hours that are not written as 08:00-16:30."""


class NotATier(ValueError):
    """Price tiers that are not written as ≥1000:0.78."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """How a file writes numbers and dates. The default is our own template's."""

    thousands_commas: bool = False
    unit_words: bool = False
    dates: tuple[str, ...] = ("%Y-%m-%d",)


OURS = Spelling()
GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?$")
LEADING = re.compile(r"-?[\d,]*\.?\d+")


def text_of(cell: Cell) -> str:
    """The cell as text; 730721.0 from a workbook is the code 730721."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return format(decimal_of(cell), "f")
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    return cell.strip()


def decimal_of(cell: Cell, spelling: Spelling = OURS) -> Decimal:
    """An exact number. Workbooks keep 15 digits: 5.821999999999999 is 5.822."""
    if isinstance(cell, bool | date | time):
        raise NotANumber(text_of(cell))
    if isinstance(cell, int):
        return Decimal(cell)
    if isinstance(cell, float):
        return Decimal(format(cell, ".15g"))
    text = unicodedata.normalize("NFKC", text_of(cell)).replace("\u2212", "-")
    if spelling.unit_words and (leading := LEADING.match(text)):
        text = leading.group()
    if GROUPED.match(text) and (spelling.thousands_commas or "." in text):
        text = text.replace(",", "")
    if re.fullmatch(r"-?[\d.]*,[\d.,]*", text):
        raise AmbiguousComma(text)
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise NotANumber(text_of(cell)) from None
    if not number.is_finite() or len(text) > 24:
        raise NotANumber(text_of(cell))
    return number


def date_of(cell: Cell, spelling: Spelling = OURS) -> date:
    """A day, from a workbook's date or from text in one of the file's spellings."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = unicodedata.normalize("NFKC", text_of(cell))
    for pattern in spelling.dates:
        try:
            return datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    parts = re.fullmatch(r"(\d{4})\D(\d{1,2})\D(\d{1,2})\D?", text)
    if parts and 1 <= int(parts[2]) <= 12:
        raise ImpossibleDate(int(parts[3]), MONTHS[int(parts[2]) - 1], int(parts[1]))
    raise NotADate(text)


def box_of(cell: Cell) -> Box | None:
    """Three lengths written 30 x 20 x 10, with ×, * or x; a dash or nothing means none."""
    text = unicodedata.normalize("NFKC", text_of(cell)).replace("×", "x").replace("*", "x")
    if text in ("", "-", "—", "–"):
        return None
    parts = [decimal_of(part.strip()) for part in text.lower().split("x")]
    if len(parts) != 3:
        raise NotANumber(text_of(cell))
    return parts[0], parts[1], parts[2]


def price_tiers_of(cell: Cell) -> tuple[tuple[Decimal, Decimal], ...]:
    """(from quantity, unit price) pairs written ≥1000:0.78;≥2000:0.741 or >=1000: 0.78."""
    tiers = []
    for part in re.split(r"[;；\n]", text_of(cell)):
        if not part.strip():
            continue
        found = re.fullmatch(r"\s*(?:≥|>=|＞＝)?\s*(.+?)\s*[:：]\s*(.+?)\s*", part)
        if not found:
            raise NotATier(part.strip())
        words = Spelling(unit_words=True, thousands_commas=True)
        tiers.append((decimal_of(found[1], words), decimal_of(found[2])))
    return tuple(tiers)


def shifts_of(cell: Cell) -> tuple[Shift, ...]:
    """Working hours written 08:00-16:30; 16:30-01:00, separated by ; or 、."""
    shifts = []
    for part in re.split(r"[;；、]", text_of(cell)):
        found = re.fullmatch(r"\s*(\d{1,2}):(\d{2})\s*[-–~]\s*(\d{1,2}):(\d{2})\s*", part)
        if not found:
            raise NotAShift(part.strip())
        hours = [int(number) for number in found.groups()]
        if max(hours[0], hours[2]) > 23 or max(hours[1], hours[3]) > 59:
            raise NotAShift(part.strip())
        shifts.append(Shift(starts=time(hours[0], hours[1]), ends=time(hours[2], hours[3])))
    return tuple(shifts)


def holidays_of(cell: Cell, spelling: Spelling = OURS) -> tuple[Holiday, ...]:
    """Days off written 2027-01-01 New Year or 2027-02-01..2027-02-20 Lunar New Year."""
    holidays = []
    for part in re.split(r"[;；、]", text_of(cell)):
        if not part.strip():
            continue
        days, _, name = part.strip().partition(" ")
        first, _, last = days.replace("~", "..").partition("..")
        start = date_of(first, spelling)
        holidays.append(
            Holiday(first=start, last=date_of(last, spelling) if last else start, name=name.strip())
        )
    return tuple(holidays)


def working_days_of(cell: Cell) -> tuple[int, ...]:
    """Mon,Tue,Wed as weekday numbers, Monday 0."""
    days = [part.strip().lower()[:3] for part in re.split(r"[,;、 ]+", text_of(cell)) if part]
    return tuple(sorted({WEEKDAYS.index(day) for day in days}))


def gtin_check_digit(gtin: str) -> int:
    """The last digit that GS1's weights 1 and 3 ask for."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(gtin[-2::-1], 1))
    return -total % 10

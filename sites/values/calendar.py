"""Working time: shifts, breaks, working weekdays and holidays, as a factory writes them down."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MINUTES_PER_DAY = 24 * 60
# A calendar without any working day would be searched for ever.
_LONGEST_CLOSURE = timedelta(days=3 * 366)


class CalendarUnreadable(ValueError):
    """The text of a shift, weekday or holiday is not one. The message names the text."""


class NeverOpen(ValueError):
    """The calendar has no working day within the years ahead."""


@dataclass(frozen=True, kw_only=True)
class Shift:
    """From a time of day to another; one that ends before it starts crosses midnight."""

    start: time
    end: time

    @property
    def minutes(self) -> int:
        """The shift's length. Equal ends are a full day."""
        length = _minute(self.end) - _minute(self.start)
        return length if length > 0 else length + _MINUTES_PER_DAY


@dataclass(frozen=True, kw_only=True)
class Holiday:
    """A closed day or run of days, both ends included."""

    first: date
    last: date
    name: str = ""

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, kw_only=True)
class WorkCalendar:
    """When a place works and how many net minutes a working day has there."""

    weekdays: frozenset[int] = frozenset(range(5))
    holidays: tuple[Holiday, ...] = ()
    shifts: tuple[Shift, ...] = ()
    break_minutes: int = 0
    stations: int = 1
    efficiency_percent: int = 100

    def is_open(self, day: date) -> bool:
        """Whether the day is a working weekday and no holiday."""
        return day.weekday() in self.weekdays and not any(day in rest for rest in self.holidays)

    @property
    def minutes_per_day(self) -> int:
        """Net minutes of a working day over all stations, rounded down to be kept."""
        gross = sum(max(shift.minutes - self.break_minutes, 0) for shift in self.shifts)
        return gross * self.stations * self.efficiency_percent // 100

    def net_minutes(self, day: date) -> int:
        """Net minutes of this day: none when closed."""
        return self.minutes_per_day if self.is_open(day) else 0

    def open_days(self, first: date) -> Iterator[date]:
        """The working days from ``first`` on, without end; ``NeverOpen`` if there are none."""
        day, closed_since = first, first
        while True:
            if self.is_open(day):
                closed_since = day
                yield day
            elif day - closed_since > _LONGEST_CLOSURE:
                raise NeverOpen
            day += timedelta(days=1)

    def open_on_or_after(self, day: date) -> date:
        """The first working day that is not before this one."""
        return next(self.open_days(day))


def parse_shifts(text: str) -> tuple[Shift, ...]:
    """Read ``08:00-16:30; 16:30-01:00``."""
    return tuple(_parse_shift(part) for part in _parts(text))


def parse_weekdays(text: str) -> frozenset[int]:
    """Read ``Mon,Tue,Wed`` into weekday numbers, Monday being 0."""
    days = set()
    for part in re.split(r"[,;、\s]+", text.strip()):
        name = part[:3].title()
        if name not in WEEKDAYS:
            raise CalendarUnreadable(f"“{part}” is not a weekday")
        days.add(WEEKDAYS.index(name))
    return frozenset(days)


def parse_holidays(text: str) -> tuple[Holiday, ...]:
    """Read ``2026-10-01..2026-10-07 National Day; 2027-01-01 New Year``."""
    return tuple(_parse_holiday(part) for part in _parts(text))


def _parse_shift(text: str) -> Shift:
    match = re.fullmatch(r"(\d{1,2}:\d\d)\s*[-–~]\s*(\d{1,2}:\d\d)", text)
    if match is None:
        raise CalendarUnreadable(f"“{text}” is not a shift like 08:00-16:30")
    try:
        start, end = (time.fromisoformat(part.zfill(5)) for part in match.groups())
    except ValueError:
        raise CalendarUnreadable(f"“{text}” has a time that does not exist") from None
    return Shift(start=start, end=end)


def _parse_holiday(text: str) -> Holiday:
    dates, _, name = text.partition(" ")
    first, _, last = re.sub(r"[~～]", "..", dates).partition("..")
    try:
        holiday = Holiday(
            first=_parse_date(first), last=_parse_date(last or first), name=name.strip()
        )
    except ValueError:
        raise CalendarUnreadable(f"“{text}” does not begin with a date") from None
    if holiday.last < holiday.first:
        raise CalendarUnreadable(f"“{text}” ends before it begins")
    return holiday


def _parse_date(text: str) -> date:
    year, month, day = re.split(r"[-/.]", text.strip())
    return date(int(year), int(month), int(day))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;；、]", text) if part.strip()]


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute

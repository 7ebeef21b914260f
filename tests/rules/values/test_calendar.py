from datetime import date
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites.values.calendar import (
    CalendarUnreadable,
    NeverOpen,
    WorkCalendar,
    parse_holidays,
    parse_shifts,
    parse_weekdays,
)

DAYS = st.dates(date(2026, 1, 1), date(2030, 1, 1))


def test_two_shifts_over_midnight():
    calendar = WorkCalendar(
        shifts=parse_shifts("08:00-16:30; 16:30-01:00"),
        break_minutes=60,
        stations=3,
        efficiency_percent=85,
    )
    assert [shift.minutes for shift in calendar.shifts] == [510, 510]
    assert calendar.net_minutes(date(2026, 11, 23)) == 900 * 3 * 85 // 100
    assert calendar.net_minutes(date(2026, 11, 22)) == 0


def test_a_kiln_never_sleeps():
    shifts = parse_shifts("06:00-14:00; 14:00-22:00; 22:00-06:00")
    assert WorkCalendar(shifts=shifts).minutes_per_day == 24 * 60


def test_holidays_as_written():
    year_end = parse_holidays("2026-12-24..2027-01-03 Year-end; 2026-12-08 Immaculate Conception")
    calendar = WorkCalendar(holidays=year_end)
    assert [rest.name for rest in year_end] == ["Year-end", "Immaculate Conception"]
    assert calendar.open_on_or_after(date(2026, 12, 24)) == date(2027, 1, 4)
    assert list(islice(calendar.open_days(date(2026, 12, 7)), 2)) == [
        date(2026, 12, 7),
        date(2026, 12, 9),
    ]


def test_weekdays_as_written():
    assert parse_weekdays("Mon,Tue, Sat") == {0, 1, 5}


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (parse_shifts, "8-16"),
        (parse_shifts, "08:00-25:00"),
        (parse_weekdays, "Funday"),
        (parse_holidays, "2026-02-31 never"),
        (parse_holidays, "2026-05-03..2026-05-01 backwards"),
    ],
)
def test_what_cannot_be_read_is_named(read, text):
    with pytest.raises(CalendarUnreadable):
        read(text)


def test_a_place_that_never_opens_says_so():
    with pytest.raises(NeverOpen):
        WorkCalendar(weekdays=frozenset()).open_on_or_after(date(2026, 1, 1))


@given(DAYS, st.frozensets(st.integers(0, 6), min_size=1))
def test_open_days_are_all_the_open_days(first, weekdays):
    calendar = WorkCalendar(weekdays=weekdays)
    days = list(islice(calendar.open_days(first), 20))
    every = [date.fromordinal(n) for n in range(first.toordinal(), days[-1].toordinal() + 1)]
    assert days == [day for day in every if calendar.is_open(day)]

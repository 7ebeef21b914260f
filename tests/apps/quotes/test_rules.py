"""Reading what people type, and when an answer is due."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory_portal.quotes.rules import LineUnreadable, number, read_lines, reply_by

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))


@given(MOMENTS, st.integers(1, 72), st.sets(st.integers(0, 6), min_size=1))
def test_an_answer_is_due_on_a_working_day(received, hours, working):
    due = reply_by(received, hours=hours, working=working)
    assert due >= received + timedelta(hours=hours)
    moment = due - timedelta(microseconds=1)
    assert moment.weekday() in working


@given(MOMENTS, st.integers(1, 48))
def test_more_hours_are_never_due_sooner(received, hours):
    assert reply_by(received, hours=hours + 1) > reply_by(received, hours=hours)


def test_the_weekend_does_not_count():
    friday_evening = datetime(2026, 11, 20, 20, tzinfo=UTC)
    assert reply_by(friday_evening, hours=8) == datetime(2026, 11, 23, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "value"), [("1,000", 1000), ("1 000", 1000), ("0.5", Decimal("0.5")), ("", None)]
)
def test_numbers_as_people_write_them(text, value):
    assert number(text) == value


@pytest.mark.parametrize("text", ["many", "0", "-5", "nan", "1e99"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError):
        number(text)


def test_empty_rows_are_left_out_and_codes_told_from_words():
    first, second = read_lines([("HV-1", "100", ""), ("", "", ""), ("steel ring 40 mm", "", "2")])
    assert (first.sku, first.quantity) == ("HV-1", 100)
    assert (second.description, second.target_price) == ("steel ring 40 mm", 2)


def test_a_bad_row_is_named():
    with pytest.raises(LineUnreadable) as refusal:
        read_lines([("HV-1", "100", ""), ("HV-2", "lots", "")])
    assert refusal.value.number == 2

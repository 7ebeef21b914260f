"""The same files as if they had been written on another day."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

from sites.launch.reading.rows import FactoryFiles

WEEK = 7


def whole_weeks(since: date, today: date) -> timedelta:
    """The time from one day to another in whole weeks, so that every day keeps its weekday."""
    days = (today - since).days
    return timedelta(days=days - days % WEEK)


def moved(files: FactoryFiles, by: timedelta) -> FactoryFiles:
    """Every date in the files, later by a span: what was due next week still is."""
    return _moved(files, by) if by else files


def _moved(value: Any, by: timedelta) -> Any:
    if isinstance(value, date):
        return value + by
    if isinstance(value, tuple):
        return tuple(_moved(part, by) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{each.name: _moved(getattr(value, each.name), by) for each in fields(value)}
        )
    return value

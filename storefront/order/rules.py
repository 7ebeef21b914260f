"""What an order plans: its steps to the buyer's door."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A step with the day it is planned for, where there is one."""

    kind: str
    planned_on: date | None


def plan(
    *,
    placed_on: date,
    ready_on: date,
    made: bool,
    deposit_due_on: date | None,
    transit_days: int | None,
) -> list[Planned]:
    """The steps from confirmation to arrival, in order.

    Goods from stock are not produced; an order without a deposit does not wait for one; arrival
    has a day only where the carriage is ours.
    """
    steps = [Planned(kind="confirmed", planned_on=placed_on)]
    if deposit_due_on:
        steps.append(Planned(kind="deposit", planned_on=deposit_due_on))
    if made:
        steps.append(Planned(kind="production", planned_on=ready_on))
    for kind in ("inspected", "packed", "shipped"):
        steps.append(Planned(kind=kind, planned_on=ready_on))
    arrival = ready_on + timedelta(days=transit_days) if transit_days is not None else None
    return [*steps, Planned(kind="delivered", planned_on=arrival)]


def number_of(count: int, *, year: int) -> str:
    """The order number that a buyer quotes: the year and the factory's own count."""
    return f"{year}-{count:05d}"


def is_made(parts: Iterable[Mapping[str, object]]) -> bool:
    """Whether any part of a promise is still to be made."""
    return any(part["source"] != "stock" for part in parts)

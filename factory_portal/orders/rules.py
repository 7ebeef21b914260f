"""When the steps of an order are planned, how far it is, and in which state that puts it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

CONFIRMED, DEPOSIT, PRODUCTION = "confirmed", "deposit", "production"
PACKED, SHIPPED, DELIVERED = "packed", "shipped", "delivered"

PLACED, IN_PRODUCTION, READY = "placed", "in production", "ready"
SENT, ARRIVED, CANCELLED = "shipped", "delivered", "cancelled"
OPEN = (PLACED, IN_PRODUCTION, READY)


class TooLateToCancel(Exception):
    """Goods have left: an order on its way is claimed, not cancelled."""


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What the plan of an order rests on. ``makes`` says whether anything has to be made."""

    placed_on: date
    promised_on: date
    makes: bool
    deposit_due_on: date | None = None
    transit_days: int | None = None


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step of an order with the day it is planned for."""

    kind: str
    planned_on: date


@dataclass(frozen=True, kw_only=True)
class Job:
    """A production order as far as its customer is concerned."""

    wanted: Decimal
    good: Decimal
    is_done: bool


def plan(terms: Terms) -> list[Step]:
    """The steps of an order in time, each not before the one before it."""
    promised = max(terms.promised_on, terms.placed_on)
    steps = [Step(kind=CONFIRMED, planned_on=terms.placed_on)]
    if terms.deposit_due_on:
        due = min(max(terms.deposit_due_on, terms.placed_on), promised)
        steps.append(Step(kind=DEPOSIT, planned_on=due))
    if terms.makes:
        steps.append(Step(kind=PRODUCTION, planned_on=promised))
    steps += [Step(kind=PACKED, planned_on=promised), Step(kind=SHIPPED, planned_on=promised)]
    if terms.transit_days is not None:
        arrival = promised + timedelta(days=terms.transit_days)
        steps.append(Step(kind=DELIVERED, planned_on=arrival))
    return steps


def progress(jobs: Sequence[Job]) -> int:
    """How much of what has to be made is good, in whole per cent; 100 only when all is done."""
    if not jobs or all(job.is_done for job in jobs):
        return 100
    wanted = sum((job.wanted for job in jobs), Decimal(0))
    made = sum((min(job.good, job.wanted) for job in jobs), Decimal(0))
    return min(int(100 * made / wanted), 99)

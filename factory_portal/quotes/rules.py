"""What a complete enquiry is, and by when it is answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation

MOST_LINES = 20


class LineUnreadable(ValueError):
    """A line's quantity or price is no number. ``number`` counts from one."""

    def __init__(self, number: int) -> None:
        super().__init__(f"line {number}")
        self.number = number


@dataclass(frozen=True, kw_only=True)
class AskedLine:
    """One thing that is asked for: a SKU, or a part in the buyer's words."""

    sku: str = ""
    description: str = ""
    quantity: Decimal | None = None
    target_price: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Asker:
    """Who asks, and how to answer."""

    name: str
    email: str
    company: str = ""
    country: str = ""
    phone: str = ""
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A whole enquiry as it was typed."""

    kind: str
    asker: Asker
    message: str = ""
    lines: tuple[AskedLine, ...] = ()
    incoterm: str = ""
    destination: str = ""
    target_date: date | None = None
    currency: str = ""


def reply_by(received: datetime, *, hours: int, working: Iterable[int] = range(5)) -> datetime:
    """The moment by which an answer is promised; days off do not count. Monday is day 0."""
    days = frozenset(working) or frozenset(range(5))
    moment, left = received, timedelta(hours=hours)
    while moment.weekday() not in days:
        moment = _next_midnight(moment)
    while moment + left > _next_midnight(moment):
        left -= _next_midnight(moment) - moment
        moment = _next_midnight(moment)
        while moment.weekday() not in days:
            moment = _next_midnight(moment)
    return moment + left


def number(text: str) -> Decimal | None:
    """A number above zero as people type it (``1,000`` and ``1 000`` alike); None for nothing."""
    plain = text.replace(",", "").replace("\u202f", "").replace("\u00a0", "").replace(" ", "")
    if not plain:
        return None
    try:
        value = Decimal(plain)
    except InvalidOperation:
        raise ValueError(text) from None
    if not value.is_finite() or value <= 0 or value >= Decimal(10) ** 12:
        raise ValueError(text)
    return value


def read_lines(rows: Iterable[tuple[str, str, str]]) -> tuple[AskedLine, ...]:
    """Lines from (what, quantity, target price) as typed; empty ones are left out.

    One word is taken for a SKU, more for a description. ``LineUnreadable`` names a bad line.
    """
    found = []
    for at, (what, quantity, price) in enumerate(rows, start=1):
        what = " ".join(what.split())
        if not what and not quantity.strip() and not price.strip():
            continue
        try:
            amount, target = number(quantity), number(price)
        except ValueError:
            raise LineUnreadable(at) from None
        if not what:
            raise LineUnreadable(at)
        is_code = " " not in what and len(what) <= 64
        found.append(
            AskedLine(
                sku=what if is_code else "",
                description="" if is_code else what[:255],
                quantity=amount,
                target_price=target,
            )
        )
    return tuple(found[:MOST_LINES])


def _next_midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)

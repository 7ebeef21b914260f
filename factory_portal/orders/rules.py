"""How far an order is, and in which state that puts it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

PLACED, IN_PRODUCTION, READY = "placed", "in production", "ready"
SENT, ARRIVED, CANCELLED = "shipped", "delivered", "cancelled"
OPEN = (PLACED, IN_PRODUCTION, READY)


class TooLateToCancel(Exception):
    """Goods have left: an order on its way is claimed, not cancelled."""


@dataclass(frozen=True, kw_only=True)
class Supplied:
    """A line of an order: how much was ordered, was to be made, and lies ready or has left."""

    ordered: Decimal
    to_make: Decimal
    there: Decimal

    @property
    def missing(self) -> Decimal:
        """What is still to come."""
        return max(self.ordered - self.there, Decimal(0))

    @property
    def made(self) -> Decimal:
        """What of the part that had to be made is there."""
        return max(self.to_make - self.missing, Decimal(0))


def is_ready(lines: Sequence[Supplied]) -> bool:
    """Whether nothing is left to come. An order without lines in stock waits for nothing."""
    return not any(line.missing for line in lines)


def progress(lines: Sequence[Supplied]) -> int:
    """How much of what has to be made is there, in whole per cent; 100 only when all is."""
    if is_ready(lines):
        return 100
    to_make = sum((max(line.to_make, line.missing) for line in lines), Decimal(0))
    made = sum((line.made for line in lines), Decimal(0))
    return min(int(100 * made / to_make), 99)

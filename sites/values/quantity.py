"""Quantities in UN/ECE Recommendation 20 units, minimum order quantity and order multiple."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal


@dataclass(frozen=True, kw_only=True)
class Unit:
    """A unit of measure: its Recommendation 20 code, its English name and its decimals.

    The name is a key for the edge, which shows a translated short label.
    """

    code: str
    name: str
    decimals: int = 0


UNITS = {
    unit.code: unit
    for unit in (
        Unit(code="H87", name="piece"),
        Unit(code="CEN", name="hundred"),
        Unit(code="MIL", name="thousand"),
        Unit(code="SET", name="set"),
        Unit(code="PR", name="pair"),
        Unit(code="DZN", name="dozen"),
        Unit(code="KGM", name="kilogram", decimals=3),
        Unit(code="GRM", name="gram", decimals=3),
        Unit(code="TNE", name="tonne", decimals=4),
        Unit(code="MTR", name="metre", decimals=3),
        Unit(code="CMT", name="centimetre", decimals=2),
        Unit(code="MMT", name="millimetre", decimals=1),
        Unit(code="MTK", name="square metre", decimals=4),
        Unit(code="MTQ", name="cubic metre", decimals=4),
        Unit(code="LTR", name="litre", decimals=3),
        Unit(code="HUR", name="hour", decimals=2),
    )
}


class UnknownUnit(LookupError):
    """Not a Recommendation 20 code that we trade in."""


def unit(code: str) -> Unit:
    """The unit of a Recommendation 20 code."""
    try:
        return UNITS[code]
    except KeyError:
        raise UnknownUnit(code) from None


@dataclass(frozen=True, kw_only=True)
class Nearest:
    """The valid quantities around a wanted one. ``below`` is None under the minimum."""

    below: Decimal | None
    above: Decimal


def fits(quantity: Decimal, moq: Decimal, multiple: Decimal) -> bool:
    """Whether the quantity reaches the minimum and is a whole number of multiples."""
    return quantity >= moq and quantity > 0 and quantity % multiple == 0


def nearest_valid(quantity: Decimal, moq: Decimal, multiple: Decimal) -> Nearest:
    """The largest valid quantity not above and the smallest not below the wanted one."""
    smallest = _times(max(moq, multiple), multiple, ROUND_CEILING)
    above = max(smallest, _times(quantity, multiple, ROUND_CEILING))
    below = _times(quantity, multiple, ROUND_FLOOR)
    return Nearest(below=below if below >= smallest else None, above=above)


def _times(quantity: Decimal, multiple: Decimal, rounding: str) -> Decimal:
    # A Decimal from the start, so that whole numbers may be passed as int.
    steps = (Decimal(quantity) / multiple).to_integral_value(rounding)
    return steps * multiple

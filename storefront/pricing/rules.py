"""What a quantity costs: quantity breaks, price lists, minimum and multiple.

Breaks are all-units: the break that the quantity reaches prices every unit of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from sites.values.money import minor_units, round_money
from sites.values.quantity import nearest_valid


class Rule(StrEnum):
    """The rules that can decide a price, strongest first."""

    CONTRACT = "contract"
    PRICE_LIST = "price list"
    PUBLIC = "public list"


class QuantityRefused(Exception):
    """A quantity that cannot be ordered, with the nearest quantities that can."""

    def __init__(self, *, quantity: int, minimum: int, multiple: int):
        self.quantity = quantity
        self.minimum = minimum
        self.multiple = multiple
        self.nearest = nearest_quantities(quantity, minimum=minimum, multiple=multiple)
        super().__init__(f"{quantity} cannot be ordered; {self.nearest} can")


class BelowMinimum(QuantityRefused):
    """Less than the minimum order quantity was asked for."""


class OffMultiple(QuantityRefused):
    """The quantity is not a whole number of order multiples."""


class NoPrice(Exception):
    """No break is valid for the day and the quantity: the price is on request."""


@dataclass(frozen=True, kw_only=True)
class Break:
    """From this quantity on, every unit costs ``unit_price``, within the days given."""

    from_quantity: int
    unit_price: Decimal
    valid_from: date | None = None
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the break applies on the day; both ends are included."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@dataclass(frozen=True, kw_only=True)
class Tariff:
    """How one article is sold: its public breaks, its currency, minimum and multiple."""

    currency: str
    breaks: tuple[Break, ...]
    minimum: int = 1
    multiple: int = 1


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """What a buyer was promised: a contract's own breaks, or a discount off the public list."""

    rule: Rule
    code: str
    name: str = ""
    discount_percent: Decimal = Decimal(0)
    breaks: tuple[Break, ...] = ()


@dataclass(frozen=True, kw_only=True)
class NextBreak:
    """The next quantity at which a unit gets cheaper, and the least that then costs less."""

    from_quantity: int
    amount: Decimal
    saves_at: int


@dataclass(frozen=True, kw_only=True)
class UnitPrice:
    """The price of one unit, where it comes from, and what the next break would bring."""

    amount: Decimal
    currency: str
    quantity: int
    break_from: int
    list_amount: Decimal
    rule: Rule
    list_code: str = ""
    list_name: str = ""
    discount_percent: Decimal = Decimal(0)
    next_break: NextBreak | None = None

    @property
    def line_total(self) -> Decimal:
        """The line's amount, rounded half up by itself before any sum is made."""
        return round_money(self.amount * self.quantity, self.currency)

    @property
    def explanation(self) -> dict[str, object]:
        """Why this price: the rule that won, its list and discount, and the break reached."""
        return {
            "rule": self.rule.value,
            "list": self.list_code,
            "discount_percent": self.discount_percent,
            "break_from": self.break_from,
            "list_price": self.list_amount,
        }


def nearest_quantities(quantity: int, *, minimum: int, multiple: int) -> tuple[int, ...]:
    """The closest orderable quantities below and above, ascending; one if nothing is below."""
    near = nearest_valid(Decimal(quantity), Decimal(max(minimum, 1)), Decimal(multiple))
    return tuple(sorted({int(one) for one in (near.below, near.above) if one is not None}))


def check_quantity(quantity: int, *, minimum: int, multiple: int) -> None:
    """Refuse a quantity below the minimum or off the multiple, naming the nearest good ones."""
    if quantity < minimum or quantity < 1:
        raise BelowMinimum(quantity=quantity, minimum=minimum, multiple=multiple)
    if quantity % multiple:
        raise OffMultiple(quantity=quantity, minimum=minimum, multiple=multiple)


def price_for(
    quantity: int, *, tariff: Tariff, on: date, agreements: Sequence[Agreement] = ()
) -> UnitPrice:
    """The unit price of a quantity on a day: contract, then price list, then public list.

    Raises ``BelowMinimum`` or ``OffMultiple`` for a quantity that cannot be ordered, and
    ``NoPrice`` where no break holds.
    """
    check_quantity(quantity, minimum=tariff.minimum, multiple=tariff.multiple)
    agreement = strongest(agreements)
    steps = _steps(tariff, agreement, on)
    reached = [step for step in steps if step.from_quantity <= quantity]
    if not reached:
        raise NoPrice
    discount = agreement.discount_percent if agreement else Decimal(0)
    won = reached[-1]
    amount = discounted(won.unit_price, discount, currency=tariff.currency)
    coming = steps[len(reached)] if len(reached) < len(steps) else None
    return UnitPrice(
        amount=amount,
        currency=tariff.currency,
        quantity=quantity,
        break_from=won.from_quantity,
        list_amount=won.unit_price,
        rule=agreement.rule if agreement else Rule.PUBLIC,
        list_code=agreement.code if agreement else "",
        list_name=agreement.name if agreement else "",
        discount_percent=discount,
        next_break=_next_break(coming, amount=amount, discount=discount, tariff=tariff)
        if coming
        else None,
    )


def ladder(*, tariff: Tariff, on: date, agreements: Sequence[Agreement] = ()) -> list[UnitPrice]:
    """The price at each break of the day that can be ordered, ascending; empty if none holds."""
    steps = _steps(tariff, strongest(agreements), on)
    starts = {
        nearest_quantities(step.from_quantity, minimum=tariff.minimum, multiple=tariff.multiple)[-1]
        for step in steps
    }
    return [
        price_for(quantity, tariff=tariff, on=on, agreements=agreements)
        for quantity in sorted(starts)
    ]


def strongest(agreements: Iterable[Agreement]) -> Agreement | None:
    """The agreement that decides: a contract before a price list, then the larger discount."""
    order = list(Rule)
    ranked = sorted(agreements, key=lambda one: (order.index(one.rule), -one.discount_percent))
    return ranked[0] if ranked else None


def valid_breaks(breaks: Iterable[Break], on: date) -> list[Break]:
    """The breaks that hold on the day, ascending; of two for one quantity the newer counts."""
    by_quantity: dict[int, Break] = {}
    for step in sorted(breaks, key=lambda one: one.valid_from or date.min):
        if step.holds_on(on):
            by_quantity[step.from_quantity] = step
    return [by_quantity[quantity] for quantity in sorted(by_quantity)]


def discounted(price: Decimal, percent: Decimal, *, currency: str) -> Decimal:
    """A list price less a percentage, half up, to the currency's places or the list's if finer.

    Small parts are priced finer than the currency's smallest coin: 0.741 stays 0.741.
    """
    finest = max(minor_units(currency), -int(price.normalize().as_tuple().exponent))
    step = Decimal(1).scaleb(-finest)
    return (price * (100 - percent) / 100).quantize(step, rounding=ROUND_HALF_UP)


def sum_lines(lines: Iterable[UnitPrice], *, currency: str) -> Decimal:
    """The total of lines that were each rounded first."""
    return sum((line.line_total for line in lines), round_money(Decimal(0), currency))


def _steps(tariff: Tariff, agreement: Agreement | None, on: date) -> list[Break]:
    own = agreement.breaks if agreement and agreement.rule is Rule.CONTRACT else ()
    return valid_breaks(own, on) or valid_breaks(tariff.breaks, on)


def _next_break(coming: Break, *, amount: Decimal, discount: Decimal, tariff: Tariff) -> NextBreak:
    cheaper = discounted(coming.unit_price, discount, currency=tariff.currency)
    floor = int(coming.from_quantity * cheaper / amount) if amount else coming.from_quantity
    orderable = nearest_quantities(floor + 1, minimum=tariff.minimum, multiple=tariff.multiple)
    return NextBreak(
        from_quantity=coming.from_quantity,
        amount=cheaper,
        saves_at=min(max(orderable), coming.from_quantity),
    )

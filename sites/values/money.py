"""Money: an exact amount in a currency. Halves round up; parts always add up to the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal, localcontext

# ISO 4217 minor units where they are not two. CLDR's display digits differ (IQD, LAK).
_NO_DECIMALS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THREE_DECIMALS = "BHD IQD JOD KWD LYD OMR TND"
_FOUR_DECIMALS = "CLF UYW"
_MINOR_UNITS = {
    code: digits
    for digits, codes in ((0, _NO_DECIMALS), (3, _THREE_DECIMALS), (4, _FOUR_DECIMALS))
    for code in codes.split()
}


class CurrencyMismatch(ValueError):
    """Two amounts of different currencies met where only one currency makes sense."""


class NothingToApportion(ValueError):
    """The weights are empty, negative or all zero: there is no fair way to divide."""


class NoExchangeRate(LookupError):
    """The day's reference rates have no row for this currency."""


def minor_units(currency: str) -> int:
    """How many decimals the currency's smallest coin has (ISO 4217)."""
    return _MINOR_UNITS.get(currency, 2)


def round_money(amount: Decimal, currency: str) -> Decimal:
    """The amount in whole minor units, halves away from zero."""
    with localcontext(prec=60):
        return amount.quantize(Decimal(1).scaleb(-minor_units(currency)), ROUND_HALF_UP)


@dataclass(frozen=True, order=False)
class Money:
    """An amount in a currency. Arithmetic is exact; ``rounded()`` is asked for by name."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if isinstance(self.amount, float):
            raise TypeError("Money is never a float")
        if not isinstance(self.amount, Decimal):
            object.__setattr__(self, "amount", Decimal(self.amount))

    def rounded(self) -> "Money":
        """This money in whole minor units."""
        return Money(round_money(self.amount, self.currency), self.currency)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.amount - self._same(other), self.currency)

    def __mul__(self, factor: Decimal | int) -> "Money":
        return Money(self.amount * Decimal(factor), self.currency)

    __rmul__ = __mul__

    def __neg__(self) -> "Money":
        return Money(-self.amount, self.currency)

    def __bool__(self) -> bool:
        return bool(self.amount)

    def __lt__(self, other: "Money") -> bool:
        return self.amount < self._same(other)

    def __le__(self, other: "Money") -> bool:
        return self.amount <= self._same(other)

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    def _same(self, other: "Money") -> Decimal:
        if self.currency != other.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency}")
        return other.amount


def total(parts: Sequence[Money], currency: str) -> Money:
    """The sum of the parts; zero of the currency when there are none."""
    return sum(parts, Money(Decimal(0), currency))


def apportion(whole: Money, weights: Sequence[Decimal | int]) -> list[Money]:
    """Divide by largest remainder: each part in minor units, all parts adding up to the whole."""
    exact_weights = [Decimal(weight) for weight in weights]
    with localcontext(prec=60):
        weight_sum = sum(exact_weights)
        if weight_sum <= 0 or min(exact_weights) < 0:
            raise NothingToApportion
        places = minor_units(whole.currency)
        units = abs(round_money(whole.amount, whole.currency)).scaleb(places)
        shares = [units * weight / weight_sum for weight in exact_weights]
        floors = [share.to_integral_value(ROUND_FLOOR) for share in shares]
        missing = int(units - sum(floors))
        # The sort is stable: of equal remainders the earlier part gets the coin.
        by_remainder = sorted(range(len(shares)), key=lambda at: floors[at] - shares[at])
        for at in by_remainder[:missing]:
            floors[at] += 1
        sign = -1 if whole.amount < 0 else 1
        return [Money(sign * units.scaleb(-places), whole.currency) for units in floors]


def exchange(money: Money, to: str, units_per_euro: Mapping[str, Decimal]) -> Money:
    """Convert by reference rates (units per 1 EUR); both legs unrounded, the result rounded."""
    rates = {"EUR": Decimal(1), **units_per_euro}
    for currency in (money.currency, to):
        if currency not in rates:
            raise NoExchangeRate(currency)
    return Money(money.amount * rates[to] / rates[money.currency], to).rounded()

"""From the price of the goods to the price at the named place, Incoterms 2020, step by step."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sites.values.address import Cost, incoterm, insured_price
from sites.values.money import Money

_FOR_CONTAINERS = {"FAS": "FCA", "FOB": "FCA", "CFR": "CPT", "CIF": "CIP"}
_LEAST_COVER = {"CIP": "A", "CIF": "C"}


@dataclass(frozen=True, kw_only=True)
class Step:
    """One cost that the seller's price takes in."""

    cost: Cost
    amount: Money


@dataclass(frozen=True, kw_only=True)
class BuildUp:
    """A price at a term with the steps that lead to it: goods + steps = total, exactly."""

    term: str
    goods: Money
    total: Money
    steps: tuple[Step, ...]

    @property
    def charges(self) -> Money:
        """What the way adds to the goods."""
        return self.total - self.goods


def build_up(
    term: str,
    *,
    goods: Money,
    costs: Mapping[Cost, Decimal],
    insurance_rate: Decimal = Decimal(0),
    priced_at: str = "EXW",
) -> BuildUp:
    """The price at a term for goods whose price already contains what ``priced_at`` contains.

    Costs are in the currency of the goods; each step is rounded half up. Insurance is not looked
    up but computed: 110 % of the price that contains its own premium, the rate being 0.008 for
    0.8 %. A term that asks for less than the goods' own adds and deducts nothing.
    """
    wanted, contained = incoterm(term), incoterm(priced_at)
    running = goods = goods.rounded()
    steps = []
    for cost in Cost:
        if not wanted.pays(cost) or contained.pays(cost):
            continue
        if cost is Cost.INSURANCE:
            amount = insured_price(running, insurance_rate) - running
        else:
            amount = Money(costs.get(cost, Decimal(0)), goods.currency).rounded()
        if amount:
            steps.append(Step(cost=cost, amount=amount))
            running += amount
    return BuildUp(term=term, goods=goods, total=running, steps=tuple(steps))


def insurance_cover(term: str) -> str:
    """The least cover the seller must buy: clauses A (all risks) for CIP, C for CIF."""
    return _LEAST_COVER.get(term, "")


def better_for_containers(term: str) -> str:
    """The term to use for containers in place of one made for the ship's side."""
    return _FOR_CONTAINERS.get(term, term)

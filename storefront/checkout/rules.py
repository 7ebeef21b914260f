"""What an order comes to at its named place, and what the buyer may choose."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from factory_portal.freight.rules import FreightOffer
from sites.values.address import Cost, incoterm
from sites.values.money import Money
from storefront.pricing.incoterms import build_up

# Cargo insurance where the factory names no rate of its own: 0.6 % of the insured value.
USUAL_INSURANCE_RATE = Decimal("0.006")
# The buyer sends a carrier; nothing of the way is in the price.
OWN_CARRIER = "own"


@dataclass(frozen=True, kw_only=True)
class Charges:
    """What the way adds to the goods."""

    freight: Decimal
    insurance: Decimal
    total: Decimal


def charges(
    term: str,
    *,
    goods: Decimal,
    freight: Decimal,
    currency: str,
    insured: bool = False,
    insurance_rate: Decimal = USUAL_INSURANCE_RATE,
) -> Charges:
    """Freight and insurance under an Incoterm, and the total.

    CIF and CIP always insure; under the other terms with carriage the buyer may ask for it, and
    the premium is reckoned the same way. Goods are priced free carrier.
    """
    ours = carries(term)
    reckoned_as = "CIP" if ours and (insured or insures(term)) else term
    built = build_up(
        reckoned_as,
        goods=Money(goods, currency),
        costs={Cost.MAIN_FREIGHT: freight} if ours else {},
        insurance_rate=insurance_rate,
        priced_at="FOB",
    )
    parts = {step.cost: step.amount.amount for step in built.steps}
    return Charges(
        freight=parts.get(Cost.MAIN_FREIGHT, Decimal(0)),
        insurance=parts.get(Cost.INSURANCE, Decimal(0)),
        total=built.total.amount,
    )


def carries(term: str) -> bool:
    """Whether the factory arranges and pays the main carriage under this term."""
    return incoterm(term).pays(Cost.MAIN_FREIGHT)


def insures(term: str) -> bool:
    """Whether the term itself obliges the factory to insure."""
    return incoterm(term).pays(Cost.INSURANCE)


def offer_code(offer: FreightOffer) -> str:
    """A name for one way of sending that stays the same from one page to the next."""
    return f"{offer.code}:{offer.service}".lower().replace(" ", "-")


def default_term(offered: Sequence[str], *, has_freight: bool, wanted: str = "") -> str:
    """The term to begin with: the company's own, else one with carriage where we can carry."""
    if wanted in offered:
        return wanted
    suitable = [term for term in offered if carries(term) == has_freight]
    preferred = [term for term in ("DAP", "CIP", "CPT", "FCA", "EXW") if term in suitable]
    return next(iter([*preferred, *suitable, *offered]), "EXW")

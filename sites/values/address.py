"""Where goods go and under which Incoterms® 2020 rule: who pays which leg of the way."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sites.values.money import Money


class UnknownIncoterm(LookupError):
    """Not one of the eleven rules of Incoterms 2020."""


@dataclass(frozen=True, kw_only=True)
class PostalAddress:
    """An address as it is printed, with its ISO 3166-1 country."""

    lines: tuple[str, ...]
    country: str
    city: str = ""
    region: str = ""
    postcode: str = ""
    company: str = ""
    person: str = ""

    def printed(self, country_name: str) -> list[str]:
        """The lines of a label, empty ones left out. The edge supplies the country's name."""
        place = " ".join(filter(None, (self.postcode, self.city)))
        return list(
            filter(None, (self.company, self.person, *self.lines, place, self.region, country_name))
        )


class Cost(StrEnum):
    """A cost on the way from the factory's gate to the buyer's door, in that order."""

    INLAND = "inland carriage"
    EXPORT_CLEARANCE = "export clearance"
    ORIGIN_HANDLING = "origin terminal handling"
    DOCUMENTS = "documents"
    MAIN_FREIGHT = "main freight"
    INSURANCE = "insurance"
    DESTINATION_HANDLING = "destination handling"
    DELIVERY = "delivery"
    UNLOADING = "unloading"
    IMPORT_DUTY = "import duty and tax"


class PlaceKind(StrEnum):
    """What the named place of a rule is."""

    PREMISES = "the seller's premises"
    HANDOVER = "the place of handover to the carrier"
    PORT_OF_LOADING = "the port of loading"
    PORT_OF_DISCHARGE = "the port of discharge"
    DESTINATION = "the place of destination"


@dataclass(frozen=True, kw_only=True)
class Incoterm:
    """One rule: what its named place is and which costs the seller's price contains."""

    code: str
    place_kind: PlaceKind
    seller_pays: frozenset[Cost]
    sea_only: bool = False

    def pays(self, cost: Cost) -> bool:
        """Whether the seller bears this cost."""
        return cost in self.seller_pays


_TO_QUAY = frozenset({Cost.INLAND, Cost.EXPORT_CLEARANCE, Cost.DOCUMENTS})
_TO_CARRIER = _TO_QUAY | {Cost.ORIGIN_HANDLING}
_CARRIED = _TO_CARRIER | {Cost.MAIN_FREIGHT}
_INSURED = _CARRIED | {Cost.INSURANCE}
# No rule of group D obliges to insure; the seller bears the risk until there.
_AT_PLACE = _CARRIED | {Cost.DESTINATION_HANDLING, Cost.DELIVERY}
_UNLOADED = _AT_PLACE | {Cost.UNLOADING}
_DUTY_PAID = _AT_PLACE | {Cost.IMPORT_DUTY}

INCOTERMS = {
    code: Incoterm(code=code, place_kind=kind, seller_pays=frozenset(costs), sea_only=sea)
    for code, kind, costs, sea in (
        ("EXW", PlaceKind.PREMISES, (), False),
        ("FCA", PlaceKind.HANDOVER, _TO_CARRIER, False),
        ("FAS", PlaceKind.PORT_OF_LOADING, _TO_QUAY, True),
        ("FOB", PlaceKind.PORT_OF_LOADING, _TO_CARRIER, True),
        ("CFR", PlaceKind.PORT_OF_DISCHARGE, _CARRIED, True),
        ("CIF", PlaceKind.PORT_OF_DISCHARGE, _INSURED, True),
        ("CPT", PlaceKind.DESTINATION, _CARRIED, False),
        ("CIP", PlaceKind.DESTINATION, _INSURED, False),
        ("DAP", PlaceKind.DESTINATION, _AT_PLACE, False),
        ("DPU", PlaceKind.DESTINATION, _UNLOADED, False),
        ("DDP", PlaceKind.DESTINATION, _DUTY_PAID, False),
    )
}


def incoterm(code: str) -> Incoterm:
    """The rule of a three-letter code."""
    try:
        return INCOTERMS[code]
    except KeyError:
        raise UnknownIncoterm(code) from None


@dataclass(frozen=True, kw_only=True)
class NamedPlace:
    """A rule with its place, which is always printed with the year of the rules."""

    code: str
    place: str

    @property
    def incoterm(self) -> Incoterm:
        """The rule itself."""
        return incoterm(self.code)

    def __str__(self) -> str:
        return f"{self.code} {self.place}, Incoterms® 2020"


def insured_price(carried: Money, rate: Decimal) -> Money:
    """CIF or CIP from CFR or CPT: cover is 110 % of the price that contains its own premium."""
    return Money(carried.amount / (1 - Decimal("1.1") * rate), carried.currency).rounded()

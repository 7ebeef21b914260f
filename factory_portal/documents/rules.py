"""What a proforma invoice says, and that it adds up. Values only; words come when it is printed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sites.values.money import Money, round_money, total

FIRST_STRONG_ISOLATE = "\u2068"
LEFT_TO_RIGHT_ISOLATE = "\u2066"
POP_ISOLATE = "\u2069"
_PREFIXES = {"proforma": "PI"}


class DoesNotAddUp(Exception):
    """Lines, charges and total of a paper disagree; it must not go out."""


@dataclass(frozen=True, kw_only=True)
class Party:
    """A firm on a paper: the name, the lines of its address, and how to reach and tax it."""

    name: str
    lines: tuple[str, ...] = ()
    country: str = ""
    tax_number: str = ""
    contact: str = ""
    email: str = ""
    phone: str = ""
    local_name: str = ""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One line of goods. ``unit_price`` may be finer than the currency's smallest coin."""

    sku: str
    description: str
    quantity: int
    unit: str
    unit_price: Decimal
    amount: Decimal
    hs_code: str = ""
    origin: str = ""


@dataclass(frozen=True, kw_only=True)
class Charge:
    """What is added to the goods, or with a minus taken off: freight, insurance, tax, discount."""

    name: str
    amount: Decimal


@dataclass(frozen=True, kw_only=True)
class Part:
    """An instalment as it is asked for."""

    kind: str
    percent: Decimal
    amount: Decimal
    due_event: str
    due_days: int
    due_on: date | None
    reference: str


@dataclass(frozen=True, kw_only=True)
class Bank:
    """Where the money goes."""

    beneficiary: str
    name: str
    swift: str
    iban: str = ""
    number: str = ""


@dataclass(frozen=True, kw_only=True)
class Cargo:
    """Packages, weights and volume, as far as the packing data tell."""

    cartons: int
    net_kg: Decimal
    gross_kg: Decimal
    volume_m3: Decimal


@dataclass(frozen=True, kw_only=True)
class Terms:
    """On which terms, from where, for when."""

    incoterm: str
    named_place: str
    payment: str
    port_of_loading: str = ""
    transport: str = ""
    transit_days: tuple[int, int] | None = None
    ready_on: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Proforma:
    """A proforma invoice: what will be delivered, for how much, if it is paid as said."""

    number: str
    issued_on: date
    order_number: str
    purchase_order_number: str
    seller: Party
    buyer: Party
    consignee: Party | None
    currency: str
    terms: Terms
    items: tuple[Item, ...]
    charges: tuple[Charge, ...]
    total: Decimal
    parts: tuple[Part, ...]
    bank: Bank | None
    cargo: Cargo | None

    @property
    def goods(self) -> Decimal:
        """The sum of the lines."""
        return sum((item.amount for item in self.items), Decimal(0))


def check(paper: Proforma) -> None:
    """Refuse a paper whose lines, charges, parts and weights contradict each other."""
    charged = total([Money(one.amount, paper.currency) for one in paper.charges], paper.currency)
    if round_money(paper.goods + charged.amount, paper.currency) != paper.total:
        raise DoesNotAddUp("lines and charges", paper.goods, charged.amount, paper.total)
    for item in paper.items:
        if round_money(item.unit_price * item.quantity, paper.currency) != item.amount:
            raise DoesNotAddUp("line", item.sku)
    if paper.parts and sum(part.amount for part in paper.parts) != paper.total:
        raise DoesNotAddUp("instalments")
    if paper.cargo and paper.cargo.gross_kg < paper.cargo.net_kg:
        raise DoesNotAddUp("gross weight below net")


def residual(
    *, lines: Decimal, charges: tuple[Charge, ...], grand_total: Decimal
) -> tuple[Charge, ...]:
    """The charges with what is missing to the total: a discount if below zero, else other costs."""
    missing = grand_total - lines - sum((one.amount for one in charges), Decimal(0))
    kept = tuple(one for one in charges if one.amount)
    if not missing:
        return kept
    return (*kept, Charge(name="discount" if missing < 0 else "other", amount=missing))


def document_number(kind: str, *, year: int, sequence: int) -> str:
    """The printed number, such as ``PI-2026-0001``."""
    return f"{_PREFIXES[kind]}-{year}-{sequence:04d}"


def isolate(text: str) -> str:
    """Keep a number or code in one piece inside right-to-left text.

    Without it ``2026-0117`` in an Arabic line prints as ``0117-2026``.
    """
    return f"{LEFT_TO_RIGHT_ISOLATE}{text}{POP_ISOLATE}" if text else ""


def enclose(text: str) -> str:
    """Keep words of unknown language in their own direction, whatever stands around them."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if text else ""

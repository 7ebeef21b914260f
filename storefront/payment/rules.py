"""Payment terms as the trade writes them, the parts they make, and references banks pass on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from sites.values.money import Money, apportion

# Days a buyer has for what is due at once, before it counts as late.
DAYS_TO_PAY = 7
_LONGEST_REFERENCE = 21


class UnreadableTerms(ValueError):
    """The text is not terms of payment that parts can be made from."""


class BadReference(ValueError):
    """Nothing that can stand in a creditor reference (ISO 11649)."""


class Kind(StrEnum):
    """What a part of the money is."""

    DEPOSIT = "deposit"
    BALANCE = "balance"
    FULL = "full"


class Due(StrEnum):
    """The milestone of the order that makes a part fall due."""

    CONFIRMED = "confirmed"
    PACKED = "packed"
    SHIPPED = "shipped"


class State(StrEnum):
    """How a part stands after what was seen of it."""

    OPEN = "open"
    SHORT = "short"
    PAID = "paid"
    OVER = "over"


@dataclass(frozen=True, kw_only=True)
class Share:
    """A percentage of the order, due some days after a milestone."""

    percent: Decimal
    kind: Kind
    due: Due
    days: int = 0
    by_credit: bool = False


@dataclass(frozen=True, kw_only=True)
class Part:
    """A share in money. ``due_on`` is known only where the milestone has its day."""

    share: Share
    amount: Money
    due_on: date | None


@dataclass(frozen=True, kw_only=True)
class Settlement:
    """What was seen of an amount: nothing, too little, enough, too much."""

    state: State
    outstanding: Money
    excess: Money
    charges: Money


def parse_terms(text: str) -> tuple[Share, ...]:
    """Read terms such as ``30 % deposit, 70 % before shipment`` or ``Net 45 days``.

    Also ``T/T 30/70``, ``100 % in advance`` and ``Letter of credit at sight``. Parts that do not
    make 100 % and texts without any percentage are refused as ``UnreadableTerms``.
    """
    plain = " ".join(text.lower().replace("％", "%").split())
    net = re.search(r"\bnet (\d{1,3}) days?\b", plain)
    if net:
        return (_whole(due=Due.SHIPPED, days=int(net.group(1))),)
    if "letter of credit" in plain or re.search(r"\bl/c\b", plain):
        usance = re.search(r"(\d{1,3}) days", plain)
        return (
            _whole(due=Due.SHIPPED, days=int(usance.group(1)) if usance else 0, by_credit=True),
        )
    pair = re.search(r"\b(\d{1,2})\s*/\s*(\d{1,2})\b", plain)
    if pair and "%" not in plain:
        plain = f"{pair.group(1)} % deposit, {pair.group(2)} % before shipment"
    found = re.findall(
        r"(\d{1,3}(?:[.,]\d{1,3})?)\s*%\s*([^%]*?)(?=,?\s*\d{1,3}(?:[.,]\d+)?\s*%|$)", plain
    )
    shares = [_share(Decimal(number.replace(",", ".")), words) for number, words in found]
    if not shares or sum(share.percent for share in shares) != 100:
        raise UnreadableTerms(text)
    if len(shares) == 1:
        return (_whole(due=shares[0].due, days=shares[0].days),)
    return tuple(shares)


def split(total: Money, shares: Sequence[Share], *, on: date) -> tuple[Part, ...]:
    """The parts of an order's money; they always add up to it."""
    amounts = apportion(total, [share.percent for share in shares])
    return tuple(
        Part(share=share, amount=amount, due_on=due_day(share, on=on))
        for share, amount in zip(shares, amounts, strict=True)
    )


def due_day(share: Share, *, on: date) -> date | None:
    """When a share falls due for an order of that day; None until its milestone is reached."""
    if share.due is Due.CONFIRMED:
        return on + timedelta(days=share.days or DAYS_TO_PAY)
    return None


def settle(amount: Money, received: Money, *, tolerance: Decimal = Decimal(0)) -> Settlement:
    """How an amount stands; a gap up to the tolerance is taken as the banks' charges."""
    zero = Money(Decimal(0), amount.currency)
    gap = amount - received
    if gap.amount < 0:
        return Settlement(state=State.OVER, outstanding=zero, excess=-gap, charges=zero)
    if gap.amount == 0:
        return Settlement(state=State.PAID, outstanding=zero, excess=zero, charges=zero)
    if received.amount > 0 and gap.amount <= tolerance:
        return Settlement(state=State.PAID, outstanding=zero, excess=zero, charges=gap)
    state = State.SHORT if received.amount > 0 else State.OPEN
    return Settlement(state=state, outstanding=gap, excess=zero, charges=zero)


def creditor_reference(text: str) -> str:
    """The ISO 11649 reference for an order's own number: ``RF``, two check digits, the number."""
    body = re.sub(r"[^0-9A-Z]", "", text.upper())
    if not 1 <= len(body) <= _LONGEST_REFERENCE:
        raise BadReference(text)
    return f"RF{98 - _remainder(f'{body}RF00'):02d}{body}"


def reference_for(order_number: str, part: int) -> str:
    """The reference of an order's part; of a very long number its end tells orders apart."""
    plain = re.sub(r"[^0-9A-Z]", "", order_number.upper())
    return creditor_reference(f"{plain[2 - _LONGEST_REFERENCE :]}{part:02d}")


def is_creditor_reference(text: str) -> bool:
    """Whether the text, however it is spaced, is a valid creditor reference."""
    plain = re.sub(r"\s", "", text.upper())
    if not re.fullmatch(rf"RF\d\d[0-9A-Z]{{1,{_LONGEST_REFERENCE}}}", plain):
        return False
    return _remainder(plain[4:] + plain[:4]) == 1


def printed_reference(reference: str) -> str:
    """A reference in groups of four, as banks print it."""
    return " ".join(reference[at : at + 4] for at in range(0, len(reference), 4))


def _whole(*, due: Due, days: int = 0, by_credit: bool = False) -> Share:
    return Share(percent=Decimal(100), kind=Kind.FULL, due=due, days=days, by_credit=by_credit)


def _share(percent: Decimal, words: str) -> Share:
    later = re.search(r"(\d{1,3}) days", words)
    days = int(later.group(1)) if later else 0
    if re.search(r"deposit|advance|down payment|with order|upon order|prepaid", words):
        return Share(percent=percent, kind=Kind.DEPOSIT, due=Due.CONFIRMED, days=days)
    if re.search(r"bill of lading|\bb/l\b|copy|after|against|documents|delivery", words):
        return Share(percent=percent, kind=Kind.BALANCE, due=Due.SHIPPED, days=days)
    return Share(percent=percent, kind=Kind.BALANCE, due=Due.PACKED, days=days)


def _remainder(text: str) -> int:
    return int("".join(str(int(letter, 36)) for letter in text)) % 97

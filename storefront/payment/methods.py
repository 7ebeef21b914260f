"""The payment seam: every way to pay says how to begin; money is believed when it is seen."""

from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from sites.tenancy.models import Factory
from sites.values.money import Money
from storefront.payment import rules, stripe_cards
from storefront.payment.models import Instalment


class NoBankAccount(Exception):
    """The factory has not entered a bank account yet."""


class UnknownMethod(LookupError):
    """The store does not offer this way to pay."""


@dataclass(frozen=True, kw_only=True)
class BankAccount:
    """Where a transfer goes, as the factory's profile states it."""

    beneficiary: str
    bank: str
    swift: str
    currency: str
    iban: str = ""
    number: str = ""


@dataclass(frozen=True, kw_only=True)
class Instructions:
    """What the buyer does himself: transfer this amount with this reference to this account."""

    account: BankAccount
    amount: Money
    reference: str
    warning: str


@dataclass(frozen=True, kw_only=True)
class Redirect:
    """Where the buyer goes to pay."""

    url: str


class PaymentMethod(Protocol):
    """A way to pay. ``begin`` may be called again and again for the same instalment."""

    code: str
    label: str
    hint: str

    def begin(self, order, instalment: Instalment, *, back_to: str) -> Instructions | Redirect:
        """Start paying an instalment; ``back_to`` is the absolute address of the order's page."""


@dataclass(frozen=True)
class BankTransfer:
    """A transfer to the factory's account, recognised by its creditor reference."""

    factory: Factory
    code = "bank-transfer"
    label = _("Bank transfer (T/T)")
    hint = _("You receive a proforma invoice with the bank details and a payment reference.")

    def begin(self, order, instalment: Instalment, *, back_to: str) -> Instructions:
        return Instructions(
            account=account_for(self.factory, instalment.currency),
            amount=instalment.outstanding,
            reference=rules.printed_reference(instalment.reference),
            warning=substitution_warning(),
        )


@dataclass(frozen=True)
class Cards:
    """A card, entered on the processor's own page; our pages never see its number."""

    factory: Factory
    code = "card"
    label = _("Credit or debit card")
    hint = _("You enter the card on the secure page of our payment processor.")

    def begin(self, order, instalment: Instalment, *, back_to: str) -> Redirect:
        return Redirect(url=stripe_cards.visit(self.factory, instalment, back_to=back_to))


def methods_for(factory: Factory) -> list[PaymentMethod]:
    """The ways to pay in this store; bank transfer first.

    A transfer is offered before the factory has entered an account: the order, its proforma and
    its page then say that the bank details follow, and no buyer stands before a closed till.
    """
    offered: list[PaymentMethod] = []
    offered.append(BankTransfer(factory))
    if settings.STRIPE_SECRET_KEY and settings.STRIPE_WEBHOOK_SECRET:
        offered.append(Cards(factory))
    return offered


def method_for(factory: Factory, code: str) -> PaymentMethod:
    """The store's way to pay with this code."""
    for method in methods_for(factory):
        if method.code == code:
            return method
    raise UnknownMethod(code)


def bank_accounts(factory: Factory) -> list[BankAccount]:
    """The factory's accounts in the order of its profile."""
    return [
        BankAccount(
            beneficiary=row.get("beneficiary") or factory.legal_name or factory.name,
            bank=row.get("name", ""),
            swift=row.get("swift", ""),
            currency=row.get("currency", ""),
            iban=row.get("iban", ""),
            number=row.get("account", ""),
        )
        for row in factory.profile.get("bank", [])
    ]


def account_for(factory: Factory, currency: str) -> BankAccount:
    """The account kept in the currency, else the first one; ``NoBankAccount`` without any."""
    accounts = bank_accounts(factory)
    if not accounts:
        raise NoBankAccount(factory.slug)
    return next((one for one in accounts if one.currency == currency), accounts[0])


def terms_for(factory: Factory) -> str:
    """The terms that a buyer without an agreement gets: the first listed that split by percent."""
    for text in factory.profile.get("payment", {}).get("terms", []):
        try:
            shares = rules.parse_terms(text)
        except rules.UnreadableTerms:
            continue
        if len(shares) > 1 and shares[-1].due is rules.Due.PACKED:
            return text
    return "30 % deposit, 70 % before shipment"


def substitution_warning() -> str:
    """What stands wherever bank details are shown."""
    return _(
        "We never change our bank details by e-mail. If a message asks you to pay into another "
        "account, do not pay: call us on the number you already know."
    )

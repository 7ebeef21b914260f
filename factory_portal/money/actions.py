"""Writes: money that was seen goes to the instalment it is for."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from factory_portal.money.models import Receipt
from factory_portal.money.queries import charge_tolerance
from sites.events.actions import record
from sites.values.money import CurrencyMismatch, Money
from storefront.payment import rules
from storefront.payment.models import Instalment


class NotAnAmount(ValueError):
    """Nothing, or less than nothing, was received."""


class KeyUsedElsewhere(Exception):
    """This bank entry was booked before, with another amount or for another instalment."""


@transaction.atomic
def receive(
    instalment: Instalment,
    *,
    amount: Money,
    reference: str,
    seen_on: date,
    key: str,
    by=None,
) -> Receipt:
    """Book money seen for an instalment and record ``payment.received``. Safe to run twice.

    The key names the bank's or the card processor's entry: the same one is booked once, and never
    for a second instalment. Too little stays outstanding and too much stays visible; another
    currency than the instalment's is refused as ``CurrencyMismatch``.
    """
    return _book(
        instalment,
        Receipt(
            amount=amount.amount,
            currency=amount.currency,
            reference=reference[:140],
            seen_on=seen_on,
            key=key,
            source=Receipt.Source.BANK,
            recorded_by=by,
        ),
    )


@transaction.atomic
def receive_card(
    *, instalment_id: int, amount: str, currency: str, reference: str, seen_on: str
) -> Receipt:
    """Book what the card processor reported (reaction to ``card.paid``). Safe to run twice."""
    return _book(
        Instalment.objects.get(pk=instalment_id),
        Receipt(
            amount=Decimal(amount),
            currency=currency,
            reference=reference[:140],
            seen_on=date.fromisoformat(seen_on),
            key=f"card:{reference}",
            source=Receipt.Source.CARD,
        ),
    )


def _book(instalment: Instalment, receipt: Receipt) -> Receipt:
    if receipt.amount <= 0:
        raise NotAnAmount(receipt.amount)
    # The instalment's row is the lock: two entries for it are booked one after the other.
    instalment = Instalment.objects.select_for_update().get(pk=instalment.pk)
    booked = Receipt.objects.filter(key=receipt.key).first()
    if booked:
        if (booked.instalment_id, booked.amount) != (instalment.pk, receipt.amount):
            raise KeyUsedElsewhere(receipt.key)
        return booked
    if receipt.currency != instalment.currency:
        raise CurrencyMismatch(f"{receipt.currency} and {instalment.currency}")
    receipt.instalment = instalment
    receipt.save()
    state = _settle(instalment)
    record(
        "payment.received",
        instalment_id=instalment.pk,
        order_id=instalment.order_id,
        order_number=instalment.order.number,
        amount=str(receipt.amount),
        currency=receipt.currency,
        kind=instalment.kind,
        settled=state in (rules.State.PAID, rules.State.OVER),
    )
    return receipt


def _settle(instalment: Instalment) -> rules.State:
    total = Receipt.objects.filter(instalment=instalment).aggregate(Sum("amount"))["amount__sum"]
    instalment.received = total
    standing = rules.settle(
        Money(instalment.amount, instalment.currency),
        Money(total, instalment.currency),
        tolerance=charge_tolerance(),
    )
    if standing.state in (rules.State.PAID, rules.State.OVER) and not instalment.paid_at:
        instalment.status = Instalment.Status.PAID
        instalment.paid_at = timezone.now()
    instalment.save(update_fields=["received", "status", "paid_at"])
    return standing.state

"""Writes: the parts of an order's money, and what the card processor reported."""

from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction

from sites.events.actions import record
from sites.values.money import Money
from storefront.payment import rules
from storefront.payment.models import CardEvent, CardPayment, Instalment


@transaction.atomic
def schedule(order, *, terms: str, method: str, on: date) -> list[Instalment]:
    """Split a placed order's total by its terms of payment. Safe to run twice."""
    standing = list(Instalment.objects.filter(order=order))
    if standing:
        return standing
    total = Money(order.total_incl_tax, order.currency)
    parts = rules.split(total, rules.parse_terms(terms), on=on)
    return [
        Instalment.objects.create(
            order=order,
            sort=number,
            kind=part.share.kind.value,
            percent=part.share.percent,
            amount=part.amount.amount,
            currency=part.amount.currency,
            due_event=part.share.due.value,
            due_days=part.share.days,
            due_on=part.due_on,
            method=method,
            status=_first_status(part),
            reference=rules.reference_for(order.number, number),
        )
        for number, part in enumerate(parts, start=1)
    ]


@transaction.atomic
def fall_due(*, order_id: int, milestone: str, on: date) -> int:
    """Mark what a reached milestone makes due; returns how many parts. Safe to run twice."""
    waiting = Instalment.objects.select_for_update().filter(
        order_id=order_id, due_event=milestone, status=Instalment.Status.OPEN
    )
    count = 0
    for instalment in waiting.order_by("pk"):
        instalment.status = Instalment.Status.DUE
        instalment.due_on = on + timedelta(days=instalment.due_days)
        instalment.save(update_fields=["status", "due_on"])
        count += 1
    return count


@transaction.atomic
def open_card_payment(
    instalment: Instalment, *, session_id: str, intent_id: str, url: str, amount: Money
) -> CardPayment:
    """Remember a visit to the card processor's page. Safe to run twice for one session."""
    payment, _created = CardPayment.objects.get_or_create(
        session_id=session_id,
        defaults={
            "instalment": instalment,
            "intent_id": intent_id,
            "url": url,
            "amount": amount.amount,
            "currency": amount.currency,
        },
    )
    return payment


@transaction.atomic
def note_card_payment(
    *, event_id: str, kind: str, session_id: str, intent_id: str, paid: Money | None, on: date
) -> bool:
    """Act on a message of the card processor once; says whether it was news.

    With ``paid`` the money is there and ``card.paid`` is recorded for the books; without, the
    visit failed or ran out. Amount and currency are the processor's, not our expectation.
    """
    payment = CardPayment.objects.select_for_update().filter(session_id=session_id).first()
    if payment is None:
        return False
    _event, is_new = CardEvent.objects.get_or_create(
        event_id=event_id, defaults={"kind": kind[:80]}
    )
    if not is_new or payment.status == CardPayment.Status.PAID:
        return False
    payment.intent_id = intent_id or payment.intent_id
    payment.status = _outcome(kind, paid)
    payment.save(update_fields=["intent_id", "status"])
    if paid is not None:
        record(
            "card.paid",
            instalment_id=payment.instalment_id,
            amount=str(paid.amount),
            currency=paid.currency,
            reference=payment.intent_id or session_id,
            seen_on=on.isoformat(),
        )
    return True


def _first_status(part: rules.Part) -> str:
    if part.share.due is rules.Due.CONFIRMED and part.amount.amount > Decimal(0):
        return Instalment.Status.DUE
    return Instalment.Status.OPEN


def _outcome(kind: str, paid: Money | None) -> str:
    if paid is not None:
        return CardPayment.Status.PAID
    return CardPayment.Status.EXPIRED if kind.endswith("expired") else CardPayment.Status.FAILED

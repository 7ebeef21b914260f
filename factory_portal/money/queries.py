"""Reads: what is owed, what came in, and where the two differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F, Q, QuerySet

from factory_portal.money.models import Receipt
from sites.tenancy.scope import current_factory
from sites.values.money import Money, total
from storefront.payment import rules
from storefront.payment.models import Instalment


@dataclass(frozen=True, kw_only=True)
class Receivable:
    """An instalment as the books see it on a day."""

    instalment: Instalment
    order_number: str
    buyer: str
    amount: Money
    received: Money
    standing: rules.Settlement
    is_due: bool
    is_late: bool
    days_late: int


def receivables(
    *, on: date, search: str = "", status: str = "", limit: int = 50, offset: int = 0
) -> list[Receivable]:
    """Instalments, what is due first: one query. ``status``: open, due, late, paid, odd.

    ``odd`` are the short and the overpaid ones. ``search`` looks in order numbers, companies
    and payment references.
    """
    found = _found(on=on, search=search, status=status)
    return [_receivable(one, on=on) for one in found[offset : offset + limit]]


def count_receivables(*, on: date, search: str = "", status: str = "") -> int:
    """How many instalments the same question has."""
    return _found(on=on, search=search, status=status).count()


def outstanding(*, on: date) -> dict[str, list[Money]]:
    """What is due and what is late, one sum per currency each."""
    due = Instalment.objects.filter(status=Instalment.Status.DUE)
    late = due.filter(due_on__lt=on)
    return {"due": _sums(due), "late": _sums(late)}


def receipts_of(instalment_ids: Sequence[int]) -> list[Receipt]:
    """The money booked for these instalments, oldest first."""
    return list(Receipt.objects.filter(instalment_id__in=instalment_ids).order_by("seen_on", "pk"))


def find_by_reference(text: str) -> Instalment | None:
    """The instalment that a reference in a remittance text names, however it is spaced."""
    plain = "".join(text.upper().split())
    return Instalment.objects.select_related("order").filter(reference=plain).first()


def charge_tolerance() -> Decimal:
    """The gap that the factory takes as bank charges; none unless its profile says so."""
    stated = current_factory().profile.get("payment", {}).get("charge_tolerance", 0)
    return Decimal(str(stated))


def _found(*, on: date, search: str, status: str) -> QuerySet[Instalment]:
    rows = Instalment.objects.select_related("order").order_by(
        F("due_on").asc(nulls_last=True), "order_id", "sort"
    )
    if search:
        plain = "".join(search.upper().split())
        rows = rows.filter(
            Q(order__number__icontains=search)
            | Q(order__company_name__icontains=search)
            | Q(reference__icontains=plain)
        )
    if status == "late":
        return rows.filter(status=Instalment.Status.DUE, due_on__lt=on)
    if status == "odd":
        short = Q(received__gt=0, received__lt=F("amount")) & ~Q(status=Instalment.Status.PAID)
        return rows.filter(short | Q(received__gt=F("amount")))
    return rows.filter(status=status) if status else rows


def _receivable(instalment: Instalment, *, on: date) -> Receivable:
    amount = Money(instalment.amount, instalment.currency).rounded()
    received = Money(instalment.received, instalment.currency).rounded()
    is_due = instalment.status == Instalment.Status.DUE
    days = (on - instalment.due_on).days if is_due and instalment.due_on else 0
    order = instalment.order
    return Receivable(
        instalment=instalment,
        order_number=order.number,
        buyer=order.company_name or order.contact_name,
        amount=amount,
        received=received,
        standing=rules.settle(amount, received, tolerance=charge_tolerance()),
        is_due=is_due,
        is_late=days > 0,
        days_late=max(days, 0),
    )


def _sums(rows: QuerySet[Instalment]) -> list[Money]:
    by_currency: dict[str, list[Money]] = {}
    for one in rows:
        by_currency.setdefault(one.currency, []).append(one.outstanding)
    return [total(parts, currency) for currency, parts in sorted(by_currency.items())]

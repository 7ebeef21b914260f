"""Money: what is due, what came in, and the form for what the bank shows."""

from datetime import date
from decimal import Decimal

from django.contrib import messages
from django.db.models import Case, DateField, DecimalField, F, Q, Value, When
from django.db.models.functions import Coalesce
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from factory_portal.money import actions, queries
from factory_portal.portal import formats, forms
from factory_portal.portal.areas import does, reads, sees, writes
from factory_portal.portal.shell import list_screen, screen
from factory_portal.portal.tables import Cell, Choice, Column, Filter, ListSpec
from sites.values.money import Money
from storefront.payment.models import Instalment
from storefront.payment.queries import instalment as find_instalment

Status = Instalment.Status
LEVELS = {
    Status.OPEN: "neutral",
    Status.DUE: "warning",
    Status.PAID: "success",
    Status.CANCELLED: "neutral",
}


@reads("money")
@require_safe
def receivables(request):
    """Every instalment, what falls due first."""
    today = formats.today()
    sums = queries.outstanding(on=today)
    return list_screen(
        request,
        _spec(today),
        area="money",
        title=_("Money"),
        template="money/list.html",
        tiles=[
            {
                "label": label,
                "amounts": [formats.money(one.amount, one.currency) for one in amounts],
                "level": level,
            }
            for label, amounts, level in (
                (_("Due"), sums["due"], "warning"),
                (_("Overdue"), sums["late"], "danger"),
            )
        ],
    )


def _spec(today) -> ListSpec:
    return ListSpec(
        name="receivables",
        rows=Instalment.objects.select_related("order").annotate(
            outstanding_amount=Case(
                When(status__in=[Status.PAID, Status.CANCELLED], then=Value(Decimal(0))),
                default=F("amount") - F("received"),
                output_field=DecimalField(max_digits=14, decimal_places=3),
            ),
            # What waits for a milestone has no day yet and stands last.
            due_or_never=Coalesce("due_on", Value(date.max), output_field=DateField()),
        ),
        search=("order__number", "order__company_name", "reference"),
        search_hint=_("Order, buyer or payment reference"),
        sort="due",
        empty=_("No payments are agreed yet."),
        filters=(
            Filter(
                key="status",
                label=_("State"),
                choices=(
                    Choice(
                        value="unpaid",
                        label=_("not paid"),
                        narrow=lambda rows: rows.filter(status__in=[Status.OPEN, Status.DUE]),
                    ),
                    Choice(
                        value="late",
                        label=_("overdue"),
                        narrow=lambda rows: rows.filter(status=Status.DUE, due_on__lt=today),
                    ),
                    Choice(
                        value="odd",
                        label=_("too little or too much"),
                        narrow=lambda rows: rows.filter(
                            Q(received__gt=0, received__lt=F("amount")) & ~Q(status=Status.PAID)
                            | Q(received__gt=F("amount"))
                        ),
                    ),
                    *(
                        Choice(
                            value=value,
                            label=label,
                            narrow=lambda rows, v=value: rows.filter(status=v),
                        )
                        for value, label in Status.choices
                    ),
                ),
            ),
        ),
        columns=(
            Column(
                key="order",
                label=_("Order"),
                sort=("order__number", "sort"),
                cell=lambda row: Cell(
                    text=row.order.number,
                    code=True,
                    url=reverse("portal:instalment", args=[row.pk]),
                ),
            ),
            Column(
                key="buyer",
                label=_("Buyer"),
                sort=("order__company_name",),
                cell=lambda row: row.order.company_name or row.order.contact_name,
            ),
            Column(
                key="kind", label=_("Part"), sort=("kind",), cell=lambda row: row.get_kind_display()
            ),
            Column(
                key="reference",
                label=_("Payment reference"),
                cell=lambda row: Cell(text=row.reference, code=True),
            ),
            Column(
                key="amount",
                label=_("Amount"),
                sort=("currency", "amount"),
                number=True,
                cell=lambda row: formats.money(row.amount, row.currency),
                value=lambda row: f"{formats.plain(row.amount)} {row.currency}",
            ),
            Column(
                key="outstanding",
                label=_("Outstanding"),
                sort=("currency", "outstanding_amount"),
                number=True,
                cell=lambda row: formats.money(
                    max(row.outstanding_amount, Decimal(0)), row.currency
                ),
                value=lambda row: f"{formats.plain(row.outstanding_amount)} {row.currency}",
            ),
            Column(
                key="due",
                label=_("Due"),
                sort=("due_or_never",),
                cell=lambda row: _due(row, today),
                value=lambda row: row.due_on.isoformat() if row.due_on else "",
            ),
            Column(
                key="status",
                label=_("State"),
                sort=("status",),
                cell=lambda row: Cell(text=row.get_status_display(), level=LEVELS[row.status]),
                value=lambda row: row.status,
            ),
        ),
    )


def due_event_name(event: str) -> str:
    """What makes an instalment fall due."""
    return {
        "confirmed": _("with the order"),
        "packed": _("before shipment"),
        "shipped": _("after shipment"),
    }.get(event, event)


def _due(row, today) -> Cell:
    if row.due_on is None:
        return Cell(text=due_event_name(row.due_event))
    late = row.status == Status.DUE and row.due_on < today
    days = (today - row.due_on).days
    note = (
        ngettext("%(days)s day late", "%(days)s days late", days) % {"days": days} if late else ""
    )
    return Cell(text=formats.day(row.due_on), date=True, level="danger" if late else "", note=note)


@reads("money")
@require_safe
def instalment(request, pk: int):
    """One part of an order's money, and what was seen of it."""
    return _instalment_screen(request, _found(pk))


def _instalment_screen(request, found: Instalment, *, form=None):
    missing = found.outstanding
    open_ = found.status not in (Status.PAID, Status.CANCELLED)
    may_write = does(request.role, "money") and open_
    return screen(
        request,
        "money/instalment.html",
        area="money",
        title=_("%(kind)s for order %(number)s")
        % {"kind": found.get_kind_display().capitalize(), "number": found.order.number},
        pk=found.pk,
        state=found.get_status_display(),
        level=LEVELS[found.status],
        order_number=found.order.number,
        order_url=reverse("portal:order", args=[found.order.number])
        if sees(request.role, "orders")
        else "",
        facts=_facts(found),
        receipts=[
            {
                "amount": formats.money(one.amount, one.currency),
                "day": formats.day(one.seen_on),
                "source": one.get_source_display(),
                "reference": one.reference,
            }
            for one in queries.receipts_of([found.pk])
        ],
        form=(
            form
            or forms.PaymentSeen(
                initial={"amount": formats.plain(missing.amount), "seen_on": formats.today()}
            )
        )
        if may_write
        else None,
        status=422 if form is not None else 200,
    )


def _facts(found: Instalment):
    due = formats.day(found.due_on) if found.due_on else due_event_name(found.due_event)
    return [
        (_("Buyer"), found.order.company_name or found.order.contact_name),
        (_("Share"), formats.percent(found.percent)),
        (_("Amount"), formats.money(found.amount, found.currency)),
        (_("Received"), formats.money(found.received, found.currency)),
        (_("Outstanding"), formats.money(found.outstanding.amount, found.currency)),
        (_("Due"), due),
        (_("Payment reference"), found.reference),
    ]


@writes("money")
@require_POST
def receive(request, pk: int):
    """Book money that the bank shows."""
    found = _found(pk)
    form = forms.PaymentSeen(request.POST)
    if form.is_valid() and _booked(request, found, form):
        return redirect("portal:instalment", pk=pk)
    return _instalment_screen(request, found, form=form)


def _booked(request, found: Instalment, form) -> bool:
    typed = form.cleaned_data
    try:
        actions.receive(
            found,
            amount=Money(typed["amount"], found.currency),
            reference=typed["reference"],
            seen_on=typed["seen_on"],
            key=f"bank:{typed['reference']}",
            by=request.user,
        )
    except actions.KeyUsedElsewhere:
        form.add_error(
            "reference",
            _("This bank entry is booked already, with another amount or for another payment."),
        )
        return False
    messages.success(
        request,
        _("%(amount)s booked.") % {"amount": formats.money(typed["amount"], found.currency)},
    )
    return True


def _found(pk: int) -> Instalment:
    found = find_instalment(pk)
    if found is None:
        raise Http404
    return found

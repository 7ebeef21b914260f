"""Enquiries: who asks for what, answering and closing."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from factory_portal.portal import formats, forms
from factory_portal.portal.areas import does, reads, writes
from factory_portal.portal.shell import list_screen, screen
from factory_portal.portal.tables import Cell, Choice, Column, Filter, ListSpec
from factory_portal.quotes import actions, queries
from factory_portal.quotes.models import Enquiry

State = Enquiry.State
LEVELS = {State.NEW: "info", State.ANSWERED: "success", State.CLOSED: "neutral"}


@reads("enquiries")
@require_safe
def enquiries(request):
    """Every enquiry, the newest first."""
    return list_screen(request, _spec(), area="enquiries", title=_("Enquiries"))


def _spec() -> ListSpec:
    now = timezone.now()
    return ListSpec(
        name="enquiries",
        rows=queries.enquiries(),
        search=("reference", "name", "company", "email", "message"),
        search_hint=_("Reference, name, company or words"),
        sort="-received",
        empty=_("No enquiries yet."),
        filters=(
            Filter(
                key="state",
                label=_("State"),
                choices=(
                    *(
                        Choice(
                            value=value,
                            label=label,
                            narrow=lambda rows, v=value: rows.filter(state=v),
                        )
                        for value, label in State.choices
                    ),
                    Choice(
                        value="late",
                        label=_("answer overdue"),
                        narrow=lambda rows: rows.filter(state=State.NEW, reply_by__lt=now),
                    ),
                ),
            ),
            Filter(
                key="kind",
                label=_("Kind"),
                choices=tuple(
                    Choice(
                        value=value, label=label, narrow=lambda rows, v=value: rows.filter(kind=v)
                    )
                    for value, label in Enquiry.Kind.choices
                ),
            ),
        ),
        columns=(
            Column(
                key="reference",
                label=_("Reference"),
                sort=("reference",),
                cell=lambda row: Cell(
                    text=row.reference,
                    code=True,
                    url=reverse("portal:enquiry", args=[row.reference]),
                ),
            ),
            Column(
                key="from",
                label=_("From"),
                sort=("company", "name"),
                cell=lambda row: Cell(
                    text=row.company or row.name,
                    note=" · ".join(
                        filter(
                            None, (row.name if row.company else "", formats.country(row.country))
                        )
                    ),
                ),
            ),
            Column(
                key="kind", label=_("Kind"), sort=("kind",), cell=lambda row: row.get_kind_display()
            ),
            Column(
                key="lines",
                label=_("Parts"),
                sort=("line_count",),
                number=True,
                cell=lambda row: formats.number(row.line_count),
            ),
            Column(
                key="received",
                label=_("Received"),
                sort=("received_at",),
                cell=lambda row: Cell(text=formats.moment(row.received_at), date=True),
                value=lambda row: row.received_at.isoformat(),
            ),
            Column(
                key="reply",
                label=_("Reply by"),
                sort=("reply_by",),
                cell=lambda row: _reply_by(row, now),
                value=lambda row: row.reply_by.isoformat(),
            ),
            Column(
                key="state",
                label=_("State"),
                sort=("state",),
                cell=lambda row: Cell(text=row.get_state_display(), level=LEVELS[row.state]),
                value=lambda row: row.state,
            ),
        ),
    )


def _reply_by(row, now) -> Cell:
    late = row.state == State.NEW and row.reply_by < now
    return Cell(text=formats.moment(row.reply_by), date=True, level="danger" if late else "")


@reads("enquiries")
@require_safe
def enquiry(request, number: str):
    """One enquiry with what was answered."""
    return _enquiry_screen(request, _found(number))


def _enquiry_screen(request, found: Enquiry, *, form=None):
    may_write = does(request.role, "enquiries")
    return screen(
        request,
        "enquiries/enquiry.html",
        area="enquiries",
        title=_("Enquiry %(reference)s") % {"reference": found.reference},
        reference=found.reference,
        state=found.get_state_display(),
        level=LEVELS[found.state],
        closed=found.state == State.CLOSED,
        late=found.state == State.NEW and found.reply_by < timezone.now(),
        message=found.message,
        lines=[_line(one) for one in found.lines.all()],
        files=[
            {"name": one.document.filename, "url": one.document.url} for one in found.files.all()
        ],
        facts=_facts(found),
        answers=[
            {"text": one.text, "at": formats.moment(one.at), "by": str(one.by or "")}
            for one in found.answers.all()
        ],
        form=(form or forms.Answer()) if may_write and found.state != State.CLOSED else None,
        may_write=may_write,
        status=422 if form is not None else 200,
    )


def _line(one):
    return {
        "what": one.sku or one.description,
        "is_code": bool(one.sku),
        "quantity": formats.number(one.quantity),
        "price": formats.store.unit_price(one.target_price, one.currency)
        if one.target_price
        else "",
    }


def _facts(found: Enquiry):
    languages = dict(formats.language_names())
    facts = [
        (_("Name"), found.name),
        (_("Company"), found.company),
        (_("E-mail"), found.email),
        (_("Phone"), found.phone),
        (_("Country"), formats.country(found.country)),
        (_("Language"), languages.get(found.language, found.language)),
        (_("Incoterm"), " ".join(filter(None, (found.incoterm, found.destination)))),
        (_("Wanted by"), formats.day(found.target_date) if found.target_date else ""),
        (_("Received"), formats.moment(found.received_at)),
        (_("Reply by"), formats.moment(found.reply_by)),
    ]
    return [(label, value) for label, value in facts if value]


@writes("enquiries")
@require_POST
def answer(request, number: str):
    """Mail an answer."""
    found = _found(number)
    form = forms.Answer(request.POST)
    if not form.is_valid():
        return _enquiry_screen(request, found, form=form)
    actions.answer(number, text=form.cleaned_data["text"], by=request.user)
    messages.success(request, _("Sent to %(email)s.") % {"email": found.email})
    return redirect("portal:enquiry", number=number)


@writes("enquiries")
@require_POST
def close(request, number: str):
    """Put an enquiry aside; it can be taken up again."""
    _found(number)
    actions.close(number)
    messages.success(request, _("Closed."))
    return redirect("portal:enquiry", number=number)


@writes("enquiries")
@require_POST
def reopen(request, number: str):
    """Take a closed enquiry up again."""
    _found(number)
    actions.reopen(number)
    messages.success(request, _("Open again."))
    return redirect("portal:enquiry", number=number)


def _found(number: str) -> Enquiry:
    found = queries.enquiry(number)
    if found is None:
        raise Http404
    return found

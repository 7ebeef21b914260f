"""Issuing papers: the next number, the print, the file, all or nothing."""

from datetime import date
from hashlib import sha256

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from factory_portal.documents import printing, queries, rules
from factory_portal.documents.models import Document, Kind, Series
from factory_portal.orders.queries import lock_order
from sites.events.actions import record
from sites.tenancy.scope import current_factory
from storefront.formats import factory_zone
from storefront.order.models import Order


@transaction.atomic
def issue_proforma(order: Order, *, on: date, by=None) -> Document:
    """Issue an order's proforma in the buyer's language. Safe to run twice: it stays the same.

    The series' row is locked until the paper is stored, so that numbers have no gaps: a failure
    gives its number back.
    """
    series = _locked_series(order, kind=Kind.PROFORMA, year=on.year)
    standing = queries.proforma_of(order)
    return standing or _issue(order, series=series, on=on, by=by)


@transaction.atomic
def supersede_proforma(order: Order, *, on: date, by=None) -> Document:
    """Issue a corrected proforma under a new number; the one before stays as it was printed."""
    series = _locked_series(order, kind=Kind.PROFORMA, year=on.year)
    return _issue(order, series=series, on=on, by=by, supersedes=queries.proforma_of(order))


def issue_placed(*, order_number: str) -> None:
    """Issue the proforma of a placed order (reaction to ``order.placed``). Safe to run twice.

    An order whose figures contradict each other is still made and shipped: the refusal becomes a
    fact of its own, ``document.refused``, instead of holding up the floor.
    """
    order = Order.objects.get(number=order_number)
    try:
        issue_proforma(order, on=timezone.now().astimezone(factory_zone()).date())
    except rules.DoesNotAddUp as problem:
        record("document.refused", order_number=order_number, problem=str(problem))


def _locked_series(order: Order, *, kind: Kind, year: int) -> Series:
    """The series, locked after its order.

    Storing the paper refers to the order. Whoever holds the order and waits for the series, as the
    reactions to a placed order do, would otherwise wait in a circle with a buyer who asks for it.
    """
    lock_order(order.number)
    series, _created = Series.objects.select_for_update().get_or_create(kind=kind, year=year)
    return series


def _issue(
    order: Order, *, series: Series, on: date, by=None, supersedes: Document | None = None
) -> Document:
    factory = current_factory()
    number = rules.document_number(series.kind, year=series.year, sequence=series.last + 1)
    values = queries.proforma_values(order, factory=factory, number=number, issued_on=on)
    layout = printing.lay_out(
        values,
        language=order.language or factory.source_language,
        accent=queries.accent_of(factory),
    )
    content = printing.print_pdf(layout)
    series.last += 1
    series.save(update_fields=["last"])
    paper = Document(
        order=order,
        kind=series.kind,
        number=number,
        year=series.year,
        sequence=series.last,
        language=layout["language"],
        content=layout,
        sha256=sha256(content).hexdigest(),
        issued_on=on,
        issued_by=by,
        supersedes=supersedes,
    )
    paper.file.save(f"{number}.pdf", ContentFile(content), save=False)
    try:
        paper.save()
    except Exception:
        paper.file.storage.delete(paper.file.name)
        raise
    record(
        "document.issued",
        document_id=paper.pk,
        order_number=order.number,
        kind=paper.kind,
        number=paper.number,
    )
    return paper

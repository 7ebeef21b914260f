"""Edges: papers for the buyer who holds the order's key or signs in, and for members."""

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from factory_portal.documents import actions, queries
from factory_portal.documents.models import Document
from sites.tenancy.permissions import role_of, role_required
from storefront.formats import today
from storefront.order.queries import for_buyer

READERS = ("sales", "finance", "warehouse", "owner")


@require_safe
@never_cache
def proforma(request, number: str):
    """An order's proforma; issued now if the worker has not come to it yet."""
    user = request.user if request.user.is_authenticated else None
    order = for_buyer(number, key=request.GET.get("key", ""), user=user)
    if order is None and role_of(request.user, request.factory) in READERS:
        order = queries.order(number)
    if order is None:
        raise Http404
    paper = queries.proforma_of(order) or actions.issue_proforma(order, on=today())
    return _download(paper)


@require_safe
@never_cache
@role_required(*READERS)
def document(request, document_id: int):
    """A paper by its row, for members."""
    paper = queries.document(document_id)
    if paper is None:
        raise Http404
    return _download(paper)


def _download(paper: Document) -> HttpResponse:
    response = HttpResponse(queries.bytes_of(paper), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{paper.number}.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    return response

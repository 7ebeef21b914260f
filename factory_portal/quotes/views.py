"""The enquiry form in the store: on its own address, on pages of the CMS, and its thanks."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from factory_portal.quotes import actions, form, queries
from factory_portal.quotes.models import Enquiry
from sites.tenancy.throttle import client_address, within_limit
from storefront import formats
from storefront.basket import queries as baskets
from storefront.cms.forms import PageWords
from storefront.cms.sections import company_facts
from storefront.pages.asking import buying
from storefront.same_origin import same_origin
from storefront.shell import shell_for
from themes.engine.contract import EnquiryPage, Link, Meta
from themes.engine.render import page_response

MOST_PER_VISITOR, SECONDS = 8, 10 * 60


@never_cache
@same_origin
@require_http_methods(["GET", "HEAD", "POST"])
def enquiry(request):
    """Ask for a quote or send a message; what was typed stays, whatever is wrong with it."""
    if request.method != "POST":
        return _answer(request, _page(request, request.GET.get("kind", form.RFQ)))
    typed = form.Typed(request.POST, request.FILES.getlist("files"))
    if typed.is_good and not typed.is_trap_sprung and _may_send(request, typed):
        taken = _taken(typed)
        if taken is not None:
            return HttpResponseRedirect(reverse("enquiry_thanks", args=[taken.access_key]))
    drawn = form.draw(request.POST.dict(), action=_address(), errors=typed.errors)
    return _answer(request, _with_form(request, typed.kind, drawn), status=422)


def _may_send(request, typed: form.Typed) -> bool:
    visitor = f"{request.factory.pk}:{client_address(request)}"
    if within_limit("enquiry", visitor, times=MOST_PER_VISITOR, seconds=SECONDS):
        return True
    typed.errors[""] = _("You have sent several requests just now. Please wait ten minutes.")
    return False


def _taken(typed: form.Typed) -> Enquiry | None:
    try:
        return actions.take(typed.asked(), files=[(file.name, file.read()) for file in typed.files])
    except ValidationError as refusal:
        typed.errors["files"] = " ".join(refusal.messages)
        return None


@never_cache
@require_safe
def thanks(request, access_key: str):
    """The reference of an enquiry, and how it stands; whoever has the link may look."""
    found = queries.by_key(access_key)
    if found is None:
        raise Http404
    return _answer(
        request,
        EnquiryPage(
            title=_("Request %(reference)s") % {"reference": found.reference},
            form=None,
            reference=found.reference,
            reply_by=_standing(found),
            contact_facts=company_facts(),
        ),
    )


def _standing(found: Enquiry) -> str:
    if found.state == Enquiry.State.NEW:
        return _("We answer by %(moment)s, %(place)s time, to %(email)s.") % {
            "moment": formats.moment(found.reply_by),
            "place": formats.zone_name(),
            "email": found.email,
        }
    return _("We answered on %(moment)s to %(email)s.") % {
        "moment": formats.moment(found.answered_at or found.closed_at),
        "email": found.email,
    }


def quote_page(request, words: PageWords) -> EnquiryPage:
    """A page of the CMS that asks for a quote."""
    return _on_page(request, form.RFQ, words)


def contact_page(request, words: PageWords) -> EnquiryPage:
    """A page of the CMS that takes a message."""
    return _on_page(request, form.CONTACT, words)


def _on_page(request, kind: str, words: PageWords) -> EnquiryPage:
    page = _page(request, kind)
    return EnquiryPage(
        title=words.title,
        crumbs=words.crumbs,
        intro=words.intro,
        form=page.form,
        points=page.points,
        contact_facts=page.contact_facts,
        sections=words.sections,
    )


def _page(request, kind: str) -> EnquiryPage:
    values = form.blank(kind, lines=_asked_for(request), sample="sample" in request.GET)
    return _with_form(request, kind, form.draw(values, action=_address()))


def _with_form(request, kind: str, drawn) -> EnquiryPage:
    is_quote = kind != form.CONTACT
    return EnquiryPage(
        title=_("Request a quote") if is_quote else _("Contact"),
        crumbs=(Link(text=_("Home"), url=f"/{translation.get_language()}/"),),
        form=drawn,
        points=_points() if is_quote else (),
        contact_facts=company_facts(),
    )


def _points() -> tuple[str, ...]:
    return (
        _("A reference at once, an answer from a person who knows the machines"),
        _("Price and ready date for each quantity"),
        _("Your drawings stay with us"),
    )


def _asked_for(request) -> list[tuple[str, str]]:
    """What the visitor came with: a product's SKU, or everything in the basket."""
    sku = request.GET.get("sku", "").strip()[:64]
    if sku:
        return [(sku, request.GET.get("quantity", "").strip()[:20])]
    if "basket" in request.GET and request.carried.basket:
        rows = baskets.rows(request.carried.basket, buying=buying(request))
        return [(row.sku.sku, str(row.quantity)) for row in rows]
    return []


def _address() -> str:
    return reverse("enquiry")


def _answer(request, page: EnquiryPage, status: int = 200):
    meta = Meta(title=page.title, index=False)
    return page_response(request, page=page, shell=shell_for(request, meta=meta), status=status)

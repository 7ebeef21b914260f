"""Edges: the buyer goes to the card page; the processor's messages come in."""

from django.http import Http404, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.utils import timezone, translation
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from sites.tenancy.models import Factory
from sites.tenancy.scope import factory_scope
from storefront.payment import actions, queries, stripe_cards
from storefront.payment.methods import Cards, UnknownMethod, method_for


@require_safe
@never_cache
def pay_by_card(request, instalment_id: int):
    """Send a buyer who may see the order to the card page for one of its instalments."""
    instalment = queries.instalment(instalment_id)
    if instalment is None or not _may_pay(request, instalment.order):
        raise Http404
    try:
        method = method_for(request.factory, Cards.code)
    except UnknownMethod:
        raise Http404 from None
    page = order_page(request, instalment.order)
    try:
        begun = method.begin(instalment.order, instalment, back_to=page)
    except stripe_cards.NothingToPay:
        return HttpResponseRedirect(page)
    except stripe_cards.CardPageUnavailable:
        return HttpResponseRedirect(f"{page}&card=unavailable")
    return HttpResponseRedirect(begun.url)


@csrf_exempt
@require_POST
def stripe_message(request):
    """Take a signed message of the card processor; a repeated one is answered and ignored."""
    try:
        message = stripe_cards.read_message(
            request.body, signature=request.headers.get("Stripe-Signature", "")
        )
    except stripe_cards.NotFromStripe:
        return HttpResponseBadRequest("signature")
    if message is None or stripe_cards.is_undecided(message):
        return HttpResponse("ignored")
    # One endpoint serves every factory of the installation: the signature vouches for the name.
    factory = Factory.objects.filter(slug=message.factory_slug).first()
    if factory is None:
        return HttpResponse("ignored")
    with factory_scope(factory):
        actions.note_card_payment(
            event_id=message.event_id,
            kind=message.kind,
            session_id=message.session_id,
            intent_id=message.intent_id,
            paid=message.paid,
            on=timezone.localdate(),
        )
    return HttpResponse("noted")


def order_page(request, order) -> str:
    """The absolute address of the buyer's order page, with the key that opens it."""
    language = order.language or translation.get_language()
    return request.build_absolute_uri(f"/{language}/orders/{order.number}/?key={order.access_key}")


def _may_pay(request, order) -> bool:
    if request.user.is_authenticated and order.user_id == request.user.pk:
        return True
    return constant_time_compare(request.GET.get("key", ""), order.access_key)

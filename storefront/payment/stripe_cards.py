"""Cards through Stripe: its hosted page takes the card, its signed message says it is paid.

The browser's return proves nothing and changes nothing. ``STRIPE_SECRET_KEY`` and
``STRIPE_WEBHOOK_SECRET`` switch the method on; a factory with its own connected account has
``stripe_account`` in its profile. ``STRIPE_API_BASE`` points elsewhere for tests.
"""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

import stripe
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from sites.tenancy.models import Factory
from sites.values.money import Money, minor_units
from storefront.payment import actions, queries
from storefront.payment.models import CardPayment, Instalment

# Stripe keeps these with two decimals for old integrations, though their smallest coin is one.
_TWO_DECIMALS_AT_STRIPE = {"ISK", "UGX"}
_PAGE_LANGUAGES = {"en": "en", "zh-hans": "zh", "es": "es", "de": "de", "fr": "fr"}
# A visit lives a day at Stripe; an older one is not offered again.
_VISIT_HOURS = 23


class NothingToPay(Exception):
    """The instalment is paid already."""


class CardPageUnavailable(Exception):
    """The card processor cannot be reached or refused to open its page."""


class NotFromStripe(Exception):
    """A message whose signature is wrong, missing or too old."""


@dataclass(frozen=True, kw_only=True)
class Message:
    """What a signed message says: about which visit, and how much money is there, if any."""

    event_id: str
    kind: str
    factory_slug: str
    session_id: str
    intent_id: str
    paid: Money | None


def visit(factory: Factory, instalment: Instalment, *, back_to: str) -> str:
    """The address of Stripe's page for what is still missing; the same one when asked again."""
    amount = instalment.outstanding
    if not amount:
        raise NothingToPay(instalment.reference)
    standing = queries.open_visit(instalment)
    if standing and timezone.now() - standing.created_at < timedelta(hours=_VISIT_HOURS):
        return standing.url
    visits = queries.count_visits(instalment)
    options = {"idempotency_key": f"{factory.slug}:{instalment.reference}:{visits}"}
    if factory.profile.get("stripe_account"):
        options["stripe_account"] = factory.profile["stripe_account"]
    try:
        session = _client().v1.checkout.sessions.create(
            _session(factory, instalment, amount=amount, back_to=back_to), options
        )
    except stripe.StripeError as problem:
        raise CardPageUnavailable(str(problem)) from problem
    payment: CardPayment = actions.open_card_payment(
        instalment,
        session_id=session.id,
        intent_id=str(session.payment_intent or ""),
        url=session.url or "",
        amount=amount,
    )
    return payment.url


def read_message(payload: bytes, *, signature: str) -> Message | None:
    """Check and read a message of Stripe's; None when it is about nothing of ours."""
    try:
        event = stripe.Webhook.construct_event(
            payload, signature, settings.STRIPE_WEBHOOK_SECRET, api_key=settings.STRIPE_SECRET_KEY
        )
    except (stripe.SignatureVerificationError, ValueError) as problem:
        raise NotFromStripe from problem
    if not event.type.startswith("checkout.session."):
        return None
    session = event.data.object.to_dict()
    factory_slug = (session.get("metadata") or {}).get("factory", "")
    if not factory_slug:
        return None
    currency = str(session.get("currency") or "").upper()
    is_paid = session.get("payment_status") == "paid"
    return Message(
        event_id=event.id,
        kind=event.type,
        factory_slug=factory_slug,
        session_id=session["id"],
        intent_id=str(session.get("payment_intent") or ""),
        paid=from_stripe(session.get("amount_total") or 0, currency) if is_paid else None,
    )


def is_undecided(message: Message) -> bool:
    """Whether the buyer is done but the money is still on its way (a delayed method)."""
    return message.kind == "checkout.session.completed" and message.paid is None


def to_stripe(money: Money) -> int:
    """An amount in the smallest unit that Stripe counts in."""
    return int(money.rounded().amount.scaleb(_places(money.currency)))


def from_stripe(amount: int, currency: str) -> Money:
    """Money from Stripe's count of smallest units."""
    return Money(Decimal(amount).scaleb(-_places(currency)), currency)


def _places(currency: str) -> int:
    return 2 if currency in _TWO_DECIMALS_AT_STRIPE else minor_units(currency)


def _client() -> stripe.StripeClient:
    return stripe.StripeClient(
        settings.STRIPE_SECRET_KEY,
        base_addresses={"api": settings.STRIPE_API_BASE} if settings.STRIPE_API_BASE else None,
        max_network_retries=2,
    )


def _session(factory: Factory, instalment: Instalment, *, amount: Money, back_to: str) -> dict:
    order = instalment.order
    ours = {
        "factory": factory.slug,
        "order": order.number,
        "instalment": str(instalment.pk),
        "reference": instalment.reference,
    }
    session = {
        "mode": "payment",
        "client_reference_id": instalment.reference,
        "success_url": back_to,
        "cancel_url": back_to,
        "locale": _PAGE_LANGUAGES.get(get_language() or "", "auto"),
        "metadata": ours,
        "payment_intent_data": {
            "metadata": ours,
            "description": f"{factory.name} {order.number} {instalment.get_kind_display()}",
        },
        "line_items": [
            {
                "quantity": 1,
                "price_data": {
                    "currency": amount.currency.lower(),
                    "unit_amount": to_stripe(amount),
                    "product_data": {
                        "name": f"{order.number}: {instalment.get_kind_display()}",
                    },
                },
            }
        ],
    }
    email = order.guest_email or (order.user.email if order.user else "")
    return session | ({"customer_email": email} if email else {})

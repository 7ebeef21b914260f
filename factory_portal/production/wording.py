"""A promise in the words of a buyer, in the language that is active."""

from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from factory_portal.production.rules import CannotPromise, Part, Promise, Refusal, Source


def explain(promise: Promise) -> list[str]:
    """One sentence for each part: how much, where from, ready when, and what takes the time."""
    return [_sentence(part) for part in promise.parts]


def explain_refusal(refusal: CannotPromise) -> str:
    """Why no date can be given."""
    sentences = {
        Refusal.NOTHING_ASKED: _("Tell us a quantity to see a date."),
        Refusal.NO_ROUTING: _("More than we have in stock: ask us for a date."),
        Refusal.NO_CAPACITY: _("Our calendar is not open yet: ask us for a date."),
        Refusal.BEYOND_HORIZON: _(
            "This is more than our calendar has room for: ask us for a date."
        ),
        Refusal.NOT_COVERED: _("Stock and planned production do not cover this quantity."),
    }
    return sentences[refusal.reason]


def _sentence(part: Part) -> str:
    facts = {
        "quantity": _number(part.quantity),
        "day": date_format(part.ready_on, "DATE_FORMAT"),
        "start": date_format(part.starts_on, "DATE_FORMAT") if part.starts_on else "",
        "place": part.bottleneck,
    }
    if part.source is Source.STOCK:
        return _("%(quantity)s from stock, ready on %(day)s") % facts
    if part.source is Source.PLANNED:
        return _("%(quantity)s from production under way, ready on %(day)s") % facts
    if part.bottleneck:
        return (
            _(
                "%(quantity)s made for you from %(start)s on, ready on %(day)s; "
                "the longest step is %(place)s"
            )
            % facts
        )
    return _("%(quantity)s made for you, ready on %(day)s") % facts


def _number(quantity: Decimal) -> str:
    whole = quantity == quantity.to_integral_value()
    return number_format(
        quantity.quantize(Decimal(1)) if whole else quantity.normalize(),
        use_l10n=True,
        force_grouping=True,
    )

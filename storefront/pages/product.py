"""The product page: everything about a SKU, and price and date for a quantity."""

from collections.abc import Sequence
from decimal import Decimal
from math import prod
from urllib.parse import urlencode

import nh3
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _

from factory_portal.production.rules import Promise, Source
from storefront import formats
from storefront.basket.quoting import Answer, Ask, Buying, Ladder, ladder, on_sale
from storefront.catalogue import queries as catalogue
from storefront.catalogue.facets import natural
from storefront.pages.cards import cards_of, free_stock
from storefront.pages.pictures import picture
from storefront.pricing.rules import UnitPrice
from themes.engine.contract import (
    BreakRow,
    Certificate,
    Download,
    Fact,
    Link,
    OptionGroup,
    OptionValue,
    PackingRow,
    ProductPage,
    PromisePart,
    QuantityForm,
    Quote,
    SpecRow,
)

EXPIRES_SOON_DAYS = 60
PROSE_TAGS = {"p", "br", "ul", "ol", "li", "strong", "em", "b", "i", "h3", "h4"}


def quantity_asked(text: str | None, sku: catalogue.Sku) -> int:
    """The quantity in the address, or the smallest that can be ordered."""
    plain = (text or "").strip()
    if plain.isdecimal() and 0 < int(plain) < 10**9:
        return int(plain)
    return sku.moq


def product_page(
    sheet: catalogue.Sheet,
    *,
    asked: int,
    buying: Buying,
    crumbs: tuple[Link, ...],
    frame,
) -> ProductPage:
    """The page of a SKU; prices, stock and dates are read now, the rest is remembered."""
    sku = sheet.sku
    related = catalogue.skus(sheet.related_ids)
    sold = on_sale([sku.id, *related])
    in_stock = free_stock([sku.item_id, *(one.item_id for one in related.values())])
    ask = Ask(product_id=sku.id, item_id=sku.item_id, quantity=asked)
    found = ladder(ask, buying=buying, sold=sold.get(sku.id))
    free = in_stock.get(sku.item_id, Decimal(0))
    cheapest = min((step for step, _promise in found.steps), key=_amount, default=None)
    enquiry = f"{frame.enquiry_url}?{urlencode({'sku': sku.sku, 'quantity': asked})}"
    return ProductPage(
        title=sku.title,
        crumbs=crumbs,
        sku=sku.sku,
        summary=sheet.summary,
        quantity=_form(sku, asked=asked, answer=found.asked),
        quote=quote(found.asked, sku=sku),
        pictures=tuple(filter(None, (picture(one) for one in sheet.pictures))),
        options=_options(sheet),
        facts=_facts(sheet),
        stock=_stock(sku, free),
        stock_level="success" if free >= sku.moq else "info",
        stock_time=_("as of %(moment)s, %(place)s time")
        % {"moment": formats.moment(timezone.now()), "place": formats.zone_name()},
        from_price=formats.unit_price(cheapest.amount, cheapest.currency) if cheapest else "",
        price_note=_price_note(found),
        breaks=_breaks(found, sku=sku, asked=asked),
        sample=_sample(sheet, found),
        sample_url=f"{enquiry}&sample=1" if sheet.sample_price is not None else "",
        enquiry_url=enquiry,
        description=_prose(sheet.description),
        specification=_specification(sheet),
        downloads=tuple(_download(one) for one in sheet.papers),
        certificates=tuple(certificate(one, on=buying.on) for one in sheet.warrants),
        packing=tuple(_packing(sheet)),
        trade_facts=_trade_facts(sheet),
        related=tuple(cards_of(related, sold=sold, free=in_stock, buying=buying).values()),
    )


# ── Price and date ───────────────────────────────────────────────────────────────────────────


def quote(answer: Answer, *, sku: catalogue.Sku) -> Quote:
    """Price and date of an asked quantity in words, or why there are none."""
    asked = formats.quantity(answer.ask.quantity, sku.unit)
    if answer.refused:
        return Quote(
            quantity=asked,
            error=refusal(sku, answer.ask.quantity),
            nearest=tuple(
                Link(text=formats.quantity(near, sku.unit), url=with_quantity(sku, near))
                for near in answer.refused.nearest
            ),
        )
    if answer.price is None:
        return Quote(quantity=asked, error=_("The price is on request. Please ask for a quote."))
    priced = {
        "quantity": asked,
        "unit_price": formats.unit_price(answer.price.amount, answer.price.currency),
        "total": formats.money(answer.price.line_total, answer.price.currency),
    }
    if answer.promise is None:
        return Quote(**priced, error=_("We cannot name a date for this quantity. Please ask us."))
    return Quote(
        **priced,
        ready=formats.day(answer.promise.ready_on),
        summary=summary(answer.promise),
        parts=tuple(_part(part) for part in answer.promise.parts),
    )


def summary(promise: Promise) -> str:
    """The promise in one line: so many from stock now, so many by a day."""
    return _(", ").join(_part(part).text for part in promise.parts)


def refusal(sku: catalogue.Sku, quantity: int) -> str:
    """Why a quantity cannot be ordered."""
    if quantity < sku.moq:
        return _("The minimum is %(moq)s.") % {"moq": formats.quantity(sku.moq, sku.unit)}
    return _("This is sold in steps of %(multiple)s.") % {
        "multiple": formats.quantity(sku.multiple, sku.unit)
    }


def with_quantity(sku: catalogue.Sku, quantity: int) -> str:
    """The SKU's page with a quantity filled in."""
    return f"{reverse('product', args=[sku.slug])}?quantity={quantity}#quantity"


def _part(part) -> PromisePart:
    words = {"quantity": formats.number(part.quantity), "day": formats.day(part.ready_on)}
    from_stock = part.source is Source.STOCK
    text = _("%(quantity)s from stock now") if from_stock else _("%(quantity)s by %(day)s")
    return PromisePart(
        quantity=words["quantity"],
        ready=words["day"],
        source=part.source.value,
        text=text % words,
    )


def _form(sku: catalogue.Sku, *, asked: int, answer: Answer) -> QuantityForm:
    words = {
        "moq": formats.quantity(sku.moq, sku.unit),
        "multiple": formats.number(sku.multiple),
    }
    stepped = sku.multiple > 1
    rule = _("Minimum %(moq)s, in steps of %(multiple)s") if stepped else _("Minimum %(moq)s")
    return QuantityForm(
        page_url=reverse("product", args=[sku.slug]),
        add_url=reverse("basket_add"),
        promise_url=f"/api/v1/products/{sku.sku}/promise",
        sku=sku.sku,
        value=str(asked),
        minimum=str(sku.moq),
        multiple=str(sku.multiple),
        unit=formats.unit(sku.unit),
        rule=rule % words,
        error=refusal(sku, asked) if answer.refused else "",
        currency=answer.price.currency if answer.price else "",
    )


def _breaks(found: Ladder, *, sku: catalogue.Sku, asked: int) -> tuple[BreakRow, ...]:
    first = found.steps[0][0].amount if found.steps else Decimal(1)
    reached = [step.quantity for step, _promise in found.steps if step.quantity <= asked]
    return tuple(
        BreakRow(
            quantity=f"{formats.number(step.quantity)}+",
            value=str(step.quantity),
            unit_price=formats.unit_price(step.amount, step.currency),
            saving=_saving(first, step),
            ready=formats.day(promise.ready_on, short=True) if promise else "–",
            url=with_quantity(sku, step.quantity),
            current=bool(reached) and step.quantity == reached[-1],
        )
        for step, promise in found.steps
    )


def _amount(step: UnitPrice) -> Decimal:
    return step.amount


def _saving(first: Decimal, step: UnitPrice) -> str:
    percent = (1 - step.amount / first) * 100 if first else Decimal(0)
    return f"−{formats.percent(percent.quantize(Decimal(1)))}" if percent >= 1 else ""


def _price_note(found: Ladder) -> str:
    price = found.asked.price or (found.steps[0][0] if found.steps else None)
    if price is None:
        return ""
    if price.discount_percent:
        return _("Your price list: %(name)s. Without tax and freight.") % {
            "name": price.list_name or price.list_code
        }
    return _("Without tax and freight.")


def _sample(sheet: catalogue.Sheet, found: Ladder) -> str:
    currency = next((step.currency for step, _promise in found.steps), "")
    if sheet.sample_price is None or not currency:
        return ""
    return _("Sample: %(price)s") % {"price": formats.unit_price(sheet.sample_price, currency)}


# ── What stands about the SKU ────────────────────────────────────────────────────────────────


def _stock(sku: catalogue.Sku, free: Decimal) -> str:
    if free >= 1:
        return _("%(quantity)s in stock") % {"quantity": formats.quantity(int(free), sku.unit)}
    return _("Made to order")


def _options(sheet: catalogue.Sheet) -> tuple[OptionGroup, ...]:
    """Each axis with its values; a value leads to the sibling that differs by it alone."""
    here = next((one for one in sheet.siblings if one.sku == sheet.sku.sku), None)
    if here is None:
        return ()
    by_choices = {_key(one): one for one in sheet.siblings}
    groups = []
    for place, axis in enumerate(choice.axis for choice in here.choices):
        seen = {one.choices[place].value for one in sheet.siblings if len(one.choices) > place}
        values = tuple(
            _option(value, place, here, by_choices, sheet.siblings)
            for value in sorted(seen, key=natural)
        )
        if len(values) > 1:
            groups.append(OptionGroup(label=axis, values=values))
    return tuple(groups)


def _option(
    value: str,
    place: int,
    here: catalogue.Sibling,
    by_choices: dict[tuple, catalogue.Sibling],
    siblings: Sequence[catalogue.Sibling],
) -> OptionValue:
    wanted = list(_key(here))
    wanted[place] = value
    # The nearest SKU that has it, where none differs by this alone.
    sibling = by_choices.get(tuple(wanted)) or max(
        (one for one in siblings if _key(one)[place : place + 1] == (value,)),
        key=lambda one: sum(a == b for a, b in zip(_key(one), _key(here), strict=False)),
        default=None,
    )
    return OptionValue(
        label=value,
        url=reverse("product", args=[sibling.slug]) if sibling else "",
        current=here.choices[place].value == value,
        sku=sibling.sku if sibling else "",
    )


def _key(one: catalogue.Sibling) -> tuple[str, ...]:
    return tuple(choice.value for choice in one.choices)


def _facts(sheet: catalogue.Sheet) -> tuple[Fact, ...]:
    sku = sheet.sku
    facts = [Fact(label=_("Minimum"), value=formats.quantity(sku.moq, sku.unit))]
    if sku.material:
        facts.append(Fact(label=_("Material"), value=sku.material))
    if sheet.origin:
        facts.append(Fact(label=_("Made in"), value=formats.country(sheet.origin)))
    if sku.lead_time_days:
        days = _("about %(days)s days") % {"days": formats.number(sku.lead_time_days)}
        label = _("Production time") if sku.made_to_order else _("Dispatch")
        facts.append(Fact(label=label, value=days))
    return tuple(facts)


def _specification(sheet: catalogue.Sheet) -> tuple[SpecRow, ...]:
    return tuple(
        SpecRow(
            label=prop.name,
            value=prop.value,
            unit=prop.unit,
            code=any(char.isdigit() for char in prop.value),
        )
        for prop in sheet.sku.properties
    )


def _trade_facts(sheet: catalogue.Sheet) -> tuple[Fact, ...]:
    facts = [
        (_("HS code"), sheet.hs_code, True),
        (_("GTIN"), sheet.gtin, True),
        (_("Country of origin"), formats.country(sheet.origin) if sheet.origin else "", False),
    ]
    return tuple(Fact(label=label, value=value, code=code) for label, value, code in facts if value)


def _packing(sheet: catalogue.Sheet):
    packed = sheet.packing
    if packed is None:
        return
    yield PackingRow(
        level=_("Unit"),
        quantity="1",
        net=_weight(packed.unit_net_kg),
        gross=_weight(packed.unit_gross_kg),
    )
    names = {
        _("Inner box"): packed.inner,
        _("Carton"): packed.carton,
        _("Pallet"): packed.pallet,
    }
    for level, box in names.items():
        if box:
            yield PackingRow(
                level=f"{level} {packed.pallet_type}".strip() if box is packed.pallet else level,
                quantity=formats.number(box.units),
                size=_size(box),
                net=_weight(box.net_kg),
                gross=_weight(box.gross_kg),
                volume=_volume(box),
            )


def _weight(kilograms: Decimal) -> str:
    places = 3 if kilograms < 1 else 2
    return f"{formats.number(kilograms, places=places)} kg"


def _size(box: catalogue.Box) -> str:
    sides = _sides(box)
    return " × ".join(formats.number(side, places=1) for side in sides) + " cm" if sides else ""


def _volume(box: catalogue.Box) -> str:
    sides = _sides(box)
    return f"{formats.number(prod(sides) / Decimal(10**6), places=3)} m³" if sides else ""


def _sides(box: catalogue.Box) -> tuple[Decimal, ...]:
    """Length, width and height in cm, or nothing unless all three are known."""
    sides = tuple(side for side in (box.length_cm, box.width_cm, box.height_cm) if side is not None)
    return sides if len(sides) == 3 else ()


def _download(paper: catalogue.Paper) -> Download:
    notes = {
        "public": _("Ask us for this file."),
        "on request": _("On request"),
        "after sign-in": _("After sign-in"),
    }
    return Download(
        title=paper.title,
        kind=" · ".join(filter(None, (paper.kind, paper.language, paper.revision))),
        url=paper.url,
        note="" if paper.url else notes.get(paper.access, ""),
    )


def certificate(one: catalogue.Warrant, *, on) -> Certificate:
    """A certificate in the visitor's words."""
    return Certificate(
        standard=one.standard,
        number=one.number,
        holder=one.holder,
        scope=one.scope,
        issuer=one.issued_by,
        issued=formats.day(one.issued, short=True) if one.issued else "",
        expires=formats.day(one.expires, short=True) if one.expires else "",
        expires_soon=bool(one.expires) and (one.expires - on).days <= EXPIRES_SOON_DAYS,
    )


def _prose(text: str) -> str:
    """A description as HTML: cleaned where the factory wrote mark-up, else its paragraphs."""
    if "</" in text:
        return nh3.clean(text, tags=PROSE_TAGS, attributes={}, link_rel=None)
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    return "".join(f"<p>{escape(part)}</p>" for part in parts)

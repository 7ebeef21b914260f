"""From values to paper: words of the buyer's language, then typst, with our fonts and no others.

``lay_out`` makes finished texts, which are kept with the document; ``print_pdf`` is a function of
those texts alone, so that a reprint is the same to the byte.
"""

import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from unicodedata import bidirectional

import typst
from babel.numbers import parse_pattern
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from factory_portal.documents.rules import (
    FIRST_STRONG_ISOLATE,
    LEFT_TO_RIGHT_ISOLATE,
    POP_ISOLATE,
    Bank,
    Item,
    Part,
    Party,
    Proforma,
    enclose,
    isolate,
)
from sites.values.money import minor_units
from storefront import formats
from storefront.payment.methods import substitution_warning
from storefront.payment.rules import UnreadableTerms, parse_terms, printed_reference

TYPESETTING = Path(__file__).parent / "typesetting"
# One layout of the texts below; a document keeps the one it was printed with.
LAYOUT = "proforma.typ"
_ISOLATES = dict.fromkeys(map(ord, (FIRST_STRONG_ISOLATE, LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE)))


def lay_out(paper: Proforma, *, language: str, accent: str) -> dict:
    """All texts of a proforma in a language, with the English beside every heading."""
    with override("en"):
        english = _headings()
    with override(language):
        layout = {
            "layout": LAYOUT,
            "language": language,
            "direction": formats.direction(language),
            "accent": accent,
            "date": paper.issued_on.isoformat(),
            "headings": _bilingual(_headings(), english),
            "number": isolate(paper.number),
            "seller": _party(paper.seller),
            "buyer": _party(paper.buyer),
            "consignee": _party(paper.consignee or Party(name=_("Same as the buyer"))),
            "facts": _facts(paper),
            "items": [
                _item(number, item, paper.currency)
                for number, item in enumerate(paper.items, start=1)
            ],
            "sums": _sums(paper),
            "total": {
                "label": _total_label(paper),
                "amount": _named(paper.total, paper.currency),
            },
            "cargo": _cargo(paper),
            "parts": [_part(part, paper.currency) for part in paper.parts],
            "bank": _bank(paper.bank),
            "warning": str(substitution_warning()),
            "notes": _notes(paper),
            "page": pgettext("page number", "Page {page} of {pages}"),
        }
    return layout if layout["direction"] == "rtl" else _without_needless_isolates(layout)


def print_pdf(layout: dict) -> bytes:
    """The finished PDF/A of laid-out texts. They reach typst as data, never as source."""
    day = datetime.fromisoformat(layout["date"]).replace(tzinfo=UTC)
    return typst.compile(
        TYPESETTING / layout["layout"],
        root=TYPESETTING,
        font_paths=[TYPESETTING / "fonts"],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(layout, ensure_ascii=False, sort_keys=True)},
        pdf_standards="a-2b",
        timestamp=int(day.timestamp()),
    )


def _without_needless_isolates(value):
    """Drop isolates from text that runs left to right anyway; CJK spacing would react to them."""
    if isinstance(value, dict):
        return {key: _without_needless_isolates(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without_needless_isolates(inner) for inner in value]
    if isinstance(value, str) and not any(bidirectional(sign) in ("R", "AL") for sign in value):
        return value.translate(_ISOLATES)
    return value


def _headings() -> dict[str, str]:
    return {
        "title": _("Proforma invoice"),
        "number": pgettext("document", "No."),
        "seller": pgettext("party on a document", "Seller"),
        "buyer": pgettext("party on a document", "Buyer"),
        "consignee": pgettext("party on a document", "Consignee"),
        "line": pgettext("table column", "#"),
        "description": _("Description of goods"),
        "quantity": _("Quantity"),
        "unit_price": _("Unit price"),
        "amount": _("Amount"),
        "payment": _("Payment schedule"),
        "share": pgettext("percentage of the total", "Share"),
        "due": pgettext("when money is to be paid", "Due"),
        "reference": _("Payment reference"),
        "bank": _("Bank details"),
        "shipment": _("Shipment"),
        "notes": _("Notes"),
        "signature": _("For the seller"),
    }


def _bilingual(here: dict[str, str], english: dict[str, str]) -> dict[str, dict[str, str]]:
    return {
        name: {"text": text, "english": english[name] if english[name] != text else ""}
        for name, text in here.items()
    }


def _party(party: Party) -> dict:
    tax = isolate(party.tax_number)
    return {
        "name": enclose(party.name),
        "local_name": enclose(party.local_name) if party.local_name != party.name else "",
        "lines": [
            enclose(line)
            for line in (*party.lines, party.country and formats.country(party.country))
            if line
        ],
        "details": [
            detail
            for detail in (
                f"{_('Tax number')}: {tax}" if party.tax_number else "",
                f"{_('Contact')}: {enclose(party.contact)}" if party.contact else "",
                isolate(party.email),
                isolate(party.phone),
            )
            if detail
        ],
    }


def _facts(paper: Proforma) -> list[list[str]]:
    terms = paper.terms
    origins = sorted({formats.country(item.origin) for item in paper.items if item.origin})
    facts = [
        (_("Date"), enclose(formats.day(paper.issued_on))),
        (_("Valid until"), enclose(formats.day(terms.valid_until)) if terms.valid_until else ""),
        (_("Order"), isolate(paper.order_number)),
        (_("Your purchase order"), enclose(paper.purchase_order_number)),
        (_("Delivery terms"), _incoterm(paper)),
        (_("Payment terms"), _payment_terms(paper)),
        (_("Ready to ship"), enclose(formats.day(terms.ready_on)) if terms.ready_on else ""),
        (_("Country of origin"), enclose(", ".join(origins))),
        (_("Currency"), isolate(paper.currency)),
    ]
    return [[label, text] for label, text in facts if text]


def _incoterm(paper: Proforma) -> str:
    if not paper.terms.incoterm:
        return ""
    place = " ".join(filter(None, (paper.terms.incoterm, paper.terms.named_place)))
    return isolate(f"{place}, Incoterms® 2020")


def _item(number: int, item: Item, currency: str) -> dict:
    codes = [
        f"{_('HS code')} {isolate(item.hs_code)}" if item.hs_code else "",
        f"{_('Origin')} {enclose(formats.country(item.origin))}" if item.origin else "",
    ]
    return {
        "line": isolate(str(number)),
        "sku": isolate(item.sku),
        "description": enclose(item.description),
        "codes": " · ".join(filter(None, codes)),
        "quantity": isolate(formats.number(item.quantity)),
        "unit": enclose(formats.unit(item.unit)),
        "unit_price": isolate(_plain(item.unit_price, currency, finest=4)),
        "amount": isolate(_plain(item.amount, currency)),
    }


def _sums(paper: Proforma) -> list[list[str]]:
    names = {
        "freight": _("Freight"),
        "insurance": _("Insurance"),
        "tax": _("Tax"),
        "discount": _("Discount"),
        "other": _("Other charges"),
    }
    if not paper.charges:
        return []
    rows = [(_("Goods"), paper.goods)]
    rows += [(names[charge.name], charge.amount) for charge in paper.charges]
    return [[name, isolate(_plain(amount, paper.currency))] for name, amount in rows]


def _total_label(paper: Proforma) -> str:
    term = _incoterm(paper)
    return f"{_('Total')} {isolate(paper.terms.incoterm)}".strip() if term else _("Total")


def _cargo(paper: Proforma) -> list[list[str]]:
    terms, cargo = paper.terms, paper.cargo
    rows = []
    if cargo:
        rows = [
            (_("Cartons"), formats.number(cargo.cartons)),
            (_("Net weight"), f"{formats.number(cargo.net_kg, places=1)} kg"),
            (_("Gross weight"), f"{formats.number(cargo.gross_kg, places=1)} kg"),
            (_("Volume"), f"{formats.number(cargo.volume_m3, places=3)} m³"),
        ]
    rows += [
        (_("Port of loading"), terms.port_of_loading),
        (_("Carriage"), _carriage(terms.transport)),
    ]
    if terms.transit_days:
        days = pgettext("transit time", "{fastest} to {slowest} days").format(
            fastest=formats.number(terms.transit_days[0]),
            slowest=formats.number(terms.transit_days[1]),
        )
        rows.append((_("Transit time"), days))
    return [[name, enclose(text)] for name, text in rows if text]


def _carriage(mode: str) -> str:
    names = {
        "express": _("Express courier"),
        "air": _("Air freight"),
        "sea-lcl": _("Sea freight, less than a container"),
        "sea-fcl-20gp": _("Sea freight, 20′ container"),
        "sea-fcl-40gp": _("Sea freight, 40′ container"),
        "sea-fcl-40hc": _("Sea freight, 40′ high cube container"),
        "rail-lcl": _("Rail freight, less than a container"),
        "rail-fcl-40hc": _("Rail freight, 40′ high cube container"),
        "road-pallet": _("Road freight by pallet"),
        "road-ftl": _("Road freight, full truck"),
    }
    return names.get(mode, mode)


def _payment_terms(paper: Proforma) -> str:
    """The terms in the language of the paper; a letter of credit and the like as agreed."""
    agreed = paper.terms.payment
    try:
        by_credit = any(share.by_credit for share in parse_terms(agreed))
    except UnreadableTerms:
        by_credit = True
    if by_credit or not paper.parts:
        return enclose(agreed)
    shares = [
        f"{_share(part)} {_kind(part) if part.kind == 'deposit' else _due(part)}"
        for part in paper.parts
    ]
    return pgettext("between parts of a list", ", ").join(shares)


def _kind(part: Part) -> str:
    kinds = {
        "deposit": _("Deposit"),
        "balance": _("Balance"),
        "full": _("Full amount"),
    }
    return kinds.get(part.kind, part.kind)


def _share(part: Part) -> str:
    return isolate(f"{part.percent.normalize():f} %")


def _due(part: Part) -> str:
    events = {
        "confirmed": _("with the order"),
        "packed": _("before shipment"),
        "shipped": _("after shipment"),
    }
    event = events.get(part.due_event, part.due_event)
    if not part.due_days:
        return event
    return pgettext("payment", "{days} days {event}").format(
        days=isolate(str(part.due_days)), event=event
    )


def _part(part: Part, currency: str) -> dict:
    return {
        "kind": _kind(part),
        "share": _share(part),
        "due": enclose(formats.day(part.due_on)) if part.due_on else _due(part),
        "reference": isolate(printed_reference(part.reference)),
        "amount": _named(part.amount, currency),
    }


def _bank(bank: Bank | None) -> list[list[str]]:
    if bank is None:
        return []
    rows = [
        (_("Beneficiary"), enclose(bank.beneficiary)),
        (_("Bank"), enclose(bank.name)),
        ("SWIFT / BIC", isolate(bank.swift)),
        ("IBAN", isolate(_spaced(bank.iban))),
        (_("Account number"), isolate(bank.number)),
    ]
    return [[name, text] for name, text in rows if text]


def _notes(paper: Proforma) -> list[str]:
    notes = [
        _("Please quote the payment reference with every transfer."),
    ]
    if paper.terms.ready_on and any(part.kind == "deposit" for part in paper.parts):
        notes.append(_("The ready date is kept when the deposit arrives on time."))
    if paper.terms.valid_until:
        notes.append(
            _("Prices hold until {day}; afterwards we quote again.").format(
                day=enclose(formats.day(paper.terms.valid_until))
            )
        )
    notes.append(
        _("This is a proforma invoice: it says what will be delivered. It is no tax document.")
    )
    return notes


def _named(amount: Decimal, currency: str) -> str:
    """An amount with its currency's code: a dollar sign alone names no dollar."""
    return isolate(f"{currency} {_plain(amount, currency)}")


def _plain(amount: Decimal, currency: str, *, finest: int | None = None) -> str:
    """An amount without its currency, which the facts of the paper name."""
    places = minor_units(currency)
    exact = -int(amount.normalize().as_tuple().exponent)
    pattern = parse_pattern(formats.locale().decimal_formats[None].pattern)
    pattern.frac_prec = (places, min(max(places, exact), finest or places))
    return pattern.apply(amount, formats.locale())


def _spaced(iban: str) -> str:
    return " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))

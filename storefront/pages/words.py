"""Trade's codes in the visitor's words."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from storefront import formats
from storefront.catalogue import queries as catalogue
from storefront.checkout import actions
from storefront.checkout.models import Checkout
from storefront.pages.pictures import picture
from storefront.payment import rules as payment_rules
from themes.engine.contract import Fact, Summary, SummaryLine


def incoterm(code: str) -> str:
    """What a term means, in a few words."""
    return {
        "EXW": _("you collect at our gate"),
        "FCA": _("handed to your carrier, cleared for export"),
        "FAS": _("alongside your ship"),
        "FOB": _("loaded on your ship"),
        "CFR": _("sea freight paid to your port"),
        "CIF": _("sea freight and insurance paid to your port"),
        "CPT": _("carriage paid to your place"),
        "CIP": _("carriage and insurance paid to your place"),
        "DAP": _("delivered to your place, duty is yours"),
        "DPU": _("delivered and unloaded, duty is yours"),
        "DDP": _("delivered, duty paid"),
    }.get(code, code)


def mode(code: str) -> str:
    """A mode of carriage."""
    family = {
        "express": _("Express"),
        "air": _("Air freight"),
        "sea-lcl": _("Sea freight, part container"),
        "sea-fcl-20gp": _("Sea freight, 20-foot container"),
        "sea-fcl-40gp": _("Sea freight, 40-foot container"),
        "sea-fcl-40hc": _("Sea freight, 40-foot high cube"),
        "rail-lcl": _("Rail, part container"),
        "rail-fcl-40hc": _("Rail, 40-foot high cube"),
        "road-pallet": _("Road, by pallet"),
        "road-ftl": _("Road, full truck"),
    }
    return family.get(code, code)


def days(least: int | None, most: int | None) -> str:
    """A span of days."""
    if least is None or most is None:
        return ""
    if least == most:
        return formats.number(most)
    return f"{formats.number(least)}–{formats.number(most)}"


def payment_method(code: str) -> str:
    """A way to pay."""
    return {
        "bank-transfer": _("Bank transfer (T/T)"),
        "card": _("Credit or debit card"),
        "invoice": _("Invoice"),
    }.get(code, code)


def share(one: payment_rules.Share) -> str:
    """A part of the money with its percentage."""
    return instalment(one.kind.value, one.percent)


def instalment(kind: str, percent: Decimal) -> str:
    """A part of the money with its percentage."""
    if kind == "full":
        return _("Full amount")
    name = {"deposit": _("Deposit"), "balance": _("Balance")}.get(kind, kind)
    return f"{name} {formats.percent(percent)}"


def due(event: str, due_on: date | None, after_days: int) -> str:
    """When a part of the money falls due."""
    if due_on:
        return _("by %(day)s") % {"day": formats.day(due_on)}
    when = {
        "confirmed": _("with the order"),
        "packed": _("before shipment"),
        "shipped": _("after shipment"),
    }.get(event, event)
    if after_days:
        return _("%(days)s days %(when)s") % {"days": formats.number(after_days), "when": when}
    return when


def status(code: str) -> tuple[str, str]:
    """An order's state in words, and how it should look."""
    return {
        "placed": (pgettext("order", "Placed"), "info"),
        "in production": (pgettext("order", "In production"), "info"),
        "ready": (pgettext("order", "Ready to ship"), "info"),
        "shipped": (pgettext("order", "Shipped"), "info"),
        "delivered": (pgettext("order", "Delivered"), "success"),
        "cancelled": (pgettext("order", "Cancelled"), "danger"),
    }.get(code, (code, "info"))


def parts(found: list[dict]) -> str:
    """A kept promise in one line."""
    texts = []
    for part in found:
        facts = {
            "quantity": formats.number(Decimal(str(part["quantity"]))),
            "day": formats.day(date.fromisoformat(part["ready_on"])),
        }
        from_stock = part["source"] == "stock"
        text = _("%(quantity)s from stock now") if from_stock else _("%(quantity)s by %(day)s")
        texts.append(text % facts)
    return _(", ").join(texts)


def checkout_summary(checkout: Checkout) -> Summary:
    """What a checkout comes to as it is held: goods, freight, insurance, total."""
    currency = actions.currency_of(checkout)
    reckoned = actions.charges_of(checkout, freight=checkout.freight_cost)
    known = catalogue.skus(line["product_id"] for line in checkout.lines)
    rows = [Fact(label=_("Goods"), value=formats.money(actions.goods_of(checkout), currency))]
    if reckoned.freight:
        rows.append(Fact(label=_("Freight"), value=formats.money(reckoned.freight, currency)))
    if reckoned.insurance:
        rows.append(Fact(label=_("Insurance"), value=formats.money(reckoned.insurance, currency)))
    return Summary(
        rows=tuple(rows),
        total_label=_("Total"),
        total=formats.money(reckoned.total, currency),
        ready=formats.day(checkout.promised_on) if checkout.promised_on else "",
        lines=tuple(
            SummaryLine(
                sku=line["sku"],
                title=line["title"],
                quantity=formats.quantity(line["quantity"], line["unit"]),
                total=formats.money(Decimal(line["total"]), currency),
                unit_price=formats.unit_price(Decimal(line["unit_price"]), currency),
                promise=parts(line["parts"]),
                picture=picture(known[line["product_id"]].picture)
                if line["product_id"] in known
                else None,
            )
            for line in checkout.lines
        ),
    )

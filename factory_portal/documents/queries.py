"""Reads: what a paper is printed from, and the papers of an order."""

from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256

from factory_portal.documents import rules
from factory_portal.documents.models import Document, Kind
from factory_portal.freight.rules import PackingUnknown, consign
from sites.tenancy.models import Factory
from storefront.basket.queries import for_freight
from storefront.catalogue.queries import packed
from storefront.cms.models import Brand
from storefront.order.models import Order
from storefront.payment.methods import NoBankAccount, account_for
from themes.engine import manifest

_USUAL_VALIDITY = 30


class FileDamaged(Exception):
    """The stored file is not the one that was issued."""


def proforma_of(order: Order) -> Document | None:
    """The order's proforma that holds now: the one that nothing supersedes."""
    return Document.objects.filter(
        order=order, kind=Kind.PROFORMA, superseded_by__isnull=True
    ).first()


def documents_of(order_ids: list[int]) -> list[Document]:
    """The papers of these orders, newest first."""
    return list(Document.objects.filter(order_id__in=order_ids).select_related("order"))


def document(pk: int) -> Document | None:
    """A paper with its order."""
    return Document.objects.select_related("order").filter(pk=pk).first()


def order(number: str) -> Order | None:
    """An order by its number, for members."""
    return Order.objects.filter(number=number).first()


def bytes_of(paper: Document) -> bytes:
    """The file as it was issued; refuses one that changed on the disk."""
    with paper.file.open("rb") as stored:
        content = stored.read()
    if sha256(content).hexdigest() != paper.sha256:
        raise FileDamaged(paper.number)
    return content


def proforma_values(
    order: Order, *, factory: Factory, number: str, issued_on: date
) -> rules.Proforma:
    """All that an order's proforma says, checked to add up."""
    lines = list(order.lines.all())
    items = tuple(_item(line) for line in lines)
    tax = order.total_incl_tax - order.total_excl_tax
    charges = (
        rules.Charge(name="freight", amount=order.shipping_excl_tax),
        rules.Charge(name="insurance", amount=order.insurance_cost),
        rules.Charge(name="tax", amount=tax),
    )
    goods = sum((item.amount for item in items), Decimal(0))
    paper = rules.Proforma(
        number=number,
        issued_on=issued_on,
        order_number=order.number,
        purchase_order_number=order.purchase_order_number,
        seller=_seller(factory),
        buyer=_buyer(order),
        consignee=_consignee(order),
        currency=order.currency,
        terms=_terms(order, factory, issued_on=issued_on),
        items=items,
        charges=rules.residual(lines=goods, charges=charges, grand_total=order.total_incl_tax),
        total=order.total_incl_tax,
        parts=tuple(_part(one) for one in order.instalments.order_by("sort")),
        bank=None if order.payment_method == "card" else _bank(factory, order.currency),
        cargo=_cargo(lines),
    )
    rules.check(paper)
    return paper


def accent_of(factory: Factory) -> str:
    """The brand's colour on paper: its own answer, else its theme's."""
    brand = Brand.objects.first()
    return (brand and brand.primary) or manifest.load(factory.theme).light["primary"]


def _item(line) -> rules.Item:
    return rules.Item(
        sku=line.sku,
        description=line.title,
        quantity=line.quantity,
        unit=line.unit,
        unit_price=line.unit_price_excl_tax,
        amount=line.line_price_before_discounts_excl_tax,
        hs_code=line.hs_code,
        origin=line.country_of_origin,
    )


def _seller(factory: Factory) -> rules.Party:
    profile = factory.profile
    contact = profile.get("contact", {})
    return rules.Party(
        name=factory.legal_name or factory.name,
        local_name=profile.get("legal_name_local", ""),
        lines=tuple(profile.get("address", {}).get("lines", [])),
        country=factory.country,
        tax_number=profile.get("licence_number", ""),
        email=contact.get("sales_desk") or contact.get("email", ""),
        phone=contact.get("phone", ""),
    )


def _buyer(order: Order) -> rules.Party:
    address = order.billing_address or order.shipping_address
    at_home = address is not None and address.country_id == order.country
    return rules.Party(
        name=order.company_name or order.contact_name,
        lines=_address_lines(address) if at_home else (),
        country=order.country,
        tax_number=order.tax_number,
        contact=order.contact_name if order.company_name else "",
        email=order.guest_email or (order.user.email if order.user else ""),
        phone=order.phone,
    )


def _consignee(order: Order) -> rules.Party | None:
    """Where the goods go; None when that is the buyer as it stands on the paper already."""
    address = order.shipping_address
    if address is None:
        return None
    name = address.company_name or address.name or order.company_name
    buyer = _buyer(order)
    if (name, _address_lines(address)) == (buyer.name, buyer.lines):
        return None
    return rules.Party(
        name=name,
        lines=_address_lines(address),
        country=address.country_id or "",
        contact=address.name if address.name != name else "",
    )


def _address_lines(address) -> tuple[str, ...]:
    city = " ".join(filter(None, (address.postcode, address.line4)))
    lines = (address.line1, address.line2, address.line3, city, address.state)
    # A city that was given twice is printed once.
    return tuple(dict.fromkeys(line for line in lines if line))


def _terms(order: Order, factory: Factory, *, issued_on: date) -> rules.Terms:
    payment = factory.profile.get("payment", {})
    valid_days = int(payment.get("quotation_valid_days", _USUAL_VALIDITY))
    is_ours = order.freight_mode not in ("", "own")
    transit = (order.transit_days_min, order.transit_days_max)
    return rules.Terms(
        incoterm=order.incoterm,
        named_place=order.named_place,
        payment=order.payment_terms,
        port_of_loading=_port(factory, order.freight_mode) if is_ours else "",
        transport=order.freight_mode if is_ours else "",
        transit_days=transit if is_ours and None not in transit else None,
        ready_on=order.promised_on,
        valid_until=issued_on + timedelta(days=valid_days),
    )


def _port(factory: Factory, mode: str) -> str:
    ports = factory.profile.get("ports", {})
    if mode.startswith("sea"):
        return next(iter(ports.get("sea", [])), "")
    return ports.get("air", "") if mode == "air" else ""


def _part(instalment) -> rules.Part:
    return rules.Part(
        kind=instalment.kind,
        percent=instalment.percent,
        amount=instalment.amount,
        due_event=instalment.due_event,
        due_days=instalment.due_days,
        due_on=instalment.due_on,
        reference=instalment.reference,
    )


def _bank(factory: Factory, currency: str) -> rules.Bank | None:
    try:
        account = account_for(factory, currency)
    except NoBankAccount:
        return None
    return rules.Bank(
        beneficiary=account.beneficiary,
        name=account.bank,
        swift=account.swift,
        iban=account.iban,
        number=account.number,
    )


def _cargo(lines) -> rules.Cargo | None:
    boxes = packed([line.product_id for line in lines if line.product_id])
    try:
        load = consign((line.quantity, for_freight(boxes.get(line.product_id))) for line in lines)
    except PackingUnknown:
        return None
    return rules.Cargo(
        cartons=load.cartons,
        net_kg=load.net_kg,
        gross_kg=load.gross_kg,
        volume_m3=load.volume_m3,
    )

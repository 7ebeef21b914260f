"""Placed orders with lines and instalments, without the way through a checkout."""

from datetime import date
from decimal import Decimal

from django.utils import timezone

from sites.values.money import round_money
from storefront.address.models import Country
from storefront.order.models import Line, Order, ShippingAddress
from storefront.payment.actions import schedule

TODAY = date(2026, 11, 22)
TERMS = "30 % deposit, 70 % before shipment"


def make_order(number: str = "2026-00001", *, product=None, lines=None, **fields) -> Order:
    """An order of the scope's factory: 1,200 pieces at 0.741 and 273.00 of freight."""
    priced = lines or [("HV-B1", 1200, Decimal("0.741"))]
    currency = fields.get("currency", "USD")
    goods = sum(round_money(quantity * price, currency) for _sku, quantity, price in priced)
    freight = fields.pop("freight", Decimal("273.00"))
    total = goods + freight
    germany, _created = Country.objects.get_or_create(
        iso_3166_1_a2="DE", defaults={"name": "Germany", "printable_name": "Germany"}
    )
    address = ShippingAddress.objects.create(
        company_name="Nordkante GmbH",
        first_name="Goods in",
        line1="Lagerweg 3",
        line4="Bremen",
        postcode="28195",
        country=germany,
    )
    usual = {
        "currency": currency,
        "total_incl_tax": total,
        "total_excl_tax": total,
        "shipping_incl_tax": freight,
        "shipping_excl_tax": freight,
        "shipping_address": address,
        "date_placed": timezone.now(),
        "status": "placed",
        "company_name": "Nordkante GmbH",
        "contact_name": "Purchasing",
        "country": "DE",
        "tax_number": "DE999999000",
        "incoterm": "CPT",
        "named_place": "Bremen",
        "payment_method": "bank-transfer",
        "payment_terms": TERMS,
        "promised_on": date(2026, 12, 19),
        "freight_mode": "sea-lcl",
        "language": "en",
        "guest_email": "buyer@overseas.example",
    }
    order = Order.objects.create(number=number, **(usual | fields))
    for sku, quantity, price in priced:
        amount = round_money(quantity * price, currency)
        Line.objects.create(
            order=order,
            product=product,
            sku=sku,
            partner_sku=sku,
            title=f"Hexagon screw {sku}",
            quantity=quantity,
            hs_code="731815",
            country_of_origin="CN",
            unit_price_excl_tax=price,
            unit_price_incl_tax=price,
            line_price_excl_tax=amount,
            line_price_incl_tax=amount,
            line_price_before_discounts_excl_tax=amount,
            line_price_before_discounts_incl_tax=amount,
        )
    return order


def make_instalments(order: Order, *, terms: str = TERMS):
    """The order's parts: by default a deposit and a balance."""
    return schedule(order, terms=terms, method="bank-transfer", on=TODAY)

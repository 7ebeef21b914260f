"""Price lists and breaks, buyer companies with their accounts, freight rates and zones."""

from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal

from django.contrib.auth.hashers import make_password

from factory_portal.freight import actions as freight
from factory_portal.freight import rules as freight_rules
from factory_portal.freight.models import RateCard, Zone
from sites.accounts.models import User, handle
from sites.launch.loading.upserts import BATCH, among, upsert
from sites.launch.reading.rows import Company as CompanyRow
from sites.launch.reading.rows import FactoryFiles
from sites.tenancy.scope import current_factory
from storefront.catalogue.models import Product
from storefront.companies.models import Company
from storefront.customer.models import Buyer
from storefront.partner.actions import own_partner
from storefront.partner.models import StockRecord
from storefront.pricing.models import PriceBreak, PriceList

HUNDRED = Decimal(100)


def load_price_lists(files: FactoryFiles) -> dict[str, PriceList]:
    """The profile's lists; the first without a discount is the public one."""
    lists = files.profile.price_lists if files.profile else ()
    public = next((entry.code for entry in lists if not entry.discount), None)
    currency = current_factory().currency
    return upsert(
        PriceList.objects.all(),
        lambda row: row.code,
        {
            entry.code: {
                "code": entry.code,
                "name": entry.name,
                "currency": currency,
                "discount_percent": entry.discount * HUNDRED,
                "is_default": entry.code == public,
            }
            for entry in lists
        },
    )


def load_prices(files: FactoryFiles, skus: Mapping[str, Product]) -> None:
    """A stock record with its quantity breaks for every SKU that has a price."""
    breaks: dict[str, list] = {}
    for step in files.price_breaks:
        if step.sku in skus:
            breaks.setdefault(step.sku, []).append(step)
    partner = own_partner()
    records = upsert(
        among(StockRecord.objects.all(), "product", [skus[sku].pk for sku in breaks]),
        lambda row: row.product_id,
        {
            skus[sku].pk: {
                "product": skus[sku],
                "partner": partner,
                "partner_sku": sku,
                "price_currency": steps[0].currency,
                "price": min(steps, key=lambda step: step.from_qty).unit_price,
            }
            for sku, steps in breaks.items()
        },
    )
    wanted = {
        (records[skus[sku].pk].pk, int(step.from_qty), step.valid_from): {
            "stock_record": records[skus[sku].pk],
            "from_quantity": int(step.from_qty),
            "unit_price": step.unit_price,
            "valid_from": step.valid_from,
            "valid_until": step.valid_until,
        }
        for sku, steps in breaks.items()
        for step in steps
    }
    owners = {row.pk for row in records.values()}
    there = among(PriceBreak.objects.all(), "stock_record", owners)
    # A file states a SKU's whole ladder: steps that it no longer has are gone.
    gone = [
        row.pk
        for row in there
        if row.stock_record_id in owners
        and (row.stock_record_id, row.from_quantity, row.valid_from) not in wanted
    ]
    for start in range(0, len(gone), BATCH):
        PriceBreak.objects.filter(pk__in=gone[start : start + BATCH]).delete()
    upsert(there, lambda row: (row.stock_record_id, row.from_quantity, row.valid_from), wanted)


def load_companies(
    files: FactoryFiles, lists: Mapping[str, PriceList], *, password: str = ""
) -> dict[str, Company]:
    """Buyer companies by code, each with an account; without a password nobody can sign in."""
    companies = upsert(
        Company.objects.all(),
        lambda row: row.code,
        {row.code: _company_values(row, lists) for row in files.companies},
    )
    factory = current_factory()
    names = {handle(row.email, factory.pk): row for row in files.companies if row.email}
    there = {user.username: user for user in User.objects.filter(username__in=names)}
    # One hash for all: making one costs a quarter of a second by design.
    secret = make_password(password or None)
    new = [
        User(
            username=name,
            factory=factory,
            email=row.email,
            language=row.language,
            password=secret,
        )
        for name, row in names.items()
        if name not in there
    ]
    there |= {user.username: user for user in User.objects.bulk_create(new)}
    upsert(
        Buyer.objects.filter(user__in=[user.pk for user in there.values()]),
        lambda row: row.user_id,
        {
            there[name].pk: {
                "user": there[name],
                "company": companies[row.code],
                "company_name": row.name,
                "country": row.country,
                "tax_number": row.vat_number,
            }
            for name, row in names.items()
        },
    )
    return companies


def _company_values(row: CompanyRow, lists: Mapping[str, PriceList]) -> dict[str, object]:
    return {
        "code": row.code,
        "name": row.name,
        "country": row.country,
        "city": row.city,
        "vat_number": row.vat_number,
        "vat_check": row.vat_check[:40],
        "price_list": lists.get(row.price_list),
        "payment_terms": row.payment_terms,
        "credit_limit": row.credit_limit,
        "currency": row.currency,
        "incoterm": row.incoterm[:3],
        "language": row.language,
        "email": row.email,
    }


def load_freight(files: FactoryFiles) -> None:
    """The rate cards and express zones, as a whole when they differ from those in force."""
    rates = [freight_rules.Rate(**asdict(rate)) for rate in files.rates]
    fields = list(freight_rules.Rate.__dataclass_fields__)
    if rates and {
        tuple(getattr(row, field) for field in fields) for row in RateCard.objects.all()
    } != {tuple(getattr(rate, field) for field in fields) for rate in rates}:
        freight.publish_rates(rates)
    zones = [
        freight_rules.Zone(
            code=zone.zone,
            countries=frozenset(zone.countries),
            is_rest_of_world=zone.rest_of_world,
        )
        for zone in files.express_zones
    ]
    if zones and {
        (row.code, frozenset(row.countries), row.is_rest_of_world) for row in Zone.objects.all()
    } != {(zone.code, zone.countries, zone.is_rest_of_world) for zone in zones}:
        freight.publish_zones(zones)

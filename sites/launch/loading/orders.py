"""Open sales orders as real orders, with the lots and production orders they wait for."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from factory_portal.production.actions import Owed, take_over
from factory_portal.production.models import ProductionOrder, ReceiptReservation
from sites.launch.reading.rows import FactoryFiles, SalesLine
from sites.tenancy.scope import current_factory
from sites.values.money import Money
from storefront.address.models import Country
from storefront.catalogue.models import Product
from storefront.companies.models import Company
from storefront.order.models import Line, Milestone, Order, ShippingAddress
from storefront.order.rules import plan
from storefront.partner.models import StockRecord
from storefront.payment.actions import schedule
from storefront.payment.models import Instalment
from storefront.payment.rules import Due, UnreadableTerms

ZERO = Decimal(0)


def load_sales(
    files: FactoryFiles, companies: Mapping[str, Company], skus: Mapping[str, Product]
) -> None:
    """Write the orders that are new; one that is known already goes its own way."""
    known = set(Order.objects.values_list("number", flat=True))
    lines: dict[str, list[SalesLine]] = {}
    for line in files.sales:
        if line.order not in known:
            lines.setdefault(line.order, []).append(line)
    if not lines:
        return
    addresses = _addresses(companies.values())
    rows = {
        order.number: order
        for order in Order.objects.bulk_create(
            _order(number, items, companies[items[0].company], addresses)
            for number, items in lines.items()
        )
    }
    records = {record.product_id: record for record in StockRecord.objects.all()}
    Line.objects.bulk_create(
        _line(rows[number], item, skus[item.sku], records.get(skus[item.sku].pk))
        for number, items in lines.items()
        for item in items
    )
    for number, items in lines.items():
        order = rows[number]
        take_over(_owed(items, skus), key=order.hold_key, reference=number)
        instalments = _schedule(order, on=items[0].ordered_on)
        deposit = next(
            (part.due_on for part in instalments if part.due_event == Due.CONFIRMED.value), None
        )
        Milestone.objects.bulk_create(_milestones(order, items, deposit_due_on=deposit))
    _name_demand(lines)


def _schedule(order: Order, *, on: date) -> list[Instalment]:
    """The parts of its money, when its terms split by per cent; a letter of credit does not."""
    try:
        return schedule(order, terms=order.payment_terms, method=order.payment_method, on=on)
    except UnreadableTerms:
        return []


def _milestones(
    order: Order, lines: list[SalesLine], *, deposit_due_on: date | None
) -> list[Milestone]:
    steps = plan(
        placed_on=order.date_placed.date(),
        ready_on=order.promised_on,
        made=order.status != "ready",
        deposit_due_on=deposit_due_on,
        transit_days=None,
    )
    return [
        Milestone(
            order=order,
            kind=step.kind,
            sort=sort,
            planned_on=step.planned_on,
            happened_at=order.date_placed if step.kind == "confirmed" else None,
            progress=100 if step.kind == "confirmed" else 0,
        )
        for sort, step in enumerate(steps, start=1)
    ]


def _name_demand(numbers: Iterable[str]) -> None:
    """A production order of which only one sales order takes works for that order by name."""
    takers: dict[int, set[str]] = {}
    claims = ReceiptReservation.objects.values_list("production_order", "line__hold__reference")
    for job, reference in claims:
        takers.setdefault(job, set()).add(reference)
    new = set(numbers)
    changed = []
    for job in ProductionOrder.objects.filter(demand_reference="", pk__in=takers):
        names = takers[job.pk]
        if len(names) == 1 and names <= new:
            job.demand_reference = next(iter(names))
            changed.append(job)
    ProductionOrder.objects.bulk_update(changed, ["demand_reference"])


def status_of(lines: Iterable[SalesLine]) -> str:
    """An order is ready when all of it is reserved in stock, and in production otherwise."""
    return "ready" if all(line.reserved == line.quantity for line in lines) else "in production"


def _addresses(companies: Iterable[Company]) -> dict[int, ShippingAddress]:
    """One ship-to per company, as far as the factory knows it: the city."""
    companies = list(companies)
    known = set(Country.objects.values_list("iso_3166_1_a2", flat=True))
    placed = [company for company in companies if company.country in known]
    rows = ShippingAddress.objects.bulk_create(
        ShippingAddress(
            company_name=company.name,
            last_name=company.name[:255],
            line1=company.city or company.name,
            line4=company.city,
            country_id=company.country,
        )
        for company in placed
    )
    return {company.pk: row for company, row in zip(placed, rows, strict=True)}


def _order(
    number: str,
    lines: list[SalesLine],
    company: Company,
    addresses: Mapping[int, ShippingAddress],
) -> Order:
    total = sum((_total(line) for line in lines), ZERO)
    incoterm, _, place = lines[0].incoterm.partition(" ")
    zone = ZoneInfo(current_factory().time_zone)
    buyer = company.buyers.first()
    return Order(
        number=number,
        user_id=buyer.user_id if buyer else None,
        company=company,
        company_name=company.name,
        country=company.country,
        tax_number=company.vat_number,
        guest_email="" if buyer else company.email,
        shipping_address=addresses.get(company.pk),
        currency=lines[0].currency,
        total_incl_tax=total,
        total_excl_tax=total,
        incoterm=incoterm,
        named_place=place,
        promised_on=max(line.promised_on for line in lines),
        language=company.language,
        payment_method="bank-transfer",
        payment_terms=company.payment_terms,
        status=status_of(lines),
        date_placed=datetime.combine(min(line.ordered_on for line in lines), time(9), zone),
        hold_key=f"import:{number}",
    )


def _total(line: SalesLine) -> Decimal:
    return Money(line.unit_price * line.quantity, line.currency).rounded().amount


def _line(order: Order, line: SalesLine, product: Product, record: StockRecord | None) -> Line:
    total = _total(line)
    return Line(
        order=order,
        product=product,
        item_id=product.item_id,
        stockrecord=record,
        partner_id=record.partner_id if record else None,
        partner_sku=line.sku,
        sku=line.sku,
        upc=line.sku,
        title=product.get_title(),
        unit=product.unit,
        quantity=int(line.quantity),
        unit_price_incl_tax=line.unit_price,
        unit_price_excl_tax=line.unit_price,
        line_price_incl_tax=total,
        line_price_excl_tax=total,
        line_price_before_discounts_incl_tax=total,
        line_price_before_discounts_excl_tax=total,
        hs_code=product.hs_code,
        country_of_origin=product.country_of_origin,
        promised_on=line.promised_on,
        status=order.status,
    )


def _owed(lines: Iterable[SalesLine], skus: Mapping[str, Product]) -> list[Owed]:
    """What the order owns, one line per SKU, as the store's own holds have it."""
    owed: dict[str, Owed] = {}
    for line in lines:
        before = owed.get(line.sku)
        owed[line.sku] = Owed(
            reference=line.sku,
            item_id=skus[line.sku].item_id,
            quantity=line.quantity + (before.quantity if before else ZERO),
            from_stock=line.reserved + (before.from_stock if before else ZERO),
            ready_on=max(line.promised_on, before.ready_on) if before else line.promised_on,
        )
    return list(owed.values())

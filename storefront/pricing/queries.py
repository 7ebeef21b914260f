"""Reads: what a stock record costs a buyer."""

from datetime import date
from decimal import Decimal

from storefront.pricing import rules
from storefront.pricing.models import PriceList


def tariff(stock_record) -> rules.Tariff:
    """How the stock record's product is sold: its breaks, minimum and multiple.

    Asks for the breaks unless ``breaks`` is prefetched. Without any the record's own price stands
    from the minimum on; without a price either, nothing can be priced.
    """
    product = stock_record.product
    breaks = tuple(
        rules.Break(
            from_quantity=step.from_quantity,
            unit_price=step.unit_price,
            valid_from=step.valid_from,
            valid_until=step.valid_until,
        )
        for step in stock_record.breaks.all()
    )
    if not breaks and stock_record.price is not None:
        breaks = (rules.Break(from_quantity=1, unit_price=Decimal(stock_record.price)),)
    return rules.Tariff(
        currency=stock_record.price_currency,
        breaks=breaks,
        minimum=product.moq,
        multiple=product.order_multiple,
    )


def agreements(
    *, currency: str, on: date, price_list: PriceList | None = None
) -> tuple[rules.Agreement, ...]:
    """What the buyer's price list grants in this currency on this day; none without a list."""
    if price_list is None or price_list.currency != currency:
        return ()
    if not _holds(price_list, on):
        return ()
    return (
        rules.Agreement(
            rule=rules.Rule.PRICE_LIST,
            code=price_list.code,
            name=price_list.name,
            discount_percent=price_list.discount_percent,
        ),
    )


def unit_price(
    stock_record, *, quantity: int, on: date, price_list: PriceList | None = None
) -> rules.UnitPrice:
    """The price of a quantity for a buyer; raises the refusals of ``rules.price_for``."""
    sold_as = tariff(stock_record)
    return rules.price_for(
        quantity,
        tariff=sold_as,
        on=on,
        agreements=agreements(currency=sold_as.currency, on=on, price_list=price_list),
    )


def ladder(stock_record, *, on: date, price_list: PriceList | None = None) -> list[rules.UnitPrice]:
    """The buyer's price at each quantity break of the day, ascending."""
    sold_as = tariff(stock_record)
    granted = agreements(currency=sold_as.currency, on=on, price_list=price_list)
    return rules.ladder(tariff=sold_as, on=on, agreements=granted)


def public_list() -> PriceList | None:
    """The list that a visitor without an agreement sees."""
    return PriceList.objects.filter(is_default=True).order_by("code").first()


def _holds(price_list: PriceList, on: date) -> bool:
    begun = price_list.valid_from is None or price_list.valid_from <= on
    return begun and (price_list.valid_until is None or on <= price_list.valid_until)

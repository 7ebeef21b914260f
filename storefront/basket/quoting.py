"""Price and date for many lines at once, in a number of queries that does not grow with them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from factory_portal.production import queries as production
from factory_portal.production.rules import CannotPromise, Promise
from storefront.partner.models import StockRecord
from storefront.pricing import queries as pricing
from storefront.pricing.models import PriceList
from storefront.pricing.rules import (
    Agreement,
    Break,
    NoPrice,
    QuantityRefused,
    Tariff,
    UnitPrice,
    price_for,
)
from storefront.pricing.rules import ladder as price_steps


@dataclass(frozen=True, kw_only=True)
class Ask:
    """So many of a SKU, which the inventory may know as an item."""

    product_id: int
    item_id: int | None
    quantity: int


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the asked quantity costs and when it is ready, or why it cannot be said."""

    ask: Ask
    stock_record_id: int | None = None
    price: UnitPrice | None = None
    refused: QuantityRefused | None = None
    promise: Promise | None = None
    cannot: CannotPromise | None = None

    @property
    def is_good(self) -> bool:
        """Whether this can be ordered as it stands."""
        return self.price is not None and self.promise is not None

    @property
    def parts(self) -> list[dict]:
        """The promise's parts as plain values, for rows and for other machines."""
        return parts_of(self.promise) if self.promise else []


@dataclass(frozen=True, kw_only=True)
class Buying:
    """Who asks and when: the day decides validity and dates, the list the discount."""

    on: date
    price_list: PriceList | None = None


@dataclass(frozen=True, kw_only=True)
class OnSale:
    """A stock record with its tariff."""

    stock_record_id: int
    price: Decimal | None
    tariff: Tariff

    def granted(self, buying: Buying) -> tuple[Agreement, ...]:
        """What the buyer's price list takes off here."""
        return pricing.agreements(
            currency=self.tariff.currency, on=buying.on, price_list=buying.price_list
        )

    def steps(self, buying: Buying) -> tuple[UnitPrice, ...]:
        """The buyer's price at each break, ascending."""
        return _steps(self.tariff, buying.on, self.granted(buying))


def parts_of(promise: Promise) -> list[dict]:
    """The parts of a promise as plain values."""
    return [
        {
            "quantity": int(part.quantity),
            "ready_on": part.ready_on.isoformat(),
            "source": part.source.value,
        }
        for part in promise.parts
    ]


def answers(
    asks: Sequence[Ask], *, buying: Buying, kept: Mapping[tuple[int, int], Promise] | None = None
) -> list[Answer]:
    """One answer per line, none promising what a line before it took.

    ``kept`` are promises by product and quantity that the asker already holds; they stand if they
    cover every line.
    """
    sold = on_sale([ask.product_id for ask in asks])
    priced = [_price(ask, sold.get(ask.product_id), buying) for ask in asks]
    if kept and all((ask.product_id, ask.quantity) in kept for ask in asks):
        promised = {id(ask): kept[ask.product_id, ask.quantity] for ask in asks}
    else:
        promised = _promise([one.ask for one in priced if one.price and one.ask.item_id], buying)
    return [_with_promise(one, promised) for one in priced]


def answer(ask: Ask, *, buying: Buying) -> Answer:
    """The answer for one line."""
    return answers([ask], buying=buying)[0]


@dataclass(frozen=True, kw_only=True)
class Ladder:
    """A SKU's price steps for a buyer, each with its own promise; and the quantity asked."""

    asked: Answer
    steps: tuple[tuple[UnitPrice, Promise | None], ...]


def ladder(ask: Ask, *, buying: Buying, sold: OnSale | None) -> Ladder:
    """The break table and the asked quantity, from one look at supply."""
    asked = _price(ask, sold, buying)
    steps = sold.steps(buying) if sold else []
    quantities = [ask.quantity, *(step.quantity for step in steps)]
    if ask.item_id is None or not steps:
        return Ladder(asked=asked, steps=tuple((step, None) for step in steps))
    found = production.promises(ask.item_id, quantities, asked_on=buying.on)
    kept = [one if isinstance(one, Promise) else None for one in found]
    if asked.price:
        asked = _with_promise(asked, {id(asked.ask): found[0]})
    return Ladder(asked=asked, steps=tuple(zip(steps, kept[1:], strict=True)))


def on_sale(product_ids: Iterable[int]) -> dict[int, OnSale]:
    """How these products are sold, by product id; one query."""
    rows = (
        StockRecord.objects.filter(product_id__in=list(product_ids))
        .order_by("-pk", "breaks__from_quantity")
        .values_list(
            "pk",
            "product_id",
            "price",
            "price_currency",
            "product__moq",
            "product__order_multiple",
            "breaks__from_quantity",
            "breaks__unit_price",
            "breaks__valid_from",
            "breaks__valid_until",
        )
    )
    sold = {}
    for (record_id, product_id), steps in groupby(rows, key=itemgetter(0, 1)):
        sold[product_id] = _sold(record_id, list(steps))
    return sold


def from_prices(sold: Mapping[int, OnSale], *, buying: Buying) -> dict[int, UnitPrice]:
    """The lowest price of each product, where there is one."""
    found = {}
    for product_id, one in sold.items():
        if steps := one.steps(buying):
            found[product_id] = min(steps, key=lambda step: step.amount)
    return found


# The tariff was read for this page; only the arithmetic on it need not be done twice.
@lru_cache(maxsize=2048)
def _steps(tariff: Tariff, on: date, granted: tuple[Agreement, ...]) -> tuple[UnitPrice, ...]:
    return tuple(price_steps(tariff=tariff, on=on, agreements=granted))


def goods_total(found: Iterable[Answer]) -> Decimal:
    """The sum of the lines that have a price, each rounded before."""
    return sum((one.price.line_total for one in found if one.price), Decimal(0))


def _sold(record_id: int, rows: list[tuple]) -> OnSale:
    """A stock record's rows, one for each break; without any its own price stands."""
    _pk, _product, price, currency, minimum, multiple, *_first = rows[0]
    breaks = tuple(
        Break(from_quantity=start, unit_price=amount, valid_from=first, valid_until=last)
        for *_record, start, amount, first, last in rows
        if start is not None
    )
    if not breaks and price is not None:
        breaks = (Break(from_quantity=1, unit_price=price),)
    tariff = Tariff(currency=currency, breaks=breaks, minimum=minimum, multiple=multiple)
    return OnSale(stock_record_id=record_id, price=price, tariff=tariff)


def _price(ask: Ask, sold: OnSale | None, buying: Buying) -> Answer:
    if sold is None:
        return Answer(ask=ask)
    try:
        price = price_for(
            ask.quantity, tariff=sold.tariff, on=buying.on, agreements=sold.granted(buying)
        )
    except QuantityRefused as refused:
        return Answer(ask=ask, stock_record_id=sold.stock_record_id, refused=refused)
    except NoPrice:
        return Answer(ask=ask, stock_record_id=sold.stock_record_id)
    return Answer(ask=ask, stock_record_id=sold.stock_record_id, price=price)


def _promise(asks: Sequence[Ask], buying: Buying) -> dict[int, Promise | CannotPromise]:
    if not asks:
        return {}
    found = production.promises_for(
        [(ask.item_id, ask.quantity) for ask in asks], asked_on=buying.on
    )
    return {id(ask): one for ask, one in zip(asks, found, strict=True)}


def _with_promise(one: Answer, promised: Mapping[int, Promise | CannotPromise]) -> Answer:
    found = promised.get(id(one.ask))
    return Answer(
        ask=one.ask,
        stock_record_id=one.stock_record_id,
        price=one.price,
        refused=one.refused,
        promise=found if isinstance(found, Promise) else None,
        cannot=found if isinstance(found, CannotPromise) else None,
    )

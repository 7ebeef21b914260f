"""Products and categories as lists show them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from django.db.models import F, Sum
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from factory_portal.inventory.queries import promiseable_balances
from media.library.queries import pictures
from storefront import formats
from storefront.basket.quoting import Buying, OnSale, from_prices, on_sale
from storefront.catalogue import queries as catalogue
from storefront.pages.pictures import picture
from storefront.pricing.rules import UnitPrice
from themes.engine.contract import CategoryTile, Fact, ProductCard

SPECS_ON_A_CARD = 4
COLUMNS_IN_A_TABLE = 4


def cards_by_id(ids: Iterable[int], *, buying: Buying | None = None) -> dict[int, ProductCard]:
    """Cards of these SKUs, with the visitor's from-price and what is in stock; two queries."""
    ids = list(dict.fromkeys(ids))
    known = catalogue.skus(ids)
    return cards_of(
        known,
        sold=on_sale(ids),
        free=free_stock(one.item_id for one in known.values()),
        buying=buying or Buying(on=formats.today()),
    )


def cards_of(
    known: Mapping[int, catalogue.Sku],
    *,
    sold: Mapping[int, OnSale],
    free: Mapping[int | None, Decimal],
    buying: Buying,
) -> dict[int, ProductCard]:
    """Cards of SKUs whose prices and stock were read together with others'."""
    prices = from_prices({pk: sold[pk] for pk in known if pk in sold}, buying=buying)
    return {
        pk: card(
            known[pk],
            price=prices.get(pk),
            free=free.get(known[pk].item_id, Decimal(0)),
            specs=_specs(known[pk].properties[:SPECS_ON_A_CARD]),
        )
        for pk in known
    }


def table(ids: Sequence[int], *, buying: Buying) -> tuple[tuple[str, ...], tuple[ProductCard, ...]]:
    """The columns most of these SKUs have, and their cards with specs in that order."""
    known = catalogue.skus(ids)
    codes = Counter(prop.code for one in known.values() for prop in one.properties)
    order = [code for code, _count in codes.most_common(COLUMNS_IN_A_TABLE)]
    names = {
        prop.code: f"{prop.name} ({prop.unit})" if prop.unit else prop.name
        for one in known.values()
        for prop in one.properties
    }
    prices = from_prices(on_sale(ids), buying=buying)
    free = free_stock(one.item_id for one in known.values())
    cards = tuple(
        card(
            known[pk],
            price=prices.get(pk),
            free=free.get(known[pk].item_id, Decimal(0)),
            specs=_aligned(known[pk], order, names),
        )
        for pk in ids
        if pk in known
    )
    return tuple(names[code] for code in order), cards


def card(
    sku: catalogue.Sku, *, price: UnitPrice | None, free: Decimal, specs: tuple[Fact, ...]
) -> ProductCard:
    """One SKU in a list."""
    return _card(get_language(), sku, price, free, specs)


# The same SKU at the same price with the same stock reads the same in a language.
@lru_cache(maxsize=2048)
def _card(
    _language: str | None,
    sku: catalogue.Sku,
    price: UnitPrice | None,
    free: Decimal,
    specs: tuple[Fact, ...],
) -> ProductCard:
    in_stock = free >= sku.moq
    return ProductCard(
        sku=sku.sku,
        url=reverse("product", args=[sku.slug]),
        title=sku.title,
        picture=picture(sku.picture),
        specs=specs,
        moq=formats.quantity(sku.moq, sku.unit),
        from_price=formats.unit_price(price.amount, price.currency) if price else "",
        unit=formats.per_unit(sku.unit),
        ready=_in_stock(free, sku) if in_stock else _made(sku),
        ready_level="success" if in_stock else "info",
        order_quantity=str(sku.moq),
        order_step=str(sku.multiple),
    )


def category_tiles(
    parent: catalogue.Branch | None = None,
) -> tuple[CategoryTile, ...]:
    """The categories below one, or the top ones, with pictures and counts."""
    shown = catalogue.children(parent)
    return tiles(shown)


def tiles(shown: Sequence[catalogue.Branch]) -> tuple[CategoryTile, ...]:
    """These categories as tiles; one without a picture borrows that of a product."""
    found = _tile_pictures(shown)
    return tuple(
        CategoryTile(
            title=one.name,
            url=reverse("category", args=[one.slug]),
            count=formats.lines(one.count),
            picture=picture(found.get(one.id)),
            text=one.description,
        )
        for one in shown
    )


def free_stock(item_ids: Iterable[int | None]) -> dict[int, Decimal]:
    """Free stock by item; one query."""
    wanted = {item_id for item_id in item_ids if item_id}
    if not wanted:
        return {}
    rows = promiseable_balances(wanted).order_by().values_list("lot__item")
    return dict(rows.annotate(free=Sum(F("on_hand") - F("reserved"))))


def _tile_pictures(shown: Sequence[catalogue.Branch]) -> Mapping:
    def read(ids: list[int]) -> dict:
        branches = {one.id: one for one in shown if one.id in ids}
        own = {pk: one.picture_id for pk, one in branches.items()}
        for pk in [pk for pk, chosen in own.items() if not chosen]:
            own[pk] = catalogue.picture_in(catalogue.at_and_below(branches[pk]))
        found = pictures(filter(None, own.values()), widths=(320, 640))
        return {pk: found.get(chosen) for pk, chosen in own.items()}

    return catalogue.remembered_each("tile-picture", [one.id for one in shown], read)


@lru_cache(maxsize=2048)
def _specs(properties: tuple[catalogue.Property, ...]) -> tuple[Fact, ...]:
    return tuple(_fact(one) for one in properties)


def _fact(prop: catalogue.Property) -> Fact:
    value = f"{prop.value} {prop.unit}".strip()
    return Fact(label=prop.name, value=value, code=any(char.isdigit() for char in prop.value))


def _aligned(
    sku: catalogue.Sku, order: Sequence[str], names: Mapping[str, str]
) -> tuple[Fact, ...]:
    values = {prop.code: prop.value for prop in sku.properties}
    return tuple(
        Fact(label=names[code], value=shown, code=any(char.isdigit() for char in shown))
        for code, shown in ((code, values.get(code, "–")) for code in order)
    )


def _in_stock(free: Decimal, sku: catalogue.Sku) -> str:
    return _("%(quantity)s in stock") % {"quantity": formats.quantity(int(free), sku.unit)}


def _made(sku: catalogue.Sku) -> str:
    if sku.lead_time_days:
        return _("Made to order, about %(days)s days") % {
            "days": formats.number(sku.lead_time_days)
        }
    return _("Made to order")

"""Items, warehouses, and the opening stock by moves of the ledger."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils import timezone

from factory_portal.inventory import actions, queries
from factory_portal.inventory.models import Balance, Item, Lot, Move, Warehouse
from sites.launch.loading.upserts import BATCH, among, upsert
from sites.launch.loading.words import Words
from sites.launch.reading.rows import FactoryFiles, StockLot
from sites.tenancy.scope import current_factory

OPENING_LOT = "OPENING"
SOURCE = "opening stock"


def load_items(files: FactoryFiles, words: Words) -> dict[str, Item]:
    """An item for every SKU and component, by code."""
    titles = {family.code: family.title for family in files.families}
    wanted = {
        component.code: {
            "code": component.code,
            "name": component.name[:255],
            "unit": component.unit or "H87",
            "kind": Item.Kind.COMPONENT,
            "safety_stock": component.safety_stock,
        }
        for component in files.components
    }
    for variant in files.variants:
        title = words.variant_titles(variant, titles.get(variant.family, ""))[words.source]
        wanted[variant.sku] = {
            "code": variant.sku,
            "name": title[:255],
            "unit": variant.unit or "H87",
            "kind": Item.Kind.PRODUCT,
        }
    return upsert(among(Item.objects.all(), "code", wanted), lambda row: row.code, wanted)


def load_warehouses(files: FactoryFiles) -> dict[str, Warehouse]:
    """The profile's warehouses and any other that a lot names; an empty code is the default."""
    home = current_factory().country
    places = files.profile.warehouses if files.profile else ()
    wanted = {
        place.code: {
            "code": place.code,
            "name": place.name,
            "country": place.country,
            "kind": Warehouse.Kind.FACTORY if place.country == home else Warehouse.Kind.OVERSEAS,
        }
        for place in places
    }
    there = {row.code: row for row in Warehouse.objects.all()}
    for lot in files.stock:
        if lot.warehouse and lot.warehouse not in there:
            wanted.setdefault(
                lot.warehouse, {"code": lot.warehouse, "name": lot.warehouse, "country": home}
            )
    rows = there | upsert(Warehouse.objects.all(), lambda row: row.code, wanted)
    if not any(row.kind == Warehouse.Kind.FACTORY for row in rows.values()):
        rows["MAIN"] = Warehouse.objects.create(code="MAIN", name="Main warehouse", country=home)
    return {**rows, "": queries.default_warehouse()}


def load_stock(
    files: FactoryFiles, items: Mapping[str, Item], warehouses: Mapping[str, Warehouse]
) -> None:
    """Every lot's opening quantity; a lot that is known already is counted anew."""
    lots = [lot for lot in files.stock if lot.sku in items]
    lots += [
        StockLot(
            sku=component.code,
            warehouse="",
            lot=OPENING_LOT,
            on_hand=component.on_hand,
            reserved=Decimal(0),
            unit=component.unit,
        )
        for component in files.components
    ]
    known = {
        (balance.lot.item_id, balance.lot.number, balance.warehouse_id): balance
        for balance in among(
            Balance.objects.select_related("lot", "warehouse"),
            "lot__item",
            {items[lot.sku].pk for lot in lots},
        )
    }
    arrivals = []
    for lot in lots:
        place = (items[lot.sku].pk, lot.lot or OPENING_LOT, warehouses[lot.warehouse].pk)
        balance = known.get(place)
        if balance is not None and balance.on_hand != lot.on_hand:
            actions.adjust(
                balance.lot,
                balance.warehouse,
                counted=lot.on_hand,
                reason="stock file",
                key=f"count:{balance.pk}:{timezone.now().isoformat()}",
            )
        elif balance is None and lot.on_hand > 0:
            arrivals.append(_arrival(lot, place))
    actions.receive(arrivals)
    _name_bins(lots, items, warehouses)


def _arrival(lot: StockLot, place: tuple[int, str, int]) -> actions.Arrival:
    item, number, warehouse = place
    return actions.Arrival(
        item_id=item,
        lot=number,
        warehouse_id=warehouse,
        quantity=lot.on_hand,
        key=f"opening:{lot.sku}:{number}:{warehouse}",
        from_place=Move.Place.COUNT,
        status=Lot.Status.ON_HOLD if lot.on_hold else Lot.Status.AVAILABLE,
        produced_on=lot.produced_on,
        source=SOURCE,
    )


def _name_bins(
    lots: list[StockLot], items: Mapping[str, Item], warehouses: Mapping[str, Warehouse]
) -> None:
    bins = {
        (items[lot.sku].pk, lot.lot or OPENING_LOT, warehouses[lot.warehouse].pk): lot.bin
        for lot in lots
        if lot.bin
    }
    changed = []
    for balance in Balance.objects.select_related("lot"):
        wanted = bins.get((balance.lot.item_id, balance.lot.number, balance.warehouse_id), "")
        if wanted and balance.bin != wanted:
            balance.bin = wanted
            changed.append(balance)
    Balance.objects.bulk_update(changed, ["bin"], batch_size=BATCH)

"""Our own flat template: product, price, stock and carton of an SKU in one row."""

from decimal import Decimal

from sites.launch.reading.products import gtin, hs_code, names, order_steps, weights_fit
from sites.launch.reading.rows import Family, Packing, PriceBreak, StockLot, Variant
from sites.launch.reading.tables import Line
from sites.launch.reading.texts import slug_of


def from_template(
    line: Line,
) -> tuple[Family, Variant, PriceBreak | None, Packing, StockLot | None]:
    """One row of our own template: product, price, stock and carton beside each other."""
    sku, title = line.required("sku"), line.required("title")
    moq, multiple = order_steps(line)
    price = line.need("unit_price", line.price("unit_price"), Decimal(0))
    currency, unit = line.required("currency"), line.unit()
    net, gross = weights_fit(line, "carton_net_kg", "carton_gross_kg")
    stock = line.stock("qty_on_hand")
    parent = Family(
        code=slug_of(sku), title=title, category_path=line.text("category"),
        short_description=line.text("short_description"), images=names(line.text("images")),
    )  # fmt: skip
    child = Variant(
        sku=sku,
        family=parent.code,
        name=title,
        gtin=gtin(line),
        hs_code=hs_code(line),
        country_of_origin=line.text("country_of_origin"),
        unit=unit,
        moq=moq,
        order_multiple=multiple,
        currency=currency,
        available_from=line.day("available_from"),
    )
    first = PriceBreak(sku=sku, price_list="", currency=currency, from_qty=moq, unit_price=price)
    boxes = Packing(
        sku=sku,
        carton_qty=line.whole("carton_qty"),
        carton_net_kg=net,
        carton_gross_kg=gross,
    )
    lot = StockLot(sku=sku, warehouse="", lot="", on_hand=stock, reserved=Decimal(0), unit=unit)
    return parent, child, first, boxes, lot if stock else None

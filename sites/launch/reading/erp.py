"""An ERP's product list: price tiers in a cell, grams and millimetres."""

from decimal import Decimal

from sites.launch.reading import values
from sites.launch.reading.complaints import gettext_noop
from sites.launch.reading.mapped import ColumnMapping
from sites.launch.reading.products import (
    NOT_A_SIZE,
    gtin,
    hs_code,
    names,
    order_steps,
    weights_fit,
)
from sites.launch.reading.rows import Box, Family, Packing, PriceBreak, Variant
from sites.launch.reading.tables import Line

THOUSAND = Decimal(1000)


def _scaled(line: Line, column: str, by: Decimal) -> Decimal | None:
    number = line.decimal(column)
    return None if number is None else number / by


def _box_cm(line: Line, column: str) -> Box | None:
    box = line.read(column, values.box_of, NOT_A_SIZE, None)
    return None if box is None else (box[0] / 10, box[1] / 10, box[2] / 10)


def from_erp(
    line: Line, mapping: ColumnMapping
) -> tuple[Family, Variant, list[PriceBreak], Packing]:
    """One row of an ERP's list, with price tiers in a cell, grams and millimetres."""
    code, sku, currency = line.required("product_code"), line.required("sku"), line.text("currency")
    moq, multiple = order_steps(line)
    unit = line.unit()
    parent = Family(
        code=code,
        title=mapping.family_titles.get(code, line.text("name")),
        category_path=line.text("category_path"),
        images=names(line.text("images")),
        material=line.text("material"),
        country_of_origin=line.text("country_of_origin"),
    )
    none: tuple[tuple[Decimal, Decimal], ...] = ()
    tiers = line.read(
        "price_tiers",
        values.price_tiers_of,
        gettext_noop('Row %(row)d: "%(text)s" is not a price tier; write it like ≥1000:0.78.'),
        none,
    )
    if tiers and tiers[0][0] != moq:
        line.complain(
            "price_tiers",
            gettext_noop("Row %(row)d: the first tier starts at %(tier)s, the MOQ is %(moq)s."),
            tier=tiers[0][0],
            moq=moq,
        )
    breaks = [
        PriceBreak(
            sku=sku,
            price_list=line.text("price_list"),
            currency=currency,
            from_qty=quantity,
            unit_price=price,
            valid_from=line.day("valid_from"),
            valid_until=line.day("valid_until"),
        )
        for quantity, price in tiers
    ]
    weights_fit(line, "unit_net_g", "unit_gross_g")
    carton_net, carton_gross = weights_fit(line, "carton_net_kg", "carton_gross_kg")
    per_layer, layers = line.whole("cartons_per_layer"), line.whole("layers")
    per_carton = line.whole("carton_qty")
    cartons = per_layer * layers if per_layer and layers else None
    boxes = Packing(
        sku=sku,
        unit_net_kg=_scaled(line, "unit_net_g", THOUSAND),
        unit_gross_kg=_scaled(line, "unit_gross_g", THOUSAND),
        inner_qty=line.whole("inner_qty"),
        inner_cm=_box_cm(line, "inner_mm"),
        carton_qty=per_carton,
        carton_cm=_box_cm(line, "carton_mm"),
        carton_net_kg=carton_net,
        carton_gross_kg=carton_gross,
        cartons_per_layer=per_layer,
        layers=layers,
        cartons_per_pallet=cartons,
        units_per_pallet=cartons * per_carton if cartons and per_carton else None,
        pallet_cm=_box_cm(line, "pallet_mm"),
        pallet_gross_kg=line.decimal("pallet_gross_kg"),
    )
    child = Variant(
        sku=sku,
        family=code,
        name="",
        specification=line.text("specification"),
        gtin=gtin(line),
        hs_code=hs_code(line),
        country_of_origin=line.text("country_of_origin"),
        material=line.text("material"),
        unit=unit,
        moq=moq,
        order_multiple=multiple,
        sample_price=line.price("sample_price"),
        currency=currency,
        lead_time_basis=line.text("lead_time_basis"),
        lead_time_days=line.whole("lead_time_days"),
        net_weight_kg=boxes.unit_net_kg,
        images=names(line.text("images")),
    )
    return parent, child, breaks, boxes

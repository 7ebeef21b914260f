"""Lines of families, SKUs, prices and packing into values."""

import re
from decimal import Decimal

from sites.launch.reading import values
from sites.launch.reading.complaints import gettext_noop
from sites.launch.reading.rows import (
    Attribute,
    Box,
    Family,
    Packing,
    PriceBreak,
    Variant,
)
from sites.launch.reading.tables import Line

ONE = Decimal(1)
NOT_A_SIZE = gettext_noop('Row %(row)d: "%(text)s" is not a size; write it like 30 x 20 x 10.')


def names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def gtin(line: Line) -> str:
    """A barcode of 8, 12, 13 or 14 digits whose check digit is right; its apostrophe is dropped."""
    code = line.text("gtin").lstrip("'").replace(" ", "")
    if not code:
        return ""
    if not code.isascii() or not code.isdigit() or len(code) not in (8, 12, 13, 14):
        line.complain("gtin", gettext_noop('Row %(row)d: "%(code)s" is not a GTIN.'), code=code)
    elif int(code[-1]) != values.gtin_check_digit(code):
        line.complain(
            "gtin",
            gettext_noop(
                "Row %(row)d: the check digit of the GTIN is wrong; the last digit should be "
                "%(digit)d."
            ),
            digit=values.gtin_check_digit(code),
        )
    return code


def hs_code(line: Line) -> str:
    """The six international digits; national digits and dots are left off."""
    text = line.text("hs_code")
    digits = re.sub(r"\D", "", text)
    if text and len(digits) < 6:
        line.complain(
            "hs_code", gettext_noop('Row %(row)d: "%(text)s" is not an HS code.'), text=text
        )
    return digits[:6]


def order_steps(line: Line) -> tuple[Decimal, Decimal]:
    """Minimum order quantity and order multiple; the first is a multiple of the second."""
    moq, multiple = Decimal(line.whole("moq") or 1), Decimal(line.whole("order_multiple") or 1)
    if moq % multiple:
        line.complain(
            "moq",
            gettext_noop("Row %(row)d: MOQ %(moq)s is not a multiple of %(multiple)s."),
            moq=moq,
            multiple=multiple,
        )
    return moq, multiple


def family(line: Line) -> Family:
    return Family(
        code=line.required("product_code"),
        title=line.required("title"),
        short_description=line.text("short_description"),
        category_path=line.text("category_path"),
        material=line.text("material"),
        images=names(line.text("images")),
        country_of_origin=line.text("country_of_origin"),
        active=line.text("status", "active").lower() == "active",
    )


def variant(line: Line) -> Variant:
    """One row of the workbook's Variants sheet, with its options and attributes beside it."""
    moq, multiple = order_steps(line)
    options = [(line.text(f"option_{n}_name"), line.text(f"option_{n}_value")) for n in (1, 2, 3)]
    attributes = [
        Attribute(
            name=line.text(f"attribute_{n}_name"),
            value=line.text(f"attribute_{n}_value"),
            unit=line.text(f"attribute_{n}_unit"),
        )
        for n in range(1, 25)
        if line.has(f"attribute_{n}_name")
    ]
    return Variant(
        sku=line.required("sku"),
        family=line.required("product_code"),
        name=line.text("variant_name"),
        gtin=gtin(line),
        hs_code=hs_code(line),
        country_of_origin=line.text("country_of_origin"),
        material=line.text("material"),
        unit=line.unit(),
        moq=moq,
        order_multiple=multiple,
        sample_price=line.price("sample_price"),
        currency=line.required("currency"),
        lead_time_basis=line.text("lead_time_basis"),
        lead_time_days=line.whole("lead_time_days"),
        net_weight_kg=line.decimal("net_weight_kg"),
        images=names(line.text("images")),
        options=tuple(pair for pair in options if pair[0]),
        attributes=tuple(attributes),
    )


def price_break(line: Line) -> PriceBreak:
    return PriceBreak(
        sku=line.required("sku"),
        price_list=line.text("price_list"),
        currency=line.required("currency"),
        from_qty=line.need("from_qty", line.decimal("from_qty"), ONE),
        unit_price=line.need("unit_price", line.price("unit_price"), Decimal(0)),
        valid_from=line.day("valid_from"),
        valid_until=line.day("valid_until"),
    )


RANGE = re.compile(r"([+-]?[\d.]+)\s*至\s*([+-]?[\d.]+)")


def attribute(line: Line) -> tuple[str, Attribute]:
    """A value beside its name. A range is written so that it reads the same in every language."""
    value = RANGE.sub(r"\1 … \2", line.text("value"))
    return line.required("sku"), Attribute(
        name=line.required("name"), value=value, unit=line.text("unit")
    )


def _size(line: Line, start: str) -> Box | None:
    sides = [line.decimal(f"{start}_{side}_cm") for side in "lwh"]
    if None in sides:
        return None
    length, width, height = sides
    return length, width, height  # type: ignore[return-value]


def weights_fit(line: Line, net: str, gross: str) -> tuple[Decimal | None, Decimal | None]:
    """Net and gross weight; gross below net is complained about."""
    light, heavy = line.decimal(net), line.decimal(gross)
    if light is not None and heavy is not None and heavy < light:
        line.complain(
            gross,
            gettext_noop("Row %(row)d: gross %(gross)s kg is less than net %(net)s kg."),
            gross=heavy,
            net=light,
        )
    return light, heavy


def packing(line: Line) -> Packing:
    unit_net, unit_gross = weights_fit(line, "unit_net_kg", "unit_gross_kg")
    carton_net, carton_gross = weights_fit(line, "carton_net_kg", "carton_gross_kg")
    return Packing(
        sku=line.required("sku"),
        unit_net_kg=unit_net,
        unit_gross_kg=unit_gross,
        inner_qty=line.whole("inner_qty"),
        inner_cm=line.read("inner_lxwxh_cm", values.box_of, NOT_A_SIZE, None),
        carton_qty=line.whole("carton_qty"),
        carton_cm=_size(line, "carton"),
        carton_net_kg=carton_net,
        carton_gross_kg=carton_gross,
        cartons_per_layer=line.whole("cartons_per_layer"),
        layers=line.whole("layers"),
        cartons_per_pallet=line.whole("cartons_per_pallet"),
        units_per_pallet=line.whole("units_per_pallet"),
        pallet_type=line.text("pallet_type"),
        pallet_cm=_size(line, "pallet"),
        pallet_tare_kg=line.decimal("pallet_tare_kg"),
        pallet_gross_kg=line.decimal("pallet_gross_kg"),
    )

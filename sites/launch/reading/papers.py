"""Lines of companies, freight rates, translations, certificates and documents into values."""

import re
from decimal import Decimal

from sites.launch.reading.rows import (
    Certificate,
    Company,
    Document,
    ExpressZone,
    Rate,
    Translation,
)
from sites.launch.reading.supply import NO_DAY
from sites.launch.reading.tables import Line

ZERO = Decimal(0)


def certificate(line: Line) -> Certificate:
    return Certificate(
        standard=line.required("standard"),
        holder=line.text("holder"),
        scope=line.text("scope"),
        issued_by=line.text("issued_by"),
        number=line.required("number"),
        issued=line.need("issued", line.day("issued"), NO_DAY),
        expires=line.need("expires", line.day("expires"), NO_DAY),
        product_code=line.text("product_code"),
    )


def document(line: Line) -> Document:
    return Document(
        code=line.required("document"),
        title=line.required("title"),
        kind=line.text("type"),
        language=line.text("language"),
        file_name=line.required("file_name"),
        revision=line.text("revision"),
        dated=line.day("date"),
        access=line.text("access", "public"),
        product_code=line.text("product_code"),
    )


def translation(line: Line) -> Translation:
    return Translation(
        entity=line.required("entity"),
        key=line.required("key"),
        language=line.required("language"),
        field=line.required("field"),
        text=line.required("text"),
    )


def rate(line: Line) -> Rate:
    return Rate(
        mode=line.required("mode"),
        service=line.text("service"),
        origin=line.required("from"),
        destination=line.required("to"),
        unit_basis=line.required("unit_basis"),
        break_from=line.decimal("break_from") or ZERO,
        break_to=line.decimal("break_to"),
        rate=line.need("rate", line.price("rate"), ZERO),
        minimum=line.price("minimum") or ZERO,
        currency=line.required("currency"),
        transit_days_min=line.whole("transit_days_min") or 0,
        transit_days_max=line.whole("transit_days_max") or 0,
        valid_from=line.need("valid_from", line.day("valid_from"), NO_DAY),
        valid_until=line.need("valid_until", line.day("valid_until"), NO_DAY),
        note=line.text("note"),
    )


def express_zone(line: Line) -> ExpressZone:
    text = line.required("countries")
    return ExpressZone(
        zone=line.required("zone"),
        countries=tuple(re.findall(r"\b[A-Z]{2}\b", text)),
        rest_of_world="rest of world" in text.lower(),
    )


def company(line: Line) -> Company:
    return Company(
        code=line.required("company_code"),
        name=line.required("name"),
        country=line.required("country"),
        city=line.text("city"),
        vat_number=line.text("vat_number"),
        vat_check=line.text("vat_check"),
        price_list=line.text("price_list"),
        payment_terms=line.text("payment_terms"),
        credit_limit=line.price("credit_limit") or ZERO,
        currency=line.text("currency"),
        incoterm=line.text("incoterm"),
        language=line.text("language"),
        email=line.text("email"),
    )

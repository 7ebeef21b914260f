"""profile.toml and pages.<language>.toml: the company and its starter copy."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sites.launch.reading.complaints import gettext_noop, unreadable
from sites.launch.reading.grids import Source
from sites.launch.reading.rows import Bank, Certificate, Pages, PriceList, Profile, Warehouse

NEEDED = ("slug", "brand", "legal_name", "currency", "languages", "address")


def toml_of(source: Source) -> dict[str, Any]:
    """The file's content; a broken file is a complaint with the place of the fault."""
    try:
        return tomllib.loads(source.content.decode("utf-8-sig"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise unreadable(
            source.name, gettext_noop("The file cannot be read: %(reason)s."), reason=str(error)
        ) from None


def read_profile(source: Source) -> Profile:
    """The company as it describes itself."""
    data = toml_of(source)
    for name in NEEDED:
        if name not in data:
            raise unreadable(
                source.name, gettext_noop('The entry "%(column)s" is missing.'), column=name
            )
    payment, ports = data.get("payment", {}), data.get("ports", {})
    return Profile(
        slug=data["slug"],
        brand=data["brand"],
        legal_name=data["legal_name"],
        legal_name_local=data.get("legal_name_local", ""),
        licence_number=data.get("licence_number", ""),
        licence_type=data.get("licence_type", ""),
        founded=data.get("founded"),
        employees=data.get("employees"),
        area_m2=data.get("area_m2"),
        machines=data.get("machines"),
        theme=data.get("theme", "base"),
        country=data["address"].get("country", ""),
        currency=data["currency"],
        cost_currency=data.get("cost_currency", data["currency"]),
        languages=tuple(data["languages"]),
        source_language=data.get("source_language", data["languages"][0]),
        time_zone=data.get("time_zone", "UTC"),
        working_week=tuple(data.get("working_week", ())),
        reply_time_target_hours=data.get("reply_time_target_hours"),
        export_markets=tuple(data.get("export_markets", ())),
        incoterms=tuple(data.get("incoterms", ())),
        address_lines=tuple(data["address"].get("lines", ())),
        contact=data.get("contact", {}),
        sea_ports=tuple(ports.get("sea", ())),
        airport=ports.get("air", ""),
        payment_terms=tuple(payment.get("terms", ())),
        quotation_valid_days=payment.get("quotation_valid_days", 30),
        banks=tuple(_bank(bank) for bank in data.get("bank", ())),
        warehouses=tuple(
            Warehouse(
                code=place["code"],
                name=place["name"],
                country=place["country"],
                locode=place.get("locode", ""),
            )
            for place in data.get("warehouse", ())
        ),
        price_lists=tuple(
            PriceList(
                code=entry["code"],
                name=entry["name"],
                discount=Decimal(str(entry.get("discount", 0))),
            )
            for entry in data.get("price_list", ())
        ),
        certificates=tuple(_certificate(entry) for entry in data.get("certificate", ())),
        data_date=data.get("data_date"),
        document=data,
    )


def _bank(bank: Mapping[str, Any]) -> Bank:
    return Bank(
        currency=bank["currency"],
        name=bank["name"],
        swift=bank.get("swift", ""),
        iban=bank.get("iban", ""),
        account=bank.get("account", ""),
    )


def _certificate(entry: Mapping[str, Any]) -> Certificate:
    return Certificate(
        standard=entry["standard"],
        holder=entry["holder"],
        scope=entry["scope"],
        issued_by=entry["issued_by"],
        number=entry["number"],
        issued=entry["issued"],
        expires=entry["expires"],
        product_code=entry.get("product", ""),
    )


def read_pages(source: Source) -> Pages:
    """The starter copy of one language."""
    data = toml_of(source)
    if "language" not in data:
        raise unreadable(
            source.name, gettext_noop('The entry "%(column)s" is missing.'), column="language"
        )
    return Pages(
        language=data["language"],
        file=source.name,
        text=source.content.decode("utf-8-sig"),
    )

"""Whole stores for tests: launched as a factory would, with a small catalogue of their own."""

from django.core.files.uploadedfile import SimpleUploadedFile

from sites.launch.actions import LaunchRequest, launch
from sites.tenancy.models import Factory
from tests.builders.factories import PASSWORD

CATALOGUE = """\
SKU,Title,GTIN-13,HS code,Unit,MOQ,Unit price,Currency,Qty on hand,Available from,Carton net kg,\
Carton gross kg
{mark}-001,{mark} flange DN 50,2099900000010,730721,H87,20,18.20,USD,240,2026-12-01,20.0,21.5
{mark}-002,{mark} spur gear,2099900000027,848390,H87,30,8.15,USD,0,2026-12-01,12.4,13.3
{mark}-003,{mark} ball bearing,2099900000034,848210,H87,200,1.24,USD,1800,2026-12-01,15.9,16.9
"""


def launched_store(slug: str, *, mark: str | None = None, **fields) -> Factory:
    """A store that opened with three products, whose every word carries ``mark``."""
    mark = (mark or slug).upper()
    upload = SimpleUploadedFile(
        "catalogue.csv", CATALOGUE.format(mark=mark).encode(), content_type="text/csv"
    )
    request = {
        "name": f"{mark} Works",
        "slug": slug,
        "theme": "datum",
        "country": "CN",
        "languages": ["en", "ar"],
        "currency": "USD",
        "owner_email": f"owner@{slug}.example",
        "password": PASSWORD,
        "catalogue": upload,
    }
    return launch(LaunchRequest(**(request | fields)))

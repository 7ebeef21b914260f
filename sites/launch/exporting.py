"""A factory's catalogue as our own template, to be edited in a spreadsheet and read again."""

import csv
from collections import Counter
from typing import TextIO

from factory_portal.inventory.models import Balance
from sites.launch.reading.texts import neutralise
from storefront.catalogue.models import Product
from storefront.catalogue.translated import text
from storefront.partner.models import StockRecord

COLUMNS = (
    *("SKU", "Title", "GTIN-13", "HS code", "Unit", "MOQ", "Order multiple", "Unit price"),
    *("Currency", "Qty on hand", "Carton qty", "Carton net kg", "Carton gross kg"),
)


def write_catalogue(out: TextIO) -> int:
    """Write every SKU of the factory in scope; no cell can be run. Returns how many there are."""
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    prices = {record.product_id: record for record in StockRecord.objects.all()}
    on_hand: Counter[int] = Counter()
    for item, quantity in Balance.objects.values_list("lot__item", "on_hand"):
        on_hand[item] += quantity
    products = (
        Product.objects.exclude(upc=None)
        .select_related("packing")
        .annotate(shown=text("title"))
        .order_by("upc")
    )
    for product in products:
        price = prices.get(product.pk)
        packing = getattr(product, "packing", None)
        row = (
            *(product.upc, product.shown, product.gtin, product.hs_code, product.unit),
            *(product.moq, product.order_multiple),
            *((price.price.normalize(), price.price_currency) if price else ("", "")),
            format(on_hand[product.item_id].normalize(), "f") if product.item_id in on_hand else 0,
            *(
                (
                    packing.carton_quantity,
                    format(packing.carton_net_kg.normalize(), "f"),
                    format(packing.carton_gross_kg.normalize(), "f"),
                )
                if packing
                else ("", "", "")
            ),
        )
        writer.writerow([neutralise(str(cell)) for cell in row])
    return len(products)

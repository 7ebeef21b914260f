"""Goods to sell: families with SKUs, prices by quantity, stock, a machine that makes more."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from factory_portal.freight.models import RateCard, Zone
from factory_portal.inventory import actions as inventory
from factory_portal.inventory.models import Item, Warehouse
from factory_portal.production import actions as production
from factory_portal.production.models import Operation, WorkCentre
from factory_portal.production.queries import local_day
from storefront.catalogue import actions as catalogue
from storefront.catalogue.models import (
    OptionAxis,
    OptionValue,
    Packing,
    Product,
    ProductAttribute,
    ProductAttributeValue,
    ProductCategory,
)
from storefront.partner.actions import own_partner
from storefront.partner.models import StockRecord
from storefront.pricing.actions import publish_breaks
from storefront.pricing.rules import Break

BREAKS = ((100, "2.00"), (500, "1.80"), (1000, "1.50"))


class Range:
    """A small range in the scope's factory; every SKU can be stocked and made."""

    def __init__(self):
        self.warehouse = Warehouse.objects.create(code="MAIN", name="Main", country="CN")
        self.lathe = WorkCentre.objects.create(
            code="LATHE", name="Turning", shifts="08:00-16:30", break_minutes=30
        )
        production.open_calendar([self.lathe], first=local_day())
        self.category = catalogue.add_category(name="Gears", name_ar="تروس")
        self.goods = catalogue.goods()

    def family(self, code: str = "spur-gear", title: str = "Spur gear") -> Product:
        """A family in the category."""
        family = Product.objects.create(
            structure=Product.PARENT,
            code=code,
            title_en=title,
            title_ar="ترس",
            product_class=self.goods,
            description_en="Hobbed and deburred.",
        )
        ProductCategory.objects.create(product=family, category=self.category)
        OptionAxis.objects.create(family=family, name_en="Teeth", name="Teeth")
        return family

    def sku(
        self,
        sku: str = "SG-20",
        *,
        family: Product | None = None,
        teeth: str = "20",
        stock: int = 0,
        breaks: Sequence[tuple[int, str]] = BREAKS,
    ) -> Product:
        """A SKU with price, packing, an attribute, and so many in stock."""
        family = family or Product.objects.filter(code="spur-gear").first() or self.family()
        item = Item.objects.create(code=sku, name=sku)
        Operation.objects.create(
            item=item,
            sequence=10,
            work_centre=self.lathe,
            setup_minutes=30,
            run_minutes=Decimal("0.5"),
        )
        product = Product.objects.create(
            structure=Product.CHILD, parent=family, upc=sku, item=item, moq=100, order_multiple=50
        )
        OptionValue.objects.create(
            product=product, axis=family.axes.first(), value_en=teeth, value=teeth
        )
        self.attribute(product, "teeth", "Teeth", teeth)
        self.price(product, breaks)
        Packing.objects.create(
            product=product,
            unit_net_kg=Decimal("0.1"),
            unit_gross_kg=Decimal("0.11"),
            carton_quantity=100,
            carton_length_cm=40,
            carton_width_cm=30,
            carton_height_cm=20,
            carton_net_kg=10,
            carton_gross_kg=Decimal("10.5"),
        )
        if stock:
            self.stock(product, stock)
        return product

    def price(self, product: Product, breaks: Sequence[tuple[int, str]]) -> StockRecord:
        """Price steps under a stock record."""
        record = StockRecord.objects.create(
            product=product,
            partner=own_partner(),
            partner_sku=product.sku,
            price_currency="USD",
        )
        publish_breaks(
            record,
            breaks=[Break(from_quantity=q, unit_price=Decimal(price)) for q, price in breaks],
        )
        return record

    def attribute(self, product: Product, code: str, name: str, value: str, unit: str = ""):
        """A value of an attribute that buyers filter by."""
        attribute, _created = ProductAttribute.objects.get_or_create(
            code=code,
            product_class=self.goods,
            defaults={"name_en": name, "name": name, "unit": unit, "type": "text"},
        )
        ProductAttributeValue.objects.create(
            product=product, attribute=attribute, value_text_en=value, value_text=value
        )

    def stock(self, product: Product, quantity: int, lot: str = "L1") -> None:
        """A lot in the warehouse."""
        inventory.receive(
            [
                inventory.Arrival(
                    item_id=product.item_id,
                    lot=f"{product.sku}-{lot}",
                    warehouse_id=self.warehouse.pk,
                    quantity=Decimal(quantity),
                    key=f"stock {product.sku} {lot}",
                )
            ]
        )

    def express(self, *countries: str, rate: str = "5.00") -> None:
        """A carrier to these countries, by the kilogram."""
        Zone.objects.create(code="Z1", countries=list(countries))
        RateCard.objects.create(
            mode="express",
            service="Courier",
            origin="CNNGB",
            destination="Z1",
            unit_basis="kg chargeable",
            break_from=0,
            break_to=None,
            rate=Decimal(rate),
            minimum=Decimal(20),
            currency="USD",
            transit_days_min=3,
            transit_days_max=5,
            valid_from=date(2020, 1, 1),
            valid_until=date(2099, 12, 31),
        )

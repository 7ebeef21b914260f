"""Which table a header belongs to: recognised by its columns, never by a file's name."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Target:
    name: str
    signs: frozenset[str]
    """Columns that together tell this table from every other."""
    required: Mapping[str, str] = field(default_factory=dict)
    """Columns without which nothing is imported, and how our templates write them."""


def _target(name: str, signs: str, required: str) -> Target:
    labels = [label.strip() for label in required.split(",")]
    keys = {_key(label): label for label in labels}
    return Target(name, frozenset(signs.split()), keys)


def _key(label: str) -> str:
    return label.lower().replace("%", "percent").replace(" ", "_").replace("-", "_")


TARGETS = (
    _target("shopify", "handle variant_sku", "Handle, Title, Variant SKU, Status"),
    _target("template", "sku title unit", "SKU, Title, Unit, MOQ, Unit price, Currency"),
    _target("families", "product_code title category_path", "Product code, Title"),
    _target("variants", "sku product_code moq", "SKU, Product code, Unit, MOQ, Currency"),
    _target("price_breaks", "sku from_qty", "SKU, Currency, From qty, Unit price"),
    _target("packing", "sku carton_qty unit_net_kg", "SKU, Carton qty"),
    _target("attributes", "sku name value", "SKU, Name, Value"),
    _target("stock", "sku warehouse qty_on_hand", "SKU, Warehouse, Qty on hand, Unit"),
    _target("components", "component type on_hand", "Component, Name, Type, Unit, On hand"),
    _target("bom", "parent_item component qty_per", "Parent item, Component, Qty per, Unit"),
    _target("work_centres", "code shifts stations", "Code, Name, Stations, Shifts, Working days"),
    _target("routings", "item operation work_centre", "Item, Operation, Work centre"),
    _target("suppliers", "supplier name supplies", "Supplier, Name"),
    _target(
        "purchase_orders", "purchase_order component", "Purchase order, Component, Qty, Unit price"
    ),
    _target("production_orders", "production_order item", "Production order, Item, Qty, Due date"),
    _target("sales_orders", "order company_code sku", "Order, Line, Company code, SKU, Qty"),
    _target("certificates", "standard holder issued_by", "Standard, Number, Issued, Expires"),
    _target("documents", "document title file_name", "Document, Title, Type, File name"),
    _target("translations", "entity key language text", "Entity, Key, Language, Field, Text"),
    _target("rates", "mode rate unit_basis", "Mode, From, To, Unit basis, Rate, Currency"),
    _target("express_zones", "zone countries", "Zone, Countries"),
    _target("companies", "company_code vat_number", "Company code, Name, Country, Price list"),
)

ALIASES = {"parent": "parent_item", "gtin_13": "gtin", "e_mail": "email", "per_unit": "unit"}
"""Other spellings of a canonical column."""


def target_of(columns: set[str]) -> Target | None:
    """The target with the most of its signs present; None when no table is recognised."""
    fitting = [target for target in TARGETS if target.signs <= columns]
    return max(fitting, key=lambda target: len(target.signs), default=None)


def canonical(column: str) -> str:
    return ALIASES.get(column, column)


BY_NAME = {target.name: target for target in TARGETS}

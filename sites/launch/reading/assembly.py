"""All tables of one factory into one `FactoryFiles`, checked as a whole."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sites.launch.reading import checks, erp, papers, products, shopify, supply, template
from sites.launch.reading.checks import Known, Place
from sites.launch.reading.complaints import Complaints, gettext_noop
from sites.launch.reading.mapped import ColumnMapping
from sites.launch.reading.rows import (
    Attribute,
    FactoryFiles,
    Family,
    Pages,
    Profile,
)
from sites.launch.reading.tables import Line, Table

READERS: dict[str, tuple[str, Callable[[Line], Any]]] = {
    "families": ("families", products.family),
    "variants": ("variants", products.variant),
    "price_breaks": ("price_breaks", products.price_break),
    "packing": ("packing", products.packing),
    "stock": ("stock", supply.stock_lot),
    "components": ("components", supply.component),
    "bom": ("bom", supply.bom_line),
    "work_centres": ("work_centres", supply.work_centre),
    "routings": ("operations", supply.operation),
    "suppliers": ("suppliers", supply.supplier),
    "purchase_orders": ("purchase_orders", supply.purchase_order),
    "production_orders": ("production_orders", supply.production_order),
    "sales_orders": ("sales", supply.sales_line),
    "certificates": ("certificates", papers.certificate),
    "documents": ("documents", papers.document),
    "translations": ("translations", papers.translation),
    "rates": ("rates", papers.rate),
    "express_zones": ("express_zones", papers.express_zone),
    "companies": ("companies", papers.company),
}
"""Target of a table → field of FactoryFiles, and how one line is read."""

KEYS = {
    "families": ("product_code",),
    "variants": ("sku",),
    "packing": ("sku",),
    "components": ("component",),
    "work_centres": ("code",),
    "suppliers": ("supplier",),
    "production_orders": ("production_order",),
    "companies": ("company_code",),
    "express_zones": ("zone",),
    "template": ("sku",),
    "erp_products": ("sku",),
    "shopify": ("variant_sku",),
    "price_breaks": ("sku", "price_list", "currency", "from_qty"),
    "bom": ("parent_item", "component"),
    "routings": ("item", "operation"),
    "sales_orders": ("order", "line"),
    "stock": ("sku", "warehouse", "lot"),
}
"""The columns that together name a row."""

REFERENCES = (
    (
        "bom",
        "parent_item",
        "items",
        gettext_noop("Row %(row)d: %(key)s is not in the product list."),
    ),
    (
        "bom",
        "component",
        "items",
        gettext_noop("Row %(row)d: %(key)s is not in the component list."),
    ),
    ("routings", "item", "items", gettext_noop("Row %(row)d: %(key)s is not in the product list.")),
    (
        "routings",
        "work_centre",
        "work_centres",
        gettext_noop("Row %(row)d: there is no work centre %(key)s."),
    ),
    (
        "production_orders",
        "item",
        "items",
        gettext_noop("Row %(row)d: %(key)s is not in the product list."),
    ),
    (
        "price_breaks",
        "sku",
        "skus",
        gettext_noop("Row %(row)d: %(key)s is not in the product list."),
    ),
    ("packing", "sku", "skus", gettext_noop("Row %(row)d: %(key)s is not in the product list.")),
    ("attributes", "sku", "skus", gettext_noop("Row %(row)d: %(key)s is not in the product list.")),
    ("stock", "sku", "skus", gettext_noop("Row %(row)d: %(key)s is not in the product list.")),
    (
        "sales_orders",
        "sku",
        "skus",
        gettext_noop("Row %(row)d: %(key)s is not in the product list."),
    ),
)


@dataclass(frozen=True, slots=True)
class Material:
    """What was found before it is put together."""

    tables: Sequence[Table]
    profile: Profile | None = None
    pages: tuple[Pages, ...] = ()
    mapping: ColumnMapping | None = None
    known: Known | None = None


def assemble(material: Material, complaints: Complaints) -> FactoryFiles:
    """Read every table, join what belongs together, and check what spans rows and files."""
    lines = {
        name: [
            line
            for table in material.tables
            if table.target == name
            for line in table.lines(complaints)
        ]
        for name in {table.target for table in material.tables}
    }
    found: dict[str, list[Any]] = {field: [] for field, _ in READERS.values()}
    for target, (field, reader) in READERS.items():
        found[field] = [reader(line) for line in lines.get(target, ())]
    bom_places = {
        number: place(line, "component") for number, line in enumerate(lines.get("bom", ()))
    }
    for target, columns in KEYS.items():
        checks.complain_of_duplicates(keys_of(lines.get(target, ()), columns), complaints)
    _add_templates(lines.get("template", ()), found)
    _add_erp(lines.get("erp_products", ()), material, found)
    _add_shopify(lines, found)
    _add_attributes(lines.get("attributes", ()), material, found)
    _check_references(lines, material, found, complaints)
    checks.complain_of_circle(found["bom"], bom_places, complaints)
    _fill_currencies(material.profile, found)
    return FactoryFiles(
        profile=material.profile,
        pages=material.pages,
        **{field: tuple(values) for field, values in found.items()},
    )


def place(line: Line, column: str) -> Place:
    return Place(line.table.file, line.number, line.label(column))


def keys_of(lines: Iterable[Line], columns: tuple[str, ...]) -> Iterable[tuple[str, Place]]:
    for line in lines:
        parts = [line.text(column) for column in columns]
        yield (" / ".join(parts) if all(parts[:1]) else ""), place(line, columns[0])


def _add_templates(lines: Iterable[Line], found: dict[str, list[Any]]) -> None:
    for line in lines:
        family, variant, price, boxes, lot = template.from_template(line)
        found["families"].append(family)
        found["variants"].append(variant)
        found["price_breaks"].append(price)
        found["packing"].append(boxes)
        if lot:
            found["stock"].append(lot)


def _add_erp(lines: Iterable[Line], material: Material, found: dict[str, list[Any]]) -> None:
    families: dict[str, Family] = {}
    for line in lines:
        family, variant, breaks, boxes = erp.from_erp(
            line, material.mapping or ColumnMapping(sources=())
        )
        known = families.setdefault(family.code, family)
        images = tuple(dict.fromkeys(known.images + family.images))
        families[family.code] = replace(known, images=images)
        found["variants"].append(variant)
        found["price_breaks"].extend(breaks)
        found["packing"].append(boxes)
    found["families"].extend(families.values())


def _add_shopify(lines: dict[str, list[Line]], found: dict[str, list[Any]]) -> None:
    if "shopify" not in lines:
        return
    families, variants = shopify.from_shopify(lines["shopify"])
    categories = {
        entry.key: entry.text
        for entry in reversed(found["translations"])
        if entry.entity == "category" and entry.field == "name"
    }
    tags = {
        line.text("handle"): line.text("tags")
        for line in reversed(lines["shopify"])
        if line.has("tags")
    }
    found["families"].extend(
        replace(
            family,
            category_path=shopify.place_in_categories(
                family, tags.get(family.code, ""), categories
            ),
        )
        for family in families
    )
    terms: dict[str, dict[str, Any]] = {}
    for line in lines.get("price_breaks", ()):
        if line.has("moq"):
            moq, multiple = products.order_steps(line)
            terms.setdefault(line.text("sku"), {}).update(
                unit=line.unit(),
                moq=moq,
                order_multiple=multiple,
                sample_price=line.price("sample_price"),
                currency=line.text("currency"),
                lead_time_basis=line.text("lead_time_basis"),
                lead_time_days=line.whole("lead_time_days"),
            )
    for line in lines.get("packing", ()):
        terms.setdefault(line.text("sku"), {}).update(
            hs_code=products.hs_code(line), country_of_origin=line.text("country_of_origin")
        )
    found["variants"].extend(
        shopify.with_shop_terms(variant, terms.get(variant.sku, {})) for variant in variants
    )


def _add_attributes(lines: Iterable[Line], material: Material, found: dict[str, list[Any]]) -> None:
    more: dict[str, list[Attribute]] = {}
    for line in lines:
        sku, attribute = products.attribute(line)
        more.setdefault(sku, []).append(attribute)
    axes = material.mapping.option_axes if material.mapping else {}
    for position, variant in enumerate(found["variants"]):
        attributes = (*variant.attributes, *more.get(variant.sku, ()))
        options = variant.options or options_from(axes.get(variant.family, ()), attributes)
        found["variants"][position] = replace(variant, attributes=attributes, options=options)


def options_from(
    axes: tuple[str, ...], attributes: tuple[Attribute, ...]
) -> tuple[tuple[str, str], ...]:
    """Option values that are attributes of the same name, written with their unit."""
    values = {entry.name: f"{entry.value} {entry.unit}".strip() for entry in attributes}
    return tuple((axis, values[axis]) for axis in axes if axis in values)


def _check_references(
    lines: dict[str, list[Line]],
    material: Material,
    found: dict[str, list[Any]],
    complaints: Complaints,
) -> None:
    known = material.known or Known()
    skus = known.skus | {variant.sku for variant in found["variants"]}
    items = skus | known.components | {component.code for component in found["components"]}
    lists = {
        "skus": skus,
        "items": items,
        "work_centres": known.work_centres | {centre.code for centre in found["work_centres"]},
    }
    for target, column, name, template_text in REFERENCES:
        # A file read by itself, without anything it could refer to, is not judged by it.
        if material.known is None and not lists[name]:
            continue
        references = [(line.text(column), place(line, column)) for line in lines.get(target, ())]
        checks.complain_of_strangers(references, frozenset(lists[name]), template_text, complaints)
    families = frozenset(family.code for family in found["families"])
    checks.complain_of_strangers(
        [
            (line.text("product_code"), place(line, "product_code"))
            for line in lines.get("variants", ())
        ],
        families,
        gettext_noop("Row %(row)d: there is no product %(key)s."),
        complaints,
    )


def _fill_currencies(profile: Profile | None, found: dict[str, list[Any]]) -> None:
    """Prices are in the store's currency and costs in the cost currency unless a row says else."""
    if profile is None:
        return
    defaults = {
        "variants": profile.currency,
        "price_breaks": profile.currency,
        "sales": profile.currency,
        "companies": profile.currency,
        "components": profile.cost_currency,
        "purchase_orders": profile.cost_currency,
    }
    for field, currency in defaults.items():
        found[field] = [
            value if value.currency else replace(value, currency=currency) for value in found[field]
        ]

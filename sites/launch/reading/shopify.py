"""A Shopify product export, completed by the factory's own price, packing and attribute files."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from sites.launch.reading.complaints import gettext_noop
from sites.launch.reading.products import gtin, names
from sites.launch.reading.rows import Family, Variant
from sites.launch.reading.tables import Line
from sites.launch.reading.texts import clean_html, slug_of

THOUSAND = Decimal(1000)


def metafield(line: Line, name: str) -> str:
    """A Shopify column such as 'Material (product.metafields.custom.material)'."""
    ending = f"metafields_custom_{name}"
    return next((line.text(key) for key in line.cells if key.endswith(ending)), "")


def from_shopify(lines: Iterable[Line]) -> tuple[list[Family], list[Variant]]:
    """Families and SKUs of a product export.

    Product fields stand only on a handle's first row; a row without an SKU only adds a picture.
    """
    families: dict[str, Family] = {}
    axes: dict[str, tuple[str, ...]] = {}
    variants: list[Variant] = []
    for line in lines:
        handle, image = line.required("handle"), names(line.text("image_src"))
        if line.has("title"):
            families[handle] = Family(
                code=handle,
                title=line.text("title"),
                short_description=line.text("seo_description"),
                description_html=clean_html(line.text("body_html")),
                category_path=line.text("type"),
                material=metafield(line, "material"),
                active=line.text("status", "active").lower() == "active",
            )
            axes[handle] = tuple(line.text(f"option{n}_name") for n in (1, 2, 3))
        if handle not in families:
            line.complain(
                "title", gettext_noop("Row %(row)d: the first row of a handle needs a title.")
            )
            continue
        known = families[handle]
        families[handle] = replace(known, images=tuple(dict.fromkeys(known.images + image)))
        if not line.has("variant_sku"):
            continue
        options = [
            (axis, line.text(f"option{n}_value"))
            for n, axis in enumerate(axes[handle], 1)
            if axis and not (axis == "Title" and line.text(f"option{n}_value") == "Default Title")
        ]
        grams = line.decimal("variant_grams")
        line.cells = {**line.cells, "gtin": line.cells.get("variant_barcode")}
        variants.append(
            Variant(
                sku=line.text("variant_sku"),
                family=handle,
                name="",
                gtin=gtin(line),
                material=known.material,
                retail_price=line.price("variant_price"),
                net_weight_kg=None if grams is None else grams / THOUSAND,
                images=names(line.text("variant_image")),
                options=tuple(options),
            )
        )
    return list(families.values()), variants


def words_of(text: str) -> frozenset[str]:
    """Lower-case words without the English plural s."""
    return frozenset(word.removesuffix("s") for word in re.findall(r"\w+", text.lower()))


def place_in_categories(item: Family, tags: str, categories: Mapping[str, str]) -> str:
    """The factory's own category (path → name) whose words best fit a product, or its type.

    A shop's type is a single word; the factory's categories have two levels. The title weighs
    most, then the type, then the tags; the parent counts when the type names it.
    """
    best, score = slug_of(item.category_path), 0
    for path, name in categories.items():
        parent, _, leaf = path.rpartition("/")
        leaf_words = words_of(leaf) | words_of(name)
        kind = words_of(item.category_path)
        points = (
            3 * len(leaf_words & words_of(item.title))
            + 3 * len(leaf_words & kind)
            + len(leaf_words & words_of(tags))
            + 2 * len(words_of(parent) & kind)
        )
        if points > score and parent:
            best, score = path, points
    return best


def with_shop_terms(item: Variant, terms: Mapping[str, Any]) -> Variant:
    """A Shopify SKU completed from the price list, packing and attribute files."""
    known = {name: value for name, value in terms.items() if value not in (None, "")}
    return replace(item, **known)

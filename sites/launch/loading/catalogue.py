"""Categories, families, SKUs, attributes, options, prices, packing and papers."""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha1

from django.utils.text import slugify

from factory_portal.inventory.models import Item
from sites.launch.loading.upserts import among, upsert
from sites.launch.loading.words import Words, localized
from sites.launch.reading.rows import Attribute, FactoryFiles, Family, Packing, Variant
from storefront.catalogue import memory, models
from storefront.catalogue.actions import add_category, goods

Product = models.Product


def load_catalogue(
    files: FactoryFiles, words: Words, items: Mapping[str, Item]
) -> dict[str, Product]:
    """The products of the files, by SKU. Families become parents unless they have one SKU."""
    categories = load_categories(files, words)
    families, skus = _load_products(files, words, items)
    _place(files, families, skus, categories)
    _load_attributes(files, words, skus)
    _load_options(files, words, families, skus)
    _load_packing(files, skus)
    _load_papers(files, {**skus, **families})
    memory.forget()
    return skus


def load_categories(files: FactoryFiles, words: Words) -> dict[str, models.Category]:
    """Every category that a family names, with those above it, by path."""
    paths: dict[str, None] = {}
    for family in files.families:
        parts = [part.strip() for part in family.category_path.split("/") if part.strip()]
        for depth in range(1, len(parts) + 1):
            paths.setdefault("/".join(parts[:depth]))
    there = {category.code: category for category in models.Category.objects.filter(code__in=paths)}
    for path in paths:
        own = path.rpartition("/")[2].replace("-", " ").capitalize()
        names = words.columns("name", entity="category", key=path, field="name", own=own)
        category = there.get(path)
        if category is None:
            english = words.text("category", path, "name", "en") or own
            there[path] = add_category(
                parent=there.get(path.rpartition("/")[0]), name=english, code=path, **names
            )
        elif any(getattr(category, column) != name for column, name in names.items()):
            models.Category.objects.filter(pk=category.pk).update(**names)
    return there


def ids(rows: Mapping[str, Product]) -> list[int]:
    return [row.pk for row in rows.values()]


def standalone(variants: list[Variant]) -> bool:
    """A family with one SKU and nothing to choose is that SKU."""
    return len(variants) == 1 and not variants[0].options


def slug_of(text: str) -> str:
    return slugify(text) or sha1(text.encode(), usedforsecurity=False).hexdigest()[:12]


def _load_products(
    files: FactoryFiles, words: Words, items: Mapping[str, Item]
) -> tuple[dict[str, Product], dict[str, Product]]:
    variants: dict[str, list[Variant]] = {}
    for variant in files.variants:
        variants.setdefault(variant.family, []).append(variant)
    single = {family.code for family in files.families if standalone(variants.get(family.code, []))}
    kind = goods()
    wanted_families = {
        family.code: {
            "code": family.code,
            "slug": slug_of(family.code),
            "structure": Product.PARENT,
            "product_class": kind,
            "material": family.material[:200],
            "country_of_origin": family.country_of_origin,
            "is_public": family.active,
            **_family_words(family, words),
        }
        for family in files.families
        if family.code not in single
    }
    families = upsert(
        among(Product.objects.all(), "code", wanted_families), lambda row: row.code, wanted_families
    )
    by_code = {family.code: family for family in files.families}
    wanted = {}
    for variant in files.variants:
        family = by_code[variant.family]
        values = {
            "upc": variant.sku,
            "slug": slug_of(variant.sku),
            "item": items[variant.sku],
            "unit": variant.unit or "H87",
            "moq": int(variant.moq),
            "order_multiple": int(variant.order_multiple),
            "hs_code": variant.hs_code,
            "gtin": variant.gtin,
            "country_of_origin": variant.country_of_origin,
            "material": variant.material[:200],
            "lead_time_basis": variant.lead_time_basis or Product.LeadTimeBasis.MAKE_TO_ORDER,
            "lead_time_days": variant.lead_time_days or 0,
            "sample_price": variant.sample_price,
            "is_public": family.active,
        }
        if family.code in single:
            values |= {"structure": Product.STANDALONE, "product_class": kind, "code": family.code}
            values |= _family_words(family, words)
        else:
            values |= {"structure": Product.CHILD, "parent": families[family.code]}
            values |= localized("title", words.variant_titles(variant, family.title))
            values |= _specification(variant, family, words)
        wanted[variant.sku] = values
    skus = upsert(among(Product.objects.all(), "upc", wanted), lambda row: row.upc, wanted)
    return families, skus


def _family_words(family: Family, words: Words) -> dict[str, str]:
    return {
        **words.columns(
            "title", entity="product", key=family.code, field="title", own=family.title
        ),
        **words.columns(
            "short_description",
            entity="product",
            key=family.code,
            field="short_description",
            own=family.short_description,
        ),
        **localized("description", {words.source: family.description_html}),
    }


def _specification(variant: Variant, family: Family, words: Words) -> dict[str, str]:
    """What an ERP calls the specification stands in its language, the family's text in others."""
    if not variant.specification:
        return {}
    texts = {
        language: words.text("product", family.code, "short_description", language)
        for language in words.languages
    }
    texts[words.source] = variant.specification
    return localized("short_description", texts)


def _place(
    files: FactoryFiles,
    families: Mapping[str, Product],
    skus: Mapping[str, Product],
    categories: Mapping[str, models.Category],
) -> None:
    tops = dict(families)
    tops |= {row.code: row for row in skus.values() if row.structure == Product.STANDALONE}
    wanted = {
        (tops[family.code].pk, categories[family.category_path].pk): {
            "product": tops[family.code],
            "category": categories[family.category_path],
        }
        for family in files.families
        if family.category_path in categories and family.code in tops
    }
    upsert(
        among(models.ProductCategory.objects.all(), "product", ids(tops)),
        lambda row: (row.product_id, row.category_id),
        wanted,
    )


# ── Attributes and options ───────────────────────────────────────────────────────────────────


def _load_attributes(files: FactoryFiles, words: Words, skus: Mapping[str, Product]) -> None:
    seen: dict[tuple[str, str], set[str]] = {}
    for variant in files.variants:
        for attribute in variant.attributes:
            seen.setdefault((attribute.name, attribute.unit), set()).add(attribute.value)
    order = merged_order(
        [(attribute.name, attribute.unit) for attribute in variant.attributes]
        for variant in files.variants
    )
    codes = attribute_codes(order, words)
    kind = goods()
    wanted = {
        codes[name, unit]: {
            "product_class": kind,
            "code": codes[name, unit],
            "unit": unit[:20],
            "type": models.ProductAttribute.TEXT,
            "required": False,
            "is_facet": 2 <= len(values) <= 24,
            "sort": place,
            **words.columns("name", entity="attribute", key=name, field="name", own=name),
        }
        for place, ((name, unit), values) in enumerate((key, seen[key]) for key in order)
    }
    attributes = upsert(
        models.ProductAttribute.objects.filter(product_class=kind), lambda row: row.code, wanted
    )

    def code(attribute: Attribute) -> str:
        return codes[attribute.name, attribute.unit]

    values = {
        (skus[variant.sku].pk, attributes[code(attribute)].pk): {
            "product": skus[variant.sku],
            "attribute": attributes[code(attribute)],
            **words.value_columns("value_text", attribute.value),
        }
        for variant in files.variants
        for attribute in variant.attributes
    }
    upsert(
        among(models.ProductAttributeValue.objects.all(), "product", ids(skus)),
        lambda row: (row.product_id, row.attribute_id),
        values,
    )


def merged_order(lists: Iterable[list[tuple[str, str]]]) -> list[tuple[str, str]]:
    """One order for all attributes in which each SKU finds its own, as far as they agree.

    A new one stands before the next one that is known already, or else at the end.
    """
    order: list[tuple[str, str]] = []
    for names in lists:
        for place, name in enumerate(names):
            if name in order:
                continue
            following = (order.index(later) for later in names[place + 1 :] if later in order)
            order.insert(min(following, default=len(order)), name)
    return order


def attribute_codes(names: list[tuple[str, str]], words: Words) -> dict[tuple[str, str], str]:
    """An identifier for each (name, unit), from the English name where there is one."""
    codes: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for name, unit in names:
        english = words.text("attribute", name, "name", "en") or name
        stem = re.sub(r"\W+", "_", slugify(english)).strip("_")
        if not stem or not stem[0].isalpha():
            stem = "a_" + sha1(name.encode(), usedforsecurity=False).hexdigest()[:8]
        code = stem
        if code in taken:
            code = f"{stem}_{sha1(unit.encode(), usedforsecurity=False).hexdigest()[:4]}"
        taken.add(code)
        codes[name, unit] = code
    return codes


def _load_options(
    files: FactoryFiles,
    words: Words,
    families: Mapping[str, Product],
    skus: Mapping[str, Product],
) -> None:
    axes: dict[tuple[int, str], dict] = {}
    for variant in files.variants:
        if variant.family not in families:
            continue
        family = families[variant.family]
        for sort, (name, _) in enumerate(variant.options):
            entity = "option" if words.text("option", name, "name", words.source) else "attribute"
            axes.setdefault(
                (family.pk, name),
                {
                    "family": family,
                    "sort": sort,
                    **words.columns("name", entity=entity, key=name, field="name", own=name),
                },
            )
    source_name = next(iter(localized("name", {words.source: "x"})))
    rows = upsert(
        among(models.OptionAxis.objects.all(), "family", ids(families)),
        lambda row: (row.family_id, getattr(row, source_name)),
        {(family, values[source_name]): values for (family, _), values in axes.items()},
    )
    by_option = {key: rows[key[0], values[source_name]] for key, values in axes.items()}
    wanted = {}
    for variant in files.variants:
        if variant.family not in families:
            continue
        for name, value in variant.options:
            axis = by_option[families[variant.family].pk, name]
            wanted[skus[variant.sku].pk, axis.pk] = {
                "product": skus[variant.sku],
                "axis": axis,
                **words.value_columns("value", value),
            }
    upsert(
        among(models.OptionValue.objects.all(), "product", ids(skus)),
        lambda row: (row.product_id, row.axis_id),
        wanted,
    )


# ── Packing and papers ───────────────────────────────────────────────────────────────────────


def _load_packing(files: FactoryFiles, skus: Mapping[str, Product]) -> None:
    rows = {boxes.sku: packing_values(boxes) for boxes in files.packing if boxes.sku in skus}
    wanted = {
        skus[sku].pk: {"product": skus[sku], **values} for sku, values in rows.items() if values
    }
    upsert(
        among(models.Packing.objects.all(), "product", wanted), lambda row: row.product_id, wanted
    )


def packing_values(boxes: Packing) -> dict[str, object]:
    """The columns of a packing row, nothing without a weighed carton.

    A unit's weight that was not sent follows from the carton's.
    """
    per_carton, net, gross = boxes.carton_qty, boxes.carton_net_kg, boxes.carton_gross_kg
    if not (per_carton and net and gross):
        return {}
    values: dict[str, object] = {
        "unit_net_kg": boxes.unit_net_kg or round(net / per_carton, 5),
        "unit_gross_kg": boxes.unit_gross_kg or round(gross / per_carton, 5),
        "inner_quantity": boxes.inner_qty or 1,
        "carton_quantity": per_carton,
        "carton_net_kg": net,
        "carton_gross_kg": gross,
        "cartons_per_layer": boxes.cartons_per_layer or 0,
        "layers": boxes.layers or 0,
        "pallet_type": boxes.pallet_type,
        "pallet_tare_kg": boxes.pallet_tare_kg or 0,
        "pallet_gross_kg": boxes.pallet_gross_kg or 0,
    }
    for level, sides in (
        ("inner", boxes.inner_cm),
        ("carton", boxes.carton_cm),
        ("pallet", boxes.pallet_cm),
    ):
        for side, length in zip(("length", "width", "height"), sides or (None,) * 3, strict=True):
            values[f"{level}_{side}_cm"] = length
    return values


def _load_papers(files: FactoryFiles, products: Mapping[str, Product]) -> None:
    certificates = files.certificates or (files.profile.certificates if files.profile else ())
    wanted = {
        (paper.standard, paper.number): {
            "code": paper.number[:60],
            "standard": paper.standard,
            "number": paper.number,
            "holder": paper.holder,
            "scope": paper.scope,
            "issued_by": paper.issued_by,
            "issued": paper.issued,
            "expires": paper.expires,
            "product": products.get(paper.product_code),
        }
        for paper in certificates
    }
    upsert(models.Certificate.objects.all(), lambda row: (row.standard, row.number), wanted)
    documents = {
        paper.code: {
            "code": paper.code,
            "title": paper.title[:200],
            "kind": paper.kind,
            "language": paper.language,
            "file_name": paper.file_name,
            "revision": paper.revision,
            "dated": paper.dated,
            "access": paper.access,
            "product": products.get(paper.product_code),
        }
        for paper in files.documents
    }
    upsert(models.ProductDocument.objects.all(), lambda row: row.code, documents)

"""Reads of the catalogue, as plain values."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, F, Q, QuerySet

from media.library.queries import pictures
from media.library.rules import Sources
from storefront.catalogue.memory import remembered, remembered_each
from storefront.catalogue.models import (
    Category,
    Certificate,
    OptionValue,
    Packing,
    Product,
    ProductAttributeValue,
    ProductCategory,
    ProductDocument,
    ProductImage,
)
from storefront.catalogue.translated import text


@dataclass(frozen=True, kw_only=True, slots=True)
class Branch:
    """A category in the tree, with the number of its orderable SKUs, those below included."""

    id: int
    parent_id: int | None
    name: str
    slug: str
    description: str
    path: str
    picture_id: int | None
    in_menu: bool
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Property:
    """An attribute's name, value and unit."""

    code: str
    name: str
    value: str
    unit: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A SKU's value on one axis of its family."""

    axis: str
    value: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Sku:
    """What a list shows of a SKU besides price and date."""

    id: int
    sku: str
    slug: str
    title: str
    family_id: int
    item_id: int | None
    unit: str
    moq: int
    multiple: int
    made_to_order: bool
    lead_time_days: int
    material: str
    properties: tuple[Property, ...]
    picture: Sources | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Sibling:
    """A SKU of the same family with its place on the axes."""

    sku: str
    slug: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """A document of a product."""

    title: str
    kind: str
    language: str
    revision: str
    dated: date | None
    access: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Warrant:
    """A certificate."""

    standard: str
    number: str
    holder: str
    scope: str
    issued_by: str
    issued: date | None
    expires: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Box:
    """A level of packing: how many units, how large (cm), how heavy (kg)."""

    units: int
    length_cm: Decimal | None
    width_cm: Decimal | None
    height_cm: Decimal | None
    net_kg: Decimal
    gross_kg: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Packed:
    """How a SKU is packed; a level that does not exist is None."""

    unit_net_kg: Decimal
    unit_gross_kg: Decimal
    inner: Box | None
    carton: Box
    pallet: Box | None
    pallet_type: str
    cartons_per_pallet: int
    pallet_tare_kg: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """Everything about a SKU that does not depend on the moment or the buyer."""

    sku: Sku
    summary: str
    description: str
    hs_code: str
    gtin: str
    origin: str
    sample_price: Decimal | None
    pictures: tuple[Sources, ...]
    siblings: tuple[Sibling, ...]
    papers: tuple[Paper, ...]
    warrants: tuple[Warrant, ...]
    packing: Packed | None
    branch_ids: tuple[int, ...]
    related_ids: tuple[int, ...]


# ── The tree ─────────────────────────────────────────────────────────────────────────────────


def branches() -> tuple[Branch, ...]:
    """The public categories in tree order, without the root."""
    return remembered("branches", _read_branches)


def branch(slug: str) -> Branch | None:
    """The category with this slug."""
    return next((one for one in branches() if one.slug == slug), None)


def children(parent: Branch | None) -> tuple[Branch, ...]:
    """The categories right below one, or the top ones."""
    wanted = parent.id if parent else None
    return tuple(one for one in branches() if one.parent_id == wanted)


def line_to(one: Branch) -> tuple[Branch, ...]:
    """The way from the top to a category, itself included."""
    return tuple(above for above in branches() if one.path.startswith(above.path))


def at_and_below(one: Branch) -> tuple[int, ...]:
    """The ids of a category and all below it."""
    return tuple(below.id for below in branches() if below.path.startswith(one.path))


def _read_branches() -> tuple[Branch, ...]:
    rows = list(
        Category.objects.filter(depth__gt=1)
        .order_by("path")
        .values("id", "path", "slug", "picture_id", "is_public", "exclude_from_menu")
        .annotate(shown=text("name"), words=text("description"))
    )
    hidden = tuple(row["path"] for row in rows if not row["is_public"])
    rows = [row for row in rows if not (hidden and row["path"].startswith(hidden))]
    step = Category.steplen
    ids = {row["path"]: row["id"] for row in rows}
    own = _count_by_category()
    return tuple(
        Branch(
            id=row["id"],
            parent_id=ids.get(row["path"][:-step]),
            name=row["shown"],
            slug=row["slug"],
            description=row["words"],
            path=row["path"],
            picture_id=row["picture_id"],
            in_menu=not row["exclude_from_menu"],
            count=sum(own[i] for path, i in ids.items() if path.startswith(row["path"])),
        )
        for row in rows
    )


def _count_by_category() -> dict[int, int]:
    """Orderable SKUs per category: those that stand in it and the children of its families."""
    public = Q(product__is_public=True)
    single = Count("product", filter=public & ~Q(product__structure=Product.PARENT))
    variants = Count("product__children", filter=public & Q(product__children__is_public=True))
    found: dict[int, int] = defaultdict(int)
    rows = ProductCategory.objects.order_by().values("category_id")
    for row in rows.annotate(singles=single):
        found[row["category_id"]] += row["singles"]
    for row in rows.annotate(variants=variants):
        found[row["category_id"]] += row["variants"]
    return found


# ── Lists of SKUs ────────────────────────────────────────────────────────────────────────────


def orderable() -> QuerySet[Product]:
    """The public SKUs: standalone products and the children of public families."""
    return (
        Product.objects.filter(is_public=True)
        .exclude(structure=Product.PARENT)
        .exclude(parent__is_public=False)
    )


def standing_in(category_ids: Sequence[int]) -> QuerySet[Product]:
    """The public SKUs of these categories; a child stands where its family does."""
    placed = ProductCategory.objects.filter(category_id__in=category_ids).order_by()
    ids = placed.values("product_id")
    return orderable().filter(Q(pk__in=ids) | Q(parent_id__in=ids))


def skus(ids: Iterable[int]) -> dict[int, Sku]:
    """What lists show of these SKUs, by id."""
    return remembered_each("sku", list(dict.fromkeys(ids)), _read_skus)


def by_part_numbers(part_numbers: Iterable[str]) -> dict[str, int]:
    """The ids of orderable SKUs by part number, upper case; case does not matter."""
    wanted = {number.strip().upper() for number in part_numbers} - {""}
    if not wanted:
        return {}
    exact = orderable().filter(upc__in=wanted).values_list("upc", "pk")
    found = {upc.upper(): pk for upc, pk in exact}
    if missing := wanted - found.keys():
        condition = Q()
        for number in list(missing)[:200]:
            condition |= Q(upc__iexact=number)
        found |= {u.upper(): pk for u, pk in orderable().filter(condition).values_list("upc", "pk")}
    return found


def _read_skus(ids: list[int]) -> dict[int, Sku]:
    products = list(Product.objects.filter(pk__in=ids).select_related("parent"))
    families = {one.parent_id for one in products if one.parent_id}
    properties = _properties([one.pk for one in products])
    choices = _choices([one.pk for one in products])
    shown = _first_pictures({one.pk for one in products} | families)
    found = pictures(set(shown.values()), widths=(320, 640))
    return {
        one.pk: Sku(
            id=one.pk,
            sku=one.sku,
            slug=one.slug,
            title=_title(one, choices[one.pk]),
            family_id=one.parent_id or one.pk,
            item_id=one.item_id,
            unit=one.unit,
            moq=one.moq,
            multiple=one.order_multiple,
            made_to_order=one.lead_time_basis == Product.LeadTimeBasis.MAKE_TO_ORDER,
            lead_time_days=one.lead_time_days,
            material=one.material or (one.parent.material if one.parent_id else ""),
            properties=tuple(properties[one.pk]),
            picture=found.get(shown.get(one.pk) or shown.get(one.parent_id)),
        )
        for one in products
    }


def _title(product: Product, choices: Sequence[Choice]) -> str:
    """A child without words of its own is named by its family and what sets it apart."""
    if product.title or not product.parent_id:
        return product.title
    apart = ", ".join(choice.value for choice in choices if choice.value)
    return f"{product.parent.title}, {apart}" if apart else product.parent.title


def _properties(product_ids: Iterable[int]) -> dict[int, list[Property]]:
    found: dict[int, list[Property]] = defaultdict(list)
    rows = (
        ProductAttributeValue.objects.filter(product_id__in=product_ids)
        .order_by("attribute__sort", "attribute__code")
        .values("product_id", "attribute__code", "attribute__unit")
        .annotate(name=text("name", path="attribute__"), value=text("value_text"))
    )
    for row in rows:
        found[row["product_id"]].append(
            Property(
                code=row["attribute__code"],
                name=row["name"],
                value=row["value"],
                unit=row["attribute__unit"],
            )
        )
    return found


def _choices(product_ids: Iterable[int]) -> dict[int, list[Choice]]:
    found: dict[int, list[Choice]] = defaultdict(list)
    rows = (
        OptionValue.objects.filter(product_id__in=product_ids)
        .order_by("axis__sort", "axis_id")
        .values("product_id")
        .annotate(axis_name=text("name", path="axis__"), shown=text("value"))
    )
    for row in rows:
        found[row["product_id"]].append(Choice(axis=row["axis_name"], value=row["shown"]))
    return found


def _first_pictures(product_ids: Iterable[int]) -> dict[int, int]:
    rows = (
        ProductImage.objects.filter(product_id__in=product_ids)
        .order_by("-display_order", "-pk")
        .values_list("product_id", "picture_id")
    )
    return dict(rows)


# ── One SKU ──────────────────────────────────────────────────────────────────────────────────


def sheet(slug: str) -> Sheet | None:
    """All that stands about the orderable SKU with this slug."""
    return remembered_each("sheet", [slug], lambda _: {slug: _read_sheet(slug)})[slug]


def _read_sheet(slug: str) -> Sheet | None:
    product = orderable().select_related("parent").filter(slug=slug).first()
    if product is None:
        return None
    family = product.parent if product.parent_id else product
    both = {product.pk, family.pk}
    images = sorted(
        ProductImage.objects.filter(product_id__in=both).values_list(
            "product_id", "picture_id", "display_order"
        ),
        key=lambda row: (row[0] != product.pk, row[2]),
    )
    picture_ids = list(dict.fromkeys(row[1] for row in images))
    found = pictures(picture_ids)
    branch_ids = ProductCategory.objects.filter(product_id=family.pk).order_by("pk")
    placed = tuple(branch_ids.values_list("category_id", flat=True))
    return Sheet(
        sku=_read_skus([product.pk])[product.pk],
        summary=product.short_description or family.short_description,
        description=product.description or family.description,
        hs_code=product.hs_code or family.hs_code,
        gtin=product.gtin,
        origin=product.country_of_origin or family.country_of_origin,
        sample_price=product.sample_price,
        pictures=tuple(found[pk] for pk in picture_ids if pk in found),
        siblings=_siblings(family) if product.parent_id else (),
        papers=_papers(both),
        warrants=warrants(both),
        packing=packed([product.pk]).get(product.pk),
        branch_ids=placed,
        related_ids=_related(family, placed),
    )


def packed(product_ids: Iterable[int]) -> dict[int, Packed]:
    """How these SKUs are packed, those that say so."""
    rows = Packing.objects.filter(product_id__in=list(product_ids))
    return {row.product_id: _packed(row) for row in rows}


def _packed(row: Packing) -> Packed:
    def box(level: str, units: int, net: Decimal, gross: Decimal) -> Box:
        sides = {
            f"{side}_cm": getattr(row, f"{level}_{side}_cm")
            for side in ("length", "width", "height")
        }
        return Box(units=units, net_kg=net, gross_kg=gross, **sides)

    cartons = row.cartons_per_layer * row.layers
    inner_units = row.inner_quantity
    on_pallet = cartons * row.carton_quantity
    return Packed(
        unit_net_kg=row.unit_net_kg,
        unit_gross_kg=row.unit_gross_kg,
        inner=box(
            "inner", inner_units, row.unit_net_kg * inner_units, row.unit_gross_kg * inner_units
        )
        if inner_units > 1
        else None,
        carton=box("carton", row.carton_quantity, row.carton_net_kg, row.carton_gross_kg),
        pallet=box("pallet", on_pallet, row.carton_net_kg * cartons, row.pallet_gross_kg)
        if cartons
        else None,
        pallet_type=row.pallet_type,
        cartons_per_pallet=cartons,
        pallet_tare_kg=row.pallet_tare_kg,
    )


def _siblings(family: Product) -> tuple[Sibling, ...]:
    rows = list(
        family.children.filter(is_public=True).order_by("upc").values_list("pk", "upc", "slug")
    )
    choices = _choices([row[0] for row in rows])
    return tuple(Sibling(sku=upc, slug=slug, choices=tuple(choices[pk])) for pk, upc, slug in rows)


def _papers(product_ids: Iterable[int]) -> tuple[Paper, ...]:
    rows = (
        ProductDocument.objects.filter(product_id__in=product_ids)
        .select_related("file")
        .order_by("title", "language")
    )
    return tuple(
        Paper(
            title=row.title,
            kind=row.kind,
            language=row.language,
            revision=row.revision,
            dated=row.dated,
            access=row.access,
            url=row.file.url if row.file and row.access == row.Access.PUBLIC else "",
        )
        for row in rows
    )


def warrants(product_ids: Iterable[int] = ()) -> tuple[Warrant, ...]:
    """The factory's own certificates, with those of these products first."""
    rows = Certificate.objects.filter(
        Q(product__isnull=True) | Q(product_id__in=list(product_ids))
    ).order_by(F("product").asc(nulls_last=True), "standard")
    fields = ("standard", "number", "holder", "scope", "issued_by", "issued", "expires")
    return tuple(Warrant(**row) for row in rows.values(*fields))


def _related(family: Product, category_ids: Sequence[int], *, limit: int = 4) -> tuple[int, ...]:
    """One SKU each of other families in the same categories."""
    others = (
        standing_in(category_ids)
        .exclude(Q(pk=family.pk) | Q(parent_id=family.pk))
        .order_by("-priority", "upc")
        .values_list("pk", "parent_id")[: limit * 12]
    )
    first: dict[int, int] = {}
    for pk, parent_id in others:
        first.setdefault(parent_id or pk, pk)
    return tuple(first.values())[:limit]


def picture_in(category_ids: Sequence[int]) -> int | None:
    """The first picture of a family or product that stands in these categories."""
    placed = ProductCategory.objects.filter(category_id__in=category_ids).order_by()
    return (
        ProductImage.objects.filter(product_id__in=placed.values("product_id"))
        .order_by("product_id", "display_order")
        .values_list("picture_id", flat=True)
        .first()
    )

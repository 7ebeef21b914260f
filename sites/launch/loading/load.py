"""Everything that was read, into the database, in the order in which things rest on each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from django.utils import translation
from wagtail.models import Collection
from wagtail.search.backends import get_search_backends

from factory_portal.inventory.models import Item
from factory_portal.production.models import WorkCentre
from media.library.models import Picture
from sites.launch.loading import capacity, catalogue, orders, pictures, stock, trade
from sites.launch.loading.pictures import Shelf
from sites.launch.loading.words import Words
from sites.launch.reading.checks import Known
from sites.launch.reading.rows import FactoryFiles
from sites.tenancy.scope import current_factory
from storefront.catalogue.models import Product


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a loading needs besides the files."""

    pictures: Path | None = None
    collection: Collection | None = None
    buyers_password: str = ""
    stored: list[str] = field(default_factory=list)
    """The files that were stored on the way, for whoever has to take them back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What came of it, for the person who waits."""

    products: int
    pictures: Mapping[str, Picture]
    late: tuple[str, ...]
    """Production orders that the work centres cannot finish by their due date."""


@transaction.atomic
def load(files: FactoryFiles, terms: Terms | None = None) -> Loaded:
    """Write the files into the factory in scope, all or nothing; a second time changes nothing."""
    terms = terms or Terms()
    factory = current_factory()
    words = Words.of(
        files.translations, source=factory.source_language, languages=factory.languages
    )
    # Untranslated columns of translated models take the active language's text.
    with translation.override("en"):
        stock.load_items(files, words)
        items = {item.code: item for item in Item.objects.all()}
        catalogue.load_catalogue(files, words, items)
        skus = {product.upc: product for product in Product.objects.exclude(upc=None)}
        lists = trade.load_price_lists(files)
        trade.load_prices(files, skus)
        warehouses = stock.load_warehouses(files)
        stock.load_stock(files, items, warehouses)
        late = _load_capacity(files, items)
        companies = trade.load_companies(files, lists, password=terms.buyers_password)
        trade.load_freight(files)
        orders.load_sales(files, companies, skus)
        shown = {}
        if terms.pictures and terms.collection:
            products = {product.code: product for product in Product.objects.exclude(code=None)}
            shown = pictures.load_pictures(
                files, products | skus, shelf=Shelf(terms.pictures, terms.collection, terms.stored)
            )
        make_findable(files)
    return Loaded(products=len(files.variants), pictures=shown, late=late)


def _load_capacity(files: FactoryFiles, items: Mapping[str, Item]) -> tuple[str, ...]:
    capacity.load_work_centres(files)
    centres = {centre.code: centre for centre in WorkCentre.objects.all()}
    capacity.load_routings(files, items, centres)
    capacity.load_bills(files, items)
    return capacity.load_production_orders(files, items)


def make_findable(files: FactoryFiles) -> None:
    """Put the products into the search index together instead of one by one."""
    if not files.variants:
        return
    rows = list(Product.objects.select_related("parent"))
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(Product, rows)


def known() -> Known:
    """What the factory in scope already has, for files that refer to it."""
    codes = dict(Item.objects.values_list("code", "kind"))
    return Known(
        skus=frozenset(code for code, kind in codes.items() if kind == Item.Kind.PRODUCT),
        components=frozenset(code for code, kind in codes.items() if kind == Item.Kind.COMPONENT),
        work_centres=frozenset(WorkCentre.objects.values_list("code", flat=True)),
    )

"""The product pictures of a folder into the factory's library."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wagtail.models import Collection

from media.library.actions import add_picture
from media.library.models import Picture
from sites.launch.loading.upserts import upsert
from sites.launch.reading.rows import FactoryFiles
from storefront.catalogue.models import Product, ProductImage


@dataclass(frozen=True, slots=True)
class Shelf:
    """From which folder pictures come, into which collection, and what was stored so far."""

    folder: Path
    collection: Collection
    stored: list[str]


def load_pictures(
    files: FactoryFiles, products: Mapping[str, Product], *, shelf: Shelf
) -> dict[str, Picture]:
    """Every picture that a product names, once; by file name. What is not there is left out."""
    shown = {family.code: family.images for family in files.families}
    gallery = [(family.code, family.images) for family in files.families]
    gallery += [
        (variant.sku, variant.images)
        for variant in files.variants
        if variant.images != shown.get(variant.family, ())
        and not set(variant.images) < set(shown.get(variant.family, ()))
    ]
    names = {name for _, images in gallery for name in images}
    pictures = take_in(names, shelf)
    by_key = {row.code: row for row in products.values() if row.code} | dict(products)
    wanted = {
        (by_key[key].pk, pictures[name].pk): {
            "product": by_key[key],
            "picture": pictures[name],
            "display_order": order,
        }
        for key, images in gallery
        for order, name in enumerate(images)
        if key in by_key and name in pictures
    }
    upsert(
        ProductImage.objects.filter(product__in={product for product, _ in wanted}),
        lambda row: (row.product_id, row.picture_id),
        wanted,
    )
    return pictures


def take_in(names: set[str], shelf: Shelf, *, within: Path | None = None) -> dict[str, Picture]:
    """The named files of a folder and those below it, with the words of the folder's manifest."""
    words = manifest(shelf.folder)
    pictures: dict[str, Picture] = {}
    for path in sorted((within or shelf.folder).rglob("*")):
        if path.name in names and path.name not in pictures:
            entry = words.get(path.relative_to(shelf.folder).as_posix(), {})
            pictures[path.name] = add_picture(
                content=path.read_bytes(),
                filename=path.name,
                title=entry.get("title") or path.stem.replace("-", " ").capitalize(),
                alt=entry.get("alt", ""),
                collection=shelf.collection,
            )
            shelf.stored.append(pictures[path.name].file.name)
    return pictures


def manifest(folder: Path) -> dict[str, dict[str, str]]:
    """The titles and alternative texts that lie beside the pictures, by path."""
    path = folder / "manifest.json"
    if not path.is_file():
        return {}
    return {entry["file"]: entry for entry in json.loads(path.read_text(encoding="utf-8"))}

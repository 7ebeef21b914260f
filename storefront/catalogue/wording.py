"""What a product is found by, besides its title."""

from django.conf import settings
from modeltranslation.utils import build_localized_fieldname


def text_of(product) -> str:
    """The SKU, the family's code, material and every translation of title and description."""
    words = [product.upc, product.code, product.gtin, product.material, product.hs_code]
    for source in filter(None, (product, product.parent if product.parent_id else None)):
        words.append(source.code)
        for field in ("title", "short_description"):
            words += [
                getattr(source, build_localized_fieldname(field, language))
                for language, _name in settings.LANGUAGES
            ]
    return " ".join(dict.fromkeys(word for word in words if word))

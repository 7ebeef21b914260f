"""Catalogue fields that speak every language of the platform."""

from modeltranslation.translator import TranslationOptions, register

from storefront.catalogue.models import (
    Category,
    OptionAxis,
    OptionValue,
    Product,
    ProductAttribute,
    ProductAttributeValue,
)


@register(Category)
class CategoryTranslation(TranslationOptions):
    fields = ("name", "description")


@register(Product)
class ProductTranslation(TranslationOptions):
    fields = ("title", "short_description", "description")


@register(ProductAttribute)
class ProductAttributeTranslation(TranslationOptions):
    fields = ("name",)


@register(ProductAttributeValue)
class ProductAttributeValueTranslation(TranslationOptions):
    fields = ("value_text",)


@register(OptionAxis)
class OptionAxisTranslation(TranslationOptions):
    fields = ("name",)


@register(OptionValue)
class OptionValueTranslation(TranslationOptions):
    fields = ("value",)

"""Money, days and quantities in mails."""

from django import template

from storefront import formats

register = template.Library()


@register.filter
def money(amount, currency):
    """An amount with its currency."""
    return formats.money(amount, currency)


@register.filter
def unit_price(amount, currency):
    """A price per unit."""
    return formats.unit_price(amount, currency)


@register.filter
def day(value):
    """A day in words."""
    return formats.day(value) if value else ""


@register.filter
def quantity(value, unit):
    """A quantity with its unit."""
    return formats.quantity(value, unit)


@register.filter
def country(code):
    """A country's name."""
    return formats.country(code)

"""Numbers, money and days in mails, as the reader's language writes them."""

from django import template

from storefront import formats

register = template.Library()

register.filter("money", formats.money)
register.filter("country", formats.country)
register.filter("quantity", lambda value, unit: formats.quantity(value, unit))
register.filter("day", lambda value: formats.day(value))
register.filter("normalize", lambda value: formats.number(value, places=4))

"""The basket and its lines. Price and date are looked up when it is shown, never stored."""

from django.db import models
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from oscar.apps.basket.abstract_models import (
    AbstractBasket,
    AbstractLine,
    AbstractLineAttribute,
)
from oscar.apps.basket.managers import OpenBasketManager, SavedBasketManager

from sites.tenancy.models import FactoryOwned, owned_manager
from storefront.unique import unique_in_factory


def random_key() -> str:
    """A name for a basket that cannot be guessed; it is what the buyer's cookie holds."""
    return get_random_string(32)


class InvalidBasketLineError(Exception):
    """Oscar's name for a line that may not enter a basket."""


class Basket(FactoryOwned, AbstractBasket):
    """What a buyer is about to order; a guest's is found by its key."""

    key = models.CharField(max_length=32, default=random_key, editable=False)
    vouchers = models.ManyToManyField(
        "voucher.Voucher", through="BasketVoucher", verbose_name=_("vouchers"), blank=True
    )

    objects = owned_manager()
    open = owned_manager(OpenBasketManager)
    saved = owned_manager(SavedBasketManager)

    class Meta(AbstractBasket.Meta):
        constraints = [unique_in_factory("basket_basket", "key")]


class BasketVoucher(FactoryOwned):
    """A voucher laid into a basket."""

    basket = models.ForeignKey(Basket, on_delete=models.CASCADE)
    voucher = models.ForeignKey("voucher.Voucher", on_delete=models.CASCADE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["basket", "voucher"], name="basket_basketvoucher_unique_voucher"
            )
        ]


class Line(FactoryOwned, AbstractLine):
    """A SKU and a quantity."""

    price_excl_tax = models.DecimalField(
        _("price without tax"), decimal_places=4, max_digits=14, null=True
    )
    price_incl_tax = models.DecimalField(
        _("price with tax"), decimal_places=4, max_digits=14, null=True
    )

    class Meta(AbstractLine.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0), name="basket_line_orders_something"
            )
        ]


class LineAttribute(FactoryOwned, AbstractLineAttribute):
    """An answer to a product's option on a basket line."""

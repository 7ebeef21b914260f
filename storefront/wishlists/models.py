"""Saved lists of a buyer."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.wishlists.abstract_models import (
    AbstractLine,
    AbstractWishList,
    AbstractWishListSharedEmail,
)

from sites.tenancy.models import FactoryOwned
from storefront.unique import unique_in_factory


class WishList(FactoryOwned, AbstractWishList):
    """A buyer's list of SKUs to order again."""

    key = models.CharField(_("key"), max_length=6, editable=False)

    class Meta(AbstractWishList.Meta):
        constraints = [unique_in_factory("wishlists_wishlist", "key")]


class Line(FactoryOwned, AbstractLine):
    """A SKU on a list."""


class WishListSharedEmail(FactoryOwned, AbstractWishListSharedEmail):
    """An address a list is shared with."""

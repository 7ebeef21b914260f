"""Reads of buyers."""

from storefront.customer.models import Buyer


def buyer(user) -> Buyer:
    """What the store knows of an account, its company and price list included; one query."""
    found = Buyer.objects.select_related("company__price_list").filter(user=user).first()
    return found or Buyer(user=user)

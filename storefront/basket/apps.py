"""Oscar's label `basket`, ours in content."""

from django.utils.translation import gettext_lazy as _
from oscar.core.application import OscarConfig


class BasketConfig(OscarConfig):
    name = "storefront.basket"
    label = "basket"
    verbose_name = _("Baskets")

"""Oscar's label `customer`, ours in content."""

from django.utils.translation import gettext_lazy as _
from oscar.core.application import OscarConfig


class CustomerConfig(OscarConfig):
    name = "storefront.customer"
    label = "customer"
    verbose_name = _("Customers")

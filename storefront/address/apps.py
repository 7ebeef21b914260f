"""Oscar's label `address`, ours in content."""

from django.utils.translation import gettext_lazy as _
from oscar.core.application import OscarConfig


class AddressConfig(OscarConfig):
    name = "storefront.address"
    label = "address"
    verbose_name = _("Addresses")

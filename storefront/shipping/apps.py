"""Oscar's label `shipping`, ours in content."""

from django.utils.translation import gettext_lazy as _
from oscar.core.application import OscarConfig


class ShippingConfig(OscarConfig):
    name = "storefront.shipping"
    label = "shipping"
    verbose_name = _("Shipping")

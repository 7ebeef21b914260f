"""Oscar's label `checkout`, ours in content."""

from django.utils.translation import gettext_lazy as _
from oscar.core.application import OscarConfig


class CheckoutConfig(OscarConfig):
    name = "storefront.checkout"
    label = "checkout"
    verbose_name = _("Checkout")

"""Oscar's label `payment`, ours in content."""

from django.utils.translation import gettext_lazy as _
from oscar.core.application import OscarConfig


class PaymentConfig(OscarConfig):
    name = "storefront.payment"
    label = "payment"
    verbose_name = _("Payment")

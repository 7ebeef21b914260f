"""Oscar's label `order`, ours in content."""

from django.utils.translation import gettext_lazy as _
from oscar.core.application import OscarConfig


class OrderConfig(OscarConfig):
    name = "storefront.order"
    label = "order"
    verbose_name = _("Orders")

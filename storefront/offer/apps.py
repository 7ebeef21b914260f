"""Oscar's label `offer`, ours in content."""

from django.utils.translation import gettext_lazy as _
from oscar.core.application import OscarConfig


class OfferConfig(OscarConfig):
    name = "storefront.offer"
    label = "offer"
    verbose_name = _("Offers")

"""Oscar's label `partner`, ours in content."""

from django.utils.translation import gettext_lazy as _
from oscar.core.application import OscarConfig


class PartnerConfig(OscarConfig):
    name = "storefront.partner"
    label = "partner"
    verbose_name = _("Stock records")

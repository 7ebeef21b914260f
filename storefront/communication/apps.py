"""Oscar's label `communication`, ours in content."""

from django.utils.translation import gettext_lazy as _
from oscar.core.application import OscarConfig


class CommunicationConfig(OscarConfig):
    name = "storefront.communication"
    label = "communication"
    verbose_name = _("Communication")

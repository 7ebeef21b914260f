"""Oscar's label `analytics`, ours in content."""

from django.utils.translation import gettext_lazy as _
from oscar.core.application import OscarConfig


class AnalyticsConfig(OscarConfig):
    name = "storefront.analytics"
    label = "analytics"
    verbose_name = _("Analytics")

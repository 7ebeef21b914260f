"""Oscar's label `search`, ours in content."""

from django.utils.translation import gettext_lazy as _
from oscar.core.application import OscarConfig


class SearchConfig(OscarConfig):
    name = "storefront.search"
    label = "search"
    verbose_name = _("Search")

"""Oscar's label `catalogue`, ours in content."""

from django.utils.translation import gettext_lazy as _
from oscar.core.application import OscarConfig


class CatalogueConfig(OscarConfig):
    name = "storefront.catalogue"
    label = "catalogue"
    verbose_name = _("Catalogue")

"""Oscar's label `wishlists`, ours in content."""

from django.utils.translation import gettext_lazy as _
from oscar.core.application import OscarConfig


class WishlistsConfig(OscarConfig):
    name = "storefront.wishlists"
    label = "wishlists"
    verbose_name = _("Wish lists")

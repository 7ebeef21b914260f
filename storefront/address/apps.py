"""Oscar's label `address`, ours in content."""

from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _
from oscar.core.application import OscarConfig


class AddressConfig(OscarConfig):
    name = "storefront.address"
    label = "address"
    verbose_name = _("Addresses")

    def ready(self):
        from storefront.address import countries

        post_migrate.connect(countries.fill, sender=self, dispatch_uid="address_countries")

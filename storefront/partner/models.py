"""Stock records: what a SKU costs first. What is on hand is the inventory's to say."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from oscar.apps.address.abstract_models import AbstractPartnerAddress
from oscar.apps.partner.abstract_models import (
    AbstractPartner,
    AbstractStockAlert,
    AbstractStockRecord,
)
from oscar.models.fields import AutoSlugField, NullCharField

from sites.tenancy.models import FactoryOwned
from storefront.unique import unique_in_factory


class Partner(FactoryOwned, AbstractPartner):
    """Who fulfils: the factory itself, under its own brand."""

    code = AutoSlugField(_("code"), max_length=128, populate_from="name")
    users = None

    class Meta(AbstractPartner.Meta):
        constraints = [unique_in_factory("partner_partner", "code")]


class PartnerAddress(FactoryOwned, AbstractPartnerAddress):
    """Where a partner sits."""

    code = NullCharField(_("code"), max_length=255, blank=True, null=True)

    class Meta(AbstractPartnerAddress.Meta):
        constraints = [unique_in_factory("partner_partneraddress", "code")]


class StockRecord(FactoryOwned, ClusterableModel, AbstractStockRecord):
    """The price of a SKU's first break; later breaks hang below it as ``pricing.PriceBreak``."""

    product = ParentalKey(
        "catalogue.Product",
        on_delete=models.CASCADE,
        related_name="stockrecords",
        verbose_name=_("product"),
    )
    price = models.DecimalField(_("price"), decimal_places=4, max_digits=14, blank=True, null=True)
    price_currency = models.CharField(_("currency"), max_length=3)

    class Meta(AbstractStockRecord.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(price__isnull=True) | models.Q(price__gte=0),
                name="partner_stockrecord_price_is_not_negative",
            )
        ]

    @property
    def item_id(self) -> int | None:
        """The inventory item that backs this record."""
        return self.product.item_id


class StockAlert(FactoryOwned, AbstractStockAlert):
    """Oscar's warning of a low stock record."""

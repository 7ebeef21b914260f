"""Oscar's flat shipping charges; freight by rate card lies in ``factory_portal.freight``."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.shipping.abstract_models import (
    AbstractOrderAndItemCharges,
    AbstractWeightBand,
    AbstractWeightBased,
)
from oscar.models.fields import AutoSlugField

from sites.tenancy.models import FactoryOwned
from storefront.unique import unique_in_factory


class OrderAndItemCharges(FactoryOwned, AbstractOrderAndItemCharges):
    """A charge per order and per item."""

    code = AutoSlugField(_("code"), max_length=128, populate_from="name")
    name = models.CharField(_("name"), max_length=128)
    countries = models.ManyToManyField(
        "address.Country", through="OrderAndItemChargesCountry", blank=True
    )

    class Meta(AbstractOrderAndItemCharges.Meta):
        constraints = [
            unique_in_factory("shipping_orderanditemcharges", "code"),
            unique_in_factory("shipping_orderanditemcharges", "name"),
        ]


class OrderAndItemChargesCountry(FactoryOwned):
    """A country a charge per order and item is for."""

    method = models.ForeignKey(OrderAndItemCharges, on_delete=models.CASCADE)
    country = models.ForeignKey("address.Country", on_delete=models.CASCADE)


class WeightBased(FactoryOwned, AbstractWeightBased):
    """A charge by weight."""

    code = AutoSlugField(_("code"), max_length=128, populate_from="name")
    name = models.CharField(_("name"), max_length=128)
    countries = models.ManyToManyField("address.Country", through="WeightBasedCountry", blank=True)

    class Meta(AbstractWeightBased.Meta):
        constraints = [
            unique_in_factory("shipping_weightbased", "code"),
            unique_in_factory("shipping_weightbased", "name"),
        ]


class WeightBasedCountry(FactoryOwned):
    """A country a charge by weight is for."""

    method = models.ForeignKey(WeightBased, on_delete=models.CASCADE)
    country = models.ForeignKey("address.Country", on_delete=models.CASCADE)


class WeightBand(FactoryOwned, AbstractWeightBand):
    """A band of a charge by weight."""

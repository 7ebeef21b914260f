"""Offers: Oscar's conditions and benefits, per factory."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.offer.abstract_models import (
    AbstractBenefit,
    AbstractCondition,
    AbstractConditionalOffer,
    AbstractRange,
    AbstractRangeProduct,
    AbstractRangeProductFileUpload,
)
from oscar.apps.offer.managers import ActiveOfferManager, BrowsableRangeManager, RangeManager
from oscar.apps.offer.results import (
    SHIPPING_DISCOUNT,
    ZERO_DISCOUNT,
    BasketDiscount,
    PostOrderAction,
    ShippingDiscount,
)
from oscar.models.fields import AutoSlugField, NullCharField

from sites.tenancy.models import FactoryOwned, owned_manager
from storefront.unique import unique_in_factory


class ConditionalOffer(FactoryOwned, AbstractConditionalOffer):
    """If the condition holds, the benefit is given."""

    name = models.CharField(_("name"), max_length=128)
    slug = AutoSlugField(_("slug"), max_length=128, populate_from="name")
    combinations = models.ManyToManyField(
        "offer.ConditionalOffer",
        through="OfferCombination",
        through_fields=("offer", "combined"),
        related_name="in_combination",
        limit_choices_to={"exclusive": False},
        blank=True,
    )

    objects = owned_manager()
    active = owned_manager(ActiveOfferManager)

    class Meta(AbstractConditionalOffer.Meta):
        constraints = [
            unique_in_factory("offer_conditionaloffer", "name"),
            unique_in_factory("offer_conditionaloffer", "slug"),
        ]


class OfferCombination(FactoryOwned):
    """Two offers that may meet on one item."""

    offer = models.ForeignKey(ConditionalOffer, on_delete=models.CASCADE, related_name="+")
    combined = models.ForeignKey(ConditionalOffer, on_delete=models.CASCADE, related_name="+")


class Benefit(FactoryOwned, AbstractBenefit):
    """What an offer gives."""


class Condition(FactoryOwned, AbstractCondition):
    """What an offer asks for."""


class Range(FactoryOwned, AbstractRange):
    """The products an offer is about."""

    name = models.CharField(_("name"), max_length=128)
    slug = AutoSlugField(_("slug"), max_length=128, populate_from="name")
    proxy_class = NullCharField(_("custom class"), max_length=255, default=None)
    excluded_products = models.ManyToManyField(
        "catalogue.Product", through="RangeExcludedProduct", related_name="excludes", blank=True
    )
    classes = models.ManyToManyField(
        "catalogue.ProductClass", through="RangeClass", related_name="classes", blank=True
    )
    included_categories = models.ManyToManyField(
        "catalogue.Category", through="RangeIncludedCategory", related_name="includes", blank=True
    )
    excluded_categories = models.ManyToManyField(
        "catalogue.Category", through="RangeExcludedCategory", related_name="excludes", blank=True
    )

    objects = owned_manager(RangeManager)
    browsable = owned_manager(BrowsableRangeManager)

    class Meta(AbstractRange.Meta):
        constraints = [
            unique_in_factory("offer_range", "name"),
            unique_in_factory("offer_range", "slug"),
            unique_in_factory("offer_range", "proxy_class"),
        ]


class RangeProduct(FactoryOwned, AbstractRangeProduct):
    """A product in a range."""


class RangeExcludedProduct(FactoryOwned):
    """A product kept out of a range."""

    range = models.ForeignKey(Range, on_delete=models.CASCADE)
    product = models.ForeignKey("catalogue.Product", on_delete=models.CASCADE)


class RangeClass(FactoryOwned):
    """A product class in a range."""

    range = models.ForeignKey(Range, on_delete=models.CASCADE)
    productclass = models.ForeignKey("catalogue.ProductClass", on_delete=models.CASCADE)


class RangeIncludedCategory(FactoryOwned):
    """A category in a range."""

    range = models.ForeignKey(Range, on_delete=models.CASCADE)
    category = models.ForeignKey("catalogue.Category", on_delete=models.CASCADE)


class RangeExcludedCategory(FactoryOwned):
    """A category kept out of a range."""

    range = models.ForeignKey(Range, on_delete=models.CASCADE)
    category = models.ForeignKey("catalogue.Category", on_delete=models.CASCADE)


class RangeProductFileUpload(FactoryOwned, AbstractRangeProductFileUpload):
    """A list of part numbers uploaded into a range."""


# Oscar's kinds of benefit and condition are proxies of the models above, so they come last.
from oscar.apps.offer.benefits import *  # noqa: E402, F403
from oscar.apps.offer.benefits import __all__ as benefit_classes  # noqa: E402
from oscar.apps.offer.conditions import *  # noqa: E402, F403
from oscar.apps.offer.conditions import __all__ as condition_classes  # noqa: E402

__all__ = [
    "SHIPPING_DISCOUNT",
    "ZERO_DISCOUNT",
    "BasketDiscount",
    "Benefit",
    "Condition",
    "ConditionalOffer",
    "OfferCombination",
    "PostOrderAction",
    "Range",
    "RangeClass",
    "RangeExcludedCategory",
    "RangeExcludedProduct",
    "RangeIncludedCategory",
    "RangeProduct",
    "RangeProductFileUpload",
    "ShippingDiscount",
    *benefit_classes,
    *condition_classes,
]

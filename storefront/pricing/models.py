"""Price lists, and quantity breaks under a stock record."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel

from sites.tenancy.models import FactoryOwned, owned_manager


class PriceList(FactoryOwned):
    """A segment's prices: a discount off the public breaks, in one currency."""

    code = models.CharField(_("code"), max_length=40)
    name = models.CharField(_("name"), max_length=120)
    currency = models.CharField(_("currency"), max_length=3)
    discount_percent = models.DecimalField(
        _("discount (%)"), max_digits=5, decimal_places=2, default=0
    )
    is_default = models.BooleanField(
        _("public list"), default=False, help_text=_("What a visitor without a login sees.")
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    objects = owned_manager()

    panels = [
        FieldPanel("code"),
        FieldPanel("name"),
        FieldPanel("currency"),
        FieldPanel("discount_percent"),
        FieldPanel("is_default"),
        FieldPanel("valid_from"),
        FieldPanel("valid_until"),
    ]

    class Meta:
        app_label = "pricing"
        verbose_name = _("price list")
        verbose_name_plural = _("price lists")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "code"], name="pricing_pricelist_unique_code"
            ),
            models.UniqueConstraint(
                fields=["factory", "currency"],
                condition=Q(is_default=True),
                name="pricing_pricelist_unique_default",
            ),
            models.CheckConstraint(
                condition=Q(discount_percent__gte=0, discount_percent__lt=100),
                name="pricing_pricelist_discount_below_all",
            ),
        ]

    def __str__(self):
        return f"{self.name} ({self.code})"


class PriceBreak(FactoryOwned):
    """From a quantity on, every unit of the stock record costs this much."""

    stock_record = ParentalKey(
        "partner.StockRecord",
        on_delete=models.CASCADE,
        related_name="breaks",
        verbose_name=_("stock record"),
    )
    from_quantity = models.PositiveIntegerField(_("from quantity"))
    unit_price = models.DecimalField(_("unit price"), max_digits=14, decimal_places=4)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    objects = owned_manager()

    panels = [
        FieldPanel("from_quantity"),
        FieldPanel("unit_price"),
        FieldPanel("valid_from"),
        FieldPanel("valid_until"),
    ]

    class Meta:
        app_label = "pricing"
        verbose_name = _("quantity break")
        verbose_name_plural = _("quantity breaks")
        ordering = ["from_quantity", "valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "stock_record", "from_quantity", "valid_from"],
                name="pricing_pricebreak_unique_step",
            ),
            models.UniqueConstraint(
                fields=["factory", "stock_record", "from_quantity"],
                condition=Q(valid_from__isnull=True),
                name="pricing_pricebreak_unique_standing_step",
            ),
            models.CheckConstraint(
                condition=Q(from_quantity__gte=1, unit_price__gt=0),
                name="pricing_pricebreak_positive",
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_from__lte=F("valid_until")),
                name="pricing_pricebreak_days_in_order",
            ),
        ]

    def __str__(self):
        return f"{self.from_quantity}: {self.unit_price}"

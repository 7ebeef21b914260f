"""A checkout under way: what the buyer answered so far, and the hold that keeps the promise."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from sites.tenancy.models import FactoryOwned
from storefront.unique import unique_in_factory


class Checkout(FactoryOwned):
    """One way from a basket to an order.

    Its key names the hold and then the order, so that a repeated submit finds the same order.
    """

    key = models.UUIDField(default=uuid.uuid4, editable=False)
    basket = models.ForeignKey("basket.Basket", on_delete=models.CASCADE, related_name="checkouts")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="checkouts"
    )
    company = models.ForeignKey(
        "companies.Company", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    language = models.CharField(max_length=12)

    email = models.EmailField(_("e-mail"), blank=True)
    contact_name = models.CharField(_("your name"), max_length=200, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    company_name = models.CharField(_("company"), max_length=200, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    tax_number = models.CharField(_("tax number"), max_length=40, blank=True)

    ship_name = models.CharField(_("consignee"), max_length=200, blank=True)
    ship_line1 = models.CharField(_("street and number"), max_length=255, blank=True)
    ship_line2 = models.CharField(_("address line 2"), max_length=255, blank=True)
    ship_city = models.CharField(_("city"), max_length=120, blank=True)
    ship_state = models.CharField(_("state or region"), max_length=120, blank=True)
    ship_postcode = models.CharField(_("postcode"), max_length=30, blank=True)
    ship_country = models.CharField(_("country"), max_length=2, blank=True)
    ship_notes = models.TextField(_("delivery notes"), blank=True)

    incoterm = models.CharField(max_length=3, blank=True)
    named_place = models.CharField(_("named place"), max_length=120, blank=True)
    freight_mode = models.CharField(max_length=40, blank=True)
    freight_service = models.CharField(max_length=120, blank=True)
    freight_cost = models.DecimalField(max_digits=14, decimal_places=3, default=0)
    transit_days_min = models.PositiveSmallIntegerField(null=True)
    transit_days_max = models.PositiveSmallIntegerField(null=True)
    insured = models.BooleanField(default=False)
    insurance_cost = models.DecimalField(max_digits=14, decimal_places=3, default=0)

    payment_method = models.CharField(max_length=40, blank=True)
    purchase_order_number = models.CharField(_("purchase order number"), max_length=60, blank=True)

    lines = models.JSONField(
        default=list, help_text="What was held: SKU, quantity, unit price, ready date and parts."
    )
    promised_on = models.DateField(null=True)
    hold_key = models.CharField(max_length=80, blank=True)
    hold_expires_at = models.DateTimeField(null=True)
    order_number = models.CharField(max_length=128, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("checkout")
        verbose_name_plural = _("checkouts")
        constraints = [unique_in_factory("checkout_checkout", "key")]
        indexes = [
            models.Index(fields=["basket", "order_number"], name="checkout_of_basket"),
        ]

    def __str__(self):
        return f"{self.key}"

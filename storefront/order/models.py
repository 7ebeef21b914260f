"""Orders as placed, what was promised for each line, and how far they are.

Milestones live here, in the store's own tables: the plant writes them downward, and the buyer's
page reads nothing else.
"""

from django.apps import apps
from django.db import models
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from oscar.apps.address.abstract_models import AbstractBillingAddress, AbstractShippingAddress
from oscar.apps.order import abstract_models as oscar_order
from oscar.models.fields import AutoSlugField, NullCharField

from sites.tenancy.models import FactoryOwned
from storefront.unique import unique_in_factory

# Oscar declares this one table outright instead of as an abstract one; ours takes its place.
apps.all_models["order"].pop("paymenteventquantity", None)


def access_key() -> str:
    """What opens an order's page without a login; as long as a good password."""
    return get_random_string(40)


class OrderSequence(FactoryOwned):
    """The last order number of a factory. Locked while an order is placed."""

    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("order sequence")
        constraints = [
            models.UniqueConstraint(fields=["factory"], name="order_ordersequence_one_per_factory")
        ]


class Order(FactoryOwned, oscar_order.AbstractOrder):
    """What a buyer ordered, on which terms, for when."""

    number = models.CharField(_("order number"), max_length=128)
    total_incl_tax = models.DecimalField(_("total with tax"), decimal_places=3, max_digits=14)
    total_excl_tax = models.DecimalField(_("total without tax"), decimal_places=3, max_digits=14)
    shipping_incl_tax = models.DecimalField(
        _("freight with tax"), decimal_places=3, max_digits=14, default=0
    )
    shipping_excl_tax = models.DecimalField(
        _("freight without tax"), decimal_places=3, max_digits=14, default=0
    )

    company = models.ForeignKey(
        "companies.Company",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="orders",
        verbose_name=_("company"),
    )
    company_name = models.CharField(_("company name"), max_length=200, blank=True)
    contact_name = models.CharField(_("contact"), max_length=200, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    tax_number = models.CharField(_("tax number"), max_length=40, blank=True)
    incoterm = models.CharField(_("Incoterm"), max_length=3, blank=True)
    named_place = models.CharField(_("named place"), max_length=120, blank=True)
    purchase_order_number = models.CharField(_("purchase order number"), max_length=60, blank=True)
    promised_on = models.DateField(_("promised"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    payment_method = models.CharField(_("payment method"), max_length=40, blank=True)
    payment_terms = models.CharField(_("payment terms"), max_length=120, blank=True)
    freight_mode = models.CharField(_("freight mode"), max_length=40, blank=True)
    freight_service = models.CharField(_("freight service"), max_length=120, blank=True)
    transit_days_min = models.PositiveSmallIntegerField(null=True, blank=True)
    transit_days_max = models.PositiveSmallIntegerField(null=True, blank=True)
    insurance_cost = models.DecimalField(_("insurance"), decimal_places=3, max_digits=14, default=0)
    access_key = models.CharField(max_length=40, default=access_key, editable=False)
    hold_key = NullCharField(
        max_length=80,
        null=True,
        blank=True,
        help_text=_("Names the checkout and its hold, so that a repeated submit is one order."),
    )

    class Meta(oscar_order.AbstractOrder.Meta):
        constraints = [
            unique_in_factory("order_order", "number"),
            unique_in_factory("order_order", "hold_key"),
        ]
        indexes = [
            models.Index(fields=["factory", "status", "-date_placed"], name="order_by_status"),
        ]


class OrderNote(FactoryOwned, oscar_order.AbstractOrderNote):
    """A remark on an order."""


class OrderStatusChange(FactoryOwned, oscar_order.AbstractOrderStatusChange):
    """An order went from one state to the next."""


class CommunicationEvent(FactoryOwned, oscar_order.AbstractCommunicationEvent):
    """A mail about an order went out."""


class ShippingAddress(FactoryOwned, AbstractShippingAddress):
    """Where the goods go, as written on the order."""

    code = NullCharField(_("code"), max_length=255, blank=True, null=True)
    company_name = models.CharField(_("company"), max_length=200, blank=True)


class BillingAddress(FactoryOwned, AbstractBillingAddress):
    """Whom the invoice is for, as written on the order."""

    code = NullCharField(_("code"), max_length=255, blank=True, null=True)
    company_name = models.CharField(_("company"), max_length=200, blank=True)


class Line(FactoryOwned, oscar_order.AbstractLine):
    """A SKU of an order with its price and its promise as they were agreed."""

    line_price_incl_tax = models.DecimalField(decimal_places=3, max_digits=14)
    line_price_excl_tax = models.DecimalField(decimal_places=3, max_digits=14)
    line_price_before_discounts_incl_tax = models.DecimalField(decimal_places=3, max_digits=14)
    line_price_before_discounts_excl_tax = models.DecimalField(decimal_places=3, max_digits=14)
    unit_price_incl_tax = models.DecimalField(
        decimal_places=4, max_digits=14, blank=True, null=True
    )
    unit_price_excl_tax = models.DecimalField(
        decimal_places=4, max_digits=14, blank=True, null=True
    )
    num_allocated = models.PositiveIntegerField(_("allocated"), default=0)

    sku = models.CharField(_("SKU"), max_length=64)
    unit = models.CharField(_("unit"), max_length=3, default="H87")
    item = models.ForeignKey(
        "inventory.Item", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    hs_code = models.CharField(_("HS code"), max_length=12, blank=True)
    country_of_origin = models.CharField(_("country of origin"), max_length=2, blank=True)
    promised_on = models.DateField(_("promised"), null=True, blank=True)
    promise = models.JSONField(
        default=list, blank=True, help_text=_("Parts with quantity, ready date and source.")
    )
    price_explanation = models.JSONField(
        default=dict, blank=True, help_text=_("Which price list and break won, and why.")
    )

    class Meta(oscar_order.AbstractLine.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0), name="order_line_orders_something"
            )
        ]


class LineAttribute(FactoryOwned, oscar_order.AbstractLineAttribute):
    """An answer to a product's option on an order line."""


class LinePrice(FactoryOwned, oscar_order.AbstractLinePrice):
    """Oscar's price by quantity; one line has one price here."""


class PaymentEventType(FactoryOwned, oscar_order.AbstractPaymentEventType):
    """A kind of payment event, such as paid or refunded."""

    name = models.CharField(_("name"), max_length=128)
    code = AutoSlugField(_("code"), max_length=128, populate_from="name")

    class Meta(oscar_order.AbstractPaymentEventType.Meta):
        constraints = [
            unique_in_factory("order_paymenteventtype", "name"),
            unique_in_factory("order_paymenteventtype", "code"),
        ]


class ShippingEventType(FactoryOwned, oscar_order.AbstractShippingEventType):
    """A kind of shipping event, such as dispatched."""

    name = models.CharField(_("name"), max_length=255)
    code = AutoSlugField(_("code"), max_length=128, populate_from="name")

    class Meta(oscar_order.AbstractShippingEventType.Meta):
        constraints = [
            unique_in_factory("order_shippingeventtype", "name"),
            unique_in_factory("order_shippingeventtype", "code"),
        ]


class ShippingEvent(FactoryOwned, oscar_order.AbstractShippingEvent):
    """Something happened to a group of lines on their way."""


class ShippingEventQuantity(FactoryOwned, oscar_order.AbstractShippingEventQuantity):
    """How much of a line a shipping event was about."""


class PaymentEvent(FactoryOwned, oscar_order.AbstractPaymentEvent):
    """Money came in for an order or went back."""


class PaymentEventQuantity(FactoryOwned):
    """How much of a line a payment event was about."""

    event = models.ForeignKey(
        PaymentEvent, on_delete=models.CASCADE, related_name="line_quantities"
    )
    line = models.ForeignKey(
        Line, on_delete=models.CASCADE, related_name="payment_event_quantities"
    )
    quantity = models.PositiveIntegerField(_("quantity"))

    class Meta:
        verbose_name = _("payment event quantity")
        unique_together = ("event", "line")


class OrderDiscount(FactoryOwned, oscar_order.AbstractOrderDiscount):
    """A discount on an order."""


class OrderLineDiscount(FactoryOwned, oscar_order.AbstractOrderLineDiscount):
    """A discount on an order's line."""


class Surcharge(FactoryOwned, oscar_order.AbstractSurcharge):
    """An extra charge on an order."""


class Milestone(FactoryOwned):
    """A step of an order: when it was planned, when it happened, how far it is."""

    class Kind(models.TextChoices):
        CONFIRMED = "confirmed", _("Order confirmed")
        DEPOSIT = "deposit", _("Deposit received")
        PRODUCTION = "production", _("Production")
        INSPECTED = "inspected", _("Quality control")
        PACKED = "packed", _("Packed")
        SHIPPED = "shipped", _("Shipped")
        DELIVERED = "delivered", _("Delivered")

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="milestones")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    sort = models.PositiveSmallIntegerField(default=0)
    planned_on = models.DateField(null=True, blank=True)
    happened_at = models.DateTimeField(null=True, blank=True)
    progress = models.PositiveSmallIntegerField(_("percent done"), default=0)
    note = models.TextField(blank=True)
    carrier = models.CharField(max_length=120, blank=True)
    tracking_number = models.CharField(max_length=120, blank=True)
    tracking_url = models.URLField(max_length=500, blank=True)

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["order", "sort"]
        constraints = [
            unique_in_factory("order_milestone", "order", "kind"),
            models.CheckConstraint(
                condition=models.Q(progress__lte=100), name="order_milestone_progress_is_percent"
            ),
        ]

    def __str__(self):
        return self.get_kind_display()


class MilestonePhotograph(FactoryOwned):
    """A photograph that shows the buyer a milestone."""

    milestone = models.ForeignKey(Milestone, on_delete=models.CASCADE, related_name="photographs")
    picture = models.ForeignKey("library.Picture", on_delete=models.CASCADE, related_name="+")
    taken_at = models.DateTimeField(null=True, blank=True)
    sort = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("milestone photograph")
        ordering = ["milestone", "sort", "pk"]

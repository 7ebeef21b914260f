"""What leaves the factory: from which lots, in which packages, with whom."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from factory_portal.inventory.models import quantity_field
from sites.tenancy.models import FactoryOwned


class ShipmentSequence(FactoryOwned):
    """The last shipment number of a factory. Locked while a shipment is planned."""

    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("shipment sequence")
        constraints = [
            models.UniqueConstraint(
                fields=["factory"], name="shipments_shipmentsequence_one_per_factory"
            )
        ]


class Shipment(FactoryOwned):
    """Goods of one order leaving one warehouse together."""

    class State(models.TextChoices):
        DRAFT = "draft", _("to pick")
        PICKED = "picked", _("picked")
        PACKED = "packed", _("packed")
        DISPATCHED = "dispatched", _("on the way")
        DELIVERED = "delivered", _("delivered")
        CANCELLED = "cancelled", _("cancelled")

    number = models.CharField(_("number"), max_length=40)
    order = models.ForeignKey("order.Order", on_delete=models.PROTECT, related_name="shipments")
    warehouse = models.ForeignKey(
        "inventory.Warehouse",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("warehouse"),
    )
    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.DRAFT)
    carrier = models.CharField(_("carrier"), max_length=120, blank=True)
    tracking_number = models.CharField(_("tracking number"), max_length=120, blank=True)
    tracking_url = models.URLField(_("tracking address"), max_length=500, blank=True)
    note = models.CharField(_("note"), max_length=255, blank=True)
    created_at = models.DateTimeField(_("planned at"), auto_now_add=True)
    picked_at = models.DateTimeField(_("picked at"), null=True, blank=True)
    packed_at = models.DateTimeField(_("packed at"), null=True, blank=True)
    dispatched_at = models.DateTimeField(_("dispatched at"), null=True, blank=True)
    delivered_at = models.DateTimeField(_("delivered at"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("last touched by"),
    )

    class Meta:
        verbose_name = _("shipment")
        verbose_name_plural = _("shipments")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["factory", "state"], name="shipments_shipment_by_state"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "number"], name="shipments_shipment_unique_number"
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=["draft", "picked", "packed", "dispatched", "delivered", "cancelled"]
                ),
                name="shipments_shipment_known_state",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["dispatched", "delivered"])
                | (Q(dispatched_at__isnull=False) & ~Q(carrier="")),
                name="shipments_shipment_dispatched_with_someone",
            ),
        ]

    def __str__(self):
        return self.number


class ShipmentLine(FactoryOwned):
    """A quantity of an order line taken from one lot."""

    shipment = models.ForeignKey(Shipment, on_delete=models.CASCADE, related_name="lines")
    order_line = models.ForeignKey(
        "order.Line", on_delete=models.PROTECT, related_name="shipment_lines"
    )
    lot = models.ForeignKey("inventory.Lot", on_delete=models.PROTECT, related_name="+")
    quantity = quantity_field(_("quantity"))

    class Meta:
        verbose_name = _("shipment line")
        verbose_name_plural = _("shipment lines")
        ordering = ["shipment", "order_line", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "shipment", "order_line", "lot"],
                name="shipments_shipmentline_unique_lot",
            ),
            models.CheckConstraint(
                condition=Q(quantity__gt=0), name="shipments_shipmentline_quantity_positive"
            ),
        ]

    def __str__(self):
        return f"{self.quantity} of {self.order_line_id}"


class Package(FactoryOwned):
    """A run of like packages of a shipment: how many, how large (cm), how heavy each (kg)."""

    class Kind(models.TextChoices):
        CARTON = "carton", _("carton")
        PALLET = "pallet", _("pallet")
        CRATE = "crate", _("crate")
        BAG = "bag", _("bag")

    shipment = models.ForeignKey(Shipment, on_delete=models.CASCADE, related_name="packages")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices, default=Kind.CARTON)
    count = models.PositiveIntegerField(_("how many"), default=1)
    length_cm = models.DecimalField(_("length, cm"), max_digits=8, decimal_places=1)
    width_cm = models.DecimalField(_("width, cm"), max_digits=8, decimal_places=1)
    height_cm = models.DecimalField(_("height, cm"), max_digits=8, decimal_places=1)
    net_kg = models.DecimalField(_("net each, kg"), max_digits=10, decimal_places=3, default=0)
    gross_kg = models.DecimalField(_("gross each, kg"), max_digits=10, decimal_places=3)
    contents = models.CharField(_("contents"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("package")
        verbose_name_plural = _("packages")
        ordering = ["shipment", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(count__gt=0, length_cm__gt=0, width_cm__gt=0, height_cm__gt=0),
                name="shipments_package_has_a_size",
            ),
            models.CheckConstraint(
                condition=Q(net_kg__gte=0, gross_kg__gte=models.F("net_kg")),
                name="shipments_package_gross_at_least_net",
            ),
        ]

    def __str__(self):
        return f"{self.count} × {self.get_kind_display()}"

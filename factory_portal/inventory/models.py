"""What the factory has: items, lots, warehouses, and the ledger of moves with its projection."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sites.tenancy.models import FactoryOwned, owned_manager
from sites.values.quantity import UNITS


def quantity_field(verbose_name=None, **options) -> models.DecimalField:
    """An exact quantity in an item's base unit: four decimals are enough for kg, m and pieces."""
    return models.DecimalField(verbose_name, max_digits=18, decimal_places=4, **options)


class Item(FactoryOwned):
    """Something that can be stocked, made or bought, in one base unit."""

    class Kind(models.TextChoices):
        PRODUCT = "product", _("product")
        COMPONENT = "component", _("component")

    code = models.CharField(_("code"), max_length=64)
    name = models.CharField(_("name"), max_length=255, blank=True)
    unit = models.CharField(_("unit"), max_length=3, default="H87")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.PRODUCT)
    safety_stock = quantity_field(_("safety stock"), default=0)

    class Meta:
        verbose_name = _("item")
        verbose_name_plural = _("items")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["factory", "code"], name="inventory_item_unique_code"),
            models.CheckConstraint(
                condition=Q(safety_stock__gte=0), name="inventory_item_safety_stock_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["product", "component"]), name="inventory_item_known_kind"
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.name}".strip()

    def clean(self):
        if self.unit not in UNITS:
            raise ValidationError({"unit": _("This is not a unit of UN/ECE Recommendation 20.")})


class Warehouse(FactoryOwned):
    """A place that holds stock. What lies in transit is owned but cannot be promised."""

    class Kind(models.TextChoices):
        FACTORY = "factory", _("at the factory")
        OVERSEAS = "overseas", _("overseas")
        TRANSIT = "transit", _("in transit")

    code = models.CharField(_("code"), max_length=20)
    name = models.CharField(_("name"), max_length=120)
    country = models.CharField(_("country"), max_length=2)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.FACTORY)

    class Meta:
        verbose_name = _("warehouse")
        verbose_name_plural = _("warehouses")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "code"], name="inventory_warehouse_unique_code"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["factory", "overseas", "transit"]),
                name="inventory_warehouse_known_kind",
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.name}"


class Lot(FactoryOwned):
    """A quantity of one item that was made or received together and is traced together."""

    class Status(models.TextChoices):
        AVAILABLE = "available", _("available")
        ON_HOLD = "on hold", _("on hold")

    item = models.ForeignKey(Item, on_delete=models.RESTRICT, related_name="lots")
    number = models.CharField(_("lot"), max_length=64)
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.AVAILABLE
    )
    produced_on = models.DateField(_("produced on"), null=True, blank=True)

    class Meta:
        verbose_name = _("lot")
        verbose_name_plural = _("lots")
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "item", "number"], name="inventory_lot_unique_number"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["available", "on hold"]), name="inventory_lot_known_status"
            ),
        ]

    def __str__(self):
        return self.number


class LedgerIsAppendOnly(Exception):
    """A recorded move is never changed or removed; it is reversed by another move."""


class MoveQuerySet(models.QuerySet):
    """Moves can be added and read."""

    def update(self, **values):
        raise LedgerIsAppendOnly

    def delete(self):
        raise LedgerIsAppendOnly


class Move(FactoryOwned):
    """A quantity of a lot went from one place to another. The ledger: written once."""

    class Place(models.TextChoices):
        WAREHOUSE = "warehouse", _("warehouse")
        SUPPLIER = "supplier", _("supplier")
        CUSTOMER = "customer", _("customer")
        PRODUCTION = "production", _("production")
        COUNT = "count", _("stock count")
        LOSS = "loss", _("scrap and loss")

    item = models.ForeignKey(Item, on_delete=models.RESTRICT, related_name="moves")
    lot = models.ForeignKey(Lot, on_delete=models.RESTRICT, related_name="moves")
    from_place = models.CharField(_("from"), max_length=10, choices=Place.choices)
    from_warehouse = models.ForeignKey(
        Warehouse, null=True, blank=True, on_delete=models.RESTRICT, related_name="+"
    )
    to_place = models.CharField(_("to"), max_length=10, choices=Place.choices)
    to_warehouse = models.ForeignKey(
        Warehouse, null=True, blank=True, on_delete=models.RESTRICT, related_name="+"
    )
    quantity = quantity_field(_("quantity"))
    effective_at = models.DateTimeField(_("happened at"))
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    source = models.CharField(_("source"), max_length=120, blank=True)
    key = models.CharField(max_length=160)
    reversal_of = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.RESTRICT, related_name="reversed_by"
    )

    objects = owned_manager(models.Manager.from_queryset(MoveQuerySet))

    class Meta:
        verbose_name = _("move")
        verbose_name_plural = _("moves")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["factory", "item"], name="inventory_move_of_item")]
        constraints = [
            models.UniqueConstraint(fields=["factory", "key"], name="inventory_move_unique_key"),
            models.CheckConstraint(
                condition=Q(quantity__gt=0), name="inventory_move_quantity_positive"
            ),
            models.CheckConstraint(
                condition=Q(from_place="warehouse", from_warehouse__isnull=False)
                | (~Q(from_place="warehouse") & Q(from_warehouse__isnull=True)),
                name="inventory_move_from_names_its_warehouse",
            ),
            models.CheckConstraint(
                condition=Q(to_place="warehouse", to_warehouse__isnull=False)
                | (~Q(to_place="warehouse") & Q(to_warehouse__isnull=True)),
                name="inventory_move_to_names_its_warehouse",
            ),
            models.CheckConstraint(
                condition=Q(from_place="warehouse") | Q(to_place="warehouse"),
                name="inventory_move_touches_a_warehouse",
            ),
        ]

    def __str__(self):
        return f"{self.quantity} {self.from_place} → {self.to_place}"

    def save(self, *args, **kwargs):
        if self.pk is not None:
            raise LedgerIsAppendOnly
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise LedgerIsAppendOnly


class Balance(FactoryOwned):
    """How much of a lot lies in a warehouse, and how much of that is spoken for.

    ``on_hand`` is the sum of the ledger and ``reserved`` that of the lot reservations: both can
    be rebuilt. They are kept so that the database itself refuses to reserve what is not there.
    """

    lot = models.ForeignKey(Lot, on_delete=models.RESTRICT, related_name="balances")
    warehouse = models.ForeignKey(Warehouse, on_delete=models.RESTRICT, related_name="balances")
    on_hand = quantity_field(_("on hand"), default=0)
    reserved = quantity_field(_("reserved"), default=0)
    bin = models.CharField(_("bin"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("balance")
        verbose_name_plural = _("balances")
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "lot", "warehouse"], name="inventory_balance_unique_place"
            ),
            models.CheckConstraint(
                condition=Q(reserved__gte=0), name="inventory_balance_reserved_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(reserved__lte=F("on_hand")),
                name="inventory_balance_reserve_only_what_exists",
            ),
        ]

    def __str__(self):
        return f"{self.lot_id} @ {self.warehouse_id}: {self.on_hand}"


class Hold(FactoryOwned):
    """Supply kept for someone: for a while (held) or for good (firm)."""

    class Status(models.TextChoices):
        HELD = "held", _("held")
        FIRM = "firm", _("firm")
        RELEASED = "released", _("released")

    key = models.CharField(max_length=120)
    reference = models.CharField(_("for"), max_length=120, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices)
    asked_on = models.DateField(_("asked on"))
    expires_at = models.DateTimeField(_("expires at"), null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("hold")
        verbose_name_plural = _("holds")
        indexes = [
            models.Index(
                fields=["factory", "expires_at"],
                condition=Q(status="held"),
                name="inventory_hold_expiring",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["factory", "key"], name="inventory_hold_unique_key"),
            models.CheckConstraint(
                condition=Q(status__in=["held", "firm", "released"]),
                name="inventory_hold_known_status",
            ),
            models.CheckConstraint(
                condition=~Q(status="held") | Q(expires_at__isnull=False),
                name="inventory_hold_held_expires",
            ),
        ]

    def __str__(self):
        return self.key


class HoldLine(FactoryOwned):
    """One item of a hold with the promise that was given for it."""

    hold = models.ForeignKey(Hold, on_delete=models.CASCADE, related_name="lines")
    reference = models.CharField(_("line"), max_length=60)
    item = models.ForeignKey(Item, on_delete=models.RESTRICT, related_name="+")
    quantity = quantity_field(_("quantity"))
    shipped = quantity_field(_("shipped"), default=0)
    ready_on = models.DateField(_("ready on"))
    # The promise as it was given: [{"quantity", "ready_on", "source", "origin"}].
    parts = models.JSONField(default=list)

    class Meta:
        verbose_name = _("held line")
        verbose_name_plural = _("held lines")
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "hold", "reference"], name="inventory_holdline_unique_reference"
            ),
            models.CheckConstraint(
                condition=Q(quantity__gt=0), name="inventory_holdline_quantity_positive"
            ),
            models.CheckConstraint(
                condition=Q(shipped__gte=0, shipped__lte=F("quantity")),
                name="inventory_holdline_ship_only_what_was_held",
            ),
        ]

    def __str__(self):
        return f"{self.reference}: {self.quantity}"


class LotReservation(FactoryOwned):
    """A quantity of a balance that belongs to a held line."""

    line = models.ForeignKey(HoldLine, on_delete=models.CASCADE, related_name="lots")
    balance = models.ForeignKey(Balance, on_delete=models.RESTRICT, related_name="reservations")
    quantity = quantity_field(_("quantity"))

    class Meta:
        verbose_name = _("lot reservation")
        verbose_name_plural = _("lot reservations")
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "line", "balance"],
                name="inventory_lotreservation_unique_balance",
            ),
            models.CheckConstraint(
                condition=Q(quantity__gt=0), name="inventory_lotreservation_quantity_positive"
            ),
        ]

    def __str__(self):
        return f"{self.quantity} of {self.balance_id}"

"""What the factory can make: work centres, routings, capacity by day, and production orders."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from factory_portal.inventory.models import HoldLine, Item, quantity_field
from sites.tenancy.models import FactoryOwned
from sites.values.calendar import WorkCalendar, parse_holidays, parse_shifts, parse_weekdays


class WorkCentre(FactoryOwned):
    """A group of like stations with one calendar. Its texts are as the factory writes them."""

    code = models.CharField(_("code"), max_length=20)
    name = models.CharField(_("name"), max_length=120)
    stations = models.PositiveSmallIntegerField(_("stations"), default=1)
    shifts = models.CharField(_("shifts"), max_length=200, default="08:00-16:30")
    break_minutes = models.PositiveSmallIntegerField(_("break per shift, minutes"), default=0)
    working_days = models.CharField(_("working days"), max_length=60, default="Mon,Tue,Wed,Thu,Fri")
    efficiency_percent = models.PositiveSmallIntegerField(_("efficiency, %"), default=100)
    holidays = models.TextField(_("holidays"), blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, blank=True)
    note = models.CharField(_("note"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("work centre")
        verbose_name_plural = _("work centres")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "code"], name="production_workcentre_unique_code"
            ),
            models.CheckConstraint(
                condition=Q(stations__gte=1), name="production_workcentre_has_a_station"
            ),
            models.CheckConstraint(
                condition=Q(efficiency_percent__gte=1, efficiency_percent__lte=200),
                name="production_workcentre_efficiency_in_reason",
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.name}"

    @property
    def calendar(self) -> WorkCalendar:
        """The texts as a calendar; ``CalendarUnreadable`` names what cannot be read."""
        return WorkCalendar(
            weekdays=parse_weekdays(self.working_days),
            holidays=parse_holidays(self.holidays),
            shifts=parse_shifts(self.shifts),
            break_minutes=self.break_minutes,
            stations=self.stations,
            efficiency_percent=self.efficiency_percent,
        )


class Operation(FactoryOwned):
    """A step of an item's routing. Minutes are per unit, or per cycle where batches are made."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="operations")
    sequence = models.PositiveSmallIntegerField(_("operation"))
    work_centre = models.ForeignKey(
        WorkCentre, on_delete=models.RESTRICT, related_name="operations"
    )
    description = models.CharField(_("description"), max_length=200, blank=True)
    setup_minutes = models.DecimalField(
        _("setup, minutes"), max_digits=12, decimal_places=4, default=0
    )
    run_minutes = models.DecimalField(
        _("run, minutes per unit or batch"), max_digits=12, decimal_places=6
    )
    batch_quantity = quantity_field(_("batch"), null=True, blank=True)

    class Meta:
        verbose_name = _("operation")
        verbose_name_plural = _("operations")
        ordering = ["item", "sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "item", "sequence"], name="production_operation_unique_sequence"
            ),
            models.CheckConstraint(
                condition=Q(setup_minutes__gte=0, run_minutes__gte=0),
                name="production_operation_minutes_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(batch_quantity__isnull=True) | Q(batch_quantity__gt=0),
                name="production_operation_batch_positive",
            ),
        ]

    def __str__(self):
        return f"{self.sequence} {self.description}"


class BomLine(FactoryOwned):
    """How much of a component one unit of the parent takes, scrap of the component included."""

    parent = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="bom_lines")
    component = models.ForeignKey(Item, on_delete=models.RESTRICT, related_name="used_in")
    quantity_per = models.DecimalField(_("quantity per unit"), max_digits=18, decimal_places=8)
    scrap_percent = models.DecimalField(_("scrap, %"), max_digits=5, decimal_places=2, default=0)

    class Meta:
        verbose_name = _("bill of materials line")
        verbose_name_plural = _("bill of materials")
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "parent", "component"],
                name="production_bomline_unique_component",
            ),
            models.CheckConstraint(
                condition=Q(quantity_per__gt=0), name="production_bomline_quantity_positive"
            ),
            models.CheckConstraint(
                condition=Q(scrap_percent__gte=0, scrap_percent__lt=100),
                name="production_bomline_scrap_below_all",
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("component")), name="production_bomline_not_of_itself"
            ),
        ]

    def __str__(self):
        return f"{self.quantity_per} × {self.component_id}"


class CapacityDay(FactoryOwned):
    """The net minutes of a work centre on a day and how many are taken. Closed days have no row."""

    work_centre = models.ForeignKey(
        WorkCentre, on_delete=models.CASCADE, related_name="capacity_days"
    )
    day = models.DateField(_("day"))
    minutes_available = models.PositiveIntegerField(_("minutes available"))
    minutes_taken = models.PositiveIntegerField(_("minutes taken"), default=0)

    class Meta:
        verbose_name = _("capacity day")
        verbose_name_plural = _("capacity days")
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "work_centre", "day"], name="production_capacityday_unique_day"
            ),
            models.CheckConstraint(
                condition=Q(minutes_taken__gte=0, minutes_taken__lte=F("minutes_available")),
                name="production_capacityday_take_only_what_is_open",
            ),
        ]

    def __str__(self):
        return f"{self.day}: {self.minutes_taken} / {self.minutes_available}"


class ProductionOrder(FactoryOwned):
    """Work for the floor: make a quantity of an item by a day."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        CONFIRMED = "confirmed", _("confirmed")
        RELEASED = "released", _("released")
        IN_PROGRESS = "in progress", _("in progress")
        DONE = "done", _("done")
        CANCELLED = "cancelled", _("cancelled")

    OPEN_STATES = (State.CONFIRMED, State.RELEASED, State.IN_PROGRESS)

    number = models.CharField(_("number"), max_length=64)
    item = models.ForeignKey(Item, on_delete=models.RESTRICT, related_name="production_orders")
    quantity = quantity_field(_("quantity"))
    good = quantity_field(_("good"), default=0)
    scrap = quantity_field(_("scrap"), default=0)
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.CONFIRMED
    )
    start_on = models.DateField(_("start"))
    due_on = models.DateField(_("due"))
    demand_reference = models.CharField(_("for"), max_length=120, blank=True)
    hold_line = models.ForeignKey(
        HoldLine,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="production_orders",
        verbose_name=_("opened for"),
    )
    note = models.CharField(_("note"), max_length=255, blank=True)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    class Meta:
        verbose_name = _("production order")
        verbose_name_plural = _("production orders")
        ordering = ["due_on", "number"]
        indexes = [
            models.Index(
                fields=["factory", "item", "due_on"],
                condition=Q(state__in=["confirmed", "released", "in progress"]),
                name="production_order_open",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "number"], name="production_productionorder_unique_number"
            ),
            models.CheckConstraint(
                condition=Q(quantity__gt=0), name="production_order_quantity_positive"
            ),
            models.CheckConstraint(
                condition=Q(good__gte=0, scrap__gte=0, quantity__gte=F("good") + F("scrap")),
                name="production_order_counts_no_more_than_put_in",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("start_on")), name="production_order_due_after_start"
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=[
                        "draft",
                        "confirmed",
                        "released",
                        "in progress",
                        "done",
                        "cancelled",
                    ]
                ),
                name="production_order_known_state",
            ),
        ]

    def __str__(self):
        return self.number

    @property
    def remaining(self):
        """What is still to come out of this order."""
        return self.quantity - self.good - self.scrap


class ReceiptReservation(FactoryOwned):
    """A quantity that is still to come from a production order and belongs to a held line."""

    line = models.ForeignKey(HoldLine, on_delete=models.CASCADE, related_name="receipts")
    production_order = models.ForeignKey(
        ProductionOrder, on_delete=models.RESTRICT, related_name="reservations"
    )
    quantity = quantity_field(_("quantity"))

    class Meta:
        verbose_name = _("receipt reservation")
        verbose_name_plural = _("receipt reservations")
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "line", "production_order"],
                name="production_receiptreservation_unique_order",
            ),
            models.CheckConstraint(
                condition=Q(quantity__gt=0), name="production_receiptreservation_positive"
            ),
        ]

    def __str__(self):
        return f"{self.quantity} of {self.production_order_id}"


class SlotReservation(FactoryOwned):
    """Minutes of a capacity day: for a held line, and for its production order once opened."""

    line = models.ForeignKey(
        HoldLine, null=True, blank=True, on_delete=models.CASCADE, related_name="slots"
    )
    production_order = models.ForeignKey(
        ProductionOrder, null=True, blank=True, on_delete=models.CASCADE, related_name="slots"
    )
    capacity_day = models.ForeignKey(
        CapacityDay, on_delete=models.RESTRICT, related_name="reservations"
    )
    operation = models.ForeignKey(Operation, on_delete=models.RESTRICT, related_name="slots")
    minutes = models.PositiveIntegerField(_("minutes"))

    class Meta:
        verbose_name = _("slot reservation")
        verbose_name_plural = _("slot reservations")
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gt=0), name="production_slotreservation_minutes_positive"
            ),
            models.CheckConstraint(
                condition=Q(line__isnull=False) | Q(production_order__isnull=False),
                name="production_slotreservation_has_a_reason",
            ),
        ]

    def __str__(self):
        return f"{self.minutes} min of {self.capacity_day_id}"


class Report(FactoryOwned):
    """What came out of a production order at one moment. Written once."""

    production_order = models.ForeignKey(
        ProductionOrder, on_delete=models.RESTRICT, related_name="reports"
    )
    good = quantity_field(_("good"), default=0)
    scrap = quantity_field(_("scrap"), default=0)
    note = models.CharField(_("note"), max_length=255, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"))
    key = models.CharField(max_length=120)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["factory", "key"], name="production_report_unique_key"),
            models.CheckConstraint(
                condition=Q(good__gte=0, scrap__gte=0) & (Q(good__gt=0) | Q(scrap__gt=0)),
                name="production_report_counts_something",
            ),
        ]

    def __str__(self):
        return f"{self.good} good, {self.scrap} scrap"


class Photograph(FactoryOwned):
    """A picture taken at a production order, which the buyer may see."""

    production_order = models.ForeignKey(
        ProductionOrder, on_delete=models.CASCADE, related_name="photographs"
    )
    picture = models.ForeignKey("library.Picture", on_delete=models.CASCADE, related_name="+")
    caption = models.CharField(_("caption"), max_length=200, blank=True)
    taken_at = models.DateTimeField(_("taken at"))
    uploaded_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("by"),
    )
    buyer_visible = models.BooleanField(_("the buyer may see it"), default=True)

    class Meta:
        verbose_name = _("photograph")
        verbose_name_plural = _("photographs")
        ordering = ["taken_at", "pk"]

    def __str__(self):
        return self.caption or str(self.taken_at)

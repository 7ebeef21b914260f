"""Rate cards and express zones that the factory keeps."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from sites.tenancy.models import FactoryOwned, owned_manager


class Zone(FactoryOwned):
    """Countries that an express carrier charges alike."""

    code = models.CharField(_("code"), max_length=20)
    countries = models.JSONField(
        _("countries"), default=list, help_text=_("Two-letter country codes.")
    )
    is_rest_of_world = models.BooleanField(_("rest of the world"), default=False)

    objects = owned_manager()

    panels = [
        FieldPanel("code"),
        FieldPanel("countries"),
        FieldPanel("is_rest_of_world"),
    ]

    class Meta:
        verbose_name = _("express zone")
        verbose_name_plural = _("express zones")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["factory", "code"], name="freight_zone_unique_code"),
        ]

    def __str__(self):
        return self.code


class RateCard(FactoryOwned):
    """One row of a rate card: a break of one service on one lane."""

    mode = models.CharField(_("mode"), max_length=20)
    service = models.CharField(_("service"), max_length=80)
    origin = models.CharField(_("from"), max_length=20)
    destination = models.CharField(
        _("to"), max_length=20, help_text=_("UN/LOCODE, express zone, or country and postcode.")
    )
    unit_basis = models.CharField(_("charged by"), max_length=20)
    break_from = models.DecimalField(_("from"), max_digits=10, decimal_places=3, default=0)
    break_to = models.DecimalField(
        _("up to"), max_digits=10, decimal_places=3, null=True, blank=True
    )
    rate = models.DecimalField(_("rate"), max_digits=12, decimal_places=4)
    minimum = models.DecimalField(_("minimum"), max_digits=12, decimal_places=2, default=0)
    currency = models.CharField(_("currency"), max_length=3)
    transit_days_min = models.PositiveSmallIntegerField(_("fastest, days"))
    transit_days_max = models.PositiveSmallIntegerField(_("slowest, days"))
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(_("valid until"))
    note = models.CharField(_("note"), max_length=200, blank=True)

    objects = owned_manager()

    panels = [
        FieldPanel(name)
        for name in (
            "mode",
            "service",
            "origin",
            "destination",
            "unit_basis",
            "break_from",
            "break_to",
            "rate",
            "minimum",
            "currency",
            "transit_days_min",
            "transit_days_max",
            "valid_from",
            "valid_until",
            "note",
        )
    ]

    class Meta:
        verbose_name = _("rate")
        verbose_name_plural = _("rate cards")
        ordering = ["mode", "service", "origin", "destination", "break_from"]
        indexes = [
            models.Index(
                fields=["factory", "destination", "valid_until"], name="freight_rate_by_lane"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "factory",
                    "mode",
                    "service",
                    "origin",
                    "destination",
                    "break_from",
                    "valid_from",
                ],
                name="freight_ratecard_unique_break",
            ),
            models.CheckConstraint(
                condition=Q(break_to__isnull=True) | Q(break_from__lt=F("break_to")),
                name="freight_ratecard_break_in_order",
            ),
            models.CheckConstraint(
                condition=Q(
                    valid_from__lte=F("valid_until"),
                    transit_days_min__lte=F("transit_days_max"),
                    rate__gte=0,
                    minimum__gte=0,
                ),
                name="freight_ratecard_sensible",
            ),
        ]

    def __str__(self):
        return f"{self.mode} {self.origin}-{self.destination} {self.break_from}"

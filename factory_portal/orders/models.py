"""Who did what to an order, and when: the part of an order that only the factory sees."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from sites.tenancy.models import FactoryOwned


class OrderLog(FactoryOwned):
    """One thing that was done to an order, by a member or by the house itself."""

    class Deed(models.TextChoices):
        RELEASED = "released", _("released to production")
        CONFIRMED = "confirmed", _("confirmed to the buyer")
        STARTED = "started", _("production started")
        FINISHED = "finished", _("production finished")
        NOTED = "noted", _("internal note")
        SHIPPED = "shipped", _("dispatched")
        DELIVERED = "delivered", _("delivered")
        PAID = "paid", _("payment seen")
        CANCELLED = "cancelled", _("cancelled")

    order = models.ForeignKey("order.Order", on_delete=models.CASCADE, related_name="log")
    deed = models.CharField(_("what"), max_length=12, choices=Deed.choices)
    text = models.TextField(_("details"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("order log entry")
        verbose_name_plural = _("order log")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.get_deed_display()} {self.at:%Y-%m-%d %H:%M}"

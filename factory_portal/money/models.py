"""Receipts: money that was seen for an instalment, never changed afterwards."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from sites.tenancy.models import FactoryOwned, owned_manager


class Receipt(FactoryOwned):
    """Money on the account for an instalment. One bank entry, one row: the key says which."""

    class Source(models.TextChoices):
        BANK = "bank", _("bank transfer")
        CARD = "card", _("card")

    instalment = models.ForeignKey(
        "payment.Instalment", on_delete=models.PROTECT, related_name="receipts"
    )
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=3)
    currency = models.CharField(_("currency"), max_length=3)
    source = models.CharField(_("received by"), max_length=10, choices=Source.choices)
    reference = models.CharField(
        _("bank's reference"), max_length=140, blank=True, help_text=_("As on the statement.")
    )
    seen_on = models.DateField(_("seen on"))
    key = models.CharField(max_length=120, editable=False)
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("recorded by"),
    )

    objects = owned_manager()

    class Meta:
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        ordering = ["-seen_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["factory", "key"], name="money_receipt_unique_key"),
            models.CheckConstraint(
                condition=models.Q(amount__gt=0), name="money_receipt_is_positive"
            ),
        ]

    def __str__(self):
        return f"{self.amount} {self.currency}"

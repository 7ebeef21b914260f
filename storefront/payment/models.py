"""How an order is paid: Oscar's sources and transactions, and our instalments."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.payment.abstract_models import (
    AbstractBankcard,
    AbstractSource,
    AbstractSourceType,
    AbstractTransaction,
)
from oscar.models.fields import AutoSlugField

from sites.tenancy.models import FactoryOwned
from storefront.unique import unique_in_factory


class SourceType(FactoryOwned, AbstractSourceType):
    """A way to pay that the store offers, such as a bank transfer."""

    code = AutoSlugField(_("code"), max_length=128, populate_from="name")

    class Meta(AbstractSourceType.Meta):
        constraints = [unique_in_factory("payment_sourcetype", "code")]


class Source(FactoryOwned, AbstractSource):
    """What was allocated to an order, and where it comes from."""


class Transaction(FactoryOwned, AbstractTransaction):
    """Money that moved on a source."""


class Bankcard(FactoryOwned, AbstractBankcard):
    """Oscar's masked card; we keep none, the card processor does."""


class Instalment(FactoryOwned):
    """A part of an order's money: what, when it falls due, and whether it was seen."""

    class Kind(models.TextChoices):
        DEPOSIT = "deposit", _("deposit")
        BALANCE = "balance", _("balance")
        FULL = "full", _("full amount")

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        DUE = "due", _("due")
        PAID = "paid", _("paid")
        CANCELLED = "cancelled", _("cancelled")

    order = models.ForeignKey("order.Order", on_delete=models.CASCADE, related_name="instalments")
    sort = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    percent = models.DecimalField(max_digits=6, decimal_places=3)
    amount = models.DecimalField(max_digits=14, decimal_places=3)
    currency = models.CharField(max_length=3)
    due_event = models.CharField(
        max_length=40, help_text="The milestone that makes it due, such as confirmed or packed."
    )
    due_on = models.DateField(null=True, blank=True)
    method = models.CharField(max_length=40)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    paid_at = models.DateTimeField(null=True, blank=True)
    reference = models.CharField(
        max_length=120, blank=True, help_text="The bank's or the card processor's own reference."
    )

    class Meta:
        verbose_name = _("instalment")
        verbose_name_plural = _("instalments")
        ordering = ["order", "sort"]
        constraints = [
            unique_in_factory("payment_instalment", "order", "sort"),
            models.CheckConstraint(
                condition=models.Q(amount__gte=0), name="payment_instalment_is_not_negative"
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.amount} {self.currency}"


class CardPayment(FactoryOwned):
    """A payment intent at the card processor for one instalment."""

    instalment = models.ForeignKey(
        Instalment, on_delete=models.CASCADE, related_name="card_payments"
    )
    intent_id = models.CharField(max_length=120)
    status = models.CharField(max_length=40)
    amount = models.DecimalField(max_digits=14, decimal_places=3)
    currency = models.CharField(max_length=3)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("card payment")
        verbose_name_plural = _("card payments")
        constraints = [unique_in_factory("payment_cardpayment", "intent_id")]

    def __str__(self):
        return self.intent_id

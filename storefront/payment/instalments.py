"""The parts of an order's money, and the tries to pay one by card."""

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from sites.tenancy.models import FactoryOwned, owned_manager
from sites.values.money import Money
from storefront.unique import unique_in_factory


class Instalment(FactoryOwned):
    """A part of an order's money: what, when it falls due, and how much of it was seen."""

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
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    percent = models.DecimalField(_("percent"), max_digits=6, decimal_places=3)
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=3)
    received = models.DecimalField(_("received"), max_digits=14, decimal_places=3, default=0)
    currency = models.CharField(_("currency"), max_length=3)
    due_event = models.CharField(
        max_length=40, help_text="The milestone that makes it due, such as confirmed or packed."
    )
    due_days = models.PositiveSmallIntegerField(
        default=0, help_text="How many days after that milestone."
    )
    due_on = models.DateField(_("due"), null=True, blank=True)
    method = models.CharField(_("payment method"), max_length=40, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.OPEN
    )
    paid_at = models.DateTimeField(_("paid"), null=True, blank=True)
    reference = models.CharField(
        _("payment reference"),
        max_length=25,
        help_text="The creditor reference (ISO 11649) that the buyer's bank passes on.",
    )

    objects = owned_manager()

    class Meta:
        app_label = "payment"
        verbose_name = _("instalment")
        verbose_name_plural = _("instalments")
        ordering = ["order", "sort"]
        indexes = [
            models.Index(fields=["factory", "status", "due_on"], name="payment_instalment_due"),
        ]
        constraints = [
            unique_in_factory("payment_instalment", "order", "sort"),
            unique_in_factory("payment_instalment", "reference"),
            models.CheckConstraint(
                condition=models.Q(amount__gte=0, received__gte=0),
                name="payment_instalment_is_not_negative",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.amount} {self.currency}"

    @property
    def outstanding(self) -> Money:
        """What has not been seen of it yet; never below zero."""
        missing = Money(self.amount - self.received, self.currency).rounded()
        return max(missing, Money(Decimal(0), self.currency).rounded())


class CardPayment(FactoryOwned):
    """A visit to the card processor's page for one instalment."""

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        PAID = "paid", _("paid")
        FAILED = "failed", _("failed")
        EXPIRED = "expired", _("expired")

    instalment = models.ForeignKey(
        Instalment, on_delete=models.CASCADE, related_name="card_payments"
    )
    session_id = models.CharField(max_length=120)
    intent_id = models.CharField(max_length=120, blank=True)
    url = models.URLField(max_length=2000, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    amount = models.DecimalField(max_digits=14, decimal_places=3)
    currency = models.CharField(max_length=3)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = owned_manager()

    class Meta:
        app_label = "payment"
        verbose_name = _("card payment")
        verbose_name_plural = _("card payments")
        constraints = [unique_in_factory("payment_cardpayment", "session_id")]

    def __str__(self):
        return self.session_id


class CardEvent(FactoryOwned):
    """A message of the card processor that was acted on; it may be sent again and again."""

    event_id = models.CharField(max_length=120)
    kind = models.CharField(max_length=80)
    seen_at = models.DateTimeField(auto_now_add=True)

    objects = owned_manager()

    class Meta:
        app_label = "payment"
        verbose_name = _("card event")
        verbose_name_plural = _("card events")
        constraints = [unique_in_factory("payment_cardevent", "event_id")]

    def __str__(self):
        return self.event_id

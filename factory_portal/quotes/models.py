"""What buyers ask for before they order: requests for a quote, and plain messages."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from sites.tenancy.models import FactoryOwned


def access_key() -> str:
    """What opens an enquiry's page without a login."""
    return get_random_string(32)


class EnquirySequence(FactoryOwned):
    """The last enquiry number of a factory. Locked while an enquiry is taken."""

    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("enquiry sequence")
        constraints = [
            models.UniqueConstraint(
                fields=["factory"], name="quotes_enquirysequence_one_per_factory"
            )
        ]


class Enquiry(FactoryOwned):
    """Someone asks the factory for a price or for an answer."""

    class Kind(models.TextChoices):
        RFQ = "rfq", _("request for a quote")
        CONTACT = "contact", _("message")

    class State(models.TextChoices):
        NEW = "new", _("new")
        ANSWERED = "answered", _("answered")
        CLOSED = "closed", _("closed")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    reference = models.CharField(_("reference"), max_length=24)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.NEW)
    name = models.CharField(_("name"), max_length=120)
    company = models.CharField(_("company"), max_length=200, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    message = models.TextField(_("message"), blank=True)
    language = models.CharField(_("language"), max_length=12)
    incoterm = models.CharField(_("Incoterm"), max_length=3, blank=True)
    destination = models.CharField(_("destination"), max_length=120, blank=True)
    target_date = models.DateField(_("wanted by"), null=True, blank=True)
    access_key = models.CharField(max_length=32, default=access_key, editable=False)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    reply_by = models.DateTimeField(_("reply by"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    class Meta:
        verbose_name = _("enquiry")
        verbose_name_plural = _("enquiries")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["factory", "state", "-received_at"], name="quotes_by_state"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "reference"], name="quotes_enquiry_unique_reference"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["rfq", "contact"]), name="quotes_enquiry_known_kind"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["new", "answered", "closed"]),
                name="quotes_enquiry_known_state",
            ),
        ]

    def __str__(self):
        return self.reference


class EnquiryLine(FactoryOwned):
    """What is asked for: a SKU, or a part described in the buyer's words."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="lines")
    sku = models.CharField(_("SKU"), max_length=64, blank=True)
    description = models.CharField(_("description"), max_length=255, blank=True)
    quantity = models.DecimalField(
        _("quantity"), max_digits=18, decimal_places=4, null=True, blank=True
    )
    target_price = models.DecimalField(
        _("target price"), max_digits=14, decimal_places=4, null=True, blank=True
    )
    currency = models.CharField(_("currency"), max_length=3, blank=True)

    class Meta:
        verbose_name = _("enquiry line")
        verbose_name_plural = _("enquiry lines")
        ordering = ["enquiry", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(sku="", description=""), name="quotes_enquiryline_asks_for_something"
            ),
            models.CheckConstraint(
                condition=Q(quantity__isnull=True) | Q(quantity__gt=0),
                name="quotes_enquiryline_quantity_positive",
            ),
        ]

    def __str__(self):
        return self.sku or self.description


class EnquiryFile(FactoryOwned):
    """A drawing or specification that came with an enquiry; members only."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey("library.Document", on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("enquiry file")
        verbose_name_plural = _("enquiry files")
        ordering = ["enquiry", "pk"]


class EnquiryAnswer(FactoryOwned):
    """What the factory wrote back, as it was mailed."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="answers")
    text = models.TextField(_("answer"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["enquiry", "at"]

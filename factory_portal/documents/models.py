"""Issued papers: numbered without gaps, printed once, never changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from media.library.storage import private_path
from sites.tenancy.models import FactoryOwned, owned_manager


class IssuedIsFinal(Exception):
    """An issued paper does not change; a correction is a new one that supersedes it."""


class Kind(models.TextChoices):
    """What kind of paper it is."""

    PROFORMA = "proforma", _("proforma invoice")


class Series(FactoryOwned):
    """The last number of a kind of paper in a year. Its row is locked while one is issued."""

    kind = models.CharField(max_length=20, choices=Kind.choices)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    objects = owned_manager()

    class Meta:
        verbose_name = _("number series")
        verbose_name_plural = _("number series")
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "kind", "year"], name="documents_series_unique_year"
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.year}: {self.last}"


class Document(FactoryOwned):
    """A paper as it went out: its number, what it was printed from, its file and fingerprint."""

    order = models.ForeignKey("order.Order", on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    number = models.CharField(_("number"), max_length=40)
    year = models.PositiveSmallIntegerField()
    sequence = models.PositiveIntegerField()
    language = models.CharField(_("language"), max_length=12)
    content = models.JSONField(default=dict, help_text="What it was printed from.")
    file = models.FileField(_("file"), upload_to=private_path, max_length=160)
    sha256 = models.CharField(max_length=64)
    issued_on = models.DateField(_("date"))
    issued_at = models.DateTimeField(auto_now_add=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("issued by"),
    )
    supersedes = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="superseded_by",
        verbose_name=_("supersedes"),
    )

    objects = owned_manager()

    class Meta:
        verbose_name = _("trade document")
        verbose_name_plural = _("trade documents")
        ordering = ["-issued_on", "-sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "kind", "number"], name="documents_document_unique_number"
            ),
            models.UniqueConstraint(
                fields=["factory", "kind", "year", "sequence"],
                name="documents_document_unique_sequence",
            ),
            models.UniqueConstraint(
                fields=["factory", "order", "kind"],
                condition=models.Q(supersedes__isnull=True),
                name="documents_document_one_first_per_order",
            ),
        ]

    def __str__(self):
        return self.number

    def save(self, *args, **kwargs):
        if self.pk:
            raise IssuedIsFinal(self.number)
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise IssuedIsFinal(self.number)

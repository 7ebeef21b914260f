"""Companies that buy, with the terms the factory granted them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sites.tenancy.models import FactoryOwned
from storefront.unique import unique_in_factory


class Company(FactoryOwned):
    """A buyer company: whose price list, terms, credit and language apply."""

    code = models.CharField(_("code"), max_length=40)
    name = models.CharField(_("name"), max_length=200)
    country = models.CharField(_("country"), max_length=2)
    city = models.CharField(_("city"), max_length=120, blank=True)
    vat_number = models.CharField(_("VAT number"), max_length=40, blank=True)
    vat_check = models.CharField(_("how the VAT number was checked"), max_length=40, blank=True)
    price_list = models.ForeignKey(
        "pricing.PriceList",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="companies",
        verbose_name=_("price list"),
    )
    payment_terms = models.CharField(_("payment terms"), max_length=120, blank=True)
    credit_limit = models.DecimalField(
        _("credit limit"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    incoterm = models.CharField(_("Incoterm"), max_length=3, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        ordering = ["name"]
        constraints = [
            unique_in_factory("companies_company", "code"),
            models.CheckConstraint(
                condition=models.Q(credit_limit__isnull=True) | models.Q(credit_limit__gte=0),
                name="companies_company_credit_is_not_negative",
            ),
        ]

    def __str__(self):
        return self.name

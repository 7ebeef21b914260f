"""Vouchers of a factory's store."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.voucher.abstract_models import (
    AbstractVoucher,
    AbstractVoucherApplication,
    AbstractVoucherSet,
)

from sites.tenancy.models import FactoryOwned
from storefront.unique import unique_in_factory


class VoucherSet(FactoryOwned, AbstractVoucherSet):
    """A batch of vouchers."""

    name = models.CharField(_("name"), max_length=100)

    class Meta(AbstractVoucherSet.Meta):
        constraints = [unique_in_factory("voucher_voucherset", "name")]


class Voucher(FactoryOwned, AbstractVoucher):
    """A code that opens offers."""

    name = models.CharField(_("name"), max_length=128)
    code = models.CharField(_("code"), max_length=128)
    offers = models.ManyToManyField(
        "offer.ConditionalOffer",
        through="VoucherOffer",
        related_name="vouchers",
        verbose_name=_("offers"),
        limit_choices_to={"offer_type": "Voucher"},
    )

    class Meta(AbstractVoucher.Meta):
        constraints = [
            unique_in_factory("voucher_voucher", "name"),
            unique_in_factory("voucher_voucher", "code"),
        ]


class VoucherOffer(FactoryOwned):
    """An offer that a voucher opens."""

    voucher = models.ForeignKey(Voucher, on_delete=models.CASCADE)
    offer = models.ForeignKey("offer.ConditionalOffer", on_delete=models.CASCADE)


class VoucherApplication(FactoryOwned, AbstractVoucherApplication):
    """A voucher was used on an order."""

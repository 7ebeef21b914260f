"""How an order is paid: Oscar's sources and transactions, and our instalments."""

from django.utils.translation import gettext_lazy as _
from oscar.apps.payment.abstract_models import (
    AbstractBankcard,
    AbstractSource,
    AbstractSourceType,
    AbstractTransaction,
)
from oscar.models.fields import AutoSlugField

from sites.tenancy.models import FactoryOwned
from storefront.payment.instalments import CardEvent, CardPayment, Instalment
from storefront.unique import unique_in_factory

__all__ = [
    "Bankcard",
    "CardEvent",
    "CardPayment",
    "Instalment",
    "Source",
    "SourceType",
    "Transaction",
]


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

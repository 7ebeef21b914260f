"""Countries are everybody's; addresses belong to a factory's buyers."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.address.abstract_models import AbstractCountry, AbstractUserAddress
from oscar.models.fields import NullCharField

from sites.tenancy.models import FactoryOwned
from storefront.unique import unique_in_factory


class Country(AbstractCountry):
    """ISO 3166-1: the same for every factory."""


class UserAddress(FactoryOwned, AbstractUserAddress):
    """An address in a buyer's address book."""

    code = NullCharField(_("code"), max_length=255, blank=True, null=True)
    company_name = models.CharField(_("company"), max_length=200, blank=True)

    class Meta(AbstractUserAddress.Meta):
        constraints = [unique_in_factory("address_useraddress", "code")]

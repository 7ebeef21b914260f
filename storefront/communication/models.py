"""Mails sent to buyers and the templates a factory may set over the ones in files."""

from django.utils.translation import gettext_lazy as _
from oscar.apps.communication.abstract_models import (
    AbstractCommunicationEventType,
    AbstractEmail,
    AbstractNotification,
)
from oscar.apps.communication.managers import CommunicationTypeManager
from oscar.models.fields import AutoSlugField

from sites.tenancy.models import FactoryOwned, owned_manager
from storefront.unique import unique_in_factory


class CommunicationEventType(FactoryOwned, AbstractCommunicationEventType):
    """A kind of mail, such as an order's confirmation."""

    code = AutoSlugField(
        _("code"),
        max_length=128,
        populate_from="name",
        separator="_",
        uppercase=True,
        editable=True,
    )

    objects = owned_manager(CommunicationTypeManager)

    class Meta(AbstractCommunicationEventType.Meta):
        constraints = [unique_in_factory("communication_communicationeventtype", "code")]


class Email(FactoryOwned, AbstractEmail):
    """A mail as it was sent."""


class Notification(FactoryOwned, AbstractNotification):
    """A message in a buyer's account."""

"""Writes to stock records' partners."""

from sites.tenancy.scope import current_factory
from storefront.partner.models import Partner


def own_partner() -> Partner:
    """The factory as its own fulfilment partner, made on the first call."""
    return Partner.objects.get_or_create(
        code="own", defaults={"name": current_factory().name[:128]}
    )[0]

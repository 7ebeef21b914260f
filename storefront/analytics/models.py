"""Counts of views and purchases, per factory."""

from oscar.apps.analytics.abstract_models import (
    AbstractProductRecord,
    AbstractUserProductView,
    AbstractUserRecord,
    AbstractUserSearch,
)

from sites.tenancy.models import FactoryOwned


class ProductRecord(FactoryOwned, AbstractProductRecord):
    """How often a product was looked at and bought."""


class UserRecord(FactoryOwned, AbstractUserRecord):
    """What a buyer did so far."""


class UserProductView(FactoryOwned, AbstractUserProductView):
    """A buyer looked at a product."""


class UserSearch(FactoryOwned, AbstractUserSearch):
    """A buyer searched for something."""

"""Oscar's shop without its dashboard, and with our addresses instead of Oscar's."""

from django.urls import include, path
from oscar.config import Shop as OscarShop
from oscar.core.application import OscarConfig, OscarDashboardConfig


class Shop(OscarShop):
    """The store; ``apps.get_app_config("oscar").urls`` is its table of addresses."""

    def ready(self):
        # Oscar's own looks up every view of every app, the dashboard's included.
        import oscar.checks  # noqa: F401

    @property
    def urls(self):
        # No namespace: pages, mails and other packages reverse plain names.
        return self.get_urls(), None, None

    def get_urls(self):
        return [path("", include("storefront.urls"))]


class DashboardStub(OscarDashboardConfig):
    """No dashboard: only the label that Oscar's template tags ask for when Django imports them."""

    name = "oscar.apps.dashboard"
    label = "dashboard"
    get_urls = OscarConfig.get_urls

    def ready(self):
        """Nothing to look up."""

"""The store's own addresses, below the language."""

from storefront.pages.urls import urlpatterns

__all__ = ["urlpatterns"]

"""The addresses of the platform's own host: sign-up and the operator's console."""

from django.urls import include, path

from sites.config import health
from sites.platform import urls as platform_urls

urlpatterns = [
    path("healthz", health.alive),
    path("readyz", health.ready),
    path("", include(platform_urls)),
]

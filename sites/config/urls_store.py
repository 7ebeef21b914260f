"""The addresses of every factory's store host."""

from django.apps import apps
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from factory_portal.documents import urls as document_urls
from factory_portal.portal import urls as portal_urls
from factory_portal.quotes import urls as enquiry_urls
from media.library import urls as library_urls
from sites.config import health
from sites.tenancy.languages import to_own_language
from storefront.api.urls import api
from storefront.cms import urls as cms_urls
from storefront.payment import urls as payment_urls

handler404 = "storefront.errors.not_found"
handler403 = "storefront.errors.refused"
handler500 = "storefront.errors.broken"

urlpatterns = [
    path("", to_own_language),
    path("healthz", health.alive),
    path("readyz", health.ready),
    path("downloads/", include(wagtaildocs_urls)),
    # Under Wagtail's own name, so that the editor's links and its gate find it.
    path(
        "cms/login/",
        RedirectView.as_view(url=settings.LOGIN_URL, query_string=True),
        name="wagtailadmin_login",
    ),
    path("cms/", include(wagtailadmin_urls)),
    path("portal/", include(portal_urls)),
    path("documents/", include(document_urls)),
    path("payments/", include(payment_urls)),
    path("media/", include(library_urls)),
    path("api/v1/", api.urls),
    path("", include(cms_urls)),
    *i18n_patterns(
        path("enquiry/", include(enquiry_urls)),
        path("", apps.get_app_config("oscar").urls),
        path("", include(wagtail_urls)),
    ),
]

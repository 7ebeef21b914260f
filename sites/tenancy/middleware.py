"""Host to factory to scope: the first middleware, before anything can ask the database."""

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from sites.tenancy.hosts import factory_at
from sites.tenancy.languages import preferred
from sites.tenancy.models import Factory
from sites.tenancy.scope import factory_scope

PROBES = {"/healthz", "/readyz"}


class FactoryMiddleware:
    """Answer for the platform, for one factory's store, or honestly for nobody."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.factory = None
        try:
            host_name = request.get_host().rsplit(":", 1)[0].lower().rstrip(".")
        except DisallowedHost:
            return _notice(request, _("This address is not valid."), 400)
        if host_name == settings.PLATFORM_HOST or request.path in PROBES:
            return self._as_platform(request)
        factory = factory_at(host_name)
        open_here = factory is not None and factory.status != Factory.Status.SUSPENDED
        if not open_here and request.path.startswith(settings.STATIC_URL):
            # A notice looks like one only with its style sheet.
            return self._as_platform(request)
        if factory is None:
            return _notice(request, _("There is no store at this address."), 404)
        if not open_here:
            return _notice(request, _("This store is closed for the moment."), 503)
        request.factory = factory
        request._wagtail_site = factory.site
        with factory_scope(factory):
            return self.get_response(request)

    def _as_platform(self, request):
        request.urlconf = "sites.config.urls_platform"
        return self.get_response(request)


def _notice(request, text, status: int) -> HttpResponse:
    """Say it in the reader's language: no other middleware has chosen one yet."""
    code = translation.get_language_from_path(request.path_info)
    with translation.override(code or preferred(request, dict(settings.LANGUAGES))):
        context = {"text": text, "status": status}
        page = render_to_string("tenancy/notice.html", context)
    return HttpResponse(page, status=status, headers={"Cache-Control": "no-store"})

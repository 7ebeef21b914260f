"""Host to factory to scope: the first middleware, before anything can ask the database."""

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from sites.tenancy.hosts import factory_at
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
            return _notice(_("This address is not valid."), 400)
        if host_name == settings.PLATFORM_HOST or request.path in PROBES:
            request.urlconf = "sites.config.urls_platform"
            return self.get_response(request)
        factory = factory_at(host_name)
        if factory is None:
            return _notice(_("There is no store at this address."), 404)
        request.factory = factory
        request._wagtail_site = factory.site
        if factory.status == Factory.Status.SUSPENDED:
            return _notice(_("This store is closed for the moment."), 503)
        with factory_scope(factory):
            return self.get_response(request)


def _notice(text: str, status: int) -> HttpResponse:
    page = render_to_string("tenancy/notice.html", {"text": text, "status": status})
    return HttpResponse(page, status=status, headers={"Cache-Control": "no-store"})

"""A store speaks the languages its factory chose, and no other."""

from django.conf import settings
from django.http import Http404, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header


class StoreLocaleMiddleware:
    """Take the language from the address; elsewhere (portal, CMS) from the person or browser."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        code = translation.get_language_from_path(request.path_info)
        from_address = code is not None
        if from_address and code not in spoken(request.factory):
            raise Http404
        if not from_address:
            code = preferred(request, dict(settings.LANGUAGES))
        translation.activate(code)
        request.LANGUAGE_CODE = code
        response = self.get_response(request)
        if not from_address:
            patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", code)
        return response


def spoken(factory) -> list[str]:
    """The languages a factory's store is offered in, the source language first."""
    return factory.languages if factory and factory.languages else [settings.LANGUAGE_CODE]


def preferred(request, offered) -> str:
    """The first language the visitor's browser asks for that is offered, or the first offered."""
    for asked, _quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            code = translation.get_supported_language_variant(asked)
        except LookupError:
            continue
        if code in offered:
            return code
    return next(iter(offered))


def to_own_language(request):
    """``/`` leads to the store's home page in the visitor's language."""
    response = HttpResponseRedirect(f"/{preferred(request, spoken(request.factory))}/")
    patch_vary_headers(response, ("Accept-Language",))
    return response

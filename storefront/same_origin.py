"""A guard for forms on pages that set no cookie, where there is no token to check."""

from functools import wraps
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt


def from_same_origin(request) -> bool:
    """Whether the browser says that the request was made by a page of this very host.

    Browsers send ``Sec-Fetch-Site`` or ``Origin`` with every POST and scripts cannot forge them;
    a request with neither, nor a referrer, is refused.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    source = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(source).netloc.lower() == request.get_host().lower()


def same_origin(view):
    """Let POSTs of this host's own pages in without a token; refuse all others."""

    @csrf_exempt
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if request.method not in ("GET", "HEAD", "OPTIONS") and not from_same_origin(request):
            raise PermissionDenied(_("This form was sent from another site."))
        return view(request, *args, **kwargs)

    return guarded

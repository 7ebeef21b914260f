"""Rate limits on what strangers can abuse: sign-in, sign-up, enquiries."""

from functools import wraps

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse
from django.utils.translation import gettext as _


def client_address(request) -> str:
    """The visitor's network address; the proxy's word for it when we run behind one."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if settings.BEHIND_PROXY and forwarded:
        return forwarded.rsplit(",", 1)[-1].strip()
    return request.META.get("REMOTE_ADDR", "")


def within_limit(name: str, identity: str, *, times: int, seconds: int) -> bool:
    """Count one attempt; False once there were more than ``times`` in ``seconds``."""
    key = f"throttle:{name}:{identity}"
    if cache.add(key, 1, seconds):
        return True
    try:
        return cache.incr(key) <= times
    except ValueError:  # the window closed between the two calls
        cache.set(key, 1, seconds)
        return True


def throttled(name: str, *, times: int, seconds: int):
    """Refuse a view's POST with 429 after ``times`` from one address and host in ``seconds``."""

    def decorate(view):
        @wraps(view)
        def limited(request, *args, **kwargs):
            if request.method == "POST":
                identity = f"{request.get_host()}:{client_address(request)}"
                if not within_limit(name, identity, times=times, seconds=seconds):
                    return HttpResponse(
                        _("Too many attempts. Please wait a few minutes and try again."),
                        status=429,
                        content_type="text/plain; charset=utf-8",
                        headers={"Retry-After": str(seconds)},
                    )
            return view(request, *args, **kwargs)

        return limited

    return decorate

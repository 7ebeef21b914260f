"""Rate limits on what strangers can abuse: sign-in, sign-up, enquiries."""

from functools import wraps
from zlib import crc32

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
    return _count(f"throttle:{name}:{identity}", seconds) <= times


def _count(key: str, seconds: int) -> int:
    if cache.add(key, 1, seconds):
        return 1
    try:
        return cache.incr(key)
    except ValueError:  # the window closed between the two calls
        cache.set(key, 1, seconds)
        return 1


# Wrong passwords for one account, and from one address for any accounts, in a quarter of an hour.
MOST_FOR_ACCOUNT, MOST_FROM_ADDRESS, SIGN_IN_SECONDS = 10, 50, 15 * 60


def sign_in_is_closed(request, account: str) -> bool:
    """Whether too many wrong passwords came for this account, or from this visitor's address."""
    doors = _sign_in_doors(request, account)
    failures = cache.get_many(doors)
    return any(failures.get(door, 0) >= most for door, most in doors.items())


def note_failed_sign_in(request, account: str) -> None:
    """Count a wrong password against the account and the address it came from."""
    for door in _sign_in_doors(request, account):
        _count(door, SIGN_IN_SECONDS)


def _sign_in_doors(request, account: str) -> dict[str, int]:
    doors = {f"throttle:sign-in:{crc32(account.encode())}": MOST_FOR_ACCOUNT}
    if request is not None:
        doors[f"throttle:sign-in:{client_address(request)}"] = MOST_FROM_ADDRESS
    return doors


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

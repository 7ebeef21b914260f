"""The installation that factories bet their export business on."""

from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from sites.config.settings import environment as env
from sites.config.settings.base import *  # noqa: F403
from sites.config.settings.base import DATABASES, EMAIL_URL

SECRET_KEY = env.secret("SECRET_KEY")
PLATFORM_HOST = env.host("PLATFORM_HOST")
DEBUG = False

SECURE_SSL_REDIRECT = env.flag("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
OSCAR_BASKET_COOKIE_SECURE = True

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    raise ImproperlyConfigured(
        "DATABASE_URL is not set or names SQLite; a production installation runs on PostgreSQL."
    )

if not EMAIL_URL:
    raise ImproperlyConfigured(
        "EMAIL_URL is not set; buyers and members get mails. "
        "Write smtp+tls://user:password@host:587 or console://."
    )
_mail = urlsplit(EMAIL_URL)
if _mail.scheme not in {"smtp", "smtp+tls", "smtp+ssl", "console"}:
    raise ImproperlyConfigured(
        f"EMAIL_URL begins with {_mail.scheme!r}; write smtp://, smtp+tls://, smtp+ssl:// "
        "or console://."
    )
EMAIL_BACKEND = (
    "django.core.mail.backends.console.EmailBackend"
    if _mail.scheme == "console"
    else "django.core.mail.backends.smtp.EmailBackend"
)
EMAIL_HOST = _mail.hostname or "localhost"
EMAIL_PORT = _mail.port or 25
EMAIL_HOST_USER = unquote(_mail.username or "")
EMAIL_HOST_PASSWORD = unquote(_mail.password or "")
EMAIL_USE_TLS = _mail.scheme == "smtp+tls"
EMAIL_USE_SSL = _mail.scheme == "smtp+ssl"

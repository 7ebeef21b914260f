"""The demo and a developer's machine: SQLite, mails as files, plain HTTP."""

import secrets

from sites.config.settings import environment as env
from sites.config.settings.base import *  # noqa: F403
from sites.config.settings.base import MIDDLEWARE, VAR

DEBUG = env.flag("DEBUG")
# In production the proxy in front compresses.
MIDDLEWARE = ["django.middleware.gzip.GZipMiddleware", *MIDDLEWARE]
PUBLIC_SCHEME = "http"
PUBLIC_PORT = f":{env.number('PORT', 8000)}"


def _own_secret() -> str:
    """A secret of this machine's own, made at the first start."""
    file = VAR / "secret-key"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(60), encoding="ascii")
    return file.read_text(encoding="ascii")


SECRET_KEY = env.text("SECRET_KEY", "") or _own_secret()
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"
WAGTAILADMIN_BASE_URL = f"http://localhost{PUBLIC_PORT}"

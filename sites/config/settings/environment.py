"""Reading the environment: the only source of configuration, with complaints in plain words."""

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

DATABASE_SCHEMES = {"postgres", "postgresql", "sqlite"}
LABEL = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?"
HOST_NAME = re.compile(rf"^(?=.{{1,253}}$){LABEL}(\.{LABEL})*$")


def text(name: str, default: str | None = None) -> str:
    """A setting as written; without a default it must be there."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(
            f"{name} is not set. See docs/configuration.md for what it means."
        )
    return default


def flag(name: str, default: bool = False) -> bool:
    """Yes or no, written 1/0, true/false, yes/no or on/off."""
    value = text(name, "yes" if default else "no").lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} is {value!r}; write yes or no.")


def number(name: str, default: int) -> int:
    """A whole number."""
    value = text(name, str(default))
    if not value.isdigit():
        raise ImproperlyConfigured(f"{name} is {value!r}; write a whole number.")
    return int(value)


def host(name: str, default: str | None = None) -> str:
    """A host name in lower case, without scheme, port or path."""
    value = text(name, default).lower()
    if not HOST_NAME.match(value):
        raise ImproperlyConfigured(
            f"{name} is {value!r}; write a host name such as shops.example.com, "
            "without http:// and without a port."
        )
    return value


def secret(name: str, *, shortest: int = 50) -> str:
    """A secret of a decent length."""
    value = text(name)
    if len(value) < shortest:
        raise ImproperlyConfigured(
            f"{name} has {len(value)} characters; use at least {shortest} random ones."
        )
    return value


def database(name: str, default: str) -> dict:
    """A database address: postgres://user:password@host:port/name or sqlite:////path/to/file."""
    value = text(name, default)
    scheme = urlsplit(value).scheme
    if scheme not in DATABASE_SCHEMES:
        raise ImproperlyConfigured(
            f"{name} begins with {scheme or value[:12]!r}; Millfront runs on postgres:// "
            "and sqlite:// addresses."
        )
    if scheme == "sqlite":
        return _sqlite(value.removeprefix("sqlite://").removeprefix("/"))
    return _postgresql(value)


def _sqlite(path: str) -> dict:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;"
            ),
        },
    }


def _postgresql(value: str) -> dict:
    from sites.tenancy.rowsecurity import reset

    settings = dj_database_url.parse(value)
    # Persistent connections through psycopg's pool; each goes back without a tenant.
    settings["OPTIONS"] = {
        **settings.get("OPTIONS", {}),
        "pool": {"min_size": 1, "max_size": number("DATABASE_POOL", 8), "reset": reset},
    }
    return settings


def redis(name: str) -> str:
    """A Redis address, or nothing when the cache lives in the process."""
    value = text(name, "")
    if value and urlsplit(value).scheme not in {"redis", "rediss", "unix"}:
        raise ImproperlyConfigured(f"{name} is {value!r}; write redis://host:port/number.")
    return value


def folder(name: str, default: Path) -> Path:
    """A folder that can be written to; it is made if missing."""
    path = Path(text(name, str(default)))
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"{name} is {path}; it cannot be used: {error}.") from error
    return path

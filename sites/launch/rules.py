"""Which addresses a store may have."""

import re

SHAPE = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
RESERVED = frozenset(
    {
        *("admin", "api", "app", "apps", "assets", "auth", "billing", "blog", "cdn", "cms"),
        *("console", "dashboard", "demo", "dev", "docs", "ftp", "health", "help", "imap"),
        *("localhost", "login", "mail", "media", "millfront", "mx", "news", "ns", "ns1", "ns2"),
        *("operator", "ops", "platform", "pop", "portal", "public", "root", "secure", "shop"),
        *("sign-in", "sign-up", "signup", "smtp", "ssl", "staging", "static", "status", "store"),
        *("stores", "support", "system", "test", "webmail", "www"),
    }
)


class NotAnAddress(ValueError):
    """A slug that could not be the first part of a host name."""


class Reserved(ValueError):
    """A slug that the platform keeps for itself."""


def address_part(slug: str) -> str:
    """The slug as it stands in a host name; ``NotAnAddress`` or ``Reserved`` if it cannot."""
    plain = slug.strip().lower()
    # "xn--" would let a name look like another one in the address bar.
    if not SHAPE.fullmatch(plain) or plain.startswith("xn--") or plain.isdigit():
        raise NotAnAddress(slug)
    if plain in RESERVED:
        raise Reserved(slug)
    return plain

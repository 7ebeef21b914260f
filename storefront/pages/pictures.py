"""The library's pictures as the theme's."""

from dataclasses import asdict

from media.library.rules import Sources
from themes.engine.contract import Picture


def picture(found: Sources | None, *, alt: str = "", caption: str = "") -> Picture | None:
    """The picture, or None where there is none."""
    if found is None:
        return None
    return Picture(**(asdict(found) | {"caption": caption} | ({"alt": alt} if alt else {})))

"""The library's pictures as the theme's."""

from dataclasses import asdict
from functools import lru_cache

from media.library.rules import Sources
from themes.engine.contract import Picture


@lru_cache(maxsize=1024)
def picture(found: Sources | None, *, alt: str = "", caption: str = "") -> Picture | None:
    """The picture, or None where there is none."""
    if found is None:
        return None
    return Picture(**(asdict(found) | {"caption": caption} | ({"alt": alt} if alt else {})))

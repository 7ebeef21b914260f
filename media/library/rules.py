"""How a picture becomes an address: which sizes exist and what a page is told about them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

# Three steps serve phones, cards and full width; more would cost encoding for a few kilobytes.
WIDTHS = (320, 640, 1200)
FORMATS = ("avif", "webp")

PUBLIC, PRIVATE = "public", "private"


@dataclass(frozen=True, kw_only=True, slots=True)
class Original:
    """What must be known of a stored picture to describe its renditions. Sizes in pixels."""

    pk: int
    width: int
    height: int
    alt: str
    is_drawing: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Sources:
    """A picture as a page needs it; the fields are those of the theme contract's ``Picture``."""

    src: str
    width: int
    height: int
    alt: str
    avif: str = ""
    webp: str = ""
    sizes: str = ""
    large_url: str = ""


def spec(width: int, kind: str) -> str:
    """Wagtail's name for a rendition of this width and format."""
    return f"width-{width}|format-{kind}"


def specs(original_width: int, *, widths: Sequence[int] = WIDTHS) -> tuple[str, ...]:
    """Every rendition a picture of this width deserves: none is larger than the original."""
    return tuple(spec(w, kind) for w in fitting(original_width, widths) for kind in FORMATS)


def fitting(original_width: int, widths: Sequence[int]) -> tuple[int, ...]:
    """The widths that do not enlarge the picture; a tiny one keeps its own."""
    return tuple(w for w in widths if w <= original_width) or (original_width,)


def sources(
    original: Original,
    *,
    address: Callable[[str], str],
    widths: Sequence[int] = WIDTHS,
    sizes: str = "100vw",
) -> Sources:
    """Describe a picture in all its sizes; ``address`` gives the address of one rendition."""
    if original.is_drawing:
        whole = address("original")
        return Sources(
            src=whole,
            width=original.width,
            height=original.height,
            alt=original.alt,
            large_url=whole,
        )
    steps = fitting(original.width, widths)
    middle = steps[len(steps) // 2]
    return Sources(
        src=address(spec(middle, "webp")),
        width=middle,
        height=max(1, round(original.height * middle / original.width)),
        alt=original.alt,
        avif=", ".join(f"{address(spec(w, 'avif'))} {w}w" for w in steps),
        webp=", ".join(f"{address(spec(w, 'webp'))} {w}w" for w in steps),
        sizes=sizes,
        large_url=address(spec(steps[-1], "webp")),
    )


def stored_name(*, factory_id: int, shelf: str, filename: str, token: str) -> str:
    """``<factory>/<public|private>/<unguessable>/<plain file name>``, at most 100 characters."""
    stem, dot, ending = filename.rpartition(".")
    if not dot:
        stem, ending = filename, ""
    stem = re.sub(r"[^A-Za-z0-9_-]+", "-", stem).strip("-")[:40] or "file"
    ending = re.sub(r"[^A-Za-z0-9]+", "", ending)[:10].lower()
    plain = f"{stem}.{ending}" if ending else stem
    return f"{factory_id}/{shelf}/{token}/{plain}"


def owner_and_shelf(name: str) -> tuple[int, str] | None:
    """Whose file this is and whether it is public; None for a name that we never gave out."""
    found = re.fullmatch(r"(\d{1,18})/(public|private)/[A-Za-z0-9_-]{4,64}/[A-Za-z0-9._-]+", name)
    if not found or ".." in name:
        return None
    return int(found[1]), found[2]

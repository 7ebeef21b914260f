"""WCAG contrast of sRGB colours, and the nearest colour of the same hue that passes."""

import colorsys
from collections.abc import Callable


def luminance(colour: str) -> float:
    """Relative luminance of a #RRGGBB colour, 0 to 1 (WCAG 2.2, relative luminance)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def ratio(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def shifted(colour: str, *, by: int) -> str:
    """The same hue and saturation, lighter or darker by some percent of lightness."""
    r, g, b = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(r, g, b)
    lightness = min(1.0, max(0.0, lightness + by / 100))
    parts = colorsys.hls_to_rgb(hue, lightness, saturation)
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)


def nearest(colour: str, *, passes: Callable[[str], bool]) -> str | None:
    """The passing colour whose lightness differs least; None when the hue has none."""
    for step in range(101):
        for candidate in (shifted(colour, by=-step), shifted(colour, by=step)):
            if passes(candidate):
                return candidate
    return None

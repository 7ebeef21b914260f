"""Small charts as coordinates: templates draw them as SVG, the numbers stand in a table beside."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar in the chart's own units, with what it says."""

    x: int
    y: int
    width: int
    height: int
    level: int
    label: str
    text: str


@dataclass(frozen=True, kw_only=True)
class BarChart:
    """Bars over a base line, and the line that means full."""

    width: int
    height: int
    base: int
    full: int
    bars: tuple[Bar, ...]


def level(percent: int) -> int:
    """How deep a load is coloured: 0 idle, 1 to 3 filling, 4 nearly full."""
    if percent <= 0:
        return 0
    return 1 + (percent >= 35) + (percent >= 65) + (percent >= 90)


def bars(
    values: Sequence[tuple[str, str, int]], *, width: int = 640, height: int = 160
) -> BarChart:
    """Bars for (label, text, per cent), side by side; 100 per cent reaches the full line."""
    top, bottom = 18, 22
    room = height - top - bottom
    step = width / max(len(values), 1)
    thick = round(min(step * 0.7, 44))

    # Whole numbers: a template would write a fraction with the language's own comma.
    def tall(percent: int) -> int:
        return round(room * min(percent, 100) / 100)

    return BarChart(
        width=width,
        height=height,
        base=height - bottom,
        full=top,
        bars=tuple(
            Bar(
                x=round(at * step + (step - thick) / 2),
                y=height - bottom - tall(percent),
                width=thick,
                height=tall(percent),
                level=level(percent),
                label=label,
                text=text,
            )
            for at, (label, text, percent) in enumerate(values)
        ),
    )

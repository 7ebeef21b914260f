"""From a theme's tokens and a store's answers to one style sheet text. No files, no settings."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from themes.engine.contrast import nearest, ratio, shifted
from themes.engine.manifest import Font

SURFACES = ("bg", "surface", "surface2")
STATUS = ("success", "warning", "danger", "info")

# Every pair of colours that a template sets side by side, with the ratio it needs.
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((text, ground, 4.5) for text in ("text", "muted", "link") for ground in SURFACES),
    ("onPrimary", "primary", 4.5),
    ("onPrimary", "primaryHover", 4.5),
    ("onAccent", "accent", 4.5),
    ("borderStrong", "bg", 3),
    ("borderStrong", "surface", 3),
    *(("focus", ground, 3) for ground in SURFACES),
    ("primary", "bg", 3),
    ("primary", "surface", 3),
    *(("accent", ground, 4.5) for ground in SURFACES),
    ("headerText", "headerBg", 4.5),
    ("headerMuted", "headerBg", 4.5),
    ("footerText", "footerBg", 4.5),
    ("footerMuted", "footerBg", 4.5),
    *((status, status + "Bg", 4.5) for status in STATUS),
    *((status, ground, 4.5) for status in STATUS for ground in ("bg", "surface")),
    *(("text", status + "Bg", 4.5) for status in STATUS),
)

# `theme` keeps the theme's own. Control, card, pill.
CORNERS = {
    "square": {"radius": "0", "radiusCard": "0", "radiusPill": "0"},
    "soft": {"radius": "6px", "radiusCard": "10px", "radiusPill": "8px"},
    "round": {"radius": "12px", "radiusCard": "20px", "radiusPill": "999px"},
}
DENSITIES = {
    "airy": {
        "space": "10px",
        "sectionY": "clamp(3.5rem,2rem + 6vw,8rem)",
        "cell": ".875rem .75rem",
        "btnH": "3.125rem",
    },
    "regular": {
        "space": "8px",
        "sectionY": "clamp(2.5rem,1.5rem + 4vw,5rem)",
        "cell": ".625rem .75rem",
        "btnH": "2.75rem",
    },
    "compact": {
        "space": "6px",
        "sectionY": "clamp(1.75rem,1.25rem + 2vw,3rem)",
        "cell": ".375rem .625rem",
        "btnH": "2.5rem",
    },
}

CJK = {
    ":lang(zh-Hans),:lang(zh-CN)": (
        '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC"'
    ),
    ":lang(zh-Hant),:lang(zh-TW),:lang(zh-HK)": (
        '"PingFang TC","Microsoft JhengHei","Noto Sans CJK TC","Noto Sans TC"'
    ),
    ":lang(ja)": '"Hiragino Sans","Yu Gothic UI",Meiryo,"Noto Sans CJK JP","Noto Sans JP"',
    ":lang(ko)": '"Apple SD Gothic Neo","Malgun Gothic","Noto Sans CJK KR","Noto Sans KR"',
    ":lang(ar),:lang(fa),:lang(ur)": (
        '"IBM Plex Sans Arabic","Segoe UI","Geeza Pro","Noto Sans Arabic",Tahoma'
    ),
}
SANS = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif'


class BadColour(ValueError):
    """Not a colour of the form #RRGGBB."""


class BrandColourFails(ValueError):
    """A brand colour that cannot be read here; `nearest` is the closest one that can."""

    def __init__(self, *, role: str, colour: str, nearest: str | None, pair: str) -> None:
        super().__init__(f"{role} {colour} has too little contrast ({pair}); nearest: {nearest}")
        self.role = role
        self.colour = colour
        self.nearest = nearest
        self.pair = pair


@dataclass(frozen=True, kw_only=True)
class BrandAnswers:
    """A store's answers; an empty colour and `theme` mean the theme's own."""

    primary: str = ""
    accent: str = ""
    scheme: str = "light"
    corner: str = "theme"
    density: str = "theme"


@dataclass(frozen=True, kw_only=True)
class Palette:
    """The colours of one scheme, by token name."""

    colours: Mapping[str, str]

    def failures(self) -> list[tuple[str, str, float, float]]:
        """Pairs below their needed ratio: text, ground, found, needed."""
        found = ((a, b, ratio(self.colours[a], self.colours[b]), needed) for a, b, needed in PAIRS)
        return [row for row in found if row[2] < row[3]]


def normal_colour(text: str) -> str:
    """Write a colour as #RRGGBB; raise BadColour for anything else."""
    match = re.fullmatch(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})", text.strip())
    if match is None:
        raise BadColour(text)
    digits = match[1] if len(match[1]) == 6 else "".join(c * 2 for c in match[1])
    return f"#{digits.upper()}"


def branded(colours: Mapping[str, str], answers: BrandAnswers, *, strict: bool) -> dict[str, str]:
    """Put the brand's colours into a scheme.

    Strict refuses a colour that fails; otherwise (the scheme that the owner did not choose)
    the nearest passing one is taken silently.
    """
    result = dict(colours)
    if answers.primary:
        result |= _primary(result, normal_colour(answers.primary), strict=strict)
    if answers.accent:
        result |= _accent(result, normal_colour(answers.accent), strict=strict)
    return result


def _on(colour: str, colours: Mapping[str, str], own: str) -> str | None:
    """The words' colour on a filled button: the theme's, else its lightest or darkest."""
    choices = (colours[own], "#FFFFFF", "#000000", colours["text"], colours["bg"])
    return next((c for c in choices if ratio(c, colour) >= 4.5), None)


def _settle(
    colour: str, *, role: str, passes: Callable[[str], bool], strict: bool, pair: str
) -> str:
    if passes(colour):
        return colour
    closest = nearest(colour, passes=passes)
    if strict or closest is None:
        raise BrandColourFails(role=role, colour=colour, nearest=closest, pair=pair)
    return closest


def _hover(colour: str, on: str) -> str:
    """A hover shade that keeps the words readable: away from them first, else towards."""
    darker, lighter = shifted(colour, by=-9), shifted(colour, by=9)
    first, second = (
        (darker, lighter)
        if ratio(darker, on) > ratio(lighter, on)
        else (
            lighter,
            darker,
        )
    )
    return next(c for c in (first, second, colour) if ratio(c, on) >= 4.5)


def _primary(colours: Mapping[str, str], asked: str, *, strict: bool) -> dict[str, str]:
    def passes(colour: str) -> bool:
        on = _on(colour, colours, "onPrimary")
        return on is not None and all(ratio(colour, colours[g]) >= 3 for g in ("bg", "surface"))

    colour = _settle(
        asked, role="primary", passes=passes, strict=strict, pair="3:1 on the page, 4.5:1 inside"
    )
    on = _on(colour, colours, "onPrimary") or colours["onPrimary"]
    link = nearest(colour, passes=lambda c: all(ratio(c, colours[g]) >= 4.5 for g in SURFACES))
    return {
        "primary": colour,
        "onPrimary": on,
        "primaryHover": _hover(colour, on),
        "link": link or colours["link"],
    }


def _accent(colours: Mapping[str, str], asked: str, *, strict: bool) -> dict[str, str]:
    def passes(colour: str) -> bool:
        on = _on(colour, colours, "onAccent")
        return on is not None and all(ratio(colour, colours[g]) >= 4.5 for g in SURFACES)

    colour = _settle(asked, role="accent", passes=passes, strict=strict, pair="4.5:1 on the page")
    return {
        "accent": colour,
        "onAccent": _on(colour, colours, "onAccent") or colours["onAccent"],
        "focus": colour,
    }


def structure(struct: Mapping[str, str], answers: BrandAnswers) -> dict[str, str]:
    """The theme's shape with the store's corners and spacing."""
    return dict(struct) | CORNERS.get(answers.corner, {}) | DENSITIES.get(answers.density, {})


def variable(token: str) -> str:
    """The custom property of a colour token: surface2 becomes --c-surface-2."""
    words = re.sub(r"([A-Z]|\d+)", r"-\1", token).lower()
    return f"--c-{words}"


def _declare(colours: Mapping[str, str]) -> str:
    return "".join(f"{variable(name)}:{value};" for name, value in colours.items())


def _shape(struct: Mapping[str, str], fonts: tuple[Font, ...]) -> str:
    ratio_ = struct["ratio"]
    stand_ins = {f.family for f in fonts if f.fallback}

    def stack(family: str) -> str:
        name = family.strip('"')
        stand_in = f',"{name} fallback"' if name in stand_ins else ""
        return f"{family}{stand_in},var(--f-cjk),{SANS}"

    mono = struct["fontMono"]
    rows = {
        "--f-body": stack(struct["font"]),
        "--f-display": stack(struct["fontDisplay"]),
        "--f-mono": mono if "," in mono else stack(mono),
        "--fs-0": struct["base"],
        "--ratio": ratio_,
        "--lh": struct["lh"],
        "--head-weight": struct["headWeight"],
        "--head-track": struct["headTrack"],
        "--r": struct["radius"],
        "--r-card": struct["radiusCard"],
        "--r-pill": struct["radiusPill"],
        "--shadow": struct["shadow"],
        "--s": struct["space"],
        "--section": struct["sectionY"],
        "--wrap": struct["container"],
        "--cell": struct["cell"],
        "--btn-h": struct["btnH"],
        "--img-ratio": struct["imgRatio"],
        "--img-fit": struct["imgFit"],
        # What the photographs themselves stand on, so that a contained one shows no edge.
        "--photo": struct["photo"],
    }
    return "".join(f"{name}:{value};" for name, value in rows.items())


def font_faces(fonts: tuple[Font, ...], address: Callable[[Font], str]) -> str:
    """@font-face rules, each family followed by its metric-matched stand-in."""
    rules = []
    for font in fonts:
        span = f"unicode-range:{font.unicode_range};" if font.unicode_range else ""
        rules.append(
            f'@font-face{{font-family:"{font.family}";src:url("{address(font)}") format("woff2");'
            f"font-weight:{font.weight};{span}font-display:swap}}"
        )
        if font.fallback:
            metrics = "".join(f"{k}:{v};" for k, v in font.fallback.items())
            rules.append(
                f'@font-face{{font-family:"{font.family} fallback";'
                f'src:local("Arial"),local("Liberation Sans"),local("Roboto");{metrics}}}'
            )
    return "\n".join(rules)


@dataclass(frozen=True, kw_only=True)
class Theme:
    """A theme's tokens, ready to be answered."""

    light: Mapping[str, str]
    dark: Mapping[str, str]
    struct: Mapping[str, str]
    fonts: tuple[Font, ...]


def stylesheet_text(
    theme: Theme, answers: BrandAnswers, *, font_address: Callable[[Font], str]
) -> str:
    """One small style sheet: fonts, both schemes, shape.

    Raise BrandColourFails for a colour that fails in the scheme the store chose.
    """
    light = branded(theme.light, answers, strict=answers.scheme != "dark")
    dark = branded(theme.dark, answers, strict=answers.scheme == "dark")
    struct = structure(theme.struct, answers)
    scripts = "\n".join(f"{where}{{--f-cjk:{names}}}" for where, names in CJK.items())
    return (
        "@layer reset,theme,base,layout,components,variants,utilities;\n"
        f"{font_faces(theme.fonts, font_address)}\n"
        "@layer theme{\n"
        f":root{{color-scheme:light;--f-cjk:system-ui;{_declare(light)}"
        f"{_shape(struct, theme.fonts)}}}\n"
        f":root[data-scheme=dark]{{color-scheme:dark;{_declare(dark)}}}\n"
        "@media(prefers-color-scheme:dark){"
        f":root[data-scheme=auto]{{color-scheme:dark;{_declare(dark)}}}}}\n"
        f"{scripts}\n"
        "}\n"
    )

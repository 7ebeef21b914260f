"""A store's own style sheet and look, from its theme and its answers."""

from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256

from django.templatetags.static import static

from themes.engine.contract import Look
from themes.engine.manifest import CHOICES, Font, Manifest, lineage, load
from themes.engine.paths import PACKS
from themes.engine.tokens import BrandAnswers, Theme, stylesheet_text

ANSWERS = tuple(BrandAnswers.__dataclass_fields__)


def answers_from(raw: Mapping[str, str]) -> BrandAnswers:
    """Read a store's record; what is missing or empty is the theme's own."""
    return BrandAnswers(**{name: raw[name] for name in ANSWERS if raw.get(name)})


def stylesheet_for(theme_id: str, answers: Mapping[str, str]) -> tuple[str, str]:
    """Give the hash and the text of a store's style sheet, for an address that never changes.

    Raise UnknownTheme, BadColour, or BrandColourFails carrying the nearest passing colour.
    """
    return _stylesheet(theme_id, answers_from(answers))


@lru_cache(maxsize=2048)
def _stylesheet(theme_id: str, answers: BrandAnswers) -> tuple[str, str]:
    manifest = load(theme_id)
    fonts, owners = _fonts(manifest)
    theme = Theme(light=manifest.light, dark=manifest.dark, struct=manifest.struct, fonts=fonts)
    text = stylesheet_text(theme, answers, font_address=lambda f: _address(f, owners))
    return sha256(text.encode()).hexdigest()[:16], text


def _fonts(manifest: Manifest) -> tuple[tuple[Font, ...], dict[str, str]]:
    """The theme's fonts and those of all it extends (other scripts), with the pack of each."""
    found: dict[str, tuple[Font, str]] = {}
    for pack in lineage(manifest.id):
        for font in load(pack).fonts:
            found.setdefault(font.file, (font, pack))
    return tuple(f for f, _ in found.values()), {name: pack for name, (_, pack) in found.items()}


def _address(font: Font, owners: Mapping[str, str]) -> str:
    return static(f"{owners[font.file]}/fonts/{font.file}")


def _theme_css(theme_id: str) -> str:
    """The rules of the nearest pack that has its own; tokens alone make a theme as well."""
    packs = (p for p in lineage(theme_id) if (PACKS / p / "assets" / "theme.css").is_file())
    return static(f"{pack}/theme.css") if (pack := next(packs, "")) else ""


def look_for(theme_id: str, answers: Mapping[str, str]) -> Look:
    """The attributes and variants that templates need, with the store's own choices."""
    manifest = load(theme_id)
    chosen = {
        part: answers[part] for part, choices in CHOICES.items() if answers.get(part) in choices
    }
    brand = answers_from(answers)
    fonts, owners = _fonts(manifest)
    scheme = manifest.dark if brand.scheme == "dark" else manifest.light
    return Look(
        theme=theme_id,
        scheme=brand.scheme,
        css_url=_theme_css(theme_id),
        theme_color=scheme["headerBg"],
        preload_fonts=tuple(_address(f, owners) for f in fonts if f.preload),
        **(manifest.variants | chosen),
    )

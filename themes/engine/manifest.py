"""What a pack says about itself in `theme.toml`, read once and checked."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from themes.engine.paths import PACKS

SCHEMA = 1
CHOICES = {
    "header": ("bar", "centred", "search_first"),
    "footer": ("columns", "story", "dense"),
    "card": ("outlined", "frameless", "row"),
    "hero": ("split_spec", "full_image", "search_table"),
    "gallery": ("thumbs_below", "thumbs_side", "stack"),
    "shelf": ("cards", "table"),
}


class BadManifest(ValueError):
    """A pack that cannot be used; the text says which file and why."""


class UnknownTheme(LookupError):
    """No pack of that name is installed."""


@dataclass(frozen=True, kw_only=True)
class Font:
    """One font file with its licence and the metrics of its stand-in while it loads."""

    family: str
    file: str
    weight: str
    licence: str
    licence_file: str
    preload: bool = False
    unicode_range: str = ""
    fallback: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A question that a store may answer: a colour, or one of a few named choices."""

    id: str
    type: str
    label: str
    options: tuple[str, ...] = ()
    default: str = ""


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """A pack's identity, tokens, variants and settings."""

    id: str
    version: str
    name: str
    description: str
    extends: str
    fonts: tuple[Font, ...]
    light: dict[str, str]
    dark: dict[str, str]
    struct: dict[str, str]
    variants: dict[str, str]
    settings: tuple[Setting, ...]

    def setting(self, name: str) -> Setting:
        """Find a setting by its id."""
        return next(s for s in self.settings if s.id == name)


def parse(text: str, *, source: str) -> Manifest:
    """Read a manifest's text; raise BadManifest naming the source and the fault."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise BadManifest(f"{source}: {fault}") from fault
    if raw.get("schema") != SCHEMA:
        raise BadManifest(f"{source}: schema must be {SCHEMA}")
    missing = [key for key in ("id", "version", "name", "description") if not raw.get(key)]
    if missing:
        raise BadManifest(f"{source}: missing {', '.join(missing)}")
    tokens = raw.get("tokens", {})
    manifest = Manifest(
        id=raw["id"],
        version=raw["version"],
        name=raw["name"],
        description=raw["description"],
        extends=raw.get("extends", ""),
        fonts=tuple(_font(f, source) for f in raw.get("fonts", [])),
        light=tokens.get("light", {}),
        dark=tokens.get("dark", {}),
        struct={k: str(v) for k, v in tokens.get("struct", {}).items()},
        variants=raw.get("variants", {}),
        settings=tuple(_setting(s, source) for s in raw.get("settings", [])),
    )
    _check_tokens(manifest, source)
    _check_variants(manifest, source)
    return manifest


def _font(raw: dict, source: str) -> Font:
    missing = [k for k in ("family", "file", "weight", "licence", "licence_file") if k not in raw]
    if missing:
        raise BadManifest(f"{source}: a font lacks {', '.join(missing)}")
    return Font(**raw)


def _setting(raw: dict, source: str) -> Setting:
    setting = Setting(**{**raw, "options": tuple(raw.get("options", ()))})
    if setting.type not in ("color", "choice"):
        raise BadManifest(f"{source}: setting {setting.id} has unknown type {setting.type}")
    if setting.type == "choice" and setting.default not in setting.options:
        raise BadManifest(f"{source}: default of {setting.id} is not among its options")
    return setting


def _check_tokens(manifest: Manifest, source: str) -> None:
    if set(manifest.light) != set(manifest.dark):
        odd = set(manifest.light) ^ set(manifest.dark)
        raise BadManifest(f"{source}: only one scheme has {', '.join(sorted(odd))}")


def _check_variants(manifest: Manifest, source: str) -> None:
    for part, value in manifest.variants.items():
        if value not in CHOICES.get(part, ()):
            raise BadManifest(f"{source}: no {part} variant {value!r}")


@cache
def load(theme: str, packs: Path = PACKS) -> Manifest:
    """Load an installed pack; a theme that leaves something out takes it from what it extends."""
    path = packs / theme / "theme.toml"
    if not path.is_file():
        raise UnknownTheme(theme)
    manifest = parse(path.read_text(encoding="utf-8"), source=f"{theme}/theme.toml")
    if manifest.id != theme:
        raise BadManifest(f"{theme}/theme.toml: id is {manifest.id!r}")
    if not manifest.extends:
        return manifest
    parent = load(manifest.extends, packs)
    return Manifest(
        id=manifest.id,
        version=manifest.version,
        name=manifest.name,
        description=manifest.description,
        extends=manifest.extends,
        fonts=manifest.fonts or parent.fonts,
        light=parent.light | manifest.light,
        dark=parent.dark | manifest.dark,
        struct=parent.struct | manifest.struct,
        variants=parent.variants | manifest.variants,
        settings=manifest.settings or parent.settings,
    )


@cache
def lineage(theme: str, packs: Path = PACKS) -> tuple[str, ...]:
    """Name the packs to look in, from the theme itself down to `base`."""
    names, current = [], theme
    while current:
        names.append(current)
        current = load(current, packs).extends
    return tuple(names)


def installed(packs: Path = PACKS) -> tuple[Manifest, ...]:
    """All packs that a store can choose (base alone is a foundation, not a choice)."""
    found = [p.name for p in sorted(packs.iterdir()) if (p / "theme.toml").is_file()]
    return tuple(load(name, packs) for name in found if name != "base")

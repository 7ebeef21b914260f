"""Style sheets and scripts: tokens only, right-to-left safe, within budget."""

import re

import brotli
import pytest

from themes.engine.manifest import installed
from themes.engine.paths import PACKS
from themes.engine.stylesheet import stylesheet_for

THEMES = [manifest.id for manifest in installed()]
CORE = PACKS / "base" / "assets" / "core.css"
SHEETS = [CORE, *(PACKS / theme / "assets" / "theme.css" for theme in THEMES)]
RAW = r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*[;}])|\b(?:rgb|hsl|oklch)a?\("
PHYSICAL = (
    r"(?<![\w-])(?:margin|padding|border|inset)-(?:left|right|top|bottom)\b"
    r"|(?<![\w-])(?:left|right|top|bottom|width|height|min-width|max-height)\s*:(?!\s*\d+rem\))"
    r"|text-align\s*:\s*(?:left|right)"
)


def rules(path) -> str:
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S)
    return re.sub(r"@media[^{]*|@supports[^{]*", "", text)


@pytest.mark.parametrize("path", SHEETS, ids=lambda p: p.parent.parent.name)
def test_colours_come_from_tokens(path):
    assert re.findall(RAW, rules(path)) == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda p: p.parent.parent.name)
def test_properties_are_logical(path):
    assert re.findall(PHYSICAL, rules(path)) == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_property_used_is_defined(theme):
    store = stylesheet_for(theme, {})[1]
    text = rules(CORE) + rules(PACKS / theme / "assets" / "theme.css")
    defined = set(re.findall(r"(--[\w-]+)\s*:", text + store))
    used = {name for name, fallback in re.findall(r"var\((--[\w-]+)(,)?", text) if not fallback}
    assert used - defined == set()


@pytest.mark.parametrize("theme", THEMES)
def test_styles_fit_the_budget(theme):
    own = PACKS / theme / "assets" / "theme.css"
    sheets = (CORE.read_bytes(), own.read_bytes(), stylesheet_for(theme, {})[1].encode())
    assert sum(len(brotli.compress(sheet)) for sheet in sheets) < 12_500


def test_scripts_fit_the_budget():
    scripts = (PACKS / "base" / "assets" / "js").glob("*.js")
    assert sum(len(brotli.compress(script.read_bytes())) for script in scripts) < 10_000


def test_every_icon_that_a_template_or_the_store_names_can_be_drawn():
    sprite = (PACKS / "base" / "assets" / "icons.svg").read_text()
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', sprite))
    named = set()
    for path in PACKS.rglob("*.html"):
        named |= set(re.findall(r'{% icon (?:[\w.]+\|default:)?"([\w-]+)"', path.read_text()))
    for path in (PACKS.parents[1] / "storefront").rglob("*.py"):
        named |= set(re.findall(r'\bicon="([\w-]+)"', path.read_text()))
    assert len(named) > 20
    assert named <= drawn


def test_scripts_ask_no_stranger():
    for path in (PACKS / "base" / "assets" / "js").glob("*.js"):
        assert not re.search(r"https?://", path.read_text()), path
        assert "innerHTML" not in path.read_text(), path

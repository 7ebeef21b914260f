"""What a pack may say about itself, and how a broken one is refused."""

import tomllib

import pytest

from themes.engine.manifest import (
    BadManifest,
    UnknownTheme,
    installed,
    lineage,
    load,
    parse,
)
from themes.engine.paths import PACKS, STATICFILES_DIRS

GOOD = """
id = "mine"
version = "1"
schema = 1
name = "Mine"
description = "Ours."
extends = "base"
"""


def test_three_themes_can_be_chosen():
    assert [m.id for m in installed()] == ["datum", "lattice", "loom"]


def test_they_differ_in_every_variant_but_one():
    looks = [m.variants for m in installed()]
    for part in ("header", "footer", "card", "hero", "gallery"):
        assert len({look[part] for look in looks}) == 3, part


def test_a_theme_takes_from_base_what_it_leaves_out():
    assert load("datum").settings == load("base").settings
    assert lineage("datum") == ("datum", "base")


def test_every_font_lies_in_its_pack_with_its_licence():
    for pack in PACKS.iterdir():
        raw = tomllib.loads((pack / "theme.toml").read_text())
        for font in raw.get("fonts", []):
            folder = pack / "assets" / "fonts"
            assert (folder / font["file"]).read_bytes()[:4] == b"wOF2"
            assert "SIL Open Font License" in (folder / font["licence_file"]).read_text()


def test_fonts_stay_within_their_budget():
    for manifest in installed():
        folder = PACKS / manifest.id / "assets" / "fonts"
        assert sum((folder / f.file).stat().st_size for f in manifest.fonts) < 60_000


def test_assets_are_served_under_the_packs_name():
    assert {name for name, _ in STATICFILES_DIRS} == {"base", "datum", "lattice", "loom"}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("not toml", "mine"),
        ('id = "mine"', "schema"),
        (GOOD.replace('name = "Mine"', ""), "missing name"),
        (GOOD + '[variants]\nheader = "upside_down"', "header"),
        (GOOD + '[tokens.light]\nbg = "#FFFFFF"', "only one scheme has bg"),
        (GOOD + '[[fonts]]\nfamily = "X"', "a font lacks file"),
        (GOOD + '[[settings]]\nid = "a"\ntype = "slider"\nlabel = "A"', "unknown type"),
        (
            GOOD + '[[settings]]\nid = "a"\ntype = "choice"\nlabel = "A"\noptions = ["b"]',
            "default of a",
        ),
    ],
)
def test_a_broken_manifest_is_refused_with_its_fault(text, complaint):
    with pytest.raises(BadManifest, match=complaint):
        parse(text, source="mine/theme.toml")


def test_an_unknown_theme_is_refused_by_name():
    with pytest.raises(UnknownTheme, match="velvet"):
        load("velvet")


def test_a_third_partys_pack_may_bring_tokens_only(tmp_path):
    pack = tmp_path / "mine"
    pack.mkdir()
    (pack / "theme.toml").write_text(GOOD)
    base = tmp_path / "base"
    base.mkdir()
    (base / "theme.toml").write_text((PACKS / "base" / "theme.toml").read_text())
    assert load("mine", tmp_path).variants["header"] == "bar"

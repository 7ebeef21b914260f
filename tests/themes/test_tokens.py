"""Colours that can be read, in every theme, scheme and brand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from themes.engine.contrast import luminance, nearest, ratio, shifted
from themes.engine.manifest import installed, load
from themes.engine.stylesheet import look_for, stylesheet_for
from themes.engine.tokens import (
    BadColour,
    BrandAnswers,
    BrandColourFails,
    Palette,
    branded,
    normal_colour,
    variable,
)

THEMES = [manifest.id for manifest in installed()]
COLOURS = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06X}")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_every_theme_can_be_read(theme, scheme):
    assert Palette(colours=getattr(load(theme), scheme)).failures() == []


@given(theme=st.sampled_from(THEMES), primary=COLOURS, accent=COLOURS)
def test_a_brand_is_readable_or_refused_with_one_that_is(theme, primary, accent):
    colours = load(theme).light
    answers = {"primary": primary, "accent": accent}
    for _ in range(3):
        try:
            result = branded(colours, BrandAnswers(**answers), strict=True)
        except BrandColourFails as refusal:
            answers[refusal.role] = refusal.nearest
        else:
            assert Palette(colours=result).failures() == []
            return
    pytest.fail(f"the suggestion was refused as well: {answers}")


@given(theme=st.sampled_from(THEMES), primary=COLOURS, accent=COLOURS)
def test_the_scheme_nobody_chose_adjusts_itself(theme, primary, accent):
    answers = BrandAnswers(primary=primary, accent=accent)
    assert Palette(colours=branded(load(theme).dark, answers, strict=False)).failures() == []


@given(colour=COLOURS)
def test_nearest_keeps_a_colour_that_passes(colour):
    assert nearest(colour, passes=lambda c: True) == shifted(colour, by=0)


def test_contrast_matches_the_published_ends_of_the_scale():
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert luminance("#FFFFFF") == pytest.approx(1)


def test_a_refusal_carries_the_nearest_passing_colour():
    with pytest.raises(BrandColourFails) as refusal:
        stylesheet_for("datum", {"primary": "#FFCC00"})
    assert refusal.value.role == "primary"
    assert refusal.value.nearest == "#A88700"
    stylesheet_for("datum", {"primary": refusal.value.nearest})


@pytest.mark.parametrize("text", ["red", "#12", "#12345G", "url(x)", "#fff;}"])
def test_what_is_no_colour_never_reaches_the_style_sheet(text):
    with pytest.raises(BadColour):
        normal_colour(text)


def test_the_same_answers_give_the_same_address():
    first, text = stylesheet_for("loom", {"corner": "square"})
    assert stylesheet_for("loom", {"corner": "square", "primary": ""}) == (first, text)
    assert stylesheet_for("loom", {})[0] != first
    assert "--r:0;" in text


@pytest.mark.parametrize("theme", THEMES)
def test_a_stores_sheet_is_small(theme):
    assert len(stylesheet_for(theme, {})[1]) < 6_000


def test_arabic_type_is_named_for_arabic_alone():
    text = stylesheet_for("datum", {})[1]
    named = [line for line in text.splitlines() if "IBM Plex Sans Arabic" in line]
    assert all(line.startswith(("@font-face", ":lang(ar)")) for line in named)


def test_a_store_may_choose_another_header():
    assert look_for("datum", {"header": "centred"}).header == "centred"
    assert look_for("datum", {"header": "nonsense"}).header == "bar"


def test_token_names_become_properties():
    assert variable("surface2") == "--c-surface-2"
    assert variable("onPrimary") == "--c-on-primary"

"""Pages work under a strict content policy, in both directions, from our own origin."""

import re

import pytest

from tests.architecture.tree import files, shown

# Mail programs know no style sheets.
PAGES = [file for file in files("*.html") if "communication" not in file.parts]
STYLES = [file for file in files("*.css") if "vendor" not in file.parts]


def lines_with(file, pattern: str) -> list[str]:
    text = re.sub(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", "", file.read_text("utf-8"))
    return [line.strip() for line in text.splitlines() if re.search(pattern, line, re.IGNORECASE)]


@pytest.mark.parametrize("file", PAGES, ids=shown)
def test_no_script_style_or_handler_stands_in_a_page(file):
    inline_script = r"<script(?![^>]*\b(src=|type=.application/(ld\+)?json))"
    assert (
        lines_with(file, rf"{inline_script}|<style\b|\sstyle=|\son[a-z]+=[\"']|javascript:") == []
    )


@pytest.mark.parametrize("file", PAGES, ids=shown)
def test_nothing_is_marked_safe_in_a_page(file):
    assert lines_with(file, r"\|\s*safe\b|autoescape off") == []


@pytest.mark.parametrize("file", PAGES, ids=shown)
def test_pages_load_from_our_own_origin(file):
    assert lines_with(file, r"<(script|link|img|iframe|source)\b[^>]*(src|href)=.https?:") == []


@pytest.mark.parametrize("file", STYLES, ids=shown)
def test_styles_read_in_both_directions(file):
    sided = (
        r"(margin|padding|border)-(left|right)\b|text-align:\s*(left|right)\b"
        r"|(?<![\w-])(left|right)\s*:"
    )
    assert lines_with(file, sided) == []


@pytest.mark.parametrize("file", STYLES, ids=shown)
def test_styles_load_from_our_own_origin(file):
    assert lines_with(file, r"@import|url\(.?https?:") == []

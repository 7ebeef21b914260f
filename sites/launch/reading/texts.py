"""Text of unknown origin made safe: formulas stay text, HTML keeps a few plain tags."""

import re

import nh3

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
SIGNED_NUMBER = re.compile(r"[+-]\s*[\d.,]+(\s*[^\d\s(+*/^-].*)?$", re.DOTALL)


def looks_like_formula(text: str) -> bool:
    """Would a spreadsheet run this text? A signed number with its unit is no formula."""
    return text.startswith(FORMULA_STARTS) and not SIGNED_NUMBER.match(text)


def neutralise(text: str) -> str:
    """Text for an exported cell: a leading apostrophe keeps spreadsheets from running it."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def restore(text: str) -> str:
    """The opposite of `neutralise`, so that an export can be read again unchanged."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_STARTS) else text


KEPT_TAGS = {"p", "ul", "ol", "li", "strong", "em", "b", "i", "h3", "br"}


def clean_html(html: str) -> str:
    """Paragraphs, lists and emphasis survive; scripts, styles, links and attributes do not."""
    return nh3.clean(html, tags=KEPT_TAGS, attributes={}, link_rel=None).strip()


def slug_of(text: str) -> str:
    """Lower-case words joined by hyphens; letters of any script survive."""
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-_")

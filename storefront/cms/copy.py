"""The words a new store opens with: what the factory sent, completed by our starter texts."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

STARTER = Path(__file__).parent / "starter"


class BadCopy(ValueError):
    """A copy file that cannot be used; the text says which part and why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Proof:
    """A number that convinces, with its words."""

    value: str
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class HomeCopy:
    """The front page."""

    hero_title: str = ""
    hero_text: str = ""
    hero_button: str = ""
    proof: tuple[Proof, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class TextCopy:
    """A page of running text; a blank line parts paragraphs."""

    title: str = ""
    body: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ListCopy:
    """A page that is mostly a list."""

    title: str = ""
    intro: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionCopy:
    """A question and its answer."""

    q: str
    a: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FaqCopy:
    """Questions that buyers ask."""

    title: str = ""
    items: tuple[QuestionCopy, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PostCopy:
    """A piece of news."""

    slug: str
    date: date
    title: str
    body: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NewsCopy:
    """The news page with its posts."""

    title: str = ""
    posts: tuple[PostCopy, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class StepCopy:
    """One step of the way from order to port."""

    title: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StepsCopy:
    """How an order runs."""

    title: str = ""
    items: tuple[StepCopy, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CallCopy:
    """The invitation to send a drawing or a list."""

    title: str = ""
    text: str = ""
    button: str = ""
    points: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class WordsCopy:
    """Short headings of sections and footer columns."""

    shelf: str = ""
    categories: str = ""
    live: str = ""
    certificates: str = ""
    all_products: str = ""
    company: str = ""
    ordering: str = ""
    legal: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PagesCopy:
    """All the copy of a store in one language. Empty parts are filled from the starter texts."""

    language: str
    home: HomeCopy = HomeCopy()
    products: ListCopy = ListCopy()
    capabilities: ListCopy = ListCopy()
    quality: TextCopy = TextCopy()
    factory: TextCopy = TextCopy()
    quick_order: ListCopy = ListCopy()
    quote: ListCopy = ListCopy()
    contact: ListCopy = ListCopy()
    news: NewsCopy = NewsCopy()
    terms: ListCopy = ListCopy()
    privacy: TextCopy = TextCopy()
    faq: FaqCopy = FaqCopy()
    steps: StepsCopy = StepsCopy()
    call: CallCopy = CallCopy()
    words: WordsCopy = WordsCopy()


def read(text: str, *, source: str) -> PagesCopy:
    """Read a ``pages.<language>.toml``; raise ``BadCopy`` naming the source and the fault."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise BadCopy(f"{source}: {fault}") from fault
    if not isinstance(raw.get("language"), str):
        raise BadCopy(f"{source}: language is missing")
    raw.pop("direction", None)
    return _built(PagesCopy, raw, source)


@cache
def starter(language: str) -> PagesCopy:
    """Our starter texts in a language, English where we have none; ``{brand}`` stands for it."""
    path = STARTER / f"{language}.toml"
    if not path.is_file():
        return replace(starter("en"), language=language)
    return read(path.read_text(encoding="utf-8"), source=path.name)


def completed(copy: PagesCopy, *, brand: str) -> PagesCopy:
    """The factory's copy with every gap filled from the starter texts, naming the brand."""
    filled = _filled(copy, starter(copy.language))
    return _branded(filled, brand)


_PARTS = {
    HomeCopy: {"proof": Proof},
    FaqCopy: {"items": QuestionCopy},
    NewsCopy: {"posts": PostCopy},
    StepsCopy: {"items": StepCopy},
}


def _built(kind, raw: Mapping, source: str):
    """A dataclass from a TOML table; unknown keys are refused, since they are spelling mistakes."""
    known = {f.name: f for f in fields(kind)}
    if unknown := set(raw) - set(known):
        raise BadCopy(f"{source}: unknown key {', '.join(sorted(unknown))}")
    values = {}
    for name, value in raw.items():
        if isinstance(value, dict):
            values[name] = _built(type(known[name].default), value, source)
        elif isinstance(value, list):
            part = _PARTS.get(kind, {}).get(name)
            values[name] = tuple(_built(part, v, source) if part else str(v) for v in value)
        else:
            values[name] = value
    try:
        return kind(**values)
    except TypeError as fault:
        raise BadCopy(f"{source}: {fault}") from fault


def _filled(own, ours):
    """Take each value of the factory's, or ours where it is empty."""
    if is_dataclass(own):
        return replace(
            own,
            **{f.name: _filled(getattr(own, f.name), getattr(ours, f.name)) for f in fields(own)},
        )
    return own or ours


def _branded(value, brand: str):
    if is_dataclass(value):
        return replace(
            value, **{f.name: _branded(getattr(value, f.name), brand) for f in fields(value)}
        )
    if isinstance(value, tuple):
        return tuple(_branded(part, brand) for part in value)
    return value.replace("{brand}", brand) if isinstance(value, str) else value

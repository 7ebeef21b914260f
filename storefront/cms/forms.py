"""Forms on pages of the CMS. Who owns the business owns the form, and says so here at start."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from themes.engine import contract


@dataclass(frozen=True, kw_only=True, slots=True)
class PageWords:
    """What an editor wrote on the page that a form stands on."""

    title: str
    intro: str
    url: str
    crumbs: tuple[contract.Link, ...] = ()
    sections: tuple[contract.Section, ...] = ()


Build = Callable[[HttpRequest, PageWords], contract.Page | HttpResponse]

_forms: dict[str, Build] = {}


def register(kind: str, build: Build) -> None:
    """Let ``build`` answer pages of this kind (``quote``, ``contact``).

    It is called for GET and POST and returns the page to show, or a finished response.
    """
    _forms[kind] = build


def registered(kind: str) -> Build | None:
    """Who answers pages of this kind."""
    return _forms.get(kind)

"""A store's style sheet: its address says everything, so nothing is looked up to serve it."""

from collections.abc import Mapping

from django.core import signing
from django.urls import reverse
from django.utils.translation import gettext as _

from themes.engine.stylesheet import stylesheet_for
from themes.engine.tokens import BadColour, BrandColourFails

_SALT = "storefront.cms.style"


def stylesheet_address(theme: str, answers: Mapping[str, str]) -> str:
    """Where the style sheet for these answers lies; it changes when the text does.

    Raises what ``stylesheet_for`` raises.
    """
    digest, _text = stylesheet_for(theme, answers)
    token = signing.dumps([theme, dict(answers)], salt=_SALT, compress=True)
    return reverse("cms_stylesheet", args=[digest, token])


def stylesheet(token: str) -> str:
    """The text behind such an address; raises ``BadSignature`` for one that is not ours."""
    theme, answers = signing.loads(token, salt=_SALT)
    return stylesheet_for(theme, answers)[1]


def readable_answers(theme: str, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers without a colour that fails, as may happen after a theme has changed."""
    kept = dict(answers)
    for name in check_answers(theme, answers):
        kept.pop(name, None)
    return kept


def check_answers(theme: str, answers: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with each answer, in words; nothing when all is well."""
    problems = {}
    base = {name: value for name, value in answers.items() if name not in ("primary", "accent")}
    for name in ("primary", "accent"):
        if answers.get(name):
            try:
                stylesheet_for(theme, base | {name: answers[name]})
            except BadColour:
                problems[name] = _("Write a colour as #1B4F72.")
            except BrandColourFails as failure:
                problems[name] = _too_weak(failure)
    return problems


def _too_weak(failure: BrandColourFails) -> str:
    if failure.nearest:
        return _(
            "%(colour)s cannot be read well here. The nearest colour that can: %(nearest)s"
        ) % {
            "colour": failure.colour,
            "nearest": failure.nearest,
        }
    return _("%(colour)s cannot be read well here.") % {"colour": failure.colour}

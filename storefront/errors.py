"""Honest pages for what goes wrong on a store's host."""

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from themes.engine.contract import Link, Meta, NoticePage, PlainNotice
from themes.engine.render import page_response, plain_response


def not_found(request, exception=None):
    """Nothing is at this address."""
    return _notice(
        request,
        status=404,
        title=_("This page does not exist"),
        text=_("The address may be old or mistyped. The search knows every part number."),
    )


def refused(request, exception=None):
    """Something is there, but not for this visitor."""
    return _notice(
        request,
        status=403,
        title=_("You cannot open this"),
        text=str(exception or "") or _("Sign in with an account that may, or go back."),
    )


def broken(request):
    """Our fault. Nothing is looked up, so that this page always works."""
    page = PlainNotice(
        title=_("Something went wrong"),
        text=_("The fault is ours and was recorded. Please try again in a moment."),
        code="500",
        language=translation.get_language() or "en",
    )
    return plain_response(page=page, status=500)


def _notice(request, *, status: int, title: str, text: str):
    if getattr(request, "factory", None) is None or not hasattr(request, "carried"):
        page = PlainNotice(title=title, text=text, code=str(status))
        return plain_response(page=page, status=status)
    from storefront.shell import frame, shell_for

    actions = (
        Link(text=_("Browse products"), url=frame().products_url),
        Link(text=_("Search"), url=reverse("search")),
    )
    page = NoticePage(title=title, text=text, code=str(status), actions=actions)
    shell = shell_for(request, meta=Meta(title=title, index=False))
    return page_response(request, page=page, shell=shell, status=status)

"""From a page dataclass to HTML: the one call that a view makes."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import select_template

from themes.engine.contract import Page, PlainNotice, Shell
from themes.engine.select import template_names


def page_html(*, page: Page, shell: Shell, request: HttpRequest | None = None) -> str:
    """Render a page in the store's theme; the request serves only the form token."""
    theme = shell.look.theme
    template = select_template(template_names(page.template, theme))
    layouts = {
        "layout": select_template(template_names("layouts/base.html", theme)),
        "checkout_layout": select_template(template_names("layouts/checkout.html", theme)),
    }
    return template.render({"page": page, "shell": shell} | layouts, request)


def page_response(
    request: HttpRequest, *, page: Page, shell: Shell, status: int = 200
) -> HttpResponse:
    """Answer a request with a page in the store's theme."""
    return HttpResponse(page_html(page=page, shell=shell, request=request), status=status)


def plain_response(*, page: PlainNotice, status: int) -> HttpResponse:
    """Answer where no store can be shown: unknown host, suspended factory, failure."""
    template = select_template([f"base/{page.template}"])
    return HttpResponse(template.render({"page": page}), status=status)

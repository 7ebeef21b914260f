"""Addresses of the store that are no pages: its style sheet and what robots read."""

from django.core.signing import BadSignature
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from storefront.catalogue.models import Category, Product
from storefront.cms import style
from storefront.cms.models import Page
from themes.engine.manifest import UnknownTheme


@require_safe
def stylesheet(request, digest: str, token: str):
    """A store's style sheet; its address changes with its text, so it is kept for good."""
    try:
        text = style.stylesheet(token)
    except (BadSignature, UnknownTheme):
        raise Http404 from None
    response = HttpResponse(text, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


@require_safe
def robots(request):
    """What robots may read: everything but what changes with each visitor."""
    if request.factory is None:
        raise Http404
    lines = ["User-agent: *"]
    for language in request.factory.languages:
        lines += [
            f"Disallow: /{language}/{area}/"
            for area in ("basket", "checkout", "account", "orders", "search")
        ]
    lines += ["Disallow: /cms/", "Disallow: /portal/"]
    lines.append(f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request):
    """All public addresses of a store in its languages; three queries."""
    if request.factory is None or request.factory.site_id is None:
        raise Http404
    host = request.build_absolute_uri("/").rstrip("/")
    languages = request.factory.languages
    groups = [_alternates(host, languages, path) for path in _goods_paths()]
    groups += _page_groups(host, request.factory)
    return render(
        request,
        "cms/sitemap.xml",
        {"groups": groups},
        content_type="application/xml; charset=utf-8",
    )


def _alternates(host: str, languages: list[str], path: str) -> list[tuple[str, str]]:
    return [(code, f"{host}/{code}/{path}") for code in languages]


def _goods_paths() -> list[str]:
    categories = Category.objects.filter(depth__gt=1, is_public=True).values_list("slug", flat=True)
    products = Product.objects.filter(is_public=True).exclude(structure="parent")
    return [f"c/{slug}/" for slug in categories] + [
        f"p/{slug}/" for slug in products.values_list("slug", flat=True)
    ]


def _page_groups(host: str, factory) -> list[list[tuple[str, str]]]:
    """Live pages with their translations side by side."""
    groups: dict = {}
    rows = Page.objects.filter(
        url_path__startswith=f"/{factory.slug}/",
        depth__gte=3,
        live=True,
        locale__language_code__in=factory.languages,
    ).order_by("path")
    for key, code, url_path in rows.values_list(
        "translation_key", "locale__language_code", "url_path"
    ):
        groups.setdefault(key, []).append((code, f"{host}/{url_path.split('/', 2)[2]}"))
    return list(groups.values())

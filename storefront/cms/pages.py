"""Each kind of page as the theme receives it, and the answer to a visitor who asks for one."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sites.tenancy.scope import current_factory
from storefront import formats, shell
from storefront.cms import forms, queries
from storefront.cms.models import (
    Brand,
    EnquiryPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    ProductsPage,
    QuickOrderPage,
    StorePage,
)
from storefront.cms.sections import (
    Place,
    company_facts,
    news_items,
    sections_of,
)
from storefront.pages.basket import show_quick_order
from themes.engine import contract
from themes.engine.render import page_response

POSTS_PER_PAGE = 12


def respond(
    request: HttpRequest, page: StorePage, shared: shell.Frame | None = None
) -> HttpResponse:
    """Answer with a page of the CMS, drawn in the store's theme."""
    shared = shared or shell.frame()
    built = _form_page(request, page) if isinstance(page, _WITH_FORM) else None
    if built is None:
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        built = _content(request, page, shared)
    if isinstance(built, HttpResponse):
        return built
    frame = shell.shell_for(
        request, meta=_meta(request, page), alternates=queries.translations(page), shared=shared
    )
    return page_response(request, page=built, shell=frame)


def respond_with_brand(request: HttpRequest, brand: Brand) -> HttpResponse:
    """The home page as it would look with a brand record that is not saved yet."""
    factory, language = request.factory, get_language()
    read = queries.frame(factory, language).with_brand(queries.brand_values(brand))
    home = queries.home_page(factory, language)
    return respond(request, home, shell.drawn(read))


_WITH_FORM = (QuickOrderPage, EnquiryPage)


def _meta(request: HttpRequest, page: StorePage) -> contract.Meta:
    return contract.Meta(
        title=page.seo_title or page.title,
        description=page.search_description or page.intro[:160],
        canonical_url=page.path_on_host,
        index=not getattr(request, "is_preview", False),
    )


def _place(page: StorePage) -> Place:
    return Place(path=page.path, language=get_language(), hero="")


def _sections(page: StorePage, hero: str = "") -> tuple[contract.Section, ...]:
    place = Place(path=page.path, language=get_language(), hero=hero)
    return sections_of(page.body.raw_data, place)


def _crumbs(page: StorePage) -> tuple[contract.Link, ...]:
    """Home and the pages between; one query, for pages below the second level only."""
    home = contract.Link(text=_("Home"), url=f"/{get_language()}/")
    if isinstance(page, HomePage):
        return ()
    between = ()
    if page.depth > 4:
        between = tuple(
            contract.Link(text=row.title, url="/" + row.url_path.split("/", 2)[2])
            for row in page.get_ancestors().filter(depth__gt=3)
        )
    return (home, *between)


def _form_page(request: HttpRequest, page: StorePage) -> contract.Page | HttpResponse | None:
    if isinstance(page, QuickOrderPage):
        return show_quick_order(request, title=page.title, intro=page.intro)
    build = forms.registered(page.kind)
    if build is None:
        return None
    words = forms.PageWords(
        title=page.title,
        intro=page.intro,
        url=page.path_on_host,
        crumbs=_crumbs(page),
        sections=_sections(page),
    )
    return build(request, words)


def _content(request: HttpRequest, page: StorePage, shared: shell.Frame) -> contract.Page:
    if isinstance(page, HomePage):
        return contract.HomePage(title=page.title, sections=_sections(page, shared.look.hero))
    return contract.ContentPage(
        title=page.title,
        crumbs=_crumbs(page),
        intro=page.intro,
        date=formats.day(page.date) if isinstance(page, NewsPage) else "",
        sections=_own_sections(request, page) + _sections(page),
    )


def _own_sections(request: HttpRequest, page: StorePage) -> tuple[contract.Section, ...]:
    """What a page shows by its kind, before the editor's sections."""
    if isinstance(page, ProductsPage):
        shown = sections_of([{"type": "categories", "value": {}}], _place(page))
        return shown or (_empty_catalogue(),)
    if isinstance(page, EnquiryPage):
        return (contract.FactsSection(title=current_factory().name, facts=company_facts()),)
    if isinstance(page, NewsIndexPage):
        return _news_list(request, page)
    if isinstance(page, NewsPage) and page.picture_id:
        found = queries.pictures([page.picture_id], sizes="(min-width: 60rem) 60rem, 100vw")
        return (contract.GallerySection(pictures=tuple(found.values())),)
    return ()


def _empty_catalogue() -> contract.TextSection:
    text = _("The catalogue is being filled. Until then, ask us for what you need.")
    return contract.TextSection(html=format_html("<p>{}</p>", text))


def _news_list(request: HttpRequest, page: NewsIndexPage) -> tuple[contract.Section, ...]:
    posts = NewsPage.objects.child_of(page).live().order_by("-date", "-pk")
    shown = Paginator(posts, POSTS_PER_PAGE).get_page(request.GET.get("page"))
    older = (
        contract.Link(text=_("Older posts"), url=f"?page={shown.next_page_number()}")
        if shown.has_next()
        else None
    )
    return (contract.NewsList(items=news_items(shown), more=older),)

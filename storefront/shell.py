"""The frame round every store page: brand, menus, languages, basket, footer, style sheet.

What a store's pages share is read once and remembered with the catalogue's stamp; a request adds
where it stands, who asks and how much lies in the basket.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sites.tenancy.hosts import store_address
from sites.tenancy.models import Factory
from sites.tenancy.scope import current_factory
from storefront import formats
from storefront.catalogue import queries as catalogue
from storefront.catalogue.memory import remembered
from storefront.cms import queries as cms
from storefront.cms.style import readable_answers, stylesheet_address
from themes.engine.contract import (
    FooterColumn,
    LanguageLink,
    Link,
    Look,
    MenuItem,
    Message,
    Meta,
    Picture,
    Shell,
)
from themes.engine.stylesheet import look_for


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """What all pages of a store have in common in one language, ready to be drawn."""

    look: Look
    stylesheet_url: str
    tagline: str
    logo: Picture | None
    menu: tuple[MenuItem, ...]
    categories: tuple[Link, ...]
    footer_columns: tuple[FooterColumn, ...]
    legal_links: tuple[Link, ...]
    products_url: str
    quick_order_url: str
    enquiry_url: str
    contact_url: str
    origin: str

    def absolute(self, path: str) -> str:
        """A full address for search engines and shared links."""
        return path if "://" in path else f"{self.origin}{path}"


def frame() -> Frame:
    """The store's frame in the language in force."""
    return remembered("frame", lambda: drawn(cms.frame(current_factory(), _language())))


def drawn(read: cms.Frame) -> Frame:
    """A frame as it was read, with its look, style sheet and the categories in its menu."""
    factory = current_factory()
    answers = readable_answers(factory.theme, read.brand.answers)
    categories = tuple(
        Link(text=one.name, url=reverse("category", args=[one.slug]))
        for one in catalogue.children(None)
        if one.in_menu
    )
    products_url = read.products_url or reverse("search")
    return Frame(
        look=look_for(factory.theme, answers),
        stylesheet_url=stylesheet_address(factory.theme, answers),
        tagline=read.brand.tagline,
        logo=read.brand.logo,
        menu=_menu(read.menu, categories, products_url),
        categories=categories,
        footer_columns=read.footer or _plain_footer(read.menu, categories),
        legal_links=read.legal,
        products_url=products_url,
        quick_order_url=read.quick_order_url or reverse("quick_order"),
        enquiry_url=read.quote_url or _enquiry_url(),
        contact_url=read.contact_url or _enquiry_url(),
        origin=store_address(factory, ""),
    )


def shell_for(
    request,
    *,
    meta: Meta,
    messages: Sequence[Message] = (),
    search_query: str = "",
    alternates: Mapping[str, str] | None = None,
    shared: Frame | None = None,
) -> Shell:
    """The shell of one page.

    ``alternates`` are the page's paths by language where more than the first part differs;
    ``shared`` is a frame drawn from a brand record that an editor is only looking at.
    """
    factory = request.factory
    language = _language()
    shared = shared or frame()
    profile = factory.profile
    carried = request.carried
    buyer = carried.owner
    return Shell(
        look=shared.look,
        meta=_complete(meta, shared, brand=factory.name, path=request.path),
        brand=factory.name,
        legal_name=factory.legal_name or factory.name,
        home_url=f"/{language}/",
        language=language_tag(language),
        direction=formats.direction(language),
        currency=factory.currency,
        search_url=reverse("search"),
        basket_url=reverse("basket"),
        account_url=reverse("account_orders" if buyer else "account_login"),
        stylesheet_url=shared.stylesheet_url,
        tagline=shared.tagline,
        place=_place(profile, factory),
        reply_time=_reply_time(profile),
        logo=shared.logo,
        account_label=buyer.get_short_name() if buyer else "",
        signed_in=bool(buyer),
        basket_count=carried.count,
        basket_label=ngettext("%(count)s line", "%(count)s lines", carried.count)
        % {"count": formats.number(carried.count)},
        search_query=search_query,
        quick_order_url=shared.quick_order_url,
        enquiry_url=shared.enquiry_url,
        languages=_languages(factory, request.path, alternates),
        menu=tuple(_marked(item, request.path) for item in shared.menu),
        categories=shared.categories,
        footer_columns=shared.footer_columns,
        licence_line=_licence_line(profile, factory),
        address_line=", ".join(profile.get("address", {}).get("lines", [])),
        legal_links=shared.legal_links,
        messages=tuple(messages),
        time_zone_note=_("Times are %(place)s time.") % {"place": formats.zone_name()},
    )


def _language() -> str:
    return translation.get_language() or settings.LANGUAGE_CODE


def _enquiry_url() -> str:
    return f"/{_language()}/enquiry/"


def _menu(
    pages: tuple[MenuItem, ...], categories: tuple[Link, ...], products_url: str
) -> tuple[MenuItem, ...]:
    """The pages' menu with the categories below the products, which are always there."""
    if not any(item.url == products_url for item in pages):
        pages = (MenuItem(text=_("Products"), url=products_url), *pages)
    return tuple(
        replace(item, children=categories) if item.url == products_url else item for item in pages
    )


def _plain_footer(
    pages: tuple[MenuItem, ...], categories: tuple[Link, ...]
) -> tuple[FooterColumn, ...]:
    own = tuple(Link(text=item.text, url=item.url) for item in pages)
    columns = [
        FooterColumn(heading=_("Products"), links=categories[:8]),
        FooterColumn(heading=_("Company"), links=own),
    ]
    return tuple(column for column in columns if column.links)


# ── The request's part ───────────────────────────────────────────────────────────────────────


def _complete(meta: Meta, shared: Frame, *, brand: str, path: str) -> Meta:
    return replace(
        meta,
        title=meta.title if brand in meta.title else f"{meta.title} · {brand}",
        canonical_url=shared.absolute(meta.canonical_url or path),
        image_url=shared.absolute(meta.image_url) if meta.image_url else "",
    )


def _languages(
    factory: Factory, path: str, alternates: Mapping[str, str] | None
) -> tuple[LanguageLink, ...]:
    here = translation.get_language()
    _slash, _first, *rest = path.split("/", 2)
    tail = rest[0] if rest else ""
    links = []
    for code in factory.languages or [settings.LANGUAGE_CODE]:
        url = f"/{code}/{tail}" if alternates is None else alternates.get(code, f"/{code}/")
        links.append(
            LanguageLink(
                code=code,
                hreflang=language_tag(code),
                name=formats.language_name(code),
                url=url,
                current=code == here,
            )
        )
    return tuple(links)


def language_tag(code: str) -> str:
    """A language's BCP 47 tag."""
    head, _dash, script = code.partition("-")
    return f"{head}-{script.capitalize()}" if script else head


def _marked(item: MenuItem, path: str) -> MenuItem:
    children = tuple(replace(child, current=child.url == path) for child in item.children)
    below = any(child.current for child in children)
    return replace(item, children=children, current=item.url == path or below)


def _place(profile: Mapping, factory: Factory) -> str:
    lines = profile.get("address", {}).get("lines", [])
    city = profile.get("city") or (lines[-2] if len(lines) > 1 else "")
    return ", ".join(filter(None, (city, formats.country(factory.country))))


def _reply_time(profile: Mapping) -> str:
    hours = profile.get("reply_time_target_hours")
    if not hours:
        return ""
    return ngettext(
        "We aim to reply within %(hours)s hour", "We aim to reply within %(hours)s hours", hours
    ) % {"hours": formats.number(hours)}


def _licence_line(profile: Mapping, factory: Factory) -> str:
    number = profile.get("licence_number")
    name = factory.legal_name or factory.name
    if not number:
        return name
    return _("%(name)s · licence %(number)s") % {
        "name": formats.isolated(name),
        "number": formats.isolated(number),
    }

"""From what an editor stored to the sections a theme draws.

The stored data are read raw: first everything that any section needs is collected, then fetched
at once, then each section is built from it. So a page costs the same however it is composed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from django.template.loader import select_template
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.html import linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from sites.tenancy.scope import current_factory
from storefront import formats
from storefront.catalogue.models import Category
from storefront.cms import queries
from storefront.pages.cards import cards_by_id, category_tiles
from storefront.shell import shell_for
from themes.engine import contract
from themes.engine.select import template_names

_SEAM = "<!--next-->"


@dataclass(kw_only=True)
class Needs:
    """What the sections of one page ask for."""

    pictures: set[int] = field(default_factory=set)
    pages: set[int] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)
    categories: set[int] = field(default_factory=set)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a page stands: its path in the tree, its language, and the store's hero variant."""

    path: str
    language: str
    hero: str = ""


@dataclass(kw_only=True)
class Stock:
    """What was fetched for them."""

    place: Place
    pictures: dict[int, contract.Picture]
    pages: dict[int, str]
    texts: dict[str, str]
    cards: dict[int, contract.ProductCard]
    shelves: dict[int, list[int]]
    tiles: tuple[contract.CategoryTile, ...] = ()
    certificates: tuple[contract.Certificate, ...] = ()
    live: queries.Live | None = None
    news: list = field(default_factory=list)


def sections_of(raw: Iterable[dict], place: Place) -> tuple[contract.Section, ...]:
    """The sections of a page. ``raw`` is a StreamField value's ``raw_data``."""
    stored = [(block["type"], plain(block["value"])) for block in raw]
    stored = [(kind, value) for kind, value in stored if kind in _BUILDERS]
    stock = _fetch(stored, place)
    built = (_BUILDERS[kind](value, stock, number) for number, (kind, value) in enumerate(stored))
    return tuple(section for section in built if section is not None)


def plain(value):
    """Stored data without the wrapping that list items carry."""
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(queries.unlisted(part)) for part in value]
    return value


def preview(request, kind: str, value) -> dict:
    """One section drawn in the store's theme, for the editor's block picker, with its frame."""
    shell = shell_for(request, meta=contract.Meta(title=current_factory().name, index=False))
    home = queries.home_page(request.factory, request.factory.source_language)
    # No page has this path: without a home page there is nothing to link to.
    place = Place(path=home.path if home else "-", language=get_language(), hero=shell.look.hero)
    drawn = []
    for section in sections_of([{"type": kind, "value": value}], place):
        template = select_template(template_names(section.template, shell.look.theme))
        drawn.append(template.render({"section": section, "shell": shell}, request))
    # The theme's own templates have escaped everything.
    return {"shell": shell, "html": mark_safe("".join(drawn))}  # noqa: S308


# ---------------------------------------------------------------- fetching


def _fetch(stored: list[tuple[str, dict]], place: Place) -> Stock:
    needs = Needs()
    for _kind, value in stored:
        _collect(value, needs)
    kinds = {kind for kind, _value in stored}
    shelves = _shelves(stored)
    today = formats.today()
    return Stock(
        place=place,
        pictures=queries.pictures(needs.pictures, sizes="(min-width: 60rem) 50vw, 100vw"),
        pages=queries.page_addresses(needs.pages, below=place.path),
        texts=_expanded(needs.texts),
        shelves=shelves,
        cards=cards_by_id({pk for ids in shelves.values() for pk in ids}),
        tiles=category_tiles() if "categories" in kinds or _wants_table(stored, place) else (),
        certificates=queries.company_certificates(today) if "certificates" in kinds else (),
        live=queries.live(today) if "live" in kinds else None,
        news=_news(stored, place),
    )


def _collect(value, needs: Needs) -> None:
    """Walk a section's data for references by the names that its blocks give them."""
    if isinstance(value, list):
        for part in value:
            _collect(part, needs)
    elif isinstance(value, dict):
        for name, part in value.items():
            if name == "picture" and part:
                needs.pictures.add(part)
            elif name == "page" and part:
                needs.pages.add(part)
            elif name in ("body", "answer") and part:
                needs.texts.append(part)
            else:
                _collect(part, needs)


def _expanded(texts: list[str]) -> dict[str, str]:
    """Rich texts with their links resolved, all at once: each call would ask for its own pages."""
    if not texts:
        return {}
    return dict(zip(texts, expand_db_html(_SEAM.join(texts)).split(_SEAM), strict=True))


def _shelves(stored: list[tuple[str, dict]]) -> dict[int, list[int]]:
    """Product ids of each shelf by its place on the page."""
    shelves = {}
    wanted = {v.get("category") for k, v in stored if k == "shelf" and v.get("category")}
    paths = dict(Category.objects.filter(pk__in=wanted).values_list("pk", "path")) if wanted else {}
    for number, (kind, value) in enumerate(stored):
        if kind == "shelf":
            chosen = [pk for pk in value.get("products", ()) if pk]
            shelves[number] = (
                chosen
                if value.get("source") == "chosen"
                else queries.shelf_ids(
                    source=value.get("source") or "newest",
                    count=value.get("count") or 6,
                    category_path=paths.get(value.get("category"), ""),
                )
            )
    return shelves


def _news(stored: list[tuple[str, dict]], place: Place) -> list:
    most = max((v.get("count") or 3 for k, v in stored if k == "news"), default=0)
    return queries.news(below=place.path[:12], count=most) if most else []


def _wants_table(stored: list[tuple[str, dict]], place: Place) -> bool:
    return any(
        kind == "hero" and (value.get("variant") or place.hero) == "search_table"
        for kind, value in stored
    )


# ---------------------------------------------------------------- building

Builder = Callable[[dict, Stock, int], contract.Section | None]


def _common(value: dict) -> dict[str, str]:
    return {
        "title": value.get("title") or "",
        "intro": value.get("intro") or "",
        "tone": value.get("tone") or "",
        "anchor": value.get("anchor") or "",
    }


def _link(value: dict, stock: Stock) -> contract.Link | None:
    url = stock.pages.get(value.get("page")) or value.get("url") or ""
    return contract.Link(text=value.get("text") or "", url=url) if url else None


def _actions(value: dict, stock: Stock) -> tuple[contract.Link, ...]:
    links = (_link(action, stock) for action in value.get("actions", ()))
    return tuple(link for link in links if link)


def _facts(value: dict) -> tuple[contract.Fact, ...]:
    return tuple(
        contract.Fact(label=fact["label"], value=fact["value"]) for fact in value.get("facts", ())
    )


def _steps(value: dict) -> tuple[contract.Step, ...]:
    return tuple(
        contract.Step(title=item["title"], text=item.get("text") or "")
        for item in value.get("items", ())
    )


def _hero(value: dict, stock: Stock, number: int) -> contract.Hero:
    variant = value.get("variant") or ""
    return contract.Hero(
        **_common(value),
        eyebrow=value.get("eyebrow") or "",
        picture=stock.pictures.get(value.get("picture")),
        actions=_actions(value, stock),
        facts=_facts(value),
        table=stock.tiles if (variant or stock.place.hero) == "search_table" else (),
        variant=variant,
    )


def _proof(value: dict, stock: Stock, number: int) -> contract.ProofStrip:
    return contract.ProofStrip(**_common(value), facts=_facts(value))


def _shelf(value: dict, stock: Stock, number: int) -> contract.ProductShelf | None:
    cards = [stock.cards[pk] for pk in stock.shelves[number] if pk in stock.cards]
    if not cards:
        return None
    names: dict[str, None] = {}
    for card in cards:
        names |= dict.fromkeys(fact.label for fact in card.specs)
    return contract.ProductShelf(**_common(value), cards=tuple(cards), columns=tuple(names)[:4])


def _categories(value: dict, stock: Stock, number: int) -> contract.CategoryGrid | None:
    return contract.CategoryGrid(**_common(value), tiles=stock.tiles) if stock.tiles else None


def _live(value: dict, stock: Stock, number: int) -> contract.LiveFactory | None:
    facts = []
    if stock.live.in_stock:
        facts.append(
            contract.Fact(label=_("items in stock now"), value=formats.number(stock.live.in_stock))
        )
    if stock.live.next_free_day:
        facts.append(
            contract.Fact(
                label=_("next free machine time"), value=formats.day(stock.live.next_free_day)
            )
        )
    if stock.live.on_time_percent is not None:
        facts.append(
            contract.Fact(
                label=_("shipped on time in the last 90 days"),
                value=formats.percent(stock.live.on_time_percent),
            )
        )
    if not facts:
        return None
    return contract.LiveFactory(**_common(value), facts=tuple(facts), as_of=_read_at())


def _read_at() -> str:
    return _("Read from our records on %(moment)s, %(place)s time") % {
        "moment": formats.moment(timezone.now()),
        "place": formats.zone_name(),
    }


def _certificates(value: dict, stock: Stock, number: int) -> contract.Certificates | None:
    if not stock.certificates:
        return None
    return contract.Certificates(**_common(value), certificates=stock.certificates)


def _text(value: dict, stock: Stock, number: int) -> contract.TextSection:
    return contract.TextSection(**_common(value), html=stock.texts.get(value.get("body"), ""))


def _faq(value: dict, stock: Stock, number: int) -> contract.Faq:
    return contract.Faq(
        **_common(value),
        questions=tuple(
            contract.Question(
                question=item["question"], answer=stock.texts.get(item.get("answer"), "")
            )
            for item in value.get("items", ())
        ),
    )


def _call(value: dict, stock: Stock, number: int) -> contract.RfqCall:
    url = stock.pages.get(value.get("page")) or f"/{stock.place.language}/request-a-quote/"
    return contract.RfqCall(
        **_common(value),
        action=contract.Link(text=value.get("button") or _("Request a quote"), url=url),
        points=tuple(value.get("points", ())),
    )


def _image_text(value: dict, stock: Stock, number: int) -> contract.ImageText:
    return contract.ImageText(
        **_common(value),
        html=stock.texts.get(value.get("body"), ""),
        picture=stock.pictures.get(value.get("picture")),
        action=next(iter(_actions(value, stock)), None),
        reverse=bool(value.get("reverse")),
    )


def _process(value: dict, stock: Stock, number: int) -> contract.ProcessSteps:
    return contract.ProcessSteps(**_common(value), steps=_steps(value))


def _features(value: dict, stock: Stock, number: int) -> contract.Features:
    return contract.Features(**_common(value), items=_steps(value))


def _gallery(value: dict, stock: Stock, number: int) -> contract.GallerySection | None:
    found = []
    for item in value.get("pictures", ()):
        picture = stock.pictures.get(item.get("picture"))
        if picture:
            found.append(_captioned(picture, item))
    return contract.GallerySection(**_common(value), pictures=tuple(found)) if found else None


def _captioned(picture: contract.Picture, item: dict) -> contract.Picture:
    taken = item.get("date")
    taken = parse_date(taken) if isinstance(taken, str) else taken
    words = (item.get("caption") or "", formats.day(taken) if taken else "")
    return replace(picture, caption=" · ".join(word for word in words if word))


def _latest(value: dict, stock: Stock, number: int) -> contract.NewsList | None:
    posts = stock.news[: value.get("count") or 3]
    return contract.NewsList(**_common(value), items=news_items(posts)) if posts else None


def news_items(posts: Iterable) -> tuple[contract.NewsItem, ...]:
    """Posts as the theme lists them."""
    posts = list(posts)
    pictures = queries.pictures(
        (post.picture_id for post in posts), sizes="(min-width: 48rem) 24rem, 100vw"
    )
    return tuple(
        contract.NewsItem(
            title=post.title,
            url=post.path_on_host,
            date=formats.day(post.date),
            text=post.intro,
            picture=pictures.get(post.picture_id),
        )
        for post in posts
    )


def _company(value: dict, stock: Stock, number: int) -> contract.FactsSection:
    return contract.FactsSection(**_common(value), facts=company_facts())


def company_facts() -> tuple[contract.Fact, ...]:
    """Who stands behind the store, from the factory's profile: nothing that is not known."""
    factory = current_factory()
    profile = factory.profile or {}
    address = profile.get("address") or {}
    lines = [*address.get("lines", ()), formats.country(factory.country)]
    area = profile.get("area_m2")
    known = (
        (_("Legal name"), factory.legal_name, False),
        (_("Local name"), profile.get("legal_name_local"), False),
        (_("Licence number"), profile.get("licence_number"), True),
        (_("Founded"), profile.get("founded"), False),
        (_("People"), _number(profile.get("employees")), False),
        (_("Floor space"), f"{formats.number(area)} m²" if area else "", False),
        (_("Machines"), _number(profile.get("machines")), False),
        (_("Address"), ", ".join(line for line in lines if line), False),
        (_("Ports"), ", ".join((profile.get("ports") or {}).get("sea", ())), True),
    )
    return tuple(
        contract.Fact(label=label, value=str(value), code=code)
        for label, value, code in known
        if value
    )


def _number(value) -> str:
    return formats.number(value) if value else ""


def paragraphs(text: str) -> str:
    """Plain words as escaped paragraphs."""
    return linebreaks(text, autoescape=True)


_BUILDERS: dict[str, Builder] = {
    "hero": _hero,
    "proof": _proof,
    "shelf": _shelf,
    "categories": _categories,
    "live": _live,
    "certificates": _certificates,
    "text": _text,
    "faq": _faq,
    "call": _call,
    "image_text": _image_text,
    "steps": _process,
    "features": _features,
    "gallery": _gallery,
    "news": _latest,
    "company": _company,
}

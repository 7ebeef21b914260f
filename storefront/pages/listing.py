"""A list of products: facets, sorting, paging, grid or table, all in the address."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from storefront import formats
from storefront.basket.quoting import Buying
from storefront.catalogue.facets import Facet, facets, foremost, narrowed
from storefront.catalogue.memory import remembered
from storefront.catalogue.models import Product
from storefront.pages.cards import cards_by_id, table
from storefront.partner.models import StockRecord
from themes.engine.contract import FacetGroup, FacetValue, Link, Listing, Pager

FACET_PREFIX = "f."
# The others are folded, a press away.
OPEN_FACETS = 4
PER_PAGE = {"grid": 24, "list": 24, "table": 50}
SORTS = ("best", "number", "cheap", "dear", "new")


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What the address asks of a list."""

    path: str
    query: str = ""
    chosen: Mapping[str, tuple[str, ...]]
    sort: str = "best"
    view: str = "grid"
    page: int = 1

    @classmethod
    def read(cls, request, *, view: str = "grid") -> "Wish":
        """Read it, taking nothing for granted."""
        asked = request.GET
        page = asked.get("page", "1")
        return cls(
            path=request.path,
            query=asked.get("q", "").strip()[:120],
            chosen={
                name.removeprefix(FACET_PREFIX): tuple(dict.fromkeys(asked.getlist(name)))[:20]
                for name in list(asked)[:12]
                if name.startswith(FACET_PREFIX)
            },
            sort=asked.get("sort") if asked.get("sort") in SORTS else "best",
            view=asked.get("view") if asked.get("view") in PER_PAGE else view,
            page=int(page) if page.isdecimal() and 0 < int(page) < 10_000 else 1,
        )

    def address(self, **changes) -> str:
        """The address with something changed; the page starts over unless it is what changed."""
        wish = replace(self, **{"page": 1} | changes)
        pairs = [("q", wish.query)] if wish.query else []
        pairs += [(FACET_PREFIX + code, key) for code, keys in wish.chosen.items() for key in keys]
        pairs += [("sort", wish.sort)] if wish.sort != "best" else []
        pairs += [("view", wish.view)] if wish.view != "grid" else []
        pairs += [("page", str(wish.page))] if wish.page > 1 else []
        return f"{wish.path}?{urlencode(pairs)}" if pairs else wish.path

    def toggled(self, code: str, key: str) -> dict[str, tuple[str, ...]]:
        """The choices with this one added or taken away."""
        keys = self.chosen.get(code, ())
        keys = tuple(one for one in keys if one != key) if key in keys else (*keys, key)
        changed = dict(self.chosen) | {code: keys}
        return {name: values for name, values in changed.items() if values}


def listing(
    products: Callable[[], QuerySet[Product]],
    *,
    wish: Wish,
    buying: Buying,
    order: Sequence[int] = (),
    name: str = "",
) -> Listing:
    """The part of a list that the address asks for; ``order`` is that of relevance, if any.

    A list with a ``name`` is the catalogue's own: without a choice it is remembered which SKUs it
    shows, unless their prices decide, and its facets.
    """
    size = PER_PAGE[wish.view]

    def kept(what: str, build: Callable):
        plain = name and not wish.chosen
        return remembered(f"{name} {what} {wish.sort} {wish.view}", build) if plain else build()

    def slice_now():
        return _slice(narrowed(products(), wish.chosen), wish, size=size, order=order)

    by_price = wish.sort in ("cheap", "dear")
    count, ids = slice_now() if by_price else kept(f"page {wish.page}", slice_now)
    groups, chips = kept("facets", lambda: _facets(products(), wish))
    columns, cards = _cards(ids, wish, buying)
    return Listing(
        cards=cards,
        columns=columns,
        count_label=formats.lines(count),
        view=wish.view,
        facets=groups,
        chips=chips,
        clear_url=wish.address(chosen={}) if wish.chosen else "",
        sorts=tuple(_sorts(wish)),
        views=tuple(_views(wish)),
        pager=_pager(wish, pages=-(-count // size)),
        add_url=reverse("basket_add"),
    )


def _cards(ids: Sequence[int], wish: Wish, buying: Buying):
    if wish.view == "table":
        return table(ids, buying=buying)
    cards = cards_by_id(ids, buying=buying)
    return (), tuple(cards.values())


def _slice(
    found: QuerySet[Product], wish: Wish, *, size: int, order: Sequence[int]
) -> tuple[int, list[int]]:
    first = (wish.page - 1) * size
    if order and wish.sort == "best":
        there = set(found.values_list("pk", flat=True))
        ranked = [pk for pk in order if pk in there]
        return len(ranked), ranked[first : first + size]
    ids = list(_sorted(found, wish.sort).values_list("pk", flat=True)[first : first + size])
    return found.count(), ids


def _sorted(found: QuerySet[Product], sort: str) -> QuerySet[Product]:
    if sort in ("cheap", "dear"):
        price = StockRecord.objects.filter(product=OuterRef("pk")).order_by("pk").values("price")
        found = found.annotate(first_price=Subquery(price[:1]))
        by_price = F("first_price")
        way = by_price.asc(nulls_last=True) if sort == "cheap" else by_price.desc(nulls_last=True)
        return found.order_by(way, "upc")
    order = {"number": ["upc"], "new": ["-date_created", "upc"]}
    return found.order_by(*order.get(sort, ["-priority", "parent_id", "upc"]))


def _facets(
    products: QuerySet[Product], wish: Wish
) -> tuple[tuple[FacetGroup, ...], tuple[Link, ...]]:
    """The groups that are shown, and the choices made in any."""
    found = facets(products, wish.chosen)
    groups = tuple(
        _group(one, wish, is_open=place < OPEN_FACETS)
        for place, one in enumerate(foremost(found, wish.chosen))
    )
    return groups, tuple(_chips(found, wish))


def _group(facet: Facet, wish: Wish, *, is_open: bool) -> FacetGroup:
    chosen = wish.chosen.get(facet.code, ())
    return FacetGroup(
        label=facet.name,
        unit=facet.unit,
        open=is_open or bool(chosen),
        values=tuple(
            FacetValue(
                label=value.label,
                url=wish.address(chosen=wish.toggled(facet.code, value.key)),
                count=formats.number(value.count),
                selected=value.key in chosen,
            )
            for value in facet.values
        ),
    )


def _chips(groups: Sequence[Facet], wish: Wish):
    for facet in groups:
        for value in facet.values:
            if value.key in wish.chosen.get(facet.code, ()):
                text = f"{facet.name}: {value.label} {facet.unit}".strip()
                yield Link(text=text, url=wish.address(chosen=wish.toggled(facet.code, value.key)))


def _sorts(wish: Wish):
    names = {
        "best": _("Most relevant") if wish.query else _("Recommended"),
        "number": _("Part number"),
        "cheap": _("Price, lowest first"),
        "dear": _("Price, highest first"),
        "new": _("Newest"),
    }
    for sort in SORTS:
        yield Link(text=names[sort], url=wish.address(sort=sort), current=sort == wish.sort)


def _views(wish: Wish):
    icons = {"grid": "layout-grid", "list": "list", "table": "table"}
    names = {"grid": _("Grid"), "list": _("List"), "table": _("Table")}
    for view, icon in icons.items():
        yield Link(
            text=names[view], url=wish.address(view=view), current=view == wish.view, icon=icon
        )


def _pager(wish: Wish, *, pages: int) -> Pager | None:
    if pages < 2:
        return None
    page = min(wish.page, pages)
    near = {1, pages, page - 1, page, page + 1} & set(range(1, pages + 1))
    links: list[Link] = []
    last = 0
    for number in sorted(near):
        if number - last > 1:
            links.append(Link(text="…", url=""))
        here = number == page
        links.append(Link(text=formats.number(number), url=wish.address(page=number), current=here))
        last = number
    return Pager(
        label=_("Pages of the list"),
        pages=tuple(links),
        previous_url=wish.address(page=page - 1) if page > 1 else "",
        next_url=wish.address(page=page + 1) if page < pages else "",
    )

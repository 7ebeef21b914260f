"""What the frame round every page and its sections need, in a fixed number of queries."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta

from django.db.models import Count, F, Min, Q, Sum
from django.db.models.functions import Coalesce

from factory_portal.inventory.models import Balance
from factory_portal.production.models import CapacityDay
from media.library import queries as library
from media.library.models import Picture
from storefront import formats
from storefront.catalogue.models import Certificate, Product
from storefront.cms.models import Brand, HomePage, NewsPage, Page, StoreRoot
from storefront.order.models import Milestone
from themes.engine import contract

ON_TIME_DAYS = 90
ON_TIME_LEAST = 5
# Among so many a shelf looks for different families.
SHELF_LOOK = 400


@dataclass(frozen=True, kw_only=True, slots=True)
class BrandValues:
    """The brand as plain values; ``answers`` are those to the theme's questions."""

    answers: dict[str, str]
    tagline: str = ""
    logo: contract.Picture | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """What a store's pages share in one language. Addresses are paths on the store's host."""

    home_url: str
    brand: BrandValues
    menu: tuple[contract.MenuItem, ...] = ()
    footer: tuple[contract.FooterColumn, ...] = ()
    legal: tuple[contract.Link, ...] = ()
    products_url: str = ""
    quick_order_url: str = ""
    quote_url: str = ""
    contact_url: str = ""

    def with_brand(self, brand: BrandValues) -> "Frame":
        """The same frame under another brand record."""
        return replace(self, brand=brand)


def frame(factory, language: str) -> Frame:
    """Menus, footer and brand of a store in a language: three queries, five with a logo."""
    home = home_page(factory, language)
    brand = brand_values(Brand.objects.select_related("logo").first())
    if home is None:
        return Frame(home_url=f"/{language}/", brand=brand)
    columns = list(home.footer.raw_data)
    linked = {link["page"] for column in columns for link in _links(column) if link.get("page")}
    pages = {
        row["pk"]: row
        for row in Page.objects.filter(live=True)
        .filter(Q(path__startswith=home.path, depth=home.depth + 1) | Q(pk__in=linked, live=True))
        .order_by("path")
        .values("pk", "title", "slug", "url_path", "path", "depth", "show_in_menus")
    }
    addresses = {pk: _path(row["url_path"]) for pk, row in pages.items()}
    own = [row for row in pages.values() if row["path"].startswith(home.path)]
    return Frame(
        home_url=f"/{language}/",
        brand=brand,
        menu=tuple(
            contract.MenuItem(text=row["title"], url=addresses[row["pk"]])
            for row in own
            if row["show_in_menus"] and row["depth"] == home.depth + 1
        ),
        footer=tuple(
            contract.FooterColumn(
                heading=column["value"]["heading"], links=_resolved(column, addresses)
            )
            for column in columns
            if column["type"] == "column"
        ),
        legal=tuple(
            link
            for column in columns
            if column["type"] == "legal"
            for link in _resolved(column, addresses)
        ),
        **_well_known(own),
    )


def _well_known(rows: list[dict]) -> dict[str, str]:
    """The pages that the header and buttons lead to, found by the slug they were launched with."""
    names = {
        "products": "products_url",
        "quick-order": "quick_order_url",
        "request-a-quote": "quote_url",
        "contact": "contact_url",
    }
    return {names[row["slug"]]: _path(row["url_path"]) for row in rows if row["slug"] in names}


def _links(column: dict) -> list[dict]:
    return [unlisted(link) for link in column["value"].get("links", ())]


def unlisted(item):
    """A list block's item, which newer data wraps with its type and id."""
    return item["value"] if isinstance(item, dict) and item.get("type") == "item" else item


def _resolved(column: dict, addresses: dict[int, str]) -> tuple[contract.Link, ...]:
    found = (
        contract.Link(text=link["text"], url=addresses.get(link.get("page"), link.get("url") or ""))
        for link in _links(column)
    )
    return tuple(link for link in found if link.url)


def _path(url_path: str) -> str:
    return "/" + url_path.split("/", 2)[2]


def home_page(factory, language: str) -> HomePage | None:
    """The front page in a language; one query."""
    return HomePage.objects.filter(
        url_path=f"/{factory.slug}/{language}/", live=True, depth=3
    ).first()


def store_root(factory) -> StoreRoot:
    """The page above the factory's home pages."""
    return StoreRoot.objects.get(factory=factory)


def brand_values(brand: Brand | None) -> BrandValues:
    """A brand record as values; the theme's own look when there is none."""
    if brand is None:
        return BrandValues(answers={})
    logo = library.picture_for(brand.logo, sizes="12rem") if brand.logo else None
    return BrandValues(
        answers=brand.answers, tagline=brand.tagline, logo=_picture(logo) if logo else None
    )


def page_addresses(ids: Iterable[int], *, below: str) -> dict[int, str]:
    """Paths of live pages by id, those of this store only; one query."""
    wanted = {pk for pk in ids if pk}
    if not wanted:
        return {}
    rows = Page.objects.filter(pk__in=wanted, live=True, path__startswith=below[:8])
    return {pk: _path(url_path) for pk, url_path in rows.values_list("pk", "url_path")}


def translations(page: Page) -> dict[str, str]:
    """This page's path by language, where it is live; one query."""
    rows = Page.objects.filter(translation_key=page.translation_key, live=True)
    return {
        code: _path(url_path)
        for code, url_path in rows.values_list("locale__language_code", "url_path")
    }


def pictures(ids: Iterable[int], *, sizes: str) -> dict[int, contract.Picture]:
    """Library pictures as the theme receives them, by id; two queries."""
    return {pk: _picture(found) for pk, found in library.pictures(ids, sizes=sizes).items()}


def picture(found: Picture, *, sizes: str) -> contract.Picture:
    """One library picture as the theme receives it."""
    return _picture(library.picture_for(found, sizes=sizes))


def _picture(sources) -> contract.Picture:
    return contract.Picture(**asdict(sources))


def shelf_ids(*, source: str, count: int, category_path: str = "") -> list[int]:
    """The SKUs of a shelf that is not chosen by hand, of as many families as can be; one query."""
    products = Product.objects.filter(is_public=True).exclude(structure="parent")
    if source == "in stock":
        products = products.filter(item__lots__status="available").annotate(
            free=Sum(F("item__lots__balances__on_hand") - F("item__lots__balances__reserved"))
        )
        products = products.filter(free__gte=F("moq")).order_by("-free", "upc")
    elif source == "category" and category_path:
        products = products.filter(
            Q(categories__path__startswith=category_path)
            | Q(parent__categories__path__startswith=category_path)
        )
        products = products.order_by("upc").distinct()
    else:
        products = products.order_by("-date_created", "-pk")
    rows = products.values_list("pk", Coalesce("parent_id", "pk"))[:SHELF_LOOK]
    return _mixed(rows)[:count]


def _mixed(rows: Iterable[tuple[int, int]]) -> list[int]:
    """SKUs with their families, so ordered that each family shows one before any shows another."""
    turns: Counter[int] = Counter()
    ranked = []
    for place, (pk, family) in enumerate(rows):
        ranked.append((turns[family], place, pk))
        turns[family] += 1
    return [pk for _turn, _place, pk in sorted(ranked)]


def company_certificates(today: date) -> tuple[contract.Certificate, ...]:
    """The factory's certificates that hold today; one query."""
    rows = Certificate.objects.filter(Q(expires__isnull=True) | Q(expires__gte=today))
    return tuple(certificate(row, today) for row in rows)


def certificate(row: Certificate, today: date) -> contract.Certificate:
    """A certificate in the visitor's words; one that ends within 60 days says so."""
    return contract.Certificate(
        standard=row.standard,
        number=row.number,
        holder=row.holder,
        scope=row.scope,
        issuer=row.issued_by,
        issued=formats.day(row.issued) if row.issued else "",
        expires=formats.day(row.expires) if row.expires else "",
        expires_soon=bool(row.expires and row.expires - today <= timedelta(days=60)),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Live:
    """What is true in the factory now; None where there is nothing honest to say."""

    in_stock: int
    next_free_day: date | None
    on_time_percent: int | None


def live(today: date) -> Live:
    """SKUs in stock, the first day with free machine time, deliveries on time; three queries."""
    in_stock = (
        Balance.objects.filter(lot__status="available", on_hand__gt=F("reserved"))
        .filter(lot__item__products__is_public=True)
        .aggregate(found=Count("lot__item", distinct=True))["found"]
    )
    next_free = CapacityDay.objects.filter(
        day__gte=today, minutes_taken__lt=F("minutes_available")
    ).aggregate(first=Min("day"))["first"]
    shipped = Milestone.objects.filter(
        kind="shipped",
        planned_on__isnull=False,
        happened_at__date__gte=today - timedelta(days=ON_TIME_DAYS),
    ).aggregate(
        all=Count("pk"), punctual=Count("pk", filter=Q(happened_at__date__lte=F("planned_on")))
    )
    enough = shipped["all"] >= ON_TIME_LEAST
    return Live(
        in_stock=in_stock,
        next_free_day=next_free,
        on_time_percent=round(100 * shipped["punctual"] / shipped["all"]) if enough else None,
    )


def news(*, below: str, count: int, before: int = 0) -> list[NewsPage]:
    """The newest live posts below a path in the tree; one query."""
    posts = NewsPage.objects.filter(live=True, path__startswith=below).order_by("-date", "-pk")
    return list(posts[before : before + count])

"""Category, search and product pages."""

import json

from django.http import Http404, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from storefront.catalogue import queries as catalogue
from storefront.catalogue.models import Product
from storefront.pages.asking import buying
from storefront.pages.cards import tiles
from storefront.pages.listing import Wish, listing
from storefront.pages.product import product_page, quantity_asked
from storefront.search import queries as search_queries
from storefront.shell import frame, shell_for
from themes.engine.contract import CategoryPage, Link, Meta, SearchPage
from themes.engine.render import page_response


@require_safe
def category(request, slug: str):
    """A category with its children and products."""
    branch = catalogue.branch(slug)
    if branch is None:
        raise Http404
    look = frame().look
    wish = Wish.read(request, view="table" if look.shelf == "table" else "grid")
    found = listing(
        lambda: catalogue.standing_in(catalogue.at_and_below(branch)),
        wish=wish,
        buying=buying(request),
        name=f"category-{branch.id}",
    )
    page = CategoryPage(
        title=branch.name,
        crumbs=crumbs(branch),
        listing=found,
        intro=branch.description,
        children=tiles(catalogue.children(branch)),
    )
    meta = Meta(
        title=branch.name,
        description=branch.description[:300],
        index=not wish.chosen and wish.sort == "best",
    )
    return page_response(request, page=page, shell=shell_for(request, meta=meta))


@require_safe
def search(request):
    """Search: an exact part number goes straight to its product."""
    wish = Wish.read(request)
    first_look = wish.query and "page" not in request.GET and not wish.chosen
    if first_look and (slug := search_queries.exact(wish.query)):
        return HttpResponseRedirect(reverse("product", args=[slug]))
    order = search_queries.find(wish.query)

    def products():
        return Product.objects.filter(pk__in=order) if wish.query else catalogue.orderable()

    name = f"search {wish.query}"
    found = listing(products, wish=wish, buying=buying(request), order=order, name=name)
    results = _("Results for “%(query)s”") % {"query": wish.query}
    title = results if wish.query else _("All products")
    shared = frame()
    page = SearchPage(
        title=title,
        query=wish.query,
        listing=found,
        suggestions=() if found.cards else shared.categories[:6],
        enquiry_url=shared.enquiry_url,
    )
    shell = shell_for(request, meta=Meta(title=title, index=False), search_query=wish.query)
    return page_response(request, page=page, shell=shell)


@require_safe
def product(request, slug: str):
    """A SKU with price and date for the quantity in the address."""
    sheet = catalogue.sheet(slug)
    if sheet is None:
        return _moved(slug)
    asked = quantity_asked(request.GET.get("quantity"), sheet.sku)
    page = product_page(
        sheet, asked=asked, buying=buying(request), crumbs=_product_crumbs(sheet), frame=frame()
    )
    shown = page.pictures[0] if page.pictures else None
    meta = Meta(
        title=f"{page.title} · {page.sku}",
        description=page.summary[:300],
        image_url=shown.src if shown else "",
        json_ld=_linked_data(page, sheet, address=frame().absolute(request.path)),
    )
    return page_response(request, page=page, shell=shell_for(request, meta=meta))


def _moved(slug: str):
    """A family's address leads to its first SKU, one in other letters to the right one."""
    family = Product.objects.filter(slug=slug, structure=Product.PARENT).first()
    one = family and catalogue.orderable().filter(parent=family).order_by("upc").first()
    one = one or catalogue.orderable().filter(slug__iexact=slug).exclude(slug=slug).first()
    if one is None:
        raise Http404
    return HttpResponsePermanentRedirect(reverse("product", args=[one.slug]))


def crumbs(branch: catalogue.Branch | None) -> tuple[Link, ...]:
    """The way from the range to a category."""
    way = catalogue.line_to(branch) if branch else ()
    return (
        Link(text=_("Products"), url=frame().products_url),
        *(Link(text=one.name, url=reverse("category", args=[one.slug])) for one in way),
    )


def _product_crumbs(sheet: catalogue.Sheet) -> tuple[Link, ...]:
    placed = [one for one in catalogue.branches() if one.id in sheet.branch_ids]
    deepest = max(placed, key=lambda one: len(one.path), default=None)
    return (
        *crumbs(deepest),
        Link(text=sheet.sku.sku, url=reverse("product", args=[sheet.sku.slug]), current=True),
    )


def _linked_data(page, sheet: catalogue.Sheet, *, address: str) -> str:
    """schema.org: the product and, where there is a public price, its offer."""
    data = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": page.title,
        "sku": page.sku,
        "description": page.summary,
        "url": address,
    }
    if sheet.gtin:
        data["gtin"] = sheet.gtin
    if sheet.sku.material:
        data["material"] = sheet.sku.material
    # A closing tag inside the text would end the element that carries it.
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")

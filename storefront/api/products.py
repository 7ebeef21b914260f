"""Products, and what a quantity of one costs and when it is ready."""

from datetime import date
from decimal import Decimal
from typing import Literal

from django.http import HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from ninja import Query, Router, Schema, Status
from pydantic import ConfigDict, Field

from factory_portal.production.wording import explain_refusal
from sites.tenancy.hosts import store_address
from storefront.basket.quoting import Ask, answer, from_prices, on_sale
from storefront.catalogue import queries as catalogue
from storefront.pages.asking import buying

router = Router(tags=["products"])

MOST_PER_PAGE = 200


class ProductOut(Schema):
    """A SKU that can be ordered."""

    sku: str
    title: str
    url: str
    unit: str = Field(description="UN/ECE Recommendation 20")
    minimum_quantity: int
    order_multiple: int
    from_price: Decimal | None = Field(description="The lowest unit price, at the last break")
    currency: str | None


class ProductsOut(Schema):
    """A page of products."""

    items: list[ProductOut]
    count: int
    page: int
    pages: int


class PartOut(Schema):
    """A part of the quantity, ready on a day, from one source."""

    quantity: int
    ready_on: date
    source: Literal["stock", "planned", "production"]


class PromiseOut(Schema):
    """Price and date for a quantity. The date holds for an order placed now."""

    sku: str
    quantity: int
    ready_on: date
    parts: list[PartOut]
    unit_price: Decimal
    total: Decimal
    currency: str


class Problem(Schema):
    """Why there is no answer."""

    detail: str


class QuantityProblem(Problem):
    """A quantity that cannot be ordered, with the nearest that can."""

    quantity: int
    minimum: int
    multiple: int
    nearest: list[int]


class PageQuery(Schema):
    """Which page."""

    model_config = ConfigDict(extra="ignore")

    page: int = Field(1, ge=1, le=10_000)
    per_page: int = Field(50, ge=1, le=MOST_PER_PAGE)


@router.get("/", response=ProductsOut, operation_id="list_products", summary="Products")
def list_products(request, response: HttpResponse, query: Query[PageQuery]):
    """All products that can be ordered, by part number."""
    _keep_own_prices_apart(request, response)
    found = catalogue.orderable().order_by("upc")
    count = found.count()
    first = (query.page - 1) * query.per_page
    ids = list(found.values_list("pk", flat=True)[first : first + query.per_page])
    known = catalogue.skus(ids)
    prices = from_prices(on_sale(ids), buying=buying(request))
    origin = store_address(request.factory, "")
    return {
        "items": [_product(known[pk], prices.get(pk), origin) for pk in ids],
        "count": count,
        "page": query.page,
        "pages": -(-count // query.per_page),
    }


@router.get(
    "/{sku}/promise",
    response={200: PromiseOut, 404: Problem, 409: Problem, 422: QuantityProblem | Problem},
    operation_id="promise",
    summary="Price and ready date of a quantity",
)
def promise(request, response: HttpResponse, sku: str, quantity: int = Query(..., ge=1, le=10**9)):
    """What the quantity costs and when it is ready, in parts by source."""
    _keep_own_prices_apart(request, response)
    product_id = catalogue.by_part_numbers([sku]).get(sku.strip().upper())
    if product_id is None:
        return Status(404, {"detail": "There is no product with this SKU."})
    one = catalogue.skus([product_id])[product_id]
    found = answer(
        Ask(product_id=one.id, item_id=one.item_id, quantity=quantity),
        buying=buying(request),
    )
    if found.refused:
        return Status(422, _refused(one, found.refused))
    if found.price is None:
        return Status(409, {"detail": "The price of this product is on request."})
    if found.promise is None:
        why = explain_refusal(found.cannot) if found.cannot else "No date can be given."
        return Status(409, {"detail": str(why)})
    return {
        "sku": one.sku,
        "quantity": quantity,
        "ready_on": found.promise.ready_on,
        "parts": found.parts,
        "unit_price": found.price.amount,
        "total": found.price.line_total,
        "currency": found.price.currency,
    }


def _keep_own_prices_apart(request, response: HttpResponse) -> None:
    """A buyer's prices are the company's own: nobody between may keep or hand them on."""
    patch_vary_headers(response, ["Cookie"])
    if request.carried.owner:
        patch_cache_control(response, private=True, no_store=True)


def _product(one: catalogue.Sku, price, origin: str) -> dict:
    return {
        "sku": one.sku,
        "title": one.title,
        "url": origin + reverse("product", args=[one.slug]),
        "unit": one.unit,
        "minimum_quantity": one.moq,
        "order_multiple": one.multiple,
        "from_price": price.amount if price else None,
        "currency": price.currency if price else None,
    }


def _refused(one: catalogue.Sku, refused) -> dict:
    if refused.quantity < one.moq:
        detail = f"The minimum is {one.moq}."
    else:
        detail = f"The quantity must be a multiple of {one.multiple}."
    return {
        "detail": detail,
        "quantity": refused.quantity,
        "minimum": refused.minimum,
        "multiple": refused.multiple,
        "nearest": list(refused.nearest),
    }

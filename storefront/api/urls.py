"""The public API, described at ``openapi.json``."""

from ninja import NinjaAPI

from storefront.api.products import router

api = NinjaAPI(
    title="Store API",
    version="1",
    description="Products of this store, with price and ready date for a quantity.",
    docs_url=None,
    urls_namespace="api-v1",
)
api.add_router("/products", router)

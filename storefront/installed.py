"""The store's apps and Oscar's settings: plain constants for ``sites.config.settings``."""

from oscar import defaults

STORE_APPS = [
    "storefront.shop.Shop",
    "storefront.shop.DashboardStub",
    "storefront.address.apps.AddressConfig",
    "storefront.analytics.apps.AnalyticsConfig",
    "storefront.catalogue.apps.CatalogueConfig",
    "storefront.partner.apps.PartnerConfig",
    "storefront.shipping.apps.ShippingConfig",
    "storefront.offer.apps.OfferConfig",
    "storefront.voucher.apps.VoucherConfig",
    "storefront.basket.apps.BasketConfig",
    "storefront.customer.apps.CustomerConfig",
    "storefront.communication.apps.CommunicationConfig",
    "storefront.payment.apps.PaymentConfig",
    "storefront.order.apps.OrderConfig",
    "storefront.checkout.apps.CheckoutConfig",
    "storefront.search.apps.SearchConfig",
    "storefront.wishlists.apps.WishlistsConfig",
]

# Lines of an order follow the order: both know the same states.
ORDER_STATUSES = {
    "placed": ("in production", "ready", "shipped", "cancelled"),
    "in production": ("ready", "shipped", "cancelled"),
    "ready": ("shipped", "cancelled"),
    "shipped": ("delivered",),
    "delivered": (),
    "cancelled": (),
}

OSCAR = {name: getattr(defaults, name) for name in dir(defaults) if name.startswith("OSCAR_")} | {
    "OSCAR_SHOP_NAME": "Millfront",
    "OSCAR_HOMEPAGE": "/",
    "OSCAR_DEFAULT_CURRENCY": "USD",
    "OSCAR_ALLOW_ANON_CHECKOUT": True,
    "OSCAR_SLUG_ALLOW_UNICODE": True,
    "OSCAR_DELETE_IMAGE_FILES": False,
    "OSCAR_EAGER_ALERTS": False,
    "OSCAR_REQUIRED_ADDRESS_FIELDS": ("line1", "line4", "country"),
    "OSCAR_INITIAL_ORDER_STATUS": "placed",
    "OSCAR_INITIAL_LINE_STATUS": "placed",
    "OSCAR_ORDER_STATUS_PIPELINE": ORDER_STATUSES,
    "OSCAR_LINE_STATUS_PIPELINE": ORDER_STATUSES,
}

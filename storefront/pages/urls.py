"""The store's own addresses, below the language."""

from django.urls import path

from storefront.pages import account, basket, catalogue, checkout, order

urlpatterns = [
    path("c/<str:slug>/", catalogue.category, name="category"),
    path("p/<str:slug>/", catalogue.product, name="product"),
    path("search/", catalogue.search, name="search"),
    path("basket/", basket.basket, name="basket"),
    path("basket/add/", basket.add, name="basket_add"),
    path("basket/update/", basket.update, name="basket_update"),
    path("basket/remove/<int:line_id>/", basket.remove, name="basket_remove"),
    path("basket/paste/", basket.paste, name="basket_paste"),
    path("basket/take/", basket.take, name="basket_take"),
    path("basket/quick-order/", basket.quick_order, name="quick_order"),
    path("checkout/contact/", checkout.contact, name="checkout_contact"),
    path("checkout/delivery/", checkout.delivery, name="checkout_delivery"),
    path("checkout/payment/", checkout.payment, name="checkout_payment"),
    path("checkout/review/", checkout.review, name="checkout_review"),
    path("checkout/place/", checkout.place, name="checkout_place"),
    path("orders/<str:number>/", order.order, name="order"),
    path("orders/<str:number>/again/", order.reorder, name="order_reorder"),
    path("account/", account.order_list, name="account_orders"),
    path("account/profile/", account.profile, name="account_profile"),
    path("account/sign-in/", account.login, name="account_login"),
    path("account/sign-out/", account.logout, name="account_logout"),
    path("account/register/", account.register, name="account_register"),
    path("account/forgotten/", account.reset, name="account_reset"),
    path("account/new-password/<str:uid>/<str:token>/", account.new_password, name="account_new"),
]

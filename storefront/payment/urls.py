"""Addresses of paying, on a store's host."""

from django.urls import path

from storefront.payment import views

app_name = "payments"

urlpatterns = [
    path("card/<int:instalment_id>/", views.pay_by_card, name="card"),
    path("stripe/", views.stripe_message, name="stripe"),
]

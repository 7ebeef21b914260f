"""Addresses of papers, on a store's host."""

from django.urls import path

from factory_portal.documents import views

urlpatterns = [
    path("proforma/<str:number>/", views.proforma, name="order_proforma"),
    path("<int:document_id>/", views.document, name="trade_document"),
]

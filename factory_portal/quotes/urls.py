from django.urls import path

from factory_portal.quotes import views

urlpatterns = [
    path("", views.enquiry, name="enquiry"),
    path("<str:access_key>/", views.thanks, name="enquiry_thanks"),
]

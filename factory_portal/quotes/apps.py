from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuotesConfig(AppConfig):
    name = "factory_portal.quotes"
    label = "quotes"
    verbose_name = _("Enquiries")

    def ready(self):
        from factory_portal.quotes import views
        from storefront.cms import forms

        forms.register("quote", views.quote_page)
        forms.register("contact", views.contact_page)

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FactoryOrdersConfig(AppConfig):
    name = "factory_portal.orders"
    label = "factory_orders"
    verbose_name = _("Orders in the factory")

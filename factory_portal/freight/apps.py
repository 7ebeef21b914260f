"""Freight: what it costs and how long it takes to get there."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FreightConfig(AppConfig):
    name = "factory_portal.freight"
    label = "freight"
    verbose_name = _("Freight")

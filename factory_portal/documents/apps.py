"""Papers that go with an order."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    name = "factory_portal.documents"
    label = "documents"
    verbose_name = _("Trade documents")

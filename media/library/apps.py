from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "media.library"
    label = "library"
    verbose_name = _("Pictures and documents")
    default_auto_field = "django.db.models.BigAutoField"

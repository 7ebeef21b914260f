"""Django's entry to the theme engine."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ThemesConfig(AppConfig):
    """Template tags and packs; there are no tables."""

    name = "themes.engine"
    label = "themes"
    verbose_name = _("Themes")

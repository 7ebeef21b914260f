"""Panels for fields that exist once per language: only the store's own languages are shown."""

from django.conf import settings
from django.utils.text import capfirst
from modeltranslation.utils import build_localized_fieldname
from wagtail.admin.panels import FieldPanel

from sites.tenancy.scope import current_factory
from storefront import formats


class LanguagePanel(FieldPanel):
    """A translated field in one language; hidden in stores that do not speak it."""

    def __init__(self, field_name, *, language: str, **kwargs):
        super().__init__(field_name, **kwargs)
        self.language = language

    def clone_kwargs(self):
        return super().clone_kwargs() | {"language": self.language}

    class BoundPanel(FieldPanel.BoundPanel):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            factory = current_factory()
            self._spoken = factory is None or self.panel.language in factory.languages
            if self.bound_field is not None:
                base = self.instance._meta.get_field(self.field_name).verbose_name
                self.heading = capfirst(str(base))

        def is_shown(self):
            return self._spoken and super().is_shown()


def in_languages(name: str, **kwargs) -> list[LanguagePanel]:
    """The panels of a translated field, one per language of the platform."""
    return [
        LanguagePanel(
            build_localized_fieldname(name, code),
            language=code,
            heading=f"{name.replace('_', ' ')} · {formats.language_name(code)}",
            **kwargs,
        )
        for code, _label in settings.LANGUAGES
    ]

"""Translated columns inside the database: the visitor's language, else the factory's own."""

from django.conf import settings
from django.db.models import F, TextField, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import get_language
from modeltranslation.utils import build_localized_fieldname

from sites.tenancy.scope import current_factory


def languages(*, source_only: bool = False) -> list[str]:
    """The order in which a text's languages are tried: the visitor's, then the factory's own."""
    factory = current_factory()
    source = factory.source_language if factory else settings.LANGUAGE_CODE
    asked = source if source_only else get_language() or source
    return list(dict.fromkeys([asked, source, *settings.MODELTRANSLATION_FALLBACK_LANGUAGES]))


def text(field: str, *, path: str = "", source_only: bool = False) -> Coalesce:
    """The field's text in the first language that has one; ``path`` leads to its model.

    ``source_only`` leaves the visitor's language out: a wording that is the same for everyone.
    """
    columns = [
        NullIf(F(path + build_localized_fieldname(field, one)), Value(""), output_field=TextField())
        for one in languages(source_only=source_only)
    ]
    return Coalesce(*columns, Value(""), output_field=TextField())

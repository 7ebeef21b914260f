"""The factory's words in its languages, for the translated columns of the catalogue."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from modeltranslation.utils import build_localized_fieldname

from sites.launch.reading.rows import Translation, Variant

COMMA = {"ar": "، ", "zh-hans": "，"}


@dataclass(frozen=True, slots=True)
class Words:
    """Translations by entity, key, field and language; the source language is always there."""

    source: str
    languages: tuple[str, ...]
    texts: Mapping[tuple[str, str, str, str], str]

    @classmethod
    def of(cls, rows: Iterable[Translation], *, source: str, languages: Iterable[str]) -> "Words":
        return cls(
            source,
            tuple(dict.fromkeys([source, *languages])),
            {(row.entity, row.key, row.field, row.language): row.text for row in rows},
        )

    def text(self, entity: str, key: str, field: str, language: str) -> str:
        return self.texts.get((entity, key, field, language), "")

    def columns(
        self, column: str, *, entity: str, key: str, field: str, own: str
    ) -> dict[str, str]:
        """Each language's column; the factory's own text stands in the source language's."""
        texts = {language: self.text(entity, key, field, language) for language in self.languages}
        texts[self.source] = texts[self.source] or own
        return localized(column, texts)

    def value(self, value: str, language: str) -> str:
        """An option's or attribute's value; what has no words in it is the same everywhere."""
        return self.text("option_value", value, "name", language) or value

    def choice(self, axis: str, value: str, language: str) -> str:
        """A chosen value that speaks for itself: a bare number says what it counts."""
        if not value.isdigit():
            return self.value(value, language)
        names = (self.text(entity, axis, "name", language) for entity in ("option", "attribute"))
        return f"{next(filter(None, names), axis)} {value}"

    def value_columns(self, column: str, value: str) -> dict[str, str]:
        texts = {
            language: self.text("option_value", value, "name", language)
            for language in self.languages
        }
        texts[self.source] = texts[self.source] or value
        return localized(column, texts)

    def variant_titles(self, variant: Variant, family_title: str) -> dict[str, str]:
        """A SKU's title: its own name, elsewhere its family's with what sets it apart."""
        titles = {}
        for language in self.languages:
            title = self.text("product", variant.family, "title", language) or family_title
            apart = [self.choice(axis, value, language) for axis, value in variant.options]
            titles[language] = COMMA.get(language, ", ").join([title, *apart])
        titles[self.source] = variant.name or titles[self.source]
        return titles


def localized(column: str, texts: Mapping[str, str]) -> dict[str, str]:
    """{'title_en': …, 'title_zh_hans': …} of the languages that have a text."""
    return {
        build_localized_fieldname(column, language): text
        for language, text in texts.items()
        if text
    }

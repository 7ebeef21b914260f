"""Every text of the interface can be read in every language that a store may speak."""

import re
from gettext import GNUTranslations

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import to_locale

from tests.architecture.messages import messages_of_the_code
from tests.architecture.tree import files, shown

LANGUAGES = [code for code, _name in settings.LANGUAGES if code != "en"]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def catalogues(language: str):
    """Our own catalogues of a language."""
    for file in files("django.po"):
        if file.parts[-3] == to_locale(language):
            with file.open("rb") as source:
                yield file, read_po(source, locale=to_locale(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language):
    translated = {
        (message.context, message.id if isinstance(message.id, str) else message.id[0])
        for _file, catalogue in catalogues(language)
        for message in catalogue
        if message.id
        and not message.fuzzy
        and (all(message.string) if isinstance(message.string, tuple | list) else message.string)
    }
    missing = [
        f"{text!r} in {place}"
        for (context, text), place in messages_of_the_code().items()
        if (context, text) not in translated
    ]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_survive_translation(language):
    broken = []
    for file, catalogue in catalogues(language):
        for message in catalogue:
            if not message.id or not message.string:
                continue
            plural = not isinstance(message.id, str)
            source = message.id[-1] if plural else message.id
            for text in message.string if plural else [message.string]:
                lost = set(PLACEHOLDER.findall(source)) ^ set(PLACEHOLDER.findall(text))
                # A singular or dual form may say its number in words.
                if lost and not plural:
                    broken.append(f"{shown(file)}: {source!r} loses {sorted(lost)}")
    assert broken == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_was_written(language):
    """Stores read the compiled file; the written one alone changes nothing."""
    stale = []
    for file, catalogue in catalogues(language):
        with file.with_suffix(".mo").open("rb") as compiled:
            known = GNUTranslations(compiled)
        stale += [
            message.id
            for message in catalogue
            if isinstance(message.id, str)
            and message.id
            and message.string
            and not message.fuzzy
            and message.context is None
            and known.gettext(message.id) != message.string
        ]
    assert stale == []

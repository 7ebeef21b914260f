"""The texts of the interface, as they stand in the code."""

import io
from collections.abc import Iterator

from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

from tests.architecture.tree import files, python_files

# What marks a text, and which of its arguments are texts.
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
Message = tuple[str | None, str]


def messages_of_the_code() -> dict[Message, str]:
    """Every (context, text) in Python and templates, with a place where it stands."""
    found: dict[Message, str] = {}
    for file in python_files():
        for message in _messages(file.read_bytes()):
            found.setdefault(message, file.name)
    for pattern in ("*.html", "*.txt"):
        for file in files(pattern):
            if "templates" in file.parts or "packs" in file.parts:
                source = templatize(file.read_text(encoding="utf-8"), origin=str(file))
                # Python's tokenizer reads it; what was HTML must not look like indentation.
                level = "\n".join(line.lstrip() for line in source.splitlines())
                for message in _messages(level.encode()):
                    found.setdefault(message, file.name)
    return found


def _messages(source: bytes) -> Iterator[Message]:
    for _line, function, texts, _comments in extract_python(
        io.BytesIO(source), KEYWORDS.keys(), [], {"encoding": "utf-8"}
    ):
        texts = texts if isinstance(texts, tuple) else (texts,)
        context = texts[0] if "pgettext" in function else None
        text = texts[1] if "pgettext" in function and len(texts) > 1 else texts[0]
        if text:
            yield context, text

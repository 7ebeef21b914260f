"""What is wrong with a file, in words its sender understands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


def gettext_noop(text: str) -> str:
    """Mark a message for translation; the edge translates it with its parameters."""
    return text


class Word(str):
    """A parameter of a message that is our word, not the sender's: translated like the message."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """One fault: where it is, and a message template with its parameters.

    A complaint that does not block is a notice: the row is kept as the message says.
    """

    file: str
    rows: tuple[int, ...] = ()
    column: str = ""
    template: str
    params: Mapping[str, object] = field(default_factory=dict)
    blocks: bool = True

    @property
    def row(self) -> int | None:
        return self.rows[0] if self.rows else None

    @property
    def message(self) -> str:
        return self.template % self.params

    def __str__(self) -> str:
        return f"{self.file}: {self.message}"


class Complaints:
    """The complaints of one reading, in the order they were found."""

    def __init__(self) -> None:
        self.found: list[Complaint] = []

    def add(
        self,
        file: str,
        template: str,
        *,
        rows: Iterable[int] = (),
        column: str = "",
        blocks: bool = True,
        **params: Any,
    ) -> None:
        rows = tuple(rows)
        params = {"row": rows[0] if rows else "", "column": column, **params}
        self.found.append(
            Complaint(
                file=file, rows=rows, column=column, template=template, params=params, blocks=blocks
            )
        )

    @property
    def blocking(self) -> bool:
        return any(complaint.blocks for complaint in self.found)


class Unreadable(Exception):
    """A file of which nothing can be used; carries its one complaint."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(str(complaint))
        self.complaint = complaint


def unreadable(
    file: str, template: str, *, rows: Iterable[int] = (), column: str = "", **params: Any
) -> Unreadable:
    """The exception for a file that cannot be used at all."""
    notes = Complaints()
    notes.add(file, template, rows=rows, column=column, **params)
    return Unreadable(notes.found[0])

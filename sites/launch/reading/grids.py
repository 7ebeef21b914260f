"""Bytes into rows of cells, guarding against what an uploaded file can do.

Sizes are limited before anything is unpacked, formulas are never evaluated, and a file that is
not what its name says is named for what it is.
"""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from sites.launch.reading.complaints import Unreadable, Word, gettext_noop, unreadable
from sites.launch.reading.values import Cell, text_of

MAX_FILE_BYTES = 32 * 1024 * 1024
MAX_UNPACKED_BYTES = 256 * 1024 * 1024
MAX_PACKING_RATIO = 200
MAX_MEMBERS = 2_000
MAX_ROWS = 200_000
MAX_COLUMNS = 500
MAX_CELL = 5_000
MAX_BODY_CELL = 50_000
"""Descriptions in HTML are longer than any other cell."""

# The standard reader stops at 131,072 characters without saying which cell; we count ourselves.
csv.field_size_limit(MAX_FILE_BYTES)

SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"\xd0\xcf\x11\xe0", Word(gettext_noop("old Excel (.xls) or password-protected workbook"))),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"<!DOCTYPE", Word(gettext_noop("web page"))),
    (b"<html", Word(gettext_noop("web page"))),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it arrived: its name and its bytes."""

    name: str
    content: bytes

    @classmethod
    def at(cls, path: Path) -> "Source":
        if path.stat().st_size > MAX_FILE_BYTES:
            raise too_large(path.name, path.stat().st_size)
        return cls(path.name, path.read_bytes())


@dataclass(frozen=True, slots=True)
class Grid:
    """A CSV file or one sheet of a workbook. The first row is number 1."""

    file: str
    sheet: str
    rows: Sequence[tuple[Cell, ...]]
    formulas: frozenset[tuple[int, int]] = frozenset()
    """Row number and column index of formulas without a stored value."""
    line_numbers: Sequence[int] = ()
    """Where each row begins in the file, when that differs from its position."""
    ragged: bool = False
    """Rows may honestly be shorter than the header, as in a workbook."""

    @property
    def place(self) -> str:
        return f"{self.file}, {self.sheet}" if self.sheet else self.file

    def line(self, index: int) -> int:
        return self.line_numbers[index] if self.line_numbers else index + 1


def too_large(name: str, size: int) -> Unreadable:
    return unreadable(
        name,
        gettext_noop("The file has %(size)d MB; at most %(limit)d MB are allowed."),
        size=-(-size // 1024**2),
        limit=MAX_FILE_BYTES // 1024**2,
    )


def checked(source: Source) -> Source:
    """The same source, or the exception that says why it is not read."""
    if not source.content:
        raise unreadable(source.name, gettext_noop("The file is empty (0 bytes)."))
    if len(source.content) > MAX_FILE_BYTES:
        raise too_large(source.name, len(source.content))
    head = source.content[:16].lstrip()
    kind = next((kind for start, kind in SIGNATURES if head.startswith(start)), None)
    suffix = Path(source.name).suffix.lower()
    if kind is None and suffix == ".xlsx" and not head.startswith(b"PK"):
        kind = Word(gettext_noop("text file"))
    if kind is None and suffix == ".csv" and head.startswith(b"PK"):
        kind = Word(gettext_noop("workbook or ZIP archive"))
    if kind:
        raise unreadable(
            source.name,
            gettext_noop("This file is named %(suffix)s but its content is a %(kind)s."),
            suffix=suffix or source.name,
            kind=kind,
        )
    return source


def oversized_cell(file: str, row: int, column: str, length: int) -> Unreadable:
    return unreadable(
        file,
        gettext_noop(
            "Row %(row)d: the %(label)s holds %(length)s characters; at most %(limit)s are "
            "allowed. The file was not read further."
        ),
        rows=[row],
        column=column,
        label=column.lower() if column else Word(gettext_noop("cell")),
        length=f"{length:,}",
        limit=f"{limit_for(column):,}",
    )


def limit_for(column: str) -> int:
    return MAX_BODY_CELL if "body" in column.lower() or "html" in column.lower() else MAX_CELL


def too_many_rows(file: str) -> Unreadable:
    return unreadable(
        file, gettext_noop("The file has more than %(limit)s rows."), limit=f"{MAX_ROWS:,}"
    )


def too_many_columns(file: str, row: int) -> Unreadable:
    return unreadable(
        file,
        gettext_noop("Row %(row)d has more than %(limit)d cells."),
        rows=[row],
        limit=MAX_COLUMNS,
    )


def decoded(source: Source, encoding: str = "") -> str:
    """The text of a CSV file: the encoding it is said to have, or UTF-8."""
    try:
        return source.content.decode(encoding or "utf-8-sig")
    except (UnicodeDecodeError, LookupError) as error:
        if not isinstance(error, UnicodeDecodeError):
            raise unreadable(
                source.name,
                gettext_noop('The encoding "%(encoding)s" is not known.'),
                encoding=encoding,
            ) from None
        before = source.content[: error.start]
        line = before.count(b"\n") + 1
        row_start = before.rfind(b"\n") + 1
        names = source.content.split(b"\n", 1)[0].decode("utf-8", "replace").lstrip("\ufeff")
        header = next(csv.reader([names.strip()], delimiter=delimiter_of(names)), [])
        index = source.content[row_start : error.start].count(delimiter_of(names).encode())
        mixed = gettext_noop(
            "The file is not valid %(encoding)s from line %(line)d (byte 0x%(byte)02X), and lines "
            "before it are %(encoding)s: please save it again as UTF-8."
        )
        plain = gettext_noop(
            "The file is not valid %(encoding)s from line %(line)d (byte 0x%(byte)02X): please "
            "save it again as UTF-8, or name its encoding in the mapping."
        )
        raise unreadable(
            source.name,
            plain if before.isascii() else mixed,
            rows=[line],
            column=header[index] if index < len(header) else "",
            encoding=(encoding or "UTF-8").upper().replace("-SIG", ""),
            line=line,
            byte=source.content[error.start],
        ) from None


def delimiter_of(text: str) -> str:
    """The mark that occurs most in the first line."""
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def csv_grid(source: Source, *, encoding: str = "", delimiter: str = "") -> Grid:
    """The rows of a CSV file."""
    checked(source)
    text = decoded(source, encoding)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or delimiter_of(text))
    header: list[str] = []
    rows: list[tuple[Cell, ...]] = []
    lines: list[int] = []
    try:
        before = 0
        for row in reader:
            line, before = before + 1, reader.line_num
            header = header or row
            for index, cell in enumerate(row):
                column = header[index].strip() if rows and index < len(header) else ""
                if len(cell) > limit_for(column):
                    raise oversized_cell(source.name, line, column, len(cell))
            if len(row) > MAX_COLUMNS:
                raise too_many_columns(source.name, line)
            rows.append(tuple(row))
            lines.append(line)
            if len(rows) > MAX_ROWS:
                raise too_many_rows(source.name)
    except csv.Error as error:
        raise unreadable(
            source.name,
            gettext_noop("Row %(row)d cannot be read as CSV: %(reason)s."),
            rows=[reader.line_num],
            reason=str(error),
        ) from None
    return Grid(source.name, "", rows, line_numbers=lines)


def check_archive(source: Source) -> None:
    """Refuse an archive that would unpack to far more than it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.content)) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile:
        raise broken_workbook(source.name) from None
    total = sum(member.file_size for member in members)
    bomb = total > MAX_UNPACKED_BYTES or len(members) > MAX_MEMBERS
    bomb = bomb or (total > 8 * 1024**2 and total > MAX_PACKING_RATIO * max(len(source.content), 1))
    if bomb:
        raise unreadable(
            source.name,
            gettext_noop(
                "The workbook unpacks to %(size)d MB, far more than it shows. It was not opened."
            ),
            size=total // 1024**2,
        )


def broken_workbook(name: str) -> Unreadable:
    return unreadable(name, gettext_noop("The workbook is damaged and cannot be opened."))


def workbook_grids(source: Source) -> list[Grid]:
    """Every sheet of a workbook. A formula gives its stored value or is reported, never run."""
    checked(source)
    check_archive(source)
    try:
        book = load_workbook(io.BytesIO(source.content), read_only=True, data_only=False)
        sheets = {ws.title: list(_sheet_rows(source.name, ws)) for ws in book.worksheets}
        formulas = {
            title: {
                (number, index)
                for number, row in enumerate(rows, 1)
                for index, (_, kind) in enumerate(row)
                if kind == "f"
            }
            for title, rows in sheets.items()
        }
        stored: dict[str, list[tuple[Cell, ...]]] = {}
        if any(formulas.values()):
            book = load_workbook(io.BytesIO(source.content), read_only=True, data_only=True)
            stored = {
                ws.title: [tuple(value for value, _ in row) for row in _sheet_rows(source.name, ws)]
                for ws in book.worksheets
            }
    except Unreadable:
        raise
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, SyntaxError, OSError):
        raise broken_workbook(source.name) from None
    grids = []
    for title, rows in sheets.items():
        missing = set()
        values = [tuple(value for value, _ in row) for row in rows]
        for number, index in formulas[title]:
            row = stored[title][number - 1] if number <= len(stored[title]) else ()
            value = row[index] if index < len(row) else None
            if value is None:
                missing.add((number, index))
            changed = list(values[number - 1])
            changed[index] = value
            values[number - 1] = tuple(changed)
        grids.append(Grid(source.name, title, values, frozenset(missing), ragged=True))
    return grids


def _sheet_rows(file: str, sheet: Any) -> Iterator[tuple[tuple[Cell, str], ...]]:
    """Rows as (value, type) pairs; empty rows at the end of the sheet are left off."""
    waiting = 0
    header: tuple[tuple[Cell, str], ...] = ()
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if number > MAX_ROWS:
            raise too_many_rows(file)
        if len(cells) > MAX_COLUMNS:
            raise too_many_columns(file, number)
        row = tuple((cell.value, getattr(cell, "data_type", "n")) for cell in cells)
        if all(value is None for value, _ in row):
            waiting += 1
            continue
        header = header or row
        for index, (value, _) in enumerate(row):
            if isinstance(value, str) and len(value) > MAX_CELL:
                column = text_of(header[index][0]) if index < len(header) else ""
                if len(value) > limit_for(column):
                    raise oversized_cell(file, number, column, len(value))
        for _ in range(waiting):
            yield ()
        waiting = 0
        yield row

"""Rows of cells into tables with known columns, and one row's cells into values.

Every kind of source ends here: a `Table` has a target (what it lists) and canonical column names,
and remembers how its sender called each column, so that a complaint uses the sender's words.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from sites.launch.reading import values
from sites.launch.reading.complaints import Complaints, Word, gettext_noop
from sites.launch.reading.grids import Grid
from sites.launch.reading.targets import canonical
from sites.launch.reading.texts import looks_like_formula, restore
from sites.launch.reading.values import OURS, Cell, Spelling, text_of

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Table:
    target: str
    file: str
    headers: Mapping[str, str]
    """Canonical column name to the header as written."""
    rows: tuple[tuple[int, Mapping[str, Cell]], ...]
    spelling: Spelling = OURS
    constants: Mapping[str, Cell] = field(default_factory=dict)
    """Values that hold for every row, such as a sheet's currency."""

    def lines(self, complaints: Complaints) -> Iterator["Line"]:
        for number, cells in self.rows:
            yield Line(self, number, {**self.constants, **cells}, complaints)


def column_key(header: Cell) -> str:
    """'Inner L x W x H cm' and 'inner_lxwxh_cm' are the same column."""
    text = (
        text_of(header).lower().replace(" x ", "x").replace("(rec 20)", "").replace("%", "percent")
    )
    return re.sub(r"[^\w]+", "_", text).strip("_")


class Line:
    """One row, read cell by cell; what cannot be read is complained about once."""

    def __init__(
        self, table: Table, number: int, cells: Mapping[str, Cell], complaints: Complaints
    ) -> None:
        self.table = table
        self.number = number
        self.cells = cells
        self.complaints = complaints
        self.sound = True

    def label(self, column: str) -> str:
        return self.table.headers.get(column, column)

    def complain(self, column: str, template: str, **params: Any) -> None:
        self.sound = False
        self.complaints.add(
            self.table.file, template, rows=[self.number], column=self.label(column), **params
        )

    def has(self, column: str) -> bool:
        return text_of(self.cells.get(column)) != ""

    def text(self, column: str, default: str = "") -> str:
        return restore(text_of(self.cells.get(column))) or default

    def required(self, column: str) -> str:
        text = self.text(column)
        if not text:
            self.complain(column, gettext_noop('Row %(row)d: "%(column)s" is empty.'))
        return text

    def read(
        self, column: str, reader: Callable[[Cell], Value], template: str, default: Value
    ) -> Value:
        """Use a reader on a cell; its failure becomes a complaint in the template's words."""
        if not self.has(column):
            return default
        try:
            return reader(self.cells[column])
        except values.AmbiguousComma as error:
            text = str(error)
            self.complain(
                column,
                gettext_noop('Row %(row)d: "%(text)s" uses a comma; is it %(point)s or %(plain)s?'),
                text=text,
                point=text.replace(",", "."),
                plain=text.replace(",", ""),
            )
        except values.ImpossibleDate as error:
            day, month, year = error.args
            self.complain(
                column,
                gettext_noop("Row %(row)d: %(day)d %(month)s %(year)d does not exist."),
                day=day,
                month=month,
                year=year,
            )
        except ValueError as error:
            self.complain(column, template, text=str(error))
        return default

    def decimal(self, column: str, *, least: Decimal | None = Decimal(0)) -> Decimal | None:
        """A number of at least `least`; None when the cell is empty or unreadable."""
        number = self.read(
            column,
            lambda cell: values.decimal_of(cell, self.table.spelling),
            gettext_noop('Row %(row)d: "%(text)s" is not a number.'),
            None,
        )
        if number is not None and least is not None and number < least:
            self.complain(
                column,
                gettext_noop("Row %(row)d: %(name)s is %(number)s; it cannot be below %(least)s."),
                name=self.label(column).lower(),
                number=number,
                least=least if least else Word(gettext_noop("zero")),
            )
            return None
        return number

    def price(self, column: str) -> Decimal | None:
        price = self.read(
            column,
            lambda cell: values.decimal_of(cell, self.table.spelling),
            gettext_noop('Row %(row)d: "%(text)s" is not a price.'),
            None,
        )
        if price is not None and price < 0:
            self.complain(
                column,
                gettext_noop("Row %(row)d: the price is %(number)s; it cannot be below zero."),
                number=price,
            )
            return None
        return price

    def stock(self, column: str) -> Decimal:
        quantity = self.decimal(column, least=None)
        if quantity is not None and quantity < 0:
            self.complain(
                column,
                gettext_noop("Row %(row)d: stock is %(number)s; it cannot be below zero."),
                number=quantity,
            )
        return quantity or Decimal(0)

    def whole(self, column: str) -> int | None:
        number = self.decimal(column)
        if number is None:
            return None
        if number != number.to_integral_value():
            self.complain(
                column,
                gettext_noop("Row %(row)d: %(number)s is not a whole number."),
                number=number,
            )
            return None
        return int(number)

    def day(self, column: str) -> date | None:
        return self.read(
            column,
            lambda cell: values.date_of(cell, self.table.spelling),
            gettext_noop('Row %(row)d: "%(text)s" is not a date; write it like 2026-11-22.'),
            None,
        )

    def need(self, column: str, value: Value | None, instead: Value) -> Value:
        """The value, or `instead` together with a complaint that the cell is empty."""
        if value is None:
            if self.sound and not self.has(column):
                self.complain(column, gettext_noop('Row %(row)d: "%(column)s" is empty.'))
            return instead
        return value

    def unit(self, column: str = "unit") -> str:
        code = self.text(column)
        if code and code not in values.REC20:
            self.complain(
                column,
                gettext_noop(
                    'Row %(row)d: unit "%(unit)s" is not known. Use a UN/ECE Rec 20 code or map it.'
                ),
                unit=code,
            )
        return code


def table_of(
    grid: Grid, target: str, *, required: Mapping[str, str], complaints: Complaints
) -> Table | None:
    """A table whose first row is its header; None (and a complaint) when it cannot be used."""
    header = [text_of(cell) for cell in grid.rows[0]]
    keys = [canonical(column_key(cell)) for cell in header]
    missing = [label for key, label in required.items() if key not in keys]
    for label in missing:
        complaints.add(
            grid.place,
            gettext_noop('The column "%(column)s" is missing. Nothing was imported.'),
            rows=[grid.line(0)],
            column=label,
        )
    if missing:
        return None
    rows = []
    for index, cells in enumerate(grid.rows[1:], 1):
        if all(text_of(cell) == "" for cell in cells):
            continue
        number = grid.line(index)
        if not grid.ragged and len(cells) != len(header):
            complaints.add(
                grid.place,
                gettext_noop("Row %(row)d has %(count)d cells, the header has %(expected)d."),
                rows=[number],
                count=len(cells),
                expected=len(header),
            )
            continue
        if _holds_formula(grid, index, header, complaints):
            continue
        rows.append((number, {key: cell for key, cell in zip(keys, cells, strict=False) if key}))
    if not rows and not complaints.blocking:
        complaints.add(
            grid.place,
            gettext_noop("The file has a header but no rows."),
            rows=[grid.line(0)],
        )
    headers = dict(zip(keys, header, strict=True))
    _note_formula_texts(grid.place, headers, rows, complaints)
    return Table(target, grid.place, headers, tuple(rows))


def _holds_formula(grid: Grid, index: int, header: list[str], complaints: Complaints) -> bool:
    """Complain of every formula without a stored value in the row."""
    found = False
    for row, column in sorted(grid.formulas):
        if row == index + 1:
            found = True
            label = header[column] if column < len(header) else ""
            complaints.add(
                grid.place,
                gettext_noop(
                    "Row %(row)d: the %(name)s is a formula without a stored value. Formulas are "
                    "not run; please paste the value."
                ),
                rows=[row],
                column=label,
                name=label.lower(),
            )
    return found


def _note_formula_texts(
    file: str,
    headers: Mapping[str, str],
    rows: Iterable[tuple[int, Mapping[str, Cell]]],
    complaints: Complaints,
) -> None:
    found: dict[str, list[int]] = {}
    for number, cells in rows:
        for key, cell in cells.items():
            if isinstance(cell, str) and looks_like_formula(restore(cell.strip())):
                found.setdefault(key, []).append(number)
    for key, numbers in found.items():
        complaints.add(
            file,
            gettext_noop(
                "%(where)s: the %(name)s begins like a formula. It is kept as plain text, is never "
                "run, and is neutralised on export."
            ),
            rows=numbers,
            column=headers[key],
            blocks=False,
            where=rows_in_words(numbers),
            name=headers[key].lower(),
        )


def rows_in_words(numbers: list[int]) -> str:
    """'Row 4', 'Rows 2 to 5' or 'Rows 2, 4, 9'."""
    if len(numbers) == 1:
        return f"Row {numbers[0]}"
    if numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"Rows {numbers[0]} to {numbers[-1]}"
    return "Rows " + ", ".join(str(number) for number in numbers)

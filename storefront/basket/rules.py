"""What a pasted list of part numbers means."""

import csv
import re
from dataclasses import dataclass

MOST_ROWS = 500


class TooManyRows(ValueError):
    """The list is longer than one order can sensibly be."""


@dataclass(frozen=True, kw_only=True)
class PastedRow:
    """A line of the list as it was read; ``problem`` names what could not be."""

    line: int
    sku: str
    quantity: int | None
    text: str
    problem: str = ""


NO_QUANTITY = "no quantity"
BAD_QUANTITY = "bad quantity"


def read_pasted(text: str) -> list[PastedRow]:
    """Rows of ``SKU quantity``, parted by tab, comma, semicolon or spaces; empty ones left out.

    A first row without any digit in its quantity is taken for a heading.
    """
    lines = [line.strip() for line in text.splitlines()]
    filled = [(number, line) for number, line in enumerate(lines, start=1) if line]
    if len(filled) > MOST_ROWS:
        raise TooManyRows(str(len(filled)))
    rows = [_read_row(number, line) for number, line in filled]
    if rows and rows[0].problem and not re.search(r"\d", rows[0].text):
        rows = rows[1:]
    return rows


def _read_row(number: int, line: str) -> PastedRow:
    cells = _cells(line)
    sku = cells[0].strip("'\"") if cells else ""
    if len(cells) < 2:
        return PastedRow(line=number, sku=sku, quantity=None, text=line, problem=NO_QUANTITY)
    quantity = read_quantity(cells[1])
    problem = "" if quantity else BAD_QUANTITY
    return PastedRow(line=number, sku=sku, quantity=quantity, text=line, problem=problem)


def _cells(line: str) -> list[str]:
    for separator in ("\t", ";"):
        if separator in line:
            return [cell.strip() for cell in next(csv.reader([line], delimiter=separator))]
    # A comma also groups thousands: only the first one parts the columns.
    first, comma, rest = line.partition(",")
    if comma and " " not in first.strip():
        return [first.strip(), rest.strip().strip('"')]
    return line.rsplit(None, 1) if " " in line else [line]


def read_quantity(text: str) -> int | None:
    """A whole number with or without grouping, in any script's digits; None if it is none."""
    plain = re.sub(r"[\s,.'’٬]", "", text)
    return int(plain) if plain.isdecimal() and 0 < int(plain) < 10**9 else None

"""Any workbook or CSV through a mapping: which column means what, in which units and words."""

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sites.launch.reading.complaints import Complaints, Unreadable, gettext_noop, unreadable
from sites.launch.reading.grids import Grid, Source, csv_grid, workbook_grids
from sites.launch.reading.tables import Table
from sites.launch.reading.targets import BY_NAME, canonical
from sites.launch.reading.values import Cell, Spelling, text_of

TARGET_NAMES = {"products": "erp_products"}
COLUMN_NAMES = {"unit_symbol": "unit"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """A mapping.toml: the words of the sender's files."""

    sources: tuple[Mapping[str, Any], ...]
    units: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    option_axes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    family_titles: Mapping[str, str] = field(default_factory=dict)
    dates: tuple[str, ...] = ()

    @property
    def files(self) -> frozenset[str]:
        return frozenset(source["file"] for source in self.sources)


def read_mapping(source: Source) -> ColumnMapping:
    """The mapping itself; a broken one is a complaint about the mapping file."""
    try:
        data = tomllib.loads(source.content.decode("utf-8-sig"))
        variants = data.get("variants", {})
        return ColumnMapping(
            sources=tuple(
                {"key": entry["key"], "target": entry["target"], "file": entry["file"], **entry}
                for entry in data["source"]
            ),
            units=data.get("units", {}),
            countries=data.get("countries", {}),
            words=data.get("values", {}),
            option_axes={
                family: tuple(axes) for family, axes in variants.get("options", {}).items()
            },
            family_titles=data.get("families", {}),
            dates=tuple(
                pattern for pattern in data.get("parse", {}).get("dates", []) if "%" in pattern
            ),
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise unreadable(
            source.name,
            gettext_noop("The mapping cannot be read: %(reason)s."),
            reason=str(error),
        ) from None
    except KeyError as error:
        raise unreadable(
            source.name,
            gettext_noop("The mapping lacks %(name)s."),
            name=str(error.args[0]),
        ) from None


def read_mapped(
    mapping: ColumnMapping, sources: Mapping[str, Source], complaints: Complaints
) -> list[Table]:
    """Every table that the mapping describes, from the files that were sent."""
    books: dict[str, dict[str, Grid]] = {}
    tables = []
    for entry in mapping.sources:
        source = sources.get(entry["file"])
        if source is None:
            complaints.add(
                entry["file"], gettext_noop("The mapping names this file; it is missing.")
            )
            continue
        try:
            if "sheet" in entry:
                if source.name not in books:
                    books[source.name] = {grid.sheet: grid for grid in workbook_grids(source)}
                grid = books[source.name].get(entry["sheet"])
            else:
                grid = csv_grid(
                    source,
                    encoding=entry.get("encoding", ""),
                    delimiter=entry.get("delimiter", ""),
                )
        except Unreadable as error:
            if error.complaint not in complaints.found:
                complaints.found.append(error.complaint)
            books.setdefault(source.name, {})
            continue
        if grid is None:
            complaints.add(
                source.name,
                gettext_noop('The sheet "%(sheet)s" is missing.'),
                sheet=entry["sheet"],
            )
            continue
        table = _table(mapping, entry, grid, complaints)
        if table is not None:
            tables.append(table)
    return tables


def _table(
    mapping: ColumnMapping, entry: Mapping[str, Any], grid: Grid, complaints: Complaints
) -> Table | None:
    header_row = entry.get("header_row", 1)
    header = (
        [plain(cell) for cell in grid.rows[header_row - 1]] if len(grid.rows) >= header_row else []
    )
    places: dict[str, int] = {}
    for label, column in entry["columns"].items():
        if plain(label) in header:
            places[column] = header.index(plain(label))
        else:
            complaints.add(
                grid.place,
                gettext_noop('The column "%(column)s" is missing. Nothing was imported.'),
                rows=[header_row],
                column=label,
            )
    if len(places) < len(entry["columns"]):
        return None
    columns = entry["columns"]
    fill = {columns[label] for label in entry.get("fill_down", ())}
    above: dict[str, Cell] = {}
    rows = []
    for index in range(entry.get("first_row", header_row + 1) - 1, len(grid.rows)):
        cells = grid.rows[index]
        first = text_of(cells[0]) if cells else ""
        if first and first.startswith(tuple(entry.get("stop_at", ()))):
            break
        row: dict[str, Cell] = {}
        for column, place in places.items():
            cell = cells[place] if place < len(cells) else None
            if column in fill:
                cell = above[column] = above.get(column) if text_of(cell) == "" else cell
            row[column] = cell
            if (index + 1, place) in grid.formulas:
                complaints.add(
                    grid.place,
                    gettext_noop(
                        "Row %(row)d: the %(name)s is a formula without a stored value. Formulas "
                        "are not run; please paste the value."
                    ),
                    rows=[index + 1],
                    column=header[place],
                    name=header[place],
                )
        if text_of(row[columns[entry["key"]]]) != "":
            rows.append((grid.line(index), _converted(mapping, row)))
    if not rows:
        complaints.add(
            grid.place, gettext_noop("The file has a header but no rows."), rows=[header_row]
        )
    headers = {_name(column): label for label, column in columns.items()}
    target = TARGET_NAMES.get(entry["target"], entry["target"])
    constants = {
        name: entry[name]
        for name in ("currency", "price_list", "valid_from", "valid_until")
        if name in entry and name not in places
    }
    spelling = Spelling(thousands_commas=True, unit_words=True, dates=(*mapping.dates, "%Y-%m-%d"))
    if target != "erp_products" and target not in BY_NAME:
        complaints.add(
            grid.place,
            gettext_noop('The mapping\'s target "%(target)s" is not known.'),
            target=target,
        )
        return None
    return Table(target, grid.place, headers, tuple(rows), spelling, constants)


def plain(cell: Cell) -> str:
    """A header without full-width forms and stray spaces."""
    return unicodedata.normalize("NFKC", text_of(cell)).strip()


def _name(column: str) -> str:
    return canonical(COLUMN_NAMES.get(column, column))


def _converted(mapping: ColumnMapping, row: Mapping[str, Cell]) -> dict[str, Cell]:
    """The sender's words for units, countries and states, in ours."""
    done: dict[str, Cell] = {}
    for column, cell in row.items():
        value: Cell = cell
        if isinstance(cell, str):
            text = cell.strip()
            if column == "unit":
                value = mapping.units.get(text, text)
            elif column in ("country", "country_of_origin"):
                value = mapping.countries.get(text, text)
            else:
                value = mapping.words.get(text, text)
        done[_name(column)] = value
    return done

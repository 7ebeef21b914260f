"""The way in: a folder or some uploaded files into a `FactoryFiles` and the complaints."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sites.launch.reading.assembly import Material, assemble
from sites.launch.reading.checks import Known
from sites.launch.reading.complaints import Complaint, Complaints, Unreadable, gettext_noop
from sites.launch.reading.grids import Grid, Source, csv_grid, workbook_grids
from sites.launch.reading.mapped import ColumnMapping, read_mapped, read_mapping
from sites.launch.reading.profiles import read_pages, read_profile
from sites.launch.reading.rows import FactoryFiles, Pages, Profile
from sites.launch.reading.tables import Table, column_key, table_of
from sites.launch.reading.targets import BY_NAME, canonical, target_of

SUFFIXES = (".csv", ".xlsx", ".toml")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a factory sent, and what is wrong with it."""

    files: FactoryFiles
    complaints: tuple[Complaint, ...]

    @property
    def refused(self) -> bool:
        return any(complaint.blocks for complaint in self.complaints)

    @property
    def refusals(self) -> tuple[Complaint, ...]:
        return tuple(complaint for complaint in self.complaints if complaint.blocks)


def read_folder(folder: Path, *, known: Known | None = None) -> Reading:
    """Everything in a factory's folder: profile, pages, workbooks, CSV files and a mapping."""
    complaints = Complaints()
    sources = []
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.suffix.lower() in SUFFIXES:
            try:
                sources.append(Source.at(path))
            except Unreadable as error:
                complaints.found.append(error.complaint)
    return _read(sources, known, complaints)


def read_sources(sources: Iterable[Source], *, known: Known | None = None) -> Reading:
    """Some files, recognised by their content; a mapping.toml among them explains the others."""
    return _read(list(sources), known, Complaints())


def _read(sources: list[Source], known: Known | None, complaints: Complaints) -> Reading:
    profile: Profile | None = None
    mapping: ColumnMapping | None = None
    pages: list[Pages] = []
    tables: list[Table] = []
    by_name: Mapping[str, Source] = {source.name: source for source in sources}
    for source in sources:
        if not source.name.lower().endswith(".toml"):
            continue
        try:
            if source.name == "mapping.toml":
                mapping = read_mapping(source)
            elif source.name.startswith("pages."):
                pages.append(read_pages(source))
            else:
                profile = read_profile(source)
        except Unreadable as error:
            complaints.found.append(error.complaint)
    if mapping:
        tables.extend(read_mapped(mapping, by_name, complaints))
    explained = mapping.files if mapping else frozenset()
    for source in sources:
        if source.name in explained or source.name.lower().endswith(".toml"):
            continue
        try:
            tables.extend(_recognised(source, complaints))
        except Unreadable as error:
            complaints.found.append(error.complaint)
    material = Material(tables, profile, tuple(pages), mapping, known)
    return Reading(assemble(material, complaints), tuple(complaints.found))


def _recognised(source: Source, complaints: Complaints) -> list[Table]:
    """The tables of a file whose headers we know."""
    is_book = source.name.lower().endswith(".xlsx")
    grids = workbook_grids(source) if is_book else [csv_grid(source)]
    tables = []
    recognised = False
    for grid in grids:
        grid = _from_header(grid)
        if not grid.rows:
            continue
        columns = {canonical(column_key(cell)) for cell in grid.rows[0]}
        target = target_of(columns)
        if target is None:
            continue
        recognised = True
        table = table_of(grid, target.name, required=target.required, complaints=complaints)
        if table is not None:
            tables.append(table)
    if not recognised:
        names = ", ".join(sorted({target.replace("_", " ") for target in BY_NAME}))
        complaints.add(
            source.name,
            gettext_noop(
                "No table is recognised by its header. Known are: %(names)s. Other headers need a "
                "mapping.toml."
            ),
            names=names,
        )
    return tables


def _from_header(grid: Grid) -> Grid:
    """The grid without empty rows above its header."""
    start = next(
        (n for n, row in enumerate(grid.rows) if any(cell not in (None, "") for cell in row)), None
    )
    if not start:
        return grid if start == 0 else Grid(grid.file, grid.sheet, [])
    lines = [grid.line(index) for index in range(start, len(grid.rows))]
    formulas = frozenset((row - start, column) for row, column in grid.formulas)
    return Grid(grid.file, grid.sheet, grid.rows[start:], formulas, lines, grid.ragged)

"""What one row cannot tell: duplicates, references between files, circles in bills of material."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sites.launch.reading.complaints import Complaints, gettext_noop
from sites.launch.reading.rows import BomLine


@dataclass(frozen=True, slots=True)
class Known:
    """What the factory already has, so that a file may refer to it."""

    skus: frozenset[str] = frozenset()
    components: frozenset[str] = frozenset()
    work_centres: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value came from."""

    file: str
    row: int
    column: str


def complain_of_duplicates(keys: Iterable[tuple[str, Place]], complaints: Complaints) -> None:
    """A key that stands twice is two wishes for one thing."""
    first: dict[str, Place] = {}
    for key, place in keys:
        if key and key in first:
            complaints.add(
                place.file,
                gettext_noop("Row %(row)d: %(column)s %(key)s already appears in row %(first)d."),
                rows=[place.row],
                column=place.column,
                key=key,
                first=first[key].row,
            )
        first.setdefault(key, place)


def complain_of_strangers(
    references: Iterable[tuple[str, Place]],
    known: frozenset[str],
    template: str,
    complaints: Complaints,
) -> None:
    """A reference to something that nobody listed."""
    for key, place in references:
        if key and key not in known:
            complaints.add(place.file, template, rows=[place.row], column=place.column, key=key)


def circle_in(lines: Sequence[BomLine]) -> list[int]:
    """The positions of the lines that form a circle, in its order; empty when there is none."""
    below: dict[str, list[tuple[str, int]]] = {}
    for position, line in enumerate(lines):
        below.setdefault(line.parent, []).append((line.component, position))
    safe: set[str] = set()
    for start in below:
        path: list[tuple[str, int]] = [(start, -1)]
        branches = [iter(below.get(start, ()))]
        on_path = {start}
        while branches:
            step = next(branches[-1], None)
            if step is None:
                branches.pop()
                done, _ = path.pop()
                on_path.discard(done)
                safe.add(done)
                continue
            part, position = step
            if part in on_path:
                names = [name for name, _ in path]
                return [place for _, place in path[names.index(part) + 1 :]] + [position]
            if part not in safe:
                path.append((part, position))
                on_path.add(part)
                branches.append(iter(below.get(part, ())))
    return []


def complain_of_circle(
    lines: Sequence[BomLine], places: Mapping[int, Place], complaints: Complaints
) -> None:
    """A part cannot contain itself, however many levels down."""
    circle = circle_in(lines)
    if not circle:
        return
    names = [lines[position].parent for position in circle]
    complaints.add(
        places[circle[0]].file,
        gettext_noop("%(circle)s is a circle; a part cannot contain itself."),
        rows=sorted(places[position].row for position in circle),
        column=places[circle[0]].column,
        circle=" > ".join([*names, names[0]]),
    )

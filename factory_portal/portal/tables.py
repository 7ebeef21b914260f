"""One list for every area: search, filters, sorting, pages, CSV, as finished values.

An area describes its list once (``ListSpec``); ``listing`` reads the address and answers with
what the template shows, in a number of queries that does not depend on the rows.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _

from factory_portal.portal import formats

PER_PAGE = 50


@dataclass(frozen=True, kw_only=True)
class Cell:
    """What a table shows in one place; a ``level`` makes the text a badge."""

    text: str = ""
    url: str = ""
    note: str = ""
    level: str = ""
    code: bool = False
    date: bool = False
    percent: int | None = None


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: how a row fills it, by what it sorts, and what the CSV says (text if not said)."""

    key: str
    label: str
    cell: Callable[[Any], Cell | str]
    sort: tuple[str, ...] = ()
    number: bool = False
    value: Callable[[Any], Any] | None = None


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One value of a filter."""

    value: str
    label: str
    narrow: Callable[[QuerySet], QuerySet]


@dataclass(frozen=True, kw_only=True)
class Filter:
    """A drop-down above the list."""

    key: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True)
class ListSpec:
    """A list: its rows, columns, and how it is searched, narrowed and sorted."""

    name: str
    rows: QuerySet
    columns: tuple[Column, ...]
    search: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    sort: str = ""
    search_hint: str = ""
    empty: str = ""


@dataclass(frozen=True, kw_only=True)
class Head:
    """A column's head: where a click sorts to, and how it is sorted now."""

    label: str
    number: bool
    url: str = ""
    order: str = ""


@dataclass(frozen=True, kw_only=True)
class ShownOption:
    """A filter's option as shown."""

    value: str
    label: str
    selected: bool


@dataclass(frozen=True, kw_only=True)
class ShownFilter:
    """A filter as shown."""

    key: str
    label: str
    options: tuple[ShownOption, ...]


@dataclass(frozen=True, kw_only=True)
class Listing:
    """A page of a list as the template shows it."""

    heads: tuple[Head, ...]
    rows: tuple[tuple[tuple[Head, Cell], ...], ...]
    count: str
    empty: str
    query: str = ""
    search_hint: str = ""
    searchable: bool = False
    filters: tuple[ShownFilter, ...] = ()
    narrowed: bool = False
    clear_url: str = ""
    csv_url: str = ""
    sort: str = ""
    previous_url: str = ""
    next_url: str = ""
    page_label: str = ""


def listing(request: HttpRequest, spec: ListSpec) -> Listing:
    """The page of the list that the address asks for."""
    rows, chosen, text = _narrowed(request, spec)
    ordered, sort = _sorted(request, spec, rows)
    page = Paginator(ordered, PER_PAGE).get_page(request.GET.get("page"))
    heads = tuple(_head(request, column, sort) for column in spec.columns)
    return Listing(
        heads=heads,
        rows=tuple(
            tuple(
                (head, _cell(column.cell(row)))
                for head, column in zip(heads, spec.columns, strict=True)
            )
            for row in page.object_list
        ),
        count=formats.number(page.paginator.count),
        empty=spec.empty,
        query=text,
        search_hint=spec.search_hint,
        searchable=bool(spec.search),
        filters=tuple(_shown(one, chosen.get(one.key, "")) for one in spec.filters),
        narrowed=bool(text or chosen),
        clear_url=request.path,
        csv_url=_address(request, format="csv", page=None),
        sort=request.GET.get("sort", ""),
        previous_url=_address(request, page=page.number - 1) if page.has_previous() else "",
        next_url=_address(request, page=page.number + 1) if page.has_next() else "",
        page_label=_("Page %(number)s of %(all)s")
        % {"number": page.number, "all": page.paginator.num_pages},
    )


def wants_csv(request: HttpRequest) -> bool:
    """Whether the address asks for a file instead of a page."""
    return request.GET.get("format") == "csv"


def csv_response(request: HttpRequest, spec: ListSpec) -> HttpResponse:
    """Every row of the narrowed list as UTF-8 CSV that a spreadsheet opens without asking."""
    rows, _chosen, _text = _narrowed(request, spec)
    ordered, _sort = _sorted(request, spec, rows)
    lines = list(_csv_lines(spec, ordered))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    name = f"{spec.name}-{formats.today():%Y-%m-%d}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


class _Echo:
    def write(self, line: str) -> str:
        return line


def _csv_lines(spec: ListSpec, rows: QuerySet) -> Iterator[str]:
    writer = csv.writer(_Echo())
    # The byte order mark makes spreadsheets read UTF-8.
    yield "\ufeff" + writer.writerow([str(column.label) for column in spec.columns])
    for row in rows:
        yield writer.writerow([harmless(_csv_value(column, row)) for column in spec.columns])


def harmless(value: Any) -> str:
    """A CSV value that no spreadsheet takes for a formula."""
    text = str(value)
    dangerous = text.startswith(("=", "+", "-", "@", "\t", "\r")) and not _is_number(text)
    return f"'{text}" if dangerous else text


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdigit()


def _csv_value(column: Column, row: Any) -> Any:
    if column.value is not None:
        value = column.value(row)
        return "" if value is None else value
    return _cell(column.cell(row)).text


def _cell(shown: Cell | str) -> Cell:
    return shown if isinstance(shown, Cell) else Cell(text=str(shown))


def _narrowed(request: HttpRequest, spec: ListSpec) -> tuple[QuerySet, dict[str, str], str]:
    rows, chosen = spec.rows, {}
    text = request.GET.get("q", "").strip()[:100] if spec.search else ""
    for word in text.split():
        found = Q()
        for lookup in spec.search:
            found |= Q(**{f"{lookup}__icontains": word})
        rows = rows.filter(found)
    for one in spec.filters:
        asked = request.GET.get(one.key, "")
        for choice in one.choices:
            if asked and choice.value == asked:
                rows = choice.narrow(rows)
                chosen[one.key] = asked
    return rows, chosen, text


def _sorted(request: HttpRequest, spec: ListSpec, rows: QuerySet) -> tuple[QuerySet, str]:
    asked = request.GET.get("sort") or spec.sort
    by_key = {column.key: column.sort for column in spec.columns if column.sort}
    key, down = asked.removeprefix("-"), asked.startswith("-")
    if key not in by_key:
        asked = spec.sort
        key, down = asked.removeprefix("-"), asked.startswith("-")
    fields = [_turned(name) if down else name for name in by_key.get(key, ())]
    # The key last, so that equal rows keep their page.
    return rows.order_by(*fields, "-pk" if down else "pk"), asked


def _turned(name: str) -> str:
    return name.removeprefix("-") if name.startswith("-") else f"-{name}"


def _head(request: HttpRequest, column: Column, sort: str) -> Head:
    if not column.sort:
        return Head(label=column.label, number=column.number)
    order = {column.key: "ascending", f"-{column.key}": "descending"}.get(sort, "")
    turned = f"-{column.key}" if order == "ascending" else column.key
    return Head(
        label=column.label,
        number=column.number,
        url=_address(request, sort=turned, page=None),
        order=order,
    )


def _shown(one: Filter, chosen: str) -> ShownFilter:
    return ShownFilter(
        key=one.key,
        label=one.label,
        options=tuple(
            ShownOption(value=choice.value, label=choice.label, selected=choice.value == chosen)
            for choice in one.choices
        ),
    )


def _address(request: HttpRequest, **changes) -> str:
    query = request.GET.copy()
    query.pop("format", None)
    for key, value in changes.items():
        if value is None:
            query.pop(key, None)
        else:
            query[key] = str(value)
    return f"{request.path}?{query.urlencode()}" if query else request.path

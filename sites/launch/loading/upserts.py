"""Rows by their natural key: new ones created together, changed ones updated together."""

from collections.abc import Callable, Collection, Hashable, Mapping
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)
BATCH = 400
MOST_NAMED = 10_000


def upsert(
    rows: QuerySet[Row],
    key: Callable[[Row], Hashable],
    wanted: Mapping[Hashable, Mapping[str, Any]],
) -> dict[Hashable, Row]:
    """Make the rows hold the wanted values; every wanted row by its key.

    Three statements however many rows there are. Rows that are not wanted stay as they are.
    """
    if not wanted:
        return {}
    there = {key(row): row for row in rows}
    new = {name: rows.model(**values) for name, values in wanted.items() if name not in there}
    changed: list[Row] = []
    fields: set[str] = set()
    for name, values in wanted.items():
        row = there.get(name)
        if row is None:
            continue
        different = {field for field, value in values.items() if not same(row, field, value)}
        for field in different:
            setattr(row, field, values[field])
        if different:
            changed.append(row)
            fields |= different
    if new:
        rows.model._default_manager.bulk_create(new.values(), batch_size=BATCH)
    if changed:
        rows.model._default_manager.bulk_update(changed, sorted(fields), batch_size=BATCH)
    there.update(new)
    return {name: there[name] for name in wanted}


def same(row: Model, field: str, value: Any) -> bool:
    """Whether a row already holds a value; related rows are compared by their id."""
    column = row._meta.get_field(field)
    if column.is_relation:
        return getattr(row, column.attname) == (value.pk if value else None)
    return getattr(row, field) == value


def among(rows: QuerySet[Row], lookup: str, values: Collection[Any]) -> QuerySet[Row]:
    """The rows with one of the values, or all rows where naming them would be too long a list.

    SQLite takes 32,766 parameters in a statement.
    """
    return rows.filter(**{f"{lookup}__in": values}) if len(values) <= MOST_NAMED else rows.all()

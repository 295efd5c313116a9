"""Edits that are the same for every kind of entity: add, change, move, remove."""

from typing import Any

import msgspec

from db.model import Assessment, Row
from db.model.fields import PROSE_LIMIT, Entity
from db.model.rows import swap, without
from db.model.tables import Column, tables

from . import texts
from .refusal import EditRefused

_UNIQUE_NAMES = frozenset({"options", "criteria", "perspectives", "scenarios", "mechanisms"})


def add(assessment: Assessment, table: str, row: Entity, at: int | None = None) -> Assessment:
    """Put a new entity into its table, at a place or at the end."""
    rows = getattr(assessment, table)
    place = len(rows) if at is None else at
    tidy = _tidied(assessment, table, row)
    return msgspec.structs.replace(assessment, **{table: (*rows[:place], tidy, *rows[place:])})


def change(assessment: Assessment, table: str, key: str, **fields: Any) -> Assessment:
    """Give fields of one entity new values; texts are tidied, names kept unique."""
    old = find(assessment, table, key)
    new = _tidied(assessment, table, msgspec.structs.replace(old, **fields))
    if new == old:
        return assessment
    return msgspec.structs.replace(assessment, **{table: swap(getattr(assessment, table), new)})


def move(assessment: Assessment, table: str, key: str, to: int) -> Assessment:
    """Put one entity at another place among its table's rows."""
    row = find(assessment, table, key)
    rest = [other for other in getattr(assessment, table) if other is not row]
    place = max(0, min(to, len(rest)))
    return msgspec.structs.replace(assessment, **{table: (*rest[:place], row, *rest[place:])})


def remove(assessment: Assessment, table: str, key: str) -> Assessment:
    """Take one entity out, with every row that cannot be without it."""
    find(assessment, table, key)
    return without(assessment, table, [key])


def find(assessment: Assessment, table: str, key: str) -> Any:
    """The entity with this key; raises `EditRefused` when somebody has removed it."""
    for row in getattr(assessment, table):
        if row.id == key:
            return row
    raise EditRefused("This item is no longer there. It may have been removed meanwhile.")


def tidied(table: str, row: Row) -> Any:
    """The row with its texts normalised and within their limits, and its fields within bounds."""
    fresh: dict[str, Any] = {}
    for column in tables()[table].columns:
        value = getattr(row, column.name)
        if isinstance(value, str) and _is_free_text(column):
            fresh[column.name] = _tidy(column, value)
    result = msgspec.structs.replace(row, **fresh)
    try:
        return msgspec.convert(msgspec.to_builtins(result), type(result))
    except msgspec.ValidationError as error:
        raise EditRefused("This cannot be kept: {problem}.", problem=str(error)) from error


def _tidied(assessment: Assessment, table: str, row: Entity) -> Any:
    tidy = tidied(table, row)
    if table in _UNIQUE_NAMES:
        parent = getattr(tidy, "parent", None)
        siblings = (
            other
            for other in getattr(assessment, table)
            if other.id != tidy.id and getattr(other, "parent", None) == parent
        )
        texts.name(tidy.name, (other.name for other in siblings))
    return tidy


def _is_free_text(column: Column) -> bool:
    return (
        isinstance(column.type, msgspec.inspect.StrType)
        and column.references is None
        and column.name != "id"
    )


def _tidy(column: Column, value: str) -> str:
    assert isinstance(column.type, msgspec.inspect.StrType)
    limit = column.type.max_length or PROSE_LIMIT
    if column.type.min_length:
        return texts.name(value)
    return texts.prose(value) if limit == PROSE_LIMIT else texts.line(value, limit)

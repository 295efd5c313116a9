"""Edits that are the same for every kind of entity: add, change, move, remove.

Options, criteria and perspectives obey further rules: see the verbs in their own modules.
"""

from typing import Any

import msgspec
from msgspec import inspect

from db.model import Assessment, Row
from db.model.fields import PROSE_LIMIT, Entity
from db.model.rows import swap, without
from db.model.tables import tables

from . import texts
from .refusal import EditRefused
from .room import with_room

_UNIQUE_NAMES = frozenset({"options", "criteria", "perspectives", "scenarios", "mechanisms"})


def add(assessment: Assessment, table: str, row: Entity, at: int | None = None) -> Assessment:
    """Put a new entity into its table, at a place or at the end."""
    rows = getattr(assessment, table)
    if any(other.id == row.id for other in rows):
        raise EditRefused("This item is already there.")
    tidy = tidied(assessment, table, row)
    refuse_taken_name(assessment, table, tidy)
    place = len(rows) if at is None else max(at, 0)
    added = msgspec.structs.replace(assessment, **{table: (*rows[:place], tidy, *rows[place:])})
    return with_room(added, table)


def change(assessment: Assessment, table: str, key: str, **fields: Any) -> Assessment:
    """Give fields of one entity new values; texts are tidied, names kept unique."""
    if "id" in fields:
        raise TypeError("The key of an item never changes.")
    old = find(assessment, table, key)
    new = tidied(assessment, table, msgspec.structs.replace(old, **fields))
    if new == old:
        return assessment
    if fields.keys() & {"name", "parent"}:
        refuse_taken_name(assessment, table, new)
    return msgspec.structs.replace(assessment, **{table: swap(getattr(assessment, table), new)})


def move(assessment: Assessment, table: str, key: str, to: int) -> Assessment:
    """Put one entity at another place among its table's rows."""
    rows = getattr(assessment, table)
    row = find(assessment, table, key)
    rest = [other for other in rows if other is not row]
    place = max(0, min(to, len(rest)))
    moved = (*rest[:place], row, *rest[place:])
    return assessment if moved == rows else msgspec.structs.replace(assessment, **{table: moved})


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


def tidied(assessment: Assessment, table: str, row: Row) -> Any:
    """The row with its texts normalised, once all its fields are found fit to be kept.

    Raises `EditRefused` for a text that is too long, a number out of bounds, nothing where
    something must be, and a reference to what is not there.
    """
    fresh: dict[str, Any] = {}
    for column in tables()[table].columns:
        value = getattr(row, column.name)
        if value is None:
            if not column.optional:
                raise EditRefused("This cannot be left empty.")
            continue
        if column.references is not None:
            find(assessment, column.references, value)
        elif isinstance(column.type, inspect.FloatType):
            fresh[column.name] = number_within(value, column.type)
        elif isinstance(column.type, inspect.StrType) and column.name != "id":
            fresh[column.name] = _text_within(value, column.type)
    result = msgspec.structs.replace(row, **fresh)
    return msgspec.convert(msgspec.to_builtins(result), type(result))


def refuse_taken_name(assessment: Assessment, table: str, row: Any) -> None:
    """Raise `EditRefused` when a sibling of the row has its name, where names are unique."""
    if table not in _UNIQUE_NAMES:
        return
    parent = getattr(row, "parent", None)
    texts.name(
        row.name,
        (
            other.name
            for other in getattr(assessment, table)
            if other.id != row.id and getattr(other, "parent", None) == parent
        ),
    )


def number_within(number: float, bounds: inspect.FloatType) -> float:
    """The number, never a negative zero. Raises `EditRefused` when it is out of bounds."""
    low, high = bounds.ge, bounds.le
    assert low is not None
    assert high is not None
    if not low <= number <= high:
        raise EditRefused(
            "{number:.10g} is not possible here. Give a number from {low:g} to {high:g}.",
            number=number,
            low=low,
            high=high,
        )
    return number + 0.0


def _text_within(text: str, bounds: inspect.StrType) -> str:
    limit = bounds.max_length or PROSE_LIMIT
    if bounds.min_length:
        return texts.name(text)
    return texts.prose(text) if limit == PROSE_LIMIT else texts.line(text, limit)

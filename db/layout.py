"""How the tables of an assessment are laid out in a file, without any database library.

The schema, the reading of foreign files and the writing of our own all follow this one
description, which is itself read off the structs of `db.model`.
"""

import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import count
from operator import attrgetter
from typing import Any

import msgspec
from msgspec import inspect

from . import formats
from .model import Row
from .model.tables import Column, Table, key_of, tables

APPLICATION_ID = 0x506F4973
"""“PoIs” in the header of every published file."""

SEALED_MAGIC = b"\x93POISE\r\n"
"""How a file under a password begins: no text does, and a transfer as text breaks it."""

PAGE_SIZE = 4096

FORMAT = formats.FORMAT

HISTORY_TABLES = ("session", "revision", "change", "former")

StoredRows = dict[str, list[tuple[Any, ...]]]
"""The rows of every table as SQLite gives them, in the order of their primary keys."""

KEY_COLUMNS = ("key1", "key2", "key3", "key4")
"""The columns of `change` that hold the key of a row, as integer keys and numbers."""


class Storage(enum.StrEnum):
    """What SQLite keeps in a column."""

    KEY = "key"
    """An integer that points at a row of another table."""
    INTEGER = "integer"
    REAL = "real"
    TEXT = "text"


def storage(column: Column) -> Storage:
    """What a column of the assessment is kept as."""
    if column.references is not None:
        return Storage.KEY
    if isinstance(column.type, inspect.FloatType):
        return Storage.REAL
    if isinstance(column.type, inspect.EnumType) and issubclass(column.type.cls, enum.IntEnum):
        return Storage.INTEGER
    assert isinstance(column.type, inspect.StrType | inspect.DateType | inspect.EnumType)
    return Storage.TEXT


def stored_columns(table: Table) -> tuple[str, ...]:
    """The names of a table's columns in the file, in order."""
    fields = tuple(column.name for column in table.columns)
    if table.single:
        return ("key", *fields)
    if table.ordered:
        return ("key", "position", *fields)
    return fields


def checked_tables() -> tuple[str, ...]:
    """The tables of a file that hold what it says: all but those that say something about it."""
    return (*tables(), *HISTORY_TABLES)


class Keys:
    """The integer keys under which the rows of ordered tables are kept.

    A key is never given twice, because the history goes on speaking of rows that are gone.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, dict[str, int]] = {
            table.name: {} for table in tables().values() if table.ordered
        }

    def add(self, table: str, row_id: str, number: int | None = None) -> int:
        """The key of a row, known or new."""
        numbers = self._numbers[table]
        if row_id not in numbers:
            numbers[row_id] = number or max(numbers.values(), default=0) + 1
        return numbers[row_id]

    def of(self, table: str) -> Mapping[str, int]:
        """The keys of a table by id."""
        return self._numbers[table]

    def encode(self, table: Table, key: Iterable[Any]) -> tuple[Any, ...]:
        """A row's key as it is kept in the file."""
        return tuple(
            value if target is None else self._numbers[target][value]
            for target, value in zip(key_targets(table), key, strict=True)
        )


@cache
def _targets(name: str) -> tuple[str | None, ...]:
    table = tables()[name]
    references = {column.name: column.references for column in table.columns}
    return tuple(table.name if table.ordered else references[part] for part in table.key)


def key_targets(table: Table) -> tuple[str | None, ...]:
    """For each part of a table's key the table in which its row stands; None for a plain number."""
    return _targets(table.name)


def encode_rows(table: Table, rows: Sequence[Row], keys: Keys) -> list[tuple[Any, ...]]:
    """Rows as the file keeps them, in the order of `stored_columns`."""
    columns: list[Iterable[Any]] = []
    if table.single:
        columns = [(1,)]
    elif table.ordered:
        columns = [[keys.of(table.name)[row_id] for (row_id,) in map(key_of, rows)], count()]
    columns += [_encoded(column, rows, keys) for column in table.columns]
    return list(zip(*columns, strict=False))  # positions are counted without end


def _encoded(column: Column, rows: Sequence[Row], keys: Keys) -> Iterable[Any]:
    """The values of a column as the file keeps them; for the common kinds without a call each."""
    values = map(attrgetter(column.name), rows)
    if isinstance(column.type, inspect.FloatType):
        return [value if value is None else value + 0.0 for value in values]  # as `plain_float`
    encode = _encoder(column, keys)
    if encode is None:
        return values
    if column.optional:
        return [value if value is None else encode(value) for value in values]
    return map(encode, values)


def encode_value(column: Column, value: Any, keys: Keys) -> Any:
    """One plain value as the file keeps it."""
    if value is not None and column.references is not None:
        return keys.of(column.references)[value]
    return value


def _encoder(column: Column, keys: Keys) -> Callable[[Any], Any] | None:
    """What turns a value into what is kept; None where it is kept as it is."""
    if column.references is not None:
        return keys.of(column.references).__getitem__
    if isinstance(column.type, inspect.StrType | inspect.EnumType):
        return None  # the members of our enumerations are texts and integers themselves
    return msgspec.to_builtins


def plain_float(number: float) -> float:
    """A number of a floating-point column as SQLite gives it back: no integer, no negative zero."""
    return number + 0.0

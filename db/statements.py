"""The SQL that carries one edit into the tables of a working database."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Delete, Table, Update, and_, bindparam
from sqlalchemy.engine import Connection
from sqlalchemy.sql.elements import ColumnElement

from . import schema
from .difference import POSITION, Change, Difference, row_after
from .image import insert
from .layout import Keys, encode_rows, encode_value
from .model import Assessment
from .model import tables as model


def write_changes(
    connection: Connection, changes: Difference, after: Assessment, keys: Keys
) -> None:
    """Make the tables say what `after` says, given all that changed since they were written."""
    rows = [change for change in changes if change.column is None]
    added = [change for change in rows if change.after is not None]
    for change in added:  # keys first: new rows may point at each other
        if model.tables()[change.table].ordered:
            keys.add(change.table, str(change.key[0]))
    _remove(connection, [change for change in rows if change.after is None], keys)
    _add(connection, added, keys)
    _update(connection, [c for c in changes if c.column not in (None, POSITION)], keys)
    # In the order of the model: what is written never depends on the order of a set.
    moved = {c.table for c in changes if c.column == POSITION or c.position is not None}
    for name in [name for name in model.tables() if name in moved]:
        _renumber(connection, name, after, keys)


def _remove(connection: Connection, changes: Iterable[Change], keys: Keys) -> None:
    for change in changes:
        table = model.tables()[change.table]
        key = keys.encode(table, change.key)
        connection.execute(_delete_statement(table.name), _parameters(key))
        if table.ordered:
            insert(connection, "former", [(table.name, *key, change.key[0])])


def _add(connection: Connection, changes: Iterable[Change], keys: Keys) -> None:
    former = schema.FILE.tables["former"]
    for change in changes:
        table = model.tables()[change.table]
        insert(connection, table.name, encode_rows(table, [row_after(change)], keys))
        if table.ordered:
            (key,) = keys.encode(table, change.key)
            connection.execute(
                former.delete().where(former.c.table_name == table.name, former.c.key == key)
            )


def _update(connection: Connection, changes: Iterable[Change], keys: Keys) -> None:
    for change in changes:
        table = model.tables()[change.table]
        column = next(column for column in table.columns if column.name == change.column)
        key = keys.encode(table, change.key)
        value = encode_value(column, change.after, keys)
        statement = _update_statement(table.name, column.name)
        connection.execute(statement, {**_parameters(key), "_value": value})


def _renumber(connection: Connection, name: str, after: Assessment, keys: Keys) -> None:
    known = keys.of(name)
    rows = [
        {"_key0": known[row.id], "_value": position}
        for position, row in enumerate(getattr(after, name))
    ]
    if rows:
        connection.execute(_update_statement(name, POSITION), rows)


def _parameters(key: tuple[Any, ...]) -> dict[str, Any]:
    return {f"_key{at}": value for at, value in enumerate(key)}


@cache
def _update_statement(name: str, column: str) -> Update:
    """Sets one column of the row with a key (of the only row, where the table has no key)."""
    table = schema.FILE.tables[name]
    return table.update().where(_is_row(table, name)).values({column: bindparam("_value")})


@cache
def _delete_statement(name: str) -> Delete:
    table = schema.FILE.tables[name]
    return table.delete().where(_is_row(table, name))


def _is_row(table: Table, name: str) -> ColumnElement[bool]:
    kind = model.tables()[name]
    names = () if kind.single else ("key",) if kind.ordered else kind.key
    parts = (table.c[part] == bindparam(f"_key{at}") for at, part in enumerate(names))
    return and_(True, *parts)

"""The SQL that carries one edit into the tables of a working database."""

from collections.abc import Iterable
from functools import cache

from sqlalchemy import Table, UpdateBase, bindparam
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Connection
from sqlalchemy.sql.elements import ColumnElement

from . import schema
from .difference import POSITION, Change, Difference, row_after
from .filling import insert
from .layout import Keys, encode_rows, encode_value
from .model import Assessment
from .model import tables as model


def write_changes(
    connection: Connection, changes: Difference, after: Assessment, keys: Keys
) -> None:
    """Make the tables say what `after` says, given all that changed since they were written."""
    changes = tuple(change for change in changes if change.before != change.after)
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
        connection.exec_driver_sql(_delete_statement(table.name), key)
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
        connection.exec_driver_sql(update_statement(table.name, column.name), (value, *key))


def _renumber(connection: Connection, name: str, after: Assessment, keys: Keys) -> None:
    known = keys.of(name)
    rows = [(position, known[row.id]) for position, row in enumerate(getattr(after, name))]
    if rows:
        connection.exec_driver_sql(update_statement(name, POSITION), rows)


@cache
def update_statement(name: str, column: str) -> str:
    """Sets one column of the row with a key: takes the value, then the parts of the key.

    Like all statements of an edit it is compiled only once: compiling costs more than running.
    """
    table = schema.FILE.tables[name]
    change = table.update().where(*_is_row(table)).values({column: bindparam("_value")})
    return _text(change, ["_value", *_key_names(table)])


@cache
def _delete_statement(name: str) -> str:
    table = schema.FILE.tables[name]
    return _text(table.delete().where(*_is_row(table)), _key_names(table))


def _text(statement: UpdateBase, parameters: list[str]) -> str:
    """The statement as text; its parameters must come in this order."""
    compiled = statement.compile(dialect=sqlite.dialect())
    assert compiled.positiontup == parameters
    return str(compiled)


def _is_row(table: Table) -> list[ColumnElement[bool]]:
    """Conditions for the row with a key; none for a single row."""
    names = _key_names(table)
    return [
        column == bindparam(name) for column, name in zip(table.primary_key, names, strict=False)
    ]


def _key_names(table: Table) -> list[str]:
    kind = model.tables().get(table.name)
    single = kind is not None and kind.single
    return [] if single else [f"_{column.name}" for column in table.primary_key]

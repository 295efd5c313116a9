"""Writing a document into the empty tables of a working database."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Connection

from . import schema
from .document import Document
from .image import assign_keys, stored_rows
from .layout import Keys


def fill(connection: Connection, document: Document) -> Keys:
    """Create the tables and write the document into them, inside the caller's transaction."""
    schema.FILE.create_all(connection, checkfirst=False)
    keys = assign_keys(document)
    for name, rows in stored_rows(document, keys).items():
        insert(connection, name, rows)
    return keys


def insert(connection: Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Add rows, with values in the order of the table's columns."""
    rows = list(rows)
    if rows:
        known = schema.FILE.tables.get(table)
        statement = insert_statement(schema.DESK.tables[table] if known is None else known)
        connection.exec_driver_sql(statement, rows)


@cache
def insert_statement(table: Table) -> str:
    """The statement that adds one row; compiled once, it costs nothing per edit."""
    return str(table.insert().compile(dialect=sqlite.dialect()))

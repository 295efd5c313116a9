"""A document as the bytes of a fresh file: nothing deleted lingers in it."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Connection

from . import schema
from .digest import content_digest
from .document import Document
from .engine import memory_engine
from .layout import APPLICATION_ID, FORMAT, PAGE_SIZE, Keys, encode_rows
from .ledger import change_rows, mentioned, revision_row, session_row
from .model import Assessment
from .model.tables import tables


def build_image(document: Document) -> bytes:
    """The bytes of a file that holds this document."""
    engine = memory_engine()
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
            connection.exec_driver_sql(f"PRAGMA page_size = {PAGE_SIZE}")
            connection.commit()
            with connection.begin():
                fill(connection, document)
                digest = content_digest(document)
                insert(connection, "meta", [(1, FORMAT, FORMAT, FORMAT, document.head, digest)])
            driver: Any = connection.connection.driver_connection
            image: bytes = driver.serialize()
            return image
    finally:
        engine.dispose()


def fill(connection: Connection, document: Document) -> Keys:
    """Create the tables and write the document into them, inside the caller's transaction."""
    schema.FILE.create_all(connection, checkfirst=False)
    keys = assign_keys(document)
    for table in tables().values():
        rows = getattr(document.assessment, table.name)
        encoded = encode_rows(table, (rows,) if table.single else rows, keys)
        insert(connection, table.name, sorted(encoded))
    _fill_history(connection, document, keys)
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


def assign_keys(document: Document) -> Keys:
    """Integer keys for every row, in the order of ids, and then for rows that are gone.

    In the order of ids, so that rows sorted by key are also sorted as the assessment keeps them.
    """
    keys = Keys()
    for table, row_id in sorted(_live(document.assessment)):
        keys.add(table, row_id)
    for table, row_id in sorted(set(mentioned(document.revisions))):
        keys.add(table, row_id)
    return keys


def _live(assessment: Assessment) -> set[tuple[str, str]]:
    return {
        (table.name, row.id)
        for table in tables().values()
        if table.ordered
        for row in getattr(assessment, table.name)
    }


def _fill_history(connection: Connection, document: Document, keys: Keys) -> None:
    live = _live(document.assessment)
    former = {pair for pair in mentioned(document.revisions) if pair not in live}
    insert(connection, "former", sorted((table, keys.of(table)[id_], id_) for table, id_ in former))
    numbers = {session.id: at for at, session in enumerate(document.sessions, 1)}
    insert(connection, "session", [session_row(numbers[s.id], s) for s in document.sessions])
    insert(
        connection, "revision", [revision_row(r, numbers[r.session]) for r in document.revisions]
    )
    changes = [row for revision in document.revisions for row in change_rows(revision, keys)]
    insert(connection, "change", changes)

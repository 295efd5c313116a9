"""A document as the bytes of a fresh file: nothing deleted lingers in it."""

from collections.abc import Iterable
from typing import Any

import apsw
import msgspec

from .checksums import content_checksum, rows_checksum
from .declaration import Statement
from .document import Document
from .formats import format_statements
from .layout import (
    APPLICATION_ID,
    FORMAT,
    PAGE_SIZE,
    Keys,
    StoredRows,
    checked_tables,
    encode_rows,
)
from .ledger import change_rows, mentioned, revision_row, session_row
from .model import Assessment
from .model.tables import tables


def build_image(document: Document) -> bytes:
    """The bytes of a file that holds this document."""
    rows = stored_rows(document, assign_keys(document))
    checksums = {name: rows_checksum(rows[name]) for name in checked_tables() if rows[name]}
    said = Statement(format=FORMAT, min_reader=FORMAT, min_writer=FORMAT, head=document.head)
    numbers = msgspec.structs.astuple(said)
    about = (1, *numbers, content_checksum(numbers, checksums))
    everything = {**rows, "checksum": sorted(checksums.items()), "meta": [about]}
    return _image(everything)


def stored_rows(document: Document, keys: Keys) -> StoredRows:
    """The rows of every table as a file keeps them, in the order of their primary keys."""
    found: StoredRows = {}
    for table in tables().values():
        rows = getattr(document.assessment, table.name)
        # Keys follow the order of ids, and relations are kept in the order of what they point at.
        found[table.name] = sorted(encode_rows(table, (rows,) if table.single else rows, keys))
    return found | _history_rows(document, keys)


def create_tables(connection: apsw.Connection) -> None:
    """Create the tables of the present format in an empty database."""
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    connection.execute(format_statements(FORMAT))


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


def _image(rows: StoredRows) -> bytes:
    connection = apsw.Connection(":memory:")
    try:
        create_tables(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {FORMAT}")
        connection.execute("BEGIN")
        for name, added in rows.items():
            if added:
                places = ", ".join("?" * len(added[0]))
                connection.executemany(f'INSERT INTO "{name}" VALUES ({places})', added)  # noqa: S608
        connection.execute("COMMIT")
        return connection.serialize("main")
    finally:
        connection.close()


def _live(assessment: Assessment) -> set[tuple[str, str]]:
    return {
        (table.name, row.id)
        for table in tables().values()
        if table.ordered
        for row in getattr(assessment, table.name)
    }


def _history_rows(document: Document, keys: Keys) -> StoredRows:
    live = _live(document.assessment)
    former = {pair for pair in mentioned(document.revisions) if pair not in live}
    numbers = {session.id: at for at, session in enumerate(document.sessions, 1)}
    return {
        "session": [session_row(numbers[s.id], s) for s in document.sessions],
        "revision": [revision_row(r, numbers[r.session]) for r in document.revisions],
        "change": _changes(document, keys),
        "former": sorted((table, keys.of(table)[row_id], row_id) for table, row_id in former),
    }


def _changes(document: Document, keys: Keys) -> list[tuple[Any, ...]]:
    rows: Iterable[tuple[Any, ...]] = (
        row for revision in document.revisions for row in change_rows(revision, keys)
    )
    return list(rows)

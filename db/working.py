"""The working database as a file: what is written to it and read from it, and how that can fail."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy.exc import DBAPIError

from . import schema
from .difference import difference
from .document import Document, Revision, Session, Stamp
from .engine import private_engine
from .errors import FileRefused, StoreBusy, StoreFailed
from .filling import fill, insert
from .layout import Keys
from .ledger import change_rows, mentioned, revision_row, session_row
from .model import Assessment
from .model.tables import tables
from .reading import MISTYPED, fetch_document
from .statements import update_statement, write_changes


class Desk(msgspec.Struct, frozen=True):
    """Where the document of a working database was published last, as what, and up to where."""

    source: Path | None = None
    stamp: Stamp | None = None
    published: int = 0


class WorkingDatabase:
    """An open working database; no other process can open it meanwhile.

    Every method raises `StoreFailed` where the disk fails, after which nothing has changed,
    `StoreBusy` where another process has the file, and `FileRefused` where it is damaged.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.keys = Keys()
        self._engine = private_engine(path)
        with self._clear_errors():
            self._connection = self._engine.connect()

    def fill(self, document: Document, desk: Desk) -> None:
        """Write a whole document into the empty database."""
        with self._transaction():
            self.keys = fill(self._connection, document)
            schema.DESK.create_all(self._connection, checkfirst=False)
            insert(self._connection, "desk", [_desk_row(desk)])

    def write(
        self, revision: Revision, after: Assessment, session: Session, session_number: int
    ) -> None:
        """Write one revision, and what it changed, in one transaction."""
        with self._transaction():
            write_changes(self._connection, revision.changes, after, self.keys)
            self._write_session(session, session_number)
            insert(self._connection, "revision", [revision_row(revision, session_number)])
            insert(self._connection, "change", change_rows(revision, self.keys))

    def extend(self, before: Document, after: Document) -> None:
        """Write all that a merge adds to a document, in one transaction."""
        changes = difference(before.assessment, after.assessment)
        numbers = {session.id: at for at, session in enumerate(after.sessions, 1)}
        known = len(before.sessions)  # a merge only adds sessions behind those that were there
        new = after.revisions[len(before.revisions) :]
        with self._transaction():
            write_changes(self._connection, changes, after.assessment, self.keys)
            self._write_names(before.revisions, after.revisions)
            self._remember_former(new)
            for session in after.sessions[:known]:
                parameters = (session.seen, numbers[session.id])
                self._connection.exec_driver_sql(update_statement("session", "seen"), parameters)
            sessions = [session_row(numbers[s.id], s) for s in after.sessions[known:]]
            insert(self._connection, "session", sessions)
            revisions = [revision_row(r, numbers[r.session]) for r in new]
            insert(self._connection, "revision", revisions)
            changed = [row for revision in new for row in change_rows(revision, self.keys)]
            insert(self._connection, "change", changed)

    def write_desk(self, desk: Desk) -> None:
        """Write down what was published."""
        with self._transaction():
            self._write_desk(desk)

    def name_revision(self, number: int, name: str, desk: Desk) -> None:
        """Write what the state after a revision is called, in one transaction."""
        with self._transaction():
            self._connection.exec_driver_sql(update_statement("revision", "name"), (name, number))
            self._write_desk(desk)

    def read(self) -> tuple[Document, Desk]:
        """Everything in the database.

        What the officer was once told is safe is given back even where it breaks a rule that
        spans several rows.
        """
        try:
            with self._transaction():
                document = fetch_document(self._fetch)
                ((_, *desk),) = self._fetch("SELECT * FROM desk")
                self._take_keys()
            return document, _desk_from(*desk)
        except MISTYPED as error:
            raise self._damaged() from error

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        self._engine.dispose()

    def _fetch(self, query: str) -> Iterator[tuple[Any, ...]]:
        return map(tuple, self._connection.exec_driver_sql(query))

    def _take_keys(self) -> None:
        for name, key, row_id in self._fetch('SELECT table_name, "key", id FROM former'):
            self.keys.add(name, row_id, key)
        for table in tables().values():
            if table.ordered:
                for key, row_id in self._fetch(f'SELECT "key", id FROM {table.name}'):  # noqa: S608
                    self.keys.add(table.name, row_id, key)

    def _remember_former(self, revisions: Iterable[Revision]) -> None:
        """Give keys to rows that came and went in a colleague's copy only."""
        strangers = {
            (table, row_id)
            for table, row_id in mentioned(revisions)
            if row_id not in self.keys.of(table)
        }
        rows = [
            (table, self.keys.add(table, row_id), row_id) for table, row_id in sorted(strangers)
        ]
        insert(self._connection, "former", rows)

    def _write_names(self, before: tuple[Revision, ...], after: tuple[Revision, ...]) -> None:
        """Call revisions that were there before as they are called now."""
        for old, new in zip(before, after, strict=False):
            if old.name != new.name:
                statement = update_statement("revision", "name")
                self._connection.exec_driver_sql(statement, (new.name, new.number))

    def _write_desk(self, desk: Desk) -> None:
        table = schema.DESK.tables["desk"]
        values = dict(zip(table.columns.keys(), _desk_row(desk), strict=True))
        self._connection.execute(table.update(), values)

    def _write_session(self, session: Session, number: int) -> None:
        if session.seen == 1:
            insert(self._connection, "session", [session_row(number, session)])
        else:
            statement = update_statement("session", "seen")
            self._connection.exec_driver_sql(statement, (session.seen, number))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._clear_errors(), self._connection.begin():
            yield

    @contextmanager
    def _clear_errors(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF  # without its refinement
            if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise StoreBusy("This assessment is already open in another window.") from error
            if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                raise self._damaged() from error
            raise failed(self.path.parent, str(error.orig)) from error

    def _damaged(self) -> FileRefused:
        return FileRefused(
            "The working copy “{name}” on this computer is damaged. Open the published file, or"
            " one of the versions kept of it.",
            name=self.path.name,
        )


def failed(folder: Path, reason: str) -> StoreFailed:
    """The sentence for a disk on which the working copy cannot be kept."""
    return StoreFailed(
        "The last change could not be written to the working copy in “{folder}” ({reason})."
        " Make room on the disk or check the folder, then make the change again.",
        folder=str(folder),
        reason=reason,
    )


def _desk_row(desk: Desk) -> tuple[Any, ...]:
    source = None if desk.source is None else str(desk.source).encode("utf-8", "surrogateescape")
    size, sha256 = (desk.stamp.size, desk.stamp.sha256) if desk.stamp else (None, None)
    return (1, source, size, sha256, desk.published)


def _desk_from(source: bytes | None, size: int, sha256: str | None, published: int) -> Desk:
    path = None if source is None else Path(source.decode("utf-8", "surrogateescape"))
    return Desk(path, None if sha256 is None else Stamp(size, sha256), published)

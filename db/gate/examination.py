"""The bytes of a file as a database in memory, opened as something hostile.

Nothing here trusts the image: no trigger, view, function or statement of its own can run, every
table must be exactly as we create it before any check looks at its content, and what is read is
given out as plain values. This module imports neither SQLAlchemy nor the window.
"""

import re
import time
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

import apsw
import msgspec

from db.checksums import Statement, content_checksum, rows_checksum
from db.image import format_statements
from db.layout import FORMAT, StoredRows
from db.model.bounds import most_rows
from db.reading import MISTYPED, fetch_rows

Schema = frozenset[tuple[str, str, str, str | None]]

SECONDS: Final = 4.0

_LIMITS: Final = {
    apsw.SQLITE_LIMIT_ATTACHED: 0,
    apsw.SQLITE_LIMIT_COLUMN: 100,
    apsw.SQLITE_LIMIT_COMPOUND_SELECT: 2,
    apsw.SQLITE_LIMIT_EXPR_DEPTH: 20,
    apsw.SQLITE_LIMIT_FUNCTION_ARG: 8,
    apsw.SQLITE_LIMIT_LENGTH: 8 * 2**20,
    apsw.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 100,
    apsw.SQLITE_LIMIT_SQL_LENGTH: 20_000,
    apsw.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    apsw.SQLITE_LIMIT_VARIABLE_NUMBER: 10,
    apsw.SQLITE_LIMIT_VDBE_OP: 50_000,
    apsw.SQLITE_LIMIT_WORKER_THREADS: 0,
}

_SETTINGS: Final = {
    apsw.SQLITE_DBCONFIG_DEFENSIVE: 1,
    apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA: 0,
    apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER: 0,
    apsw.SQLITE_DBCONFIG_ENABLE_VIEW: 0,
    apsw.SQLITE_DBCONFIG_ENABLE_FKEY: 0,
    apsw.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION: 0,
    apsw.SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER: 0,
    apsw.SQLITE_DBCONFIG_DQS_DDL: 0,
    apsw.SQLITE_DBCONFIG_DQS_DML: 0,
    apsw.SQLITE_DBCONFIG_LEGACY_ALTER_TABLE: 0,
    apsw.SQLITE_DBCONFIG_WRITABLE_SCHEMA: 0,
}

_SCHEMA_TABLES: Final = frozenset({"sqlite_schema", "sqlite_master"})
_ABOUT: Final = frozenset({"meta", "checksum"})
"""The tables in which a file speaks of itself."""

_MOST_HISTORY: Final = 500_000
"""Rows of any table of the history; a file of the largest size has no room for more."""

_PLAIN_TABLE: Final = re.compile(
    r'CREATE TABLE \w+ \((?!.*\b(?:CHECK|DEFAULT|GENERATED|AS|COLLATE)\b)[\w", ()]+\)'
    r"(?: WITHOUT ROWID,)? STRICT",
    re.ASCII | re.IGNORECASE,
)


class Contents(msgspec.Struct, frozen=True):
    """What was found in an image; a file that we cannot read, or need not, has no rows."""

    said: Statement
    rows: StoredRows = {}
    crowd: tuple[str, int, int] | None = None
    """The table that holds too many rows, how many those are, and how many it may hold."""


class Refusal(Exception):
    """The image is not one that we write."""


def examine(image: bytes) -> Contents:
    """Read an image whose header was found good.

    Raises:
        Refusal: anything in it is not as we write it, or looking at it takes too long.
    """
    connection = apsw.Connection(":memory:")
    try:
        _harden(connection)
        connection.deserialize("main", image)
        return _contents(connection)
    except (apsw.Error, *MISTYPED) as error:
        raise Refusal(type(error).__name__) from error
    finally:
        connection.close()


def _harden(connection: apsw.Connection) -> None:
    for setting, value in _SETTINGS.items():
        connection.config(setting, value)
    for limit, value in _LIMITS.items():
        connection.limit(limit, value)
    connection.pragma("cell_size_check", 1)
    connection.pragma("mmap_size", 0)
    connection.pragma("temp_store", 2)
    deadline = time.monotonic() + SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > deadline, 1000)


def _contents(connection: apsw.Connection) -> Contents:
    connection.authorizer = _authorizer(_SCHEMA_TABLES)
    found = _schema(connection)
    said, checksum = _statement(connection, found)
    if said.min_reader > FORMAT:
        return Contents(said)
    newer = said.format > FORMAT
    tables = _require_schema(found, min(said.format, FORMAT), more=newer)
    connection.authorizer = _authorizer(tables)
    _check_integrity(connection, sorted(tables) if newer else [])
    names = sorted(tables - _ABOUT)
    for name in names:
        ((count,),) = connection.execute(f'SELECT count(*) FROM "{name}"')  # noqa: S608
        most = most_rows().get(name, _MOST_HISTORY)
        if count > most:
            return Contents(said, crowd=(name, count, most))
    rows = fetch_rows(connection.execute, names)
    _check_checksums(connection, rows, said, checksum)
    return Contents(said, rows)


def _statement(connection: apsw.Connection, found: Schema) -> tuple[Statement, str]:
    """What the file says of itself, and its checksum.

    This comes first, so that a file of a later format is known for one: the table that says so
    stays the same in all formats.
    """
    if _meta(found) != _meta(known_schema(FORMAT)):
        raise Refusal("meta")
    connection.authorizer = _authorizer(frozenset({"meta"}))
    ((key, *numbers, checksum),) = connection.execute("SELECT * FROM meta")
    said = Statement(*numbers)
    plausible = 0 < said.min_reader <= said.min_writer <= said.format
    if key != 1 or said.format != connection.pragma("user_version") or not plausible:
        raise Refusal("meta")
    return said, checksum


def _meta(schema: Schema) -> Schema:
    return frozenset(row for row in schema if "meta" in row[1:3])


def _require_schema(found: Schema, version: int, *, more: bool) -> frozenset[str]:
    """The tables that we read, once everything in the schema is what it must be.

    There may be `more` where a later format lets us read it: further tables of the plainest kind.
    Those that we know must be as we know them.
    """
    try:
        known = known_schema(version)
    except FileNotFoundError:
        raise Refusal("format") from None
    others = found - known
    if not known <= found or (others and not more) or not all(map(_is_plain, others)):
        raise Refusal("schema")
    return frozenset(name for kind, name, _, _ in known if kind == "table")


def _is_plain(row: tuple[str, str, str, str | None]) -> bool:
    """Whether a part of a schema is a table without expressions, or the index of such a key."""
    kind, name, _, statement = row
    if kind == "index":
        return statement is None and name.startswith("sqlite_autoindex_")
    return kind == "table" and statement is not None and bool(_PLAIN_TABLE.fullmatch(statement))


def _check_integrity(connection: apsw.Connection, only: Sequence[str]) -> None:
    """Make sure that pages, indexes and types are sound, of all tables or `only` of these.

    That every reference leads somewhere is found out when the rows are put together: each is
    looked up there, so it is not looked up here as well.
    """
    for scope in [f'"{name}"' for name in only] or ["1"]:
        if connection.execute(f"PRAGMA integrity_check({scope})").fetchall() != [("ok",)]:
            raise Refusal("integrity")


def _check_checksums(
    connection: apsw.Connection, rows: StoredRows, said: Statement, checksum: str
) -> None:
    """Make sure that every table says what it said when the file was written."""
    stated = dict(connection.execute("SELECT * FROM checksum"))
    ours = {name: rows_checksum(kept) for name, kept in rows.items() if kept}
    others = stated.keys() - rows.keys() if said.format > FORMAT else set()
    if ours != {name: value for name, value in stated.items() if name not in others}:
        raise Refusal("checksum")
    if content_checksum(said, stated) != checksum:
        raise Refusal("checksum")


def _authorizer(tables: frozenset[str]) -> Any:
    """Allows reading these tables, and the checks, in statements of our own; nothing else."""
    checks = ("integrity_check", "user_version")

    def authorize(
        action: int, first: str | None, second: str | None, _: str | None, within: str | None
    ) -> int:
        allowed = within is None and (
            action == apsw.SQLITE_SELECT
            or (action == apsw.SQLITE_FUNCTION and second == "count")
            or (action == apsw.SQLITE_READ and first in tables)
            or (action == apsw.SQLITE_PRAGMA and first in checks)
        )
        return apsw.SQLITE_OK if allowed else apsw.SQLITE_DENY

    return authorize


def _schema(connection: apsw.Connection) -> Schema:
    rows: list[Any] = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema"
    ).fetchall()
    found = frozenset(
        (kind, name, table, sql if sql is None else " ".join(sql.split()))
        for kind, name, table, sql in rows
    )
    if len(found) != len(rows):
        raise Refusal("schema")
    return found


@cache
def known_schema(version: int) -> Schema:
    """Everything that may and must be in the schema of a file of this format."""
    connection = apsw.Connection(":memory:")
    try:
        connection.execute(format_statements(version))
        return _schema(connection)
    finally:
        connection.close()

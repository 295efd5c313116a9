"""The bytes of a file as a database in memory, opened as something hostile.

Nothing here trusts the image: no trigger, view, function or statement of its own can run, every
table must be exactly as we create it before any check looks at its content, and what is read is
given out as plain values. This module imports neither SQLAlchemy nor the window.
"""

import time
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

import apsw
import msgspec

from db.layout import FORMAT
from db.reading import collect

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

_MISTYPED: Final = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    RecursionError,
    msgspec.MsgspecError,
)
"""What content of another kind than ours comes to on its way to plain values."""

_SCHEMA_TABLES: Final = frozenset({"sqlite_schema", "sqlite_master"})


class Contents(msgspec.Struct, frozen=True):
    """Everything read from an image, as plain values."""

    document: Any
    digest: str
    min_reader: int
    min_writer: int
    head: int


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
    except (apsw.Error, *_MISTYPED) as error:
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
    known = known_schema(FORMAT)
    tables = frozenset(name for kind, name, _, _ in known if kind == "table")
    connection.authorizer = _authorizer(_SCHEMA_TABLES)
    if _schema(connection) != known:
        raise Refusal("schema")
    connection.authorizer = _authorizer(tables)
    _check_integrity(connection)

    def fetch(query: str) -> Iterable[tuple[Any, ...]]:
        return connection.execute(query)

    ((_, stated, min_reader, min_writer, head, digest),) = fetch("SELECT * FROM meta")
    if stated != connection.pragma("user_version"):
        raise Refusal("version")
    return Contents(collect(fetch), digest, min_reader, min_writer, head)


def _check_integrity(connection: apsw.Connection) -> None:
    if connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
        raise Refusal("integrity")
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        raise Refusal("references")


def _authorizer(tables: frozenset[str]) -> Any:
    """Allows reading these tables, and the checks, in statements of our own; nothing else."""
    checks = ("integrity_check", "foreign_key_check", "user_version")

    def authorize(
        action: int, first: str | None, _: str | None, __: str | None, within: str | None
    ) -> int:
        allowed = within is None and (
            action == apsw.SQLITE_SELECT
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
    statements = Path(__file__).parents[1] / "formats" / f"{version}.sql"
    connection = apsw.Connection(":memory:")
    try:
        connection.execute(statements.read_text(encoding="utf-8"))
        return _schema(connection)
    finally:
        connection.close()

"""The bytes of a file as a database in memory, opened as something hostile.

Nothing here trusts the image: no trigger, view, function or statement of its own can run, every
table must be exactly as we create it before any check looks at its content, and what is read is
given out as plain values. The worker spends its time on starting, so this module loads nothing but
apsw: neither SQLAlchemy nor msgspec, and of the standard library what every interpreter has loaded.
"""

import time

import apsw

from db.checksums import content_checksum
from db.formats import FORMAT, format_statements
from db.hashing import sha256_hex
from db.packing import pack_rows

from .crowds import MOST_HISTORY, MOST_ROWS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    Schema = frozenset[tuple[str, str, str, str | None]]
    Numbers = tuple[int, int, int, int]
    """What a file says of itself: as `db.declaration.Statement`."""

SECONDS = 4.0
"""Time on the processor: a computer that is busy with other things makes no file suspicious."""

_LIMITS = {
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

_SETTINGS = {
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

_NO_ROWS = pack_rows([])
_SCHEMA_TABLES = frozenset({"sqlite_schema", "sqlite_master"})
_ABOUT = frozenset({"meta", "checksum"})
"""The tables in which a file speaks of itself."""

_PLAIN_TABLE = (
    r'CREATE TABLE \w+ \((?!.*\b(?:CHECK|DEFAULT|GENERATED|AS|COLLATE)\b)[\w", ()]+\)'
    r"(?: WITHOUT ROWID,)? STRICT"
)

_MISTYPED = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What values of another kind than ours come to on their way out."""

_known: "dict[int, Schema]" = {}


class Findings:
    """What was found in an image; a file that we cannot read, or need not, has no tables."""

    def __init__(
        self,
        said: "Numbers",
        rows: "dict[str, list[tuple[Any, ...]]] | None" = None,
        packed: "dict[str, bytes] | None" = None,
        crowd: "tuple[str, int, int] | None" = None,
    ) -> None:
        self.said = said
        self.rows = rows or {}
        """The rows of each table …"""
        self.packed = packed or {}
        """… and as they are sent and checked."""
        self.crowd = crowd
        """The table that holds too many rows, how many those are, and how many it may hold."""


class Refusal(Exception):
    """The image is not one that we write."""


def examine(image: bytes) -> Findings:
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
    deadline = time.thread_time() + SECONDS
    connection.set_progress_handler(lambda: time.thread_time() > deadline, 1000)


def _contents(connection: apsw.Connection) -> Findings:
    connection.authorizer = _authorizer(_SCHEMA_TABLES)
    found = _schema(connection)
    said, checksum = _statement(connection, found)
    version, min_reader, _min_writer, _head = said
    if min_reader > FORMAT:
        return Findings(said)
    newer = version > FORMAT
    tables = _require_schema(found, min(version, FORMAT), more=newer)
    connection.authorizer = _authorizer(tables)
    _check_integrity(connection, sorted(tables) if newer else [])
    names = sorted(tables - _ABOUT)
    for name in names:
        ((count,),) = connection.execute(f'SELECT count(*) FROM "{name}"')  # noqa: S608
        most = MOST_ROWS.get(name, MOST_HISTORY)
        if count > most:
            return Findings(said, crowd=(name, count, most))
    # A scan gives rows in the order of the primary key: no index holds all columns.
    rows = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}  # noqa: S608
    packed = {name: pack_rows(kept) for name, kept in rows.items()}
    _check_checksums(connection, packed, said, checksum)
    return Findings(said, rows, packed)


def _statement(connection: apsw.Connection, found: "Schema") -> "tuple[Numbers, str]":
    """What the file says of itself, and its checksum.

    This comes first, so that a file of a later format is known for one: the table that says so
    stays the same in all formats.
    """
    if _meta(found) != _meta(known_schema(FORMAT)):
        raise Refusal("meta")
    connection.authorizer = _authorizer(frozenset({"meta"}))
    ((key, *numbers, checksum),) = connection.execute("SELECT * FROM meta")
    version, min_reader, min_writer, head = numbers
    plausible = 0 < min_reader <= min_writer <= version
    if key != 1 or version != connection.pragma("user_version") or not plausible:
        raise Refusal("meta")
    return (version, min_reader, min_writer, head), checksum


def _meta(schema: "Schema") -> "Schema":
    return frozenset(row for row in schema if "meta" in row[1:3])


def _require_schema(found: "Schema", version: int, *, more: bool) -> "frozenset[str]":
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


def _is_plain(row: "tuple[str, str, str, str | None]") -> bool:
    """Whether a part of a schema is a table without expressions, or the index of such a key."""
    kind, name, _, statement = row
    if kind == "index":
        return statement is None and name.startswith("sqlite_autoindex_")
    import re  # for files of later formats only

    flags = re.ASCII | re.IGNORECASE
    return kind == "table" and bool(re.fullmatch(_PLAIN_TABLE, statement or "", flags))


def _check_integrity(connection: apsw.Connection, only: "Sequence[str]") -> None:
    """Make sure that pages, indexes and types are sound, of all tables or `only` of these.

    That every reference leads somewhere is found out when the rows are put together: each is
    looked up there, so it is not looked up here as well.
    """
    for scope in [f'"{name}"' for name in only] or ["1"]:
        if connection.execute(f"PRAGMA integrity_check({scope})").fetchall() != [("ok",)]:
            raise Refusal("integrity")


def _check_checksums(
    connection: apsw.Connection, packed: "dict[str, bytes]", said: "Numbers", checksum: str
) -> None:
    """Make sure that every table says what it said when the file was written."""
    stated = dict(connection.execute("SELECT * FROM checksum"))
    ours = {name: sha256_hex(rows) for name, rows in packed.items() if rows != _NO_ROWS}
    others = stated.keys() - packed.keys() if said[0] > FORMAT else set()
    if ours != {name: value for name, value in stated.items() if name not in others}:
        raise Refusal("checksum")
    if content_checksum(said, stated) != checksum:
        raise Refusal("checksum")


def _authorizer(tables: "frozenset[str]") -> "Any":
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


def _schema(connection: apsw.Connection) -> "Schema":
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


def known_schema(version: int) -> "Schema":
    """Everything that may and must be in the schema of a file of this format."""
    if version not in _known:
        _known[version] = _schema_of(format_statements(version))
    return _known[version]


def _schema_of(statements: str) -> "Schema":
    connection = apsw.Connection(":memory:")
    try:
        connection.execute(statements)
        return _schema(connection)
    finally:
        connection.close()

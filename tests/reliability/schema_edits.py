# ruff: noqa: S608  (building dangerous SQL is what this module is for)
"""One object of a schema added or altered at random: refused before anything looks at content."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import apsw

from db.errors import FileRefused
from db.gate import document_in
from db.image import build_image
from tests.reliability.scenes import genuine_document

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass
class Outcome:
    """What was seen over all edits."""

    refused: int = 0
    troubles: list[str] = field(default_factory=list)


def edit_schemas(folder: Path, number: int, seed: int) -> Outcome:
    """Try so many edits of the schema of a genuine file."""
    chance = random.Random(seed)
    image = build_image(genuine_document())
    outcome = Outcome()
    path = folder / "a.poise"
    while outcome.refused + len(outcome.troubles) < number:
        path.write_bytes(image)
        edit = chance.choice(EDITS)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            before = _said(connection)
            try:
                edit(connection, chance)
                connection.execute("VACUUM")
            except sqlite3.Error:
                continue  # SQLite itself does not let it be
            if _said(connection) == before:
                continue
        _try(path.read_bytes(), edit.__name__, outcome)
    return outcome


def _try(image: bytes, name: str, outcome: Outcome) -> None:
    statements: list[str] = []

    def listen(connection: apsw.Connection) -> None:
        connection.exec_trace = lambda _, statement, __: statements.append(statement) or True

    apsw.connection_hooks.append(listen)
    try:
        document_in(image, Path("a.poise"))
    except FileRefused:
        outcome.refused += 1
    else:
        outcome.troubles.append(f"{name}: let in")
    finally:
        apsw.connection_hooks.remove(listen)
    if any("integrity_check" in statement for statement in statements):
        outcome.troubles.append(f"{name}: content was looked at before the schema was known")


def _said(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    """The schema, however its words are set apart."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name")
    return [tuple(str(value).split()) for row in rows for value in row]


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(LETTERS, k=8))


def _table(connection: sqlite3.Connection, chance: random.Random) -> str:
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return str(chance.choice(rows.fetchall())[0])


def _column(connection: sqlite3.Connection, table: str, chance: random.Random) -> str:
    rows = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
    return str(chance.choice(rows.fetchall())[0])


def _rewrite(connection: sqlite3.Connection, table: str, text: str) -> None:
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (text, table))


def one_more_table(connection: sqlite3.Connection, chance: random.Random) -> None:
    """A table, strict or not, with or without a rowid."""
    how = chance.choice(("", "STRICT", "WITHOUT ROWID"))
    connection.execute(f"CREATE TABLE {_name(chance)} (a TEXT PRIMARY KEY) {how}")


def one_more_index(connection: sqlite3.Connection, chance: random.Random) -> None:
    """An index: plain, unique, partial, of an expression, or in another order."""
    table = _table(connection, chance)
    column = _column(connection, table, chance)
    what = chance.choice(
        ('("{}")', '(lower("{}"))', '("{}") WHERE 1', '("{}" COLLATE NOCASE DESC)')
    )
    unique = chance.choice(("", "UNIQUE "))
    connection.execute(f'CREATE {unique}INDEX {_name(chance)} ON "{table}" {what.format(column)}')


def one_more_view(connection: sqlite3.Connection, chance: random.Random) -> None:
    """A view of a table."""
    table = _table(connection, chance)
    connection.execute(f'CREATE VIEW {_name(chance)} AS SELECT * FROM "{table}"')


def a_view_in_place_of_a_table(connection: sqlite3.Connection, chance: random.Random) -> None:
    """A view under the name of a table that was renamed."""
    table, aside = _table(connection, chance), _name(chance)
    connection.execute("PRAGMA legacy_alter_table = ON")
    connection.execute(f'ALTER TABLE "{table}" RENAME TO {aside}')
    connection.execute(f'CREATE VIEW "{table}" AS SELECT * FROM {aside}')


def one_more_trigger(connection: sqlite3.Connection, chance: random.Random) -> None:
    """A trigger, perhaps under the name of a table."""
    table = _table(connection, chance)
    name = chance.choice((_name(chance), _table(connection, chance)))
    event = chance.choice(("INSERT", "UPDATE", "DELETE"))
    connection.execute(f'CREATE TRIGGER "{name}" AFTER {event} ON "{table}" BEGIN SELECT 1; END')


def a_virtual_table(connection: sqlite3.Connection, chance: random.Random) -> None:
    """A table that runs code of a module."""
    module = chance.choice(("fts5(a)", "fts4(a)", "rtree(a, b, c)", "dbstat"))
    connection.execute(f"CREATE VIRTUAL TABLE {_name(chance)} USING {module}")


def a_column_more(connection: sqlite3.Connection, chance: random.Random) -> None:
    """A column: plain, with a default, checked or computed."""
    table = _table(connection, chance)
    what = chance.choice(
        ("TEXT", "TEXT DEFAULT 'x'", "INTEGER CHECK (1)", "TEXT AS ('x')", "REAL REFERENCES meta")
    )
    connection.execute(f'ALTER TABLE "{table}" ADD COLUMN {_name(chance)} {what}')


def a_column_less(connection: sqlite3.Connection, chance: random.Random) -> None:
    """A column is dropped."""
    table = _table(connection, chance)
    column = _column(connection, table, chance)
    connection.execute(f'ALTER TABLE "{table}" DROP COLUMN "{column}"')


def a_column_called_otherwise(connection: sqlite3.Connection, chance: random.Random) -> None:
    """A column gets another name, or only other capitals."""
    table = _table(connection, chance)
    column = _column(connection, table, chance)
    name = chance.choice((_name(chance), column.upper()))
    connection.execute(f'ALTER TABLE "{table}" RENAME COLUMN "{column}" TO "{name}"')


def a_table_called_otherwise(connection: sqlite3.Connection, chance: random.Random) -> None:
    """A table gets another name."""
    connection.execute(f'ALTER TABLE "{_table(connection, chance)}" RENAME TO {_name(chance)}')


def a_table_less(connection: sqlite3.Connection, chance: random.Random) -> None:
    """A table is dropped."""
    connection.execute(f'DROP TABLE "{_table(connection, chance)}"')


def two_columns_swapped(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Two columns change places in a definition."""
    table = _table(connection, chance)
    query = "SELECT sql FROM sqlite_schema WHERE name = ?"
    ((text,),) = connection.execute(query, (table,)).fetchall()
    head, *columns = text.split(",")
    columns[:2] = reversed(columns[:2])
    _rewrite(connection, table, ",".join([head, *columns]))


def a_word_of_a_definition(connection: sqlite3.Connection, chance: random.Random) -> None:
    """A word is taken out of a definition or put into it."""
    table = _table(connection, chance)
    query = "SELECT sql FROM sqlite_schema WHERE name = ?"
    ((text,),) = connection.execute(query, (table,)).fetchall()
    old, new = chance.choice(WORDS)
    _rewrite(connection, table, text.replace(old, new, 1))


def statistics(connection: sqlite3.Connection, chance: random.Random) -> None:
    """What the planner knows of a table."""
    connection.execute(f'ANALYZE "{_table(connection, chance)}"')


WORDS = (
    ("NOT NULL", ""),
    ("STRICT", ""),
    ("WITHOUT ROWID", ""),
    ("STRICT", "STRICT, WITHOUT ROWID"),
    ("TEXT", "ANY"),
    ("TEXT", "BLOB"),
    ("TEXT NOT NULL", "TEXT NOT NULL COLLATE NOCASE"),
    ("TEXT NOT NULL", "TEXT NOT NULL DEFAULT ''"),
    ("TEXT NOT NULL", "TEXT NOT NULL CHECK (1)"),
    ("INTEGER", "INT"),
    ("INTEGER NOT NULL", "INTEGER NOT NULL ON CONFLICT REPLACE"),
    ("REAL", "ANY"),
    ("PRIMARY KEY", "PRIMARY KEY ON CONFLICT IGNORE"),
    ("DEFERRABLE INITIALLY DEFERRED", ""),
    ("DEFERRABLE INITIALLY DEFERRED", "ON DELETE CASCADE"),
    ("UNIQUE", "PRIMARY KEY"),
    ("CREATE TABLE", "CREATE TABLE /* */"),
    ("CREATE TABLE", "create table"),
    (",", ", /* , */"),
)

EDITS: tuple[Callable[[sqlite3.Connection, random.Random], None], ...] = (
    one_more_table,
    one_more_index,
    one_more_index,
    one_more_view,
    a_view_in_place_of_a_table,
    one_more_trigger,
    a_virtual_table,
    a_column_more,
    a_column_less,
    a_column_called_otherwise,
    a_table_called_otherwise,
    a_table_less,
    two_columns_swapped,
    a_word_of_a_definition,
    a_word_of_a_definition,
    a_word_of_a_definition,
    statistics,
)

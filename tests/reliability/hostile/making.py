"""Files made to mislead, to hang or to harm: each maker turns a genuine file into one.

Where a maker changes content it also puts the right checksums into the file, as somebody who has
read our documentation would.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from db.checksums import content_checksum, rows_checksum
from db.layout import checked_tables
from db.reading import fetch_rows

Maker = Callable[[Path], None]
MAKERS: dict[str, Maker] = {}


def maker(make: Maker) -> Maker:
    """Add a maker to the set under its name."""
    MAKERS[make.__name__] = make
    return make


def run(path: Path, *statements: str) -> None:
    """Run statements on a file with SQLite as it comes, and leave no free pages."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.execute(statement)
        with suppress(sqlite3.Error):
            connection.execute("VACUUM")


def restamp(path: Path) -> None:
    """Put the checksums of the file's present content into it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        rows = fetch_rows(connection.execute, checked_tables())
        checksums = {name: rows_checksum(kept) for name, kept in rows.items() if kept}
        connection.execute("DELETE FROM checksum")
        connection.executemany("INSERT INTO checksum VALUES (?, ?)", checksums.items())
        ((_, *numbers, _),) = connection.execute("SELECT * FROM meta")
        head = len(rows["revision"])
        total = content_checksum((*numbers[:-1], head), checksums)
        connection.execute("UPDATE meta SET content_sha256 = ?, head = ?", (total, head))


def alter(path: Path, *statements: str) -> None:
    """Run statements and make the digest fit."""
    run(path, *statements)
    restamp(path)


def rewrite_schema(path: Path, table: str, old: str, new: str, *then: str) -> None:
    """Change the text of a table's definition behind SQLite's back, and run statements under it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        changed = connection.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ? AND instr(sql, ?)",
            (old, new, table, old),
        )
        assert changed.rowcount == 1
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in then:
            connection.execute(statement)


def without_strictness(path: Path, table: str, *statements: str) -> None:
    """Run statements on a table while it does not check types; then let it look as before."""
    with closing(sqlite3.connect(path)) as connection:
        ((text,),) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,))
    rewrite_schema(path, table, text, text.replace("STRICT", "").rstrip(" \n,"), *statements)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (text, table))


def patch(path: Path, at: int, data: bytes) -> None:
    """Overwrite some bytes of a file."""
    with path.open("r+b") as file:
        file.seek(at, os.SEEK_SET if at >= 0 else os.SEEK_END)
        file.write(data)

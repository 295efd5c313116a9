"""Damage and lies below the schema."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.reliability.hostile.making import maker, patch, rewrite_schema


@maker
def an_index_that_lies(path: Path) -> None:
    rewrite_schema(path, "options", "UNIQUE (id)", "UNIQUE (position)")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, 'UNIQUE (position)', 'UNIQUE (id)')"
            " WHERE name = 'options'"
        )
        connection.execute("UPDATE options SET id = 'lie' || key")


@maker
def a_page_of_zeros(path: Path) -> None:
    patch(path, 3 * 4096, bytes(4096))


@maker
def a_tree_of_pages_in_a_circle(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        ((root,),) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'scores'"
        ).fetchall()
    at = (root - 1) * 4096
    head = bytes((2,)) + bytes(4) + (4096).to_bytes(2, "big") + bytes(1) + root.to_bytes(4, "big")
    patch(path, at, head)


@maker
def swapped_pages(path: Path) -> None:
    data = path.read_bytes()
    patch(path, 5 * 4096, data[7 * 4096 : 8 * 4096])
    patch(path, 7 * 4096, data[5 * 4096 : 6 * 4096])

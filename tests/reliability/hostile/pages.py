"""Files whose bytes lie: headers, pages and pointers that SQLite would follow or put up with."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.reliability.hostile.making import maker, patch, rewrite_schema, run

PAGE = 4096


def rebuilt(path: Path, *pragmas: str) -> None:
    """Write the same tables and rows into a file that SQLite makes under other settings."""
    with closing(sqlite3.connect(path)) as old:
        script = list(old.iterdump())
        marks = [old.execute(f"PRAGMA {name}").fetchone()[0] for name in MARKS]
    path.unlink()
    with closing(sqlite3.connect(path, isolation_level=None)) as new:
        for pragma in pragmas:  # first: they hold only for what is still empty
            new.execute(f"PRAGMA {pragma}")
        for name, mark in zip(MARKS, marks, strict=True):
            new.execute(f"PRAGMA {name} = {mark}")
        new.execute("PRAGMA foreign_keys = OFF")
        for statement in script:
            new.execute(statement)


MARKS = ("application_id", "user_version")


def root_of(path: Path, table: str) -> int:
    """The page on which a table begins."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        ((root,),) = connection.execute(query, (table,)).fetchall()
    return int(root)


def start_of(path: Path, table: str) -> int:
    """Where that page begins in the file."""
    return (root_of(path, table) - 1) * PAGE


@maker
def text_in_two_bytes_a_character(path: Path) -> None:
    rebuilt(path, "encoding = 'UTF-16le'")


@maker
def text_in_two_bytes_the_other_way_round(path: Path) -> None:
    rebuilt(path, "encoding = 'UTF-16be'")


@maker
def the_smallest_pages(path: Path) -> None:
    rebuilt(path, "page_size = 512")


@maker
def the_largest_pages(path: Path) -> None:
    rebuilt(path, "page_size = 65536")


@maker
def a_page_size_that_is_no_power_of_two(path: Path) -> None:
    patch(path, 16, (4097).to_bytes(2, "big"))


@maker
def an_old_kind_of_schema(path: Path) -> None:
    patch(path, 44, (1).to_bytes(4, "big"))


@maker
def a_schema_of_the_future(path: Path) -> None:
    patch(path, 44, (5).to_bytes(4, "big"))


@maker
def a_cache_of_terabytes_asked_for(path: Path) -> None:
    patch(path, 48, (2**31 - 1).to_bytes(4, "big"))


@maker
def a_log_ahead_that_was_folded_in(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE decision SET title = title || '!'")
    for left in path.parent.glob(f"{path.name}-*"):
        left.unlink()


@maker
def a_list_of_free_pages_cut_short(path: Path) -> None:
    pages = path.stat().st_size // PAGE
    patch(path, 32, pages.to_bytes(4, "big") + (3).to_bytes(4, "big"))


@maker
def free_pages_counted_but_not_listed(path: Path) -> None:
    patch(path, 36, (7).to_bytes(4, "big"))


@maker
def a_free_page_that_is_in_use(path: Path) -> None:
    patch(path, 32, root_of(path, "options").to_bytes(4, "big") + (1).to_bytes(4, "big"))


@maker
def a_root_for_vacuuming(path: Path) -> None:
    patch(path, 52, (3).to_bytes(4, "big") + (1).to_bytes(4, "big"))


@maker
def other_fractions_of_pages(path: Path) -> None:
    patch(path, 21, b"\x10\x08\x08")


@maker
def something_in_the_reserved_header(path: Path) -> None:
    patch(path, 72, b"<script>alert(1)</sc")


@maker
def a_change_counter_of_another_writer(path: Path) -> None:
    patch(path, 24, (77).to_bytes(4, "big"))


@maker
def two_rows_in_one_place(path: Path) -> None:
    start = start_of(path, "options")
    with path.open("rb") as file:
        file.seek(start + 8)
        first = file.read(2)
    patch(path, start + 10, first)


@maker
def a_cell_in_the_header_of_its_page(path: Path) -> None:
    patch(path, start_of(path, "options") + 8, (3).to_bytes(2, "big"))


@maker
def more_cells_than_fit(path: Path) -> None:
    patch(path, start_of(path, "options") + 3, b"\xff\xff")


@maker
def fewer_cells_than_there_are(path: Path) -> None:
    patch(path, start_of(path, "options") + 3, b"\x00\x01")


@maker
def free_blocks_in_a_circle(path: Path) -> None:
    start = start_of(path, "options")
    patch(path, start + 1, (4000).to_bytes(2, "big"))
    patch(path, start + 4000, (4000).to_bytes(2, "big") + (8).to_bytes(2, "big"))


@maker
def a_page_of_another_kind(path: Path) -> None:
    patch(path, start_of(path, "options"), b"\x0a")


@maker
def two_tables_that_share_their_rows(path: Path) -> None:
    start, other = start_of(path, "options"), root_of(path, "criteria")
    head = b"\x05" + bytes(2) + b"\x00\x00" + (PAGE).to_bytes(2, "big") + b"\x00"
    patch(path, start, head + other.to_bytes(4, "big"))


@maker
def two_tables_that_swapped_their_rows(path: Path) -> None:
    one, other = root_of(path, "option_assumptions"), root_of(path, "option_mechanisms")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for name, root in (("option_assumptions", other), ("option_mechanisms", one)):
            query = "UPDATE sqlite_schema SET rootpage = ? WHERE name = ?"
            connection.execute(query, (root, name))


@maker
def a_long_text_that_continues_in_itself(path: Path) -> None:
    run(path, "UPDATE decision SET question = hex(zeroblob(9000))")
    data = path.read_bytes()
    for page in range(2, len(data) // PAGE + 1):
        at = (page - 1) * PAGE
        if data[at + 4 : at + PAGE] == b"0" * (PAGE - 4):
            patch(path, at, page.to_bytes(4, "big"))
            return
    raise AssertionError("no page of a long text was found")


@maker
def a_second_database_behind_the_first(path: Path) -> None:
    path.write_bytes(path.read_bytes() * 2)


@maker
def an_archive_behind_the_database(path: Path) -> None:
    archive = b"PK\x05\x06" + bytes(18)
    path.write_bytes(path.read_bytes() + archive.rjust(PAGE, b"\0"))


@maker
def a_database_behind_a_pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n".ljust(PAGE, b"\0") + path.read_bytes())


@maker
def a_trillion_bytes_of_nothing(path: Path) -> None:
    path.unlink()
    path.touch()
    try:
        os.truncate(path, 2**40)
    except OSError:  # the file system has no room even for nothing
        os.truncate(path, 2**35)


@maker
def as_large_as_is_let_in_but_of_noise(path: Path) -> None:
    with path.open("ab") as file:
        for _ in range(63):
            file.write(os.urandom(2**20))
    pages = path.stat().st_size // PAGE
    patch(path, 28, pages.to_bytes(4, "big"))


@maker
def words_kept_apart_by_other_spaces(path: Path) -> None:
    rewrite_schema(path, "options", "NOT NULL", "NOT\u00a0NULL")


@maker
def a_schema_with_a_remark(path: Path) -> None:
    rewrite_schema(path, "options", "STRICT", "STRICT -- harmless")


@maker
def a_schema_behind_a_zero_byte(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = sql || char(0) || 'evil' WHERE name = 'options'"
        )


@maker
def a_table_called_otherwise_in_its_entry(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET name = 'OPTIONS' WHERE name = 'options'")


@maker
def an_entry_of_no_known_kind(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("INSERT INTO sqlite_schema VALUES ('secret', 'x', 'x', 0, NULL)")


@maker
def an_entry_of_nothing(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("INSERT INTO sqlite_schema VALUES (NULL, NULL, NULL, NULL, NULL)")

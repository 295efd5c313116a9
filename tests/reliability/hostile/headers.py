"""Headers that claim what is not so, and forms of a database that we never write."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.reliability.hostile.making import maker, patch, run


@maker
def a_newer_format(path: Path) -> None:
    patch(path, 60, (200).to_bytes(4, "big"))


@maker
def a_newer_minor_format_that_only_its_writer_says_we_can_read(path: Path) -> None:
    patch(path, 60, (101).to_bytes(4, "big"))


@maker
def a_format_that_only_a_newer_program_can_read(path: Path) -> None:
    run(path, "UPDATE meta SET format = 101, min_reader = 101", "PRAGMA user_version = 101")


@maker
def a_format_before_the_first(path: Path) -> None:
    patch(path, 60, (7).to_bytes(4, "big"))


@maker
def a_header_that_asks_for_a_write_ahead_log(path: Path) -> None:
    patch(path, 18, b"\x02\x02")


@maker
def a_header_that_claims_more_pages(path: Path) -> None:
    patch(path, 28, (2**31).to_bytes(4, "big"))


@maker
def a_header_that_claims_another_page_size(path: Path) -> None:
    patch(path, 16, (512).to_bytes(2, "big"))


@maker
def a_header_that_reserves_space(path: Path) -> None:
    patch(path, 20, b"\x20")


@maker
def sixteen_bit_text(path: Path) -> None:
    patch(path, 56, (2).to_bytes(4, "big"))


@maker
def pages_of_deleted_content(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE gone (text TEXT)")
        connection.execute("INSERT INTO gone VALUES (hex(zeroblob(90000)))")
        connection.execute("DROP TABLE gone")


@maker
def self_vacuuming_pages(path: Path) -> None:
    run(path, "PRAGMA auto_vacuum = FULL")

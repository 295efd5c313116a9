# ruff: noqa: S608  (building dangerous SQL is what this module is for)
"""Files made to mislead, to hang or to harm: each maker turns a genuine file into one.

Where a maker changes content it also puts the right checksums into the file, as somebody who has
read our documentation would.
"""

import os
import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from db.checksums import Statement, content_checksum, rows_checksum
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
        said = Statement(*numbers[:-1], len(rows["revision"]))
        total = content_checksum(said, checksums)
        connection.execute("UPDATE meta SET content_sha256 = ?, head = ?", (total, said.head))


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


# What is not a file of ours


@maker
def nothing_at_all(path: Path) -> None:
    path.write_bytes(b"")


@maker
def a_letter(path: Path) -> None:
    path.write_text("Dear colleague,\n" * 1000, encoding="utf-8")


@maker
def a_pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + bytes(9000))


@maker
def noise(path: Path) -> None:
    path.write_bytes(bytes((7 * n * n + n // 3) % 256 for n in range(20_000)))


@maker
def somebody_elses_database(path: Path) -> None:
    path.unlink()
    run(path, "CREATE TABLE contacts (name TEXT)", "INSERT INTO contacts VALUES ('Rosa')")


@maker
def somebody_elses_database_with_our_mark(path: Path) -> None:
    somebody_elses_database(path)
    run(path, "PRAGMA application_id = 1349470579", "PRAGMA user_version = 100")


@maker
def an_empty_database_with_our_mark(path: Path) -> None:
    path.unlink()
    run(path, "PRAGMA application_id = 1349470579", "PRAGMA user_version = 100")


@maker
def half_a_file(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@maker
def a_file_without_its_last_byte(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


@maker
def a_file_with_something_appended(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"MZ" + bytes(4094))


@maker
def ten_sparse_gigabytes(path: Path) -> None:
    os.truncate(path, 10 * 2**30)


@maker
def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@maker
def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@maker
def a_socket(path: Path) -> None:
    path.unlink()
    with socket.socket(socket.AF_UNIX) as listener, suppress(OSError):
        listener.bind(str(path))
    if not path.exists():  # the name is too long for a socket here
        a_pipe(path)


@maker
def a_link_to_endless_zeros(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


@maker
def a_link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


@maker
def a_link_to_nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("gone.poise"))


# Headers


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


# Side files


@maker
def a_hot_journal_beside_it(path: Path) -> None:
    data = path.read_bytes()
    journal = bytes.fromhex("d9d505f920a163d7") + b"\xff\xff\xff\xff" + bytes(4)
    journal += (len(data) // 4096).to_bytes(4, "big") + (512).to_bytes(4, "big")
    journal += (4096).to_bytes(4, "big")
    path.with_name(path.name + "-journal").write_bytes(journal.ljust(512, b"\0") + data[:4096])


@maker
def a_write_ahead_log_beside_it(path: Path) -> None:
    other = path.with_name("other.db")
    other.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE decision SET marking = 'TLP:CLEAR'")
        log = other.with_name("other.db-wal").read_bytes()
    path.write_bytes(other.read_bytes())
    path.with_name(path.name + "-wal").write_bytes(log)
    for left in path.parent.glob("other.db*"):
        left.unlink()


# Schemas


@maker
def a_trigger_that_changes_scores(path: Path) -> None:
    run(path, "CREATE TRIGGER t AFTER UPDATE ON options BEGIN UPDATE scores SET likely = 100; END")


@maker
def a_trigger_that_deletes_history(path: Path) -> None:
    run(path, "CREATE TRIGGER t AFTER INSERT ON revision BEGIN DELETE FROM change; END")


@maker
def a_trigger_that_reads_where_the_file_lies(path: Path) -> None:
    run(
        path,
        "CREATE TRIGGER t AFTER UPDATE ON options BEGIN"
        " UPDATE options SET name = (SELECT file FROM pragma_database_list); END",
    )


@maker
def scores_that_are_a_view(path: Path) -> None:
    run(
        path,
        "ALTER TABLE scores RENAME TO real_scores",
        "CREATE VIEW scores AS SELECT assessor, option, criterion, 100.0 AS likely, low, high,"
        " rationale, basis, confidence FROM real_scores",
    )


@maker
def a_marking_that_is_a_view(path: Path) -> None:
    columns = "key, id, title, question, decision_maker, background, state_of_affairs"
    rest = "baseline, assessor, taken, taken_on, taken_because"
    run(
        path,
        "ALTER TABLE decision RENAME TO real_decision",
        f"CREATE VIEW decision AS SELECT {columns}, illustrative, marking_scheme,"
        f" 'TLP:CLEAR' AS marking, {rest} FROM real_decision",
    )


@maker
def a_view_without_end(path: Path) -> None:
    run(
        path,
        "DROP TABLE precedents",
        "CREATE VIEW precedents AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n)"
        " SELECT x AS key, x AS position, x AS id FROM n",
    )


@maker
def a_view_of_two_hundred_million_rows(path: Path) -> None:
    many = ", ".join(f"scores s{n}" for n in range(5))
    run(path, "DROP TABLE precedents", f"CREATE VIEW precedents AS SELECT s0.* FROM {many}")


@maker
def a_view_of_gigabytes(path: Path) -> None:
    run(
        path,
        "DROP TABLE precedents",
        "CREATE VIEW precedents AS SELECT zeroblob(900000000) AS key",
    )


@maker
def a_view_with_an_endless_pattern(path: Path) -> None:
    rewrite_schema(path, "meta", "CREATE TABLE meta", "CREATE TABLE meta")
    run(
        path,
        "DROP TABLE precedents",
        "CREATE VIEW precedents AS SELECT 1 AS key WHERE 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'"
        " REGEXP '(a+)+$'",
    )


@maker
def one_more_table(path: Path) -> None:
    run(path, "CREATE TABLE extra (text TEXT)")


@maker
def one_more_index(path: Path) -> None:
    run(path, "CREATE INDEX extra ON options (name)")


@maker
def an_index_on_an_expression(path: Path) -> None:
    run(path, "CREATE INDEX extra ON options (upper(name))")


@maker
def a_full_text_table(path: Path) -> None:
    run(path, "CREATE VIRTUAL TABLE words USING fts5(text)")


@maker
def a_table_of_an_unknown_module(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "INSERT INTO sqlite_schema VALUES"
            " ('table', 'evil', 'evil', 0, 'CREATE VIRTUAL TABLE evil USING load_me(x)')"
        )


@maker
def a_table_too_few(path: Path) -> None:
    run(path, "DROP TABLE former")


@maker
def a_column_more(path: Path) -> None:
    alter(path, "ALTER TABLE options ADD COLUMN colour TEXT")


@maker
def a_column_that_computes_itself(path: Path) -> None:
    run(path, "ALTER TABLE options ADD COLUMN evil TEXT AS (upper(name))")


@maker
def a_check_with_a_heavy_expression(path: Path) -> None:
    heavy = "CHECK (length(hex(zeroblob(400000000))) > 0), UNIQUE (id)"
    rewrite_schema(path, "options", "UNIQUE (id)", f"UNIQUE (id), {heavy}")


@maker
def a_default_that_reads_a_file(path: Path) -> None:
    rewrite_schema(path, "meta", "head INTEGER NOT NULL", "head INTEGER NOT NULL DEFAULT (1/0)")


@maker
def an_unknown_collation(path: Path) -> None:
    rewrite_schema(path, "options", "name TEXT NOT NULL", "name TEXT COLLATE evil NOT NULL")


@maker
def a_table_without_types(path: Path) -> None:
    rewrite_schema(path, "scores", "STRICT", "")


@maker
def a_table_stored_in_another_way(path: Path) -> None:
    rewrite_schema(path, "weights", "WITHOUT ROWID,", "")


@maker
def two_tables_on_the_same_page(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema"
            " WHERE name = 'mechanisms') WHERE name = 'sources'"
        )


@maker
def a_table_that_lies_in_the_schema_itself(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'former'")


@maker
def a_table_beyond_the_end(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'former'")


@maker
def a_schema_entry_twice(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'meta'"
        )


@maker
def statistics_for_the_planner(path: Path) -> None:
    run(path, "ANALYZE")


# Damage and lies below the schema


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


# Content


@maker
def another_score_without_its_digest(path: Path) -> None:
    run(path, "UPDATE scores SET rationale = rationale || '!'")


@maker
def infinite_scores(path: Path) -> None:
    run(path, "UPDATE weights SET swing = 9e999")


@maker
def negative_weights(path: Path) -> None:
    run(path, "UPDATE weights SET swing = -3")


@maker
def scores_off_the_scale(path: Path) -> None:
    alter(path, "UPDATE scores SET low = NULL, likely = 1e9, high = NULL")


@maker
def a_range_the_wrong_way_round(path: Path) -> None:
    alter(path, "UPDATE scores SET low = 3, likely = 2, high = 1")


@maker
def text_where_a_number_belongs(path: Path) -> None:
    without_strictness(path, "weights", "UPDATE weights SET swing = 'abc'")


@maker
def bytes_where_text_belongs(path: Path) -> None:
    without_strictness(path, "options", "UPDATE options SET name = x'ff00ff'")


@maker
def broken_text(path: Path) -> None:
    run(path, "UPDATE options SET name = CAST(x'c328a0' AS TEXT)")


@maker
def a_name_with_a_zero_byte(path: Path) -> None:
    run(path, "UPDATE options SET name = 'Safe' || char(0) || 'hidden'")


@maker
def a_name_that_turns_the_line_around(path: Path) -> None:
    alter(path, "UPDATE options SET name = 'Option ' || char(8238) || 'txt.exe'")


@maker
def a_name_without_end(path: Path) -> None:
    run(path, "UPDATE options SET name = hex(zeroblob(5000))")


@maker
def two_hundred_megabytes_of_text(path: Path) -> None:
    run(path, "UPDATE decision SET question = hex(zeroblob(30000000))")


@maker
def an_empty_name(path: Path) -> None:
    run(path, "UPDATE options SET name = ''")


@maker
def an_id_with_a_path_in_it(path: Path) -> None:
    run(path, "UPDATE options SET id = '../../' || key")


@maker
def a_value_that_nobody_knows(path: Path) -> None:
    run(path, "UPDATE scores SET confidence = 'certain'")


@maker
def a_day_that_is_none(path: Path) -> None:
    run(path, "UPDATE brief SET dated = '2026-02-30'")


@maker
def a_row_that_points_at_nothing(path: Path) -> None:
    run(path, "UPDATE decision SET baseline = 4711")


@maker
def options_without_their_order(path: Path) -> None:
    run(path, "UPDATE options SET position = position * 2")


@maker
def criteria_in_a_circle(path: Path) -> None:
    alter(path, "UPDATE criteria SET parent = key")


@maker
def scores_on_a_branch(path: Path) -> None:
    alter(path, "UPDATE criteria SET parent = (SELECT max(criterion) FROM scores) WHERE key = 1")


@maker
def scores_of_an_actor(path: Path) -> None:
    alter(path, "UPDATE perspectives SET kind = 'actor'")


@maker
def two_decisions(path: Path) -> None:
    run(
        path,
        "CREATE TEMP TABLE copy AS SELECT * FROM decision",
        'UPDATE copy SET "key" = 2',
        "INSERT INTO decision SELECT * FROM copy",
    )


@maker
def no_decision(path: Path) -> None:
    run(path, "DELETE FROM decision")


@maker
def no_meta(path: Path) -> None:
    run(path, "DELETE FROM meta")


# History


@maker
def a_history_that_does_not_lead_here(path: Path) -> None:
    alter(path, """UPDATE change SET "after" = '[' WHERE column_name <> 'position'""")


@maker
def a_change_of_a_table_that_is_not_there(path: Path) -> None:
    run(path, "UPDATE change SET table_name = 'sqlite_schema'")


@maker
def a_change_of_a_column_that_is_not_there(path: Path) -> None:
    alter(path, "UPDATE change SET column_name = '__class__' WHERE column_name <> 'position'")


@maker
def a_change_that_nests_without_end(path: Path) -> None:
    deep = "'{\"name\":' || replace(hex(zeroblob(50000)), '0', '[') || '}'"
    run(path, f'UPDATE change SET column_name = NULL, "before" = NULL, "after" = {deep}')


@maker
def a_session_whose_count_is_wrong(path: Path) -> None:
    alter(path, "UPDATE session SET seen = 7")


@maker
def a_revision_before_its_parent(path: Path) -> None:
    alter(path, "UPDATE revision SET parent = number")


@maker
def a_revision_at_the_end_of_time(path: Path) -> None:
    run(path, "UPDATE revision SET time = 9223372036854775807")


@maker
def a_former_row_that_takes_the_place_of_a_present_one(path: Path) -> None:
    run(path, "INSERT OR REPLACE INTO former VALUES ('options', 1, 'impostor')")


@maker
def a_million_revisions(path: Path) -> None:
    run(
        path,
        "WITH RECURSIVE n(x) AS (SELECT 10 UNION ALL SELECT x + 1 FROM n LIMIT 1000000)"
        " INSERT INTO revision SELECT x, 1, x, NULL, NULL, NULL, 0, '', '' FROM n",
    )

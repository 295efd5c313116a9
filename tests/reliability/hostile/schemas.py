# ruff: noqa: S608  (building dangerous SQL is what this module is for)
"""Schemas with more, less or other than ours: what SQLite would run or follow."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.reliability.hostile.making import alter, maker, rewrite_schema, run


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

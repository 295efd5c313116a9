# ruff: noqa: S608  (building dangerous SQL is what this module is for)
"""Histories that do not lead to what stands in the file."""

from pathlib import Path

from tests.reliability.hostile.making import alter, maker, run


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

"""Rows that no assessment could hold, under a digest that fits."""

from pathlib import Path

from tests.reliability.hostile.making import alter, maker, run, without_strictness


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

"""Putting rows in and taking them out."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from db.model import Level, Weight
from db.model.rows import put, swap, take, without
from db.model.tables import key_of, tables
from tests.strategies import assessments

KEYS = st.sampled_from("abcdef")


@given(st.lists(st.tuples(KEYS, KEYS, st.floats(0, 100))))
def test_rows_that_are_put_stay_sorted_and_the_last_word_counts(entries):
    rows, last = (), {}
    for who, leaf, swing in entries:
        row = Weight(perspective=who, criterion=leaf, swing=swing)
        rows = put(rows, row)
        last[who, leaf] = row
    assert list(rows) == [last[key] for key in sorted(last)]


def test_putting_what_is_there_gives_the_very_same_rows(case):
    assert put(case.scores, msgspec.structs.replace(case.scores[2])) is case.scores


def test_numbers_in_keys_are_ordered_as_numbers():
    rows = ()
    for at in (10.0, 9.0, -1.0):
        rows = put(rows, Level(criterion="a", at=at))
    assert [row.at for row in rows] == [-1.0, 9.0, 10.0]


def test_a_row_is_taken_by_its_key(case):
    left = take(case.levels, ("peace", 0.0))
    assert [row.at for row in left] == [100.0]
    assert take(left, ("peace", 0.0)) is left


def test_an_entity_is_swapped_where_it_stands(case):
    named = msgspec.structs.replace(case.options[1], name="Speak")
    assert [row.name for row in swap(case.options, named)] == ["Hold back", "Speak", "Fight"]


def test_without_nothing_is_the_same_assessment(case):
    assert without(case, "options", []) is case


@given(assessments(), st.randoms(use_true_random=False))
def test_nothing_points_at_what_was_taken_out_and_nothing_else_is_lost(assessment, chance):
    table = chance.choice([t for t in tables().values() if t.ordered])
    rows = getattr(assessment, table.name)
    gone = {row.id for row in rows if chance.random() < 0.4}
    left = without(assessment, table.name, gone)
    kept = {name: ids_of(left, name) for name, each in tables().items() if each.ordered}
    assert kept[table.name] == ids_of(assessment, table.name) - gone
    for each in tables().values():
        before, after = (rows_of(value, each) for value in (assessment, left))
        for row in after:
            for column in each.columns:
                value = getattr(row, column.name)
                assert (
                    column.references is None or value is None or value in kept[column.references]
                )
        if not each.single:
            survivors = {key_of(row) for row in after}
            for row in before:
                lost = key_of(row) not in survivors
                assert lost == (
                    (key_of(row)[0] in gone and each is table) or points(each, row, kept)
                )


def points(table, row, kept):
    """Tell whether a row needs another one that was not kept."""
    return any(
        column.references is not None
        and not column.optional
        and getattr(row, column.name) not in kept[column.references]
        for column in table.columns
    )


def ids_of(assessment, name):
    return {row.id for row in getattr(assessment, name)}


def rows_of(assessment, table):
    rows = getattr(assessment, table.name)
    return (rows,) if table.single else rows

"""The difference of two assessments leads from the one to the other and back."""

import random

import msgspec
import pytest
from hypothesis import given

from db.difference import (
    POSITION,
    Change,
    Draft,
    Mismatch,
    apply,
    difference,
    inverse,
    require_valid,
)
from tests.strategies import assessments, edited, grown, pairs


@given(pairs())
def test_applying_the_difference_gives_the_second(pair):
    before, after = pair
    assert apply(difference(before, after), before) == after


@given(pairs())
def test_applying_the_inverse_gives_the_first_back(pair):
    before, after = pair
    assert apply(inverse(difference(before, after)), after) == before


@given(assessments(), assessments())
def test_unrelated_assessments_have_a_difference_too(one, other):
    assert apply(difference(one, other), one) == other


@given(assessments())
def test_equal_assessments_have_no_difference(one):
    assert difference(one, msgspec.convert(msgspec.to_builtins(one), type(one))) == ()


@given(pairs())
def test_a_difference_survives_being_written_as_json(pair):
    changes = difference(*pair)
    text = msgspec.json.encode(changes)
    assert msgspec.json.decode(text, type=tuple[Change, ...]) == changes


def test_one_changed_cell_is_one_change(small):
    score = small.scores[3]
    changed = msgspec.structs.replace(score, rationale="Because.")
    after = msgspec.structs.replace(small, scores=(*small.scores[:3], changed, *small.scores[4:]))
    key = (score.assessor, score.option, score.criterion)
    assert difference(small, after) == (
        Change("scores", key, "rationale", score.rationale, "Because."),
    )


def test_a_new_order_names_the_rows_before_and_after(small):
    after = msgspec.structs.replace(small, options=small.options[::-1])
    ids = [row.id for row in small.options]
    assert difference(small, after) == (Change("options", (), POSITION, ids, ids[::-1]),)


def test_a_removed_row_is_kept_whole_with_its_place(small):
    gone = small.precedents[1]
    rest = tuple(row for row in small.precedents if row is not gone)
    (change,) = difference(small, msgspec.structs.replace(small, precedents=rest))
    assert (change.key, change.position, change.after) == ((gone.id,), 1, None)
    assert change.before["name"] == gone.name


@pytest.mark.parametrize("seed", range(20))
def test_a_draft_follows_many_steps_like_the_values_themselves(seed):
    chance = random.Random(seed)
    value = grown(seed, 4)
    draft = Draft(value)
    for _ in range(10):
        following = edited(value, chance)
        draft.apply(difference(value, following))
        value = following
    assert draft.freeze() == value


@given(pairs())
def test_a_difference_is_refused_where_it_does_not_belong(pair):
    before, after = pair
    changes = difference(before, after)
    cells = [c for c in changes if c.column not in (None, POSITION)]
    for change in cells:
        with pytest.raises(Mismatch):
            apply([msgspec.structs.replace(change, before="something else")], before)


@pytest.mark.parametrize(
    "change",
    [
        Change("no such table", ("K1",), "name", "a", "b"),
        Change("options", ("no such row",), "name", "a", "b"),
        Change("options", (), "name", "a", "b"),
        Change("options", ("K1",), None, None, {"colour": "red"}, 0),
        Change("options", ("K1",), None, None, {"name": "New"}, 99),
        Change("options", ("K1",), None, {"name": "Same"}, {"name": "Same"}),
        Change("options", (), POSITION, ["a"], ["b"]),
        Change("options", (), POSITION, None, None),
    ],
)
def test_a_change_that_cannot_be_made_is_a_mismatch(small, change):
    with pytest.raises(Mismatch):
        apply([change], small)


def test_an_affirmation_changes_nothing(small):
    row = small.options[0]
    there = [
        Change("options", (row.id,), "name", row.name, row.name),
        Change("options", (row.id,), None, {"name": row.name}, {"name": row.name}),
        Change("options", ("not there",), None, None, None),
    ]
    assert apply(there, small) == small
    assert apply(inverse(tuple(there)), small) == small
    with pytest.raises(Mismatch):
        apply([Change("options", (row.id,), None, None, None)], small)


def test_values_out_of_their_bounds_are_not_valid(small):
    key = (small.options[0].id,)
    require_valid([Change("options", key, "name", "Old", "New")])
    for value in ("", "x" * 201, 3, None):
        with pytest.raises(Mismatch):
            require_valid([Change("options", key, "name", "Old", value)])
    with pytest.raises(Mismatch):
        require_valid([Change("options", ("K1",), None, None, {"name": ""})])

"""The assessment as one immutable value."""

import msgspec
import pytest
from hypothesis import given

from db.model import Level, Option, Score
from db.model.rows import canonical, put
from tests.cases import small_case
from tests.strategies import assessments


def test_rows_and_tables_cannot_be_changed_in_place(case):
    with pytest.raises(AttributeError):
        case.options = ()
    with pytest.raises(AttributeError):
        case.options[0].name = "Other"
    with pytest.raises(TypeError):
        case.option_by_id["hold"] = case.options[1]


def test_two_that_say_the_same_are_equal_and_hash_alike(case):
    other = small_case()
    assert case is not other
    assert case == other
    assert hash(case) == hash(other)


def test_lookups_find_every_row(case):
    assert [case.option_by_id[row.id] for row in case.options] == list(case.options)
    assert [case.criterion_by_id[row.id] for row in case.criteria] == list(case.criteria)
    assert [case.perspective_by_id[row.id] for row in case.perspectives] == list(case.perspectives)
    assert case.score_by_key[("me", "talk", "aid")].likely == 80.0
    assert case.swing_by_key[("me", "borders")] == 50.0


def test_a_new_value_never_shows_the_lookups_of_the_old_one(case):
    assert "wait" not in case.option_by_id
    wait = Option(id="wait", name="Wait")
    more = msgspec.structs.replace(case, options=(*case.options, wait))
    assert more.option_by_id["wait"] is wait
    assert "wait" not in case.option_by_id


def test_what_was_looked_up_is_no_part_of_the_value(case):
    other = small_case()
    assert other.score_by_key
    assert other == case
    assert msgspec.to_builtins(other) == msgspec.to_builtins(case)


def test_levels_come_from_the_lowest_number_to_the_highest(case):
    rows = case.levels
    for at in (50.0, 9.0, 10.0, -0.0):
        rows = put(rows, Level(criterion="aid", at=at))
    changed = msgspec.structs.replace(case, levels=rows)
    assert [row.at for row in changed.levels_by_criterion["aid"]] == [0.0, 9.0, 10.0, 50.0]


@given(assessments())
def test_an_assessment_in_order_stays_the_same_object(assessment):
    assert canonical(assessment) is assessment


def test_putting_in_order_sorts_relations_and_leaves_entities(case):
    shuffled = msgspec.structs.replace(
        case, scores=tuple(reversed(case.scores)), options=tuple(reversed(case.options))
    )
    ordered = canonical(shuffled)
    assert ordered.scores == case.scores
    assert ordered.options == shuffled.options


@given(assessments())
def test_plain_content_and_back_is_the_same_value(assessment):
    plain = msgspec.to_builtins(assessment)
    assert msgspec.convert(plain, type(assessment)) == assessment


def test_an_unknown_field_is_refused():
    with pytest.raises(msgspec.ValidationError, match="unknown field"):
        msgspec.convert({"id": "a", "name": "A", "rank": 1}, Option)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -1e16, 1e16])
def test_a_number_nobody_could_mean_is_refused_where_a_row_is_decoded(number):
    row = {"assessor": "me", "option": "a", "criterion": "b", "likely": number}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(row, Score)


@pytest.mark.parametrize("key", ["", "a b", "a\n", "é", "x" * 33, "../x", "a\x00"])
def test_a_key_is_short_and_plain(key):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"id": key, "name": "A"}, Option)

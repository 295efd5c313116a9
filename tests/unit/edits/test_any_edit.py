"""Laws that every edit obeys, whatever it is applied to."""

from collections import Counter

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from app.edits import EditRefused
from app.exchange.json_document import read_json, write_json
from app.wording import refusal
from db.model.integrity import problems
from tests.random_edits import random_edit
from tests.strategies import assessments

SEEDS = st.lists(st.integers(0, 2**32), max_size=12)


def steps(assessment, seeds, said=None):
    """Yield each value with the one that an edit made of it.

    The sentences of refused edits are put into `said`, untranslated and translated.
    """
    said = [] if said is None else said
    for seed in seeds:
        edit = random_edit(assessment, seed)
        try:
            result = edit(assessment)
        except EditRefused as refused:
            said.append((str(refused), refusal(refused)))
            continue
        yield assessment, result
        assessment = result


@given(assessments(), SEEDS)
def test_no_edit_leaves_anything_wrong(assessment, seeds):
    for _before, after in steps(assessment, seeds):
        assert list(problems(after)) == []


@given(assessments(), SEEDS)
def test_every_refusal_is_a_sentence(assessment, seeds):
    said = []
    for _ in steps(assessment, seeds, said):
        pass
    for english, translated in said:
        assert english == translated.replace("−", "-")
        assert english.endswith(".")
        assert "{number" not in english


@given(assessments(), SEEDS)
def test_no_edit_leaves_a_field_out_of_bounds_and_json_keeps_all(assessment, seeds):
    for _before, after in steps(assessment, seeds):
        data = write_json(after)
        again = read_json(data)
        assert again == after
        assert write_json(again) == data


@given(assessments(), SEEDS)
def test_no_edit_changes_the_value_it_was_given(assessment, seeds):
    for seed in seeds:
        kept = msgspec.msgpack.encode(assessment)
        edit = random_edit(assessment, seed)
        try:
            result = edit(assessment)
        except EditRefused:
            result = assessment
        assert msgspec.msgpack.encode(assessment) == kept
        assessment = result


@given(assessments(), SEEDS)
def test_an_edit_that_changes_nothing_gives_the_same_value(assessment, seeds):
    for before, after in steps(assessment, seeds):
        assert (after is before) == (after == before)


@given(assessments(), SEEDS)
def test_no_edit_gives_two_siblings_one_name(assessment, seeds):
    for before, after in steps(assessment, seeds):
        assert clashes(after) <= clashes(before)


@given(assessments(), SEEDS)
def test_every_untouched_table_is_shared(assessment, seeds):
    for before, after in steps(assessment, seeds):
        for name in before.__struct_fields__:
            old, new = getattr(before, name), getattr(after, name)
            assert old is new or old != new


def clashes(assessment):
    """Count the names that stand twice among siblings."""
    names = Counter()
    for table in ("options", "criteria", "perspectives"):
        names.update(
            (table, getattr(row, "parent", None), row.name.casefold())
            for row in getattr(assessment, table)
        )
    return sum(count - 1 for count in names.values())

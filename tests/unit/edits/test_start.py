"""Beginning an assessment."""

import msgspec
import pytest

from app.edits import EditRefused, start
from db.model import check


def test_a_new_assessment_is_whole_and_has_its_assessor_of_record():
    fresh = start.new_assessment(" What  to do ", "An officer")
    check(fresh)
    assert fresh.decision.title == "What to do"
    assert fresh.perspective_by_id[fresh.decision.assessor].name == "An officer"
    assert fresh.options == fresh.criteria == fresh.weights == ()


@pytest.mark.parametrize("words", [("", "An officer"), ("What to do", " ")])
def test_title_and_assessor_need_a_name(words):
    with pytest.raises(EditRefused, match="cannot be empty"):
        start.new_assessment(*words)


def test_no_two_assessments_share_a_key():
    assert start.new_assessment("A", "B").decision.id != start.new_assessment("A", "B").decision.id


def test_a_fresh_copy_says_the_same_under_another_key(case):
    copy = start.fresh_copy(case)
    assert copy.decision.id != case.decision.id
    same = msgspec.structs.replace(copy.decision, id=case.decision.id)
    assert msgspec.structs.replace(copy, decision=same) == case

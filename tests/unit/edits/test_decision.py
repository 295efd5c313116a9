"""What is decided, and how the brief is addressed."""

import datetime

import pytest

from app.edits import EditRefused, decision


def test_fields_of_the_decision_are_tidied(case):
    changed = decision.change_decision(case, title=" A  title ", background="One.\r\nTwo.")
    assert changed.decision.title == "A title"
    assert changed.decision.background == "One.\nTwo."


def test_fields_of_the_brief_are_set(case):
    changed = decision.change_brief(case, to="The minister", dated=datetime.date(2021, 8, 15))
    assert changed.brief.to == "The minister"
    assert changed.brief.dated == datetime.date(2021, 8, 15)


def test_what_says_the_same_changes_nothing(case):
    assert decision.change_decision(case, title="How to deal  with them") is case
    assert decision.change_brief(case, to=" ") is case


def test_the_title_cannot_be_empty(case):
    with pytest.raises(EditRefused, match="cannot be empty"):
        decision.change_decision(case, title="")


def test_an_option_becomes_the_baseline_and_stops_being_it(case):
    with_baseline = decision.set_baseline(case, "hold")
    assert with_baseline.decision.baseline == "hold"
    assert decision.set_baseline(with_baseline, None) == case


@pytest.mark.parametrize(
    "edit", [decision.set_baseline, lambda a, o: decision.change_decision(a, baseline=o)]
)
def test_a_screened_out_option_cannot_be_the_baseline(case, edit):
    with pytest.raises(EditRefused, match="“Fight” is screened out"):
        edit(case, "fight")


@pytest.mark.parametrize("field", ["baseline", "taken", "assessor"])
def test_the_decision_points_only_at_what_is_there(case, field):
    with pytest.raises(EditRefused, match="no longer there"):
        decision.change_decision(case, **{field: "gone"})


def test_the_advised_option_must_be_there(case):
    with pytest.raises(EditRefused, match="no longer there"):
        decision.change_brief(case, recommended="gone")


def test_an_actor_cannot_be_the_assessor_of_record(case):
    with pytest.raises(EditRefused, match="“Them” is an actor"):
        decision.change_decision(case, assessor="them")

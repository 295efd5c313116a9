"""Edits of options."""

import pytest
from hypothesis import given

from app.analysis.outcome import find_outcome
from app.edits import EditRefused, decision, options
from db.model import new_id
from db.model.tables import tables
from tests.cases import with_ranking
from tests.strategies import assessments


def names(assessment):
    return [row.name for row in assessment.options]


def test_an_option_is_added_at_the_end_or_at_a_place(case):
    assert names(options.add_option(case, "wait", "Wait"))[-1] == "Wait"
    assert names(options.add_option(case, "wait", "Wait", 0))[0] == "Wait"


def test_two_options_cannot_have_one_name(case):
    with pytest.raises(EditRefused, match="already one called “TALK”"):
        options.add_option(case, "again", "TALK")
    with pytest.raises(EditRefused, match="already one called “Talk”"):
        options.rename_option(case, "hold", "Talk")


def test_an_option_can_change_the_case_of_its_own_name(case):
    assert names(options.rename_option(case, "talk", "TALK"))[1] == "TALK"


def test_screening_out_needs_a_reason_and_keeps_the_scores(case):
    with pytest.raises(EditRefused, match="Say why"):
        options.screen_out(case, "hold", " \n")
    out = options.screen_out(case, "hold", "Too late.")
    assert out.option_by_id["hold"].screened_out == "Too late."
    assert out.scores is case.scores
    assert options.readmit(out, "hold") == case


@pytest.mark.parametrize(
    "edit", [options.screen_out, lambda a, o, why: options.change_option(a, o, screened_out=why)]
)
def test_the_baseline_cannot_be_screened_out(case, edit):
    with pytest.raises(EditRefused, match="baseline cannot be screened out"):
        edit(decision.set_baseline(case, "hold"), "hold", "Too late.")


def test_the_baseline_can_be_described(case):
    based = decision.set_baseline(case, "hold")
    changed = options.change_option(based, "hold", description="As now.", screened_out="")
    assert changed.option_by_id["hold"].description == "As now."


def test_an_option_moves_up_and_down(case):
    assert names(options.move_option(case, "talk", 0))[0] == "Talk"
    assert names(options.move_option(case, "hold", 1))[1] == "Hold back"


def test_removing_an_option_takes_all_that_is_said_of_it(case):
    case = decision.change_brief(decision.set_baseline(case, "talk"), recommended="talk")
    left = options.remove_option(case, "talk")
    assert "talk" not in left.option_by_id
    assert {row.option for row in left.scores} == {"hold"}
    assert left.score_evidence == ()
    assert left.decision.baseline is None
    assert left.brief.recommended is None
    assert left.weights is case.weights


@given(assessments())
def test_nothing_points_at_a_removed_option(assessment):
    for option in assessment.options:
        left = options.remove_option(assessment, option.id)
        for table in tables().values():
            rows = getattr(left, table.name)
            for column in table.columns:
                if column.references == "options":
                    values = [getattr(r, column.name) for r in ((rows,) if table.single else rows)]
                    assert option.id not in values


@given(assessments())
def test_options_that_come_and_go_never_change_the_value_of_another(assessment):
    assessment = with_ranking(assessment)
    before = find_outcome(assessment)
    key = new_id()
    more = find_outcome(options.add_option(assessment, key, f"Yet another {key}", 0))
    kept = before.ranked[0]
    fewer_value = assessment
    for option in before.ranked[1:]:
        fewer_value = options.remove_option(fewer_value, option)
    fewer = find_outcome(fewer_value)
    assert [more.total(option) for option in before.ranked] == [
        before.total(option) for option in before.ranked
    ]
    assert fewer.total(kept) == before.total(kept)

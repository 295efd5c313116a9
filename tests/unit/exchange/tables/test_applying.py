"""A table in an assessment: all of it, through edits, or nothing."""

import pytest

from app.analysis.outcome import find_outcome
from app.exchange.tables import TableRefused, make_assessment, put_table
from db.model import Elicitation, check
from db.model.tree import leaves
from tests.unit.exchange.tables.reading_tables import assessment_in, table_in

TABLE = "Option,Peace,Aid\nWeight,3,1\nHold,20,30\nTalk,70,80\n"


def test_a_new_assessment_says_what_the_table_says():
    assessment = assessment_in(TABLE)
    check(assessment)
    outcome = find_outcome(assessment)
    names = assessment.option_by_id
    assert [names[o].name for o in outcome.ranked] == ["Talk", "Hold"]
    assert outcome.total(outcome.ranked[0]) == pytest.approx(72.5)
    judge = assessment.perspective_by_id[assessment.decision.assessor]
    assert judge.elicitation is Elicitation.DIRECT
    assert judge.reason == "Taken from table.csv."


def test_branches_become_branches():
    assessment = assessment_in(";Safety;;Aid\n;Peace;Borders;\nx;1;2;3\ny;4;5;6\n")
    by_name = {row.name: row for row in assessment.criteria}
    assert by_name["Peace"].parent == by_name["Borders"].parent == by_name["Safety"].id
    assert by_name["Aid"].parent is None


def test_what_is_there_is_known_by_its_name_and_keeps_what_the_table_does_not_say(case):
    text = "Option,Peace,Newly\nTalk,75,10\nWait,5,20\n"
    applied = put_table(case, table_in(text), "table.csv")
    after = applied.assessment
    score = after.score_by_key["me", "talk", "peace"]
    assert (score.likely, score.rationale) == (75.0, "As seen before.")
    assert after.score_by_key["me", "hold", "peace"] == case.score_by_key["me", "hold", "peace"]
    assert [row.name for row in after.options][:3] == [row.name for row in case.options]
    assert [row.name for row in leaves(after)] == ["Peace", "Borders", "Aid", "Newly"]
    assert after.weights == case.weights


def test_a_table_that_says_nothing_new_changes_nothing(case):
    assert put_table(case, table_in("Option,Aid\nTalk,80\n"), "t.csv").assessment == case


def test_weights_are_taken_only_when_they_are_complete(case):
    part = put_table(case, table_in("Option,Aid\nWeight,3\nTalk,80\n"), "t.csv")
    assert part.assessment == case
    assert "weights were not taken" in part.remarks[0]
    whole = put_table(
        case, table_in("Option,Peace,Borders,Aid\nWeight,1,1,2\nTalk,1,1,1\n"), "t.csv"
    )
    assert whole.assessment.swing_by_key["me", "aid"] == 2.0
    assert whole.assessment.swing_by_key["me", "peace"] == 1.0
    assert whole.remarks == ()


def test_a_number_beyond_a_scale_that_is_there_is_refused_by_its_cell(case):
    with pytest.raises(TableRefused, match="B2: 120 lies outside the scale of “Peace”"):
        put_table(case, table_in("Option,Peace\nTalk,120\n"), "t.csv")


def test_more_than_an_assessment_holds_is_refused():
    rows = "".join(f"option {i},{i % 100}\n" for i in range(300))
    with pytest.raises(TableRefused):
        make_assessment(table_in(f"Option,A\n{rows}"), "T", "Me", "t.csv")

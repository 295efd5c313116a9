"""A firm lead is not said to be firmer than it is: what limits it stands beside it."""

import datetime

import msgspec
import pytest

from app.analysis.outcome import find_outcome
from app.analysis.policy.findings import find_policy
from app.brief.compose import compose
from app.edits import decision, records
from app.wording.reservations import reservations_sentence
from tests.cases import small_case
from tests.strait import strait
from tests.unit.brief.compose.said import said as printed


def said(case):
    outcome = find_outcome(case)
    return reservations_sentence(outcome, find_policy(case, outcome))


def test_a_lost_scenario_a_crossed_line_and_missing_evidence_are_named():
    assert said(strait()) == (
        "What limits this: in “Mines are laid” Quiet diplomacy (present course) leads instead; "
        "Mediation by regional states crosses a red line in “Mines are laid”; 23 of 24 scores "
        "have neither a reason nor a source."
    )


def test_without_a_scenario_and_a_red_line_only_the_evidence_is_left():
    case = strait()
    case = records.remove(case, "scenarios", case.scenarios[0].id)
    assert said(case) == "What limits this: 23 of 24 scores have neither a reason nor a source."


def test_a_red_line_that_is_crossed_now_is_named_without_a_scenario():
    case = strait()
    (line,) = case.red_lines
    strict = msgspec.structs.replace(line, threshold=80.0)
    text = said(msgspec.structs.replace(case, red_lines=(strict,)))
    assert "; Mediation by regional states crosses a red line; " in text


def test_where_every_score_has_a_reason_nothing_is_said_of_scores():
    case = strait()
    scores = tuple(msgspec.structs.replace(row, rationale="Known.") for row in case.scores)
    assert "scores" not in said(msgspec.structs.replace(case, scores=scores))


def test_where_nothing_limits_a_lead_nothing_is_said():
    case = small_case()
    scores = tuple(msgspec.structs.replace(row, rationale="Known.") for row in case.scores)
    assert said(msgspec.structs.replace(case, scores=scores)) == ""


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_box_of_the_minister_names_the_limits_in_the_language_of_the_brief(language):
    told = decision.change_brief(strait(), language=language)
    text = printed(compose(told, datetime.date(2026, 3, 1)))
    assert "What limits this" not in text
    assert "23" in text

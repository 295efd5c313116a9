"""Whatever an assessment holds, the policy layer answers without failing."""

import datetime

from hypothesis import given, settings

from app.analysis.outcome import find_outcome
from app.analysis.policy.competing_views import find_grid
from app.analysis.policy.concessions import find_concession, find_shift
from app.analysis.policy.findings import find_policy
from app.brief.compose import compose_memo
from app.wording import policy
from tests.strategies import assessments


@settings(max_examples=60)
@given(assessments())
def test_every_question_has_an_answer_and_every_answer_a_sentence(assessment):
    outcome = find_outcome(assessment)
    found = find_policy(assessment, outcome)
    if outcome is not None:
        find_grid(outcome)
    for option in (None, *(row.id for row in assessment.options)):
        policy.actor_sentences(assessment, found, option)
        policy.scenario_sentences(assessment, found, option)
        policy.coverage_sentences(assessment, found, outcome, option)
    policy.condition_sentences(assessment, found)
    policy.red_line_sentences(assessment, found, outcome)
    assert compose_memo(assessment, datetime.date(2026, 3, 1)).blocks


@settings(max_examples=40)
@given(assessments())
def test_what_is_acceptable_lacks_nothing_and_what_is_not_lacks_something(assessment):
    table = find_policy(assessment, None).actors
    if table is None:
        return
    for option in table.options:
        for actor in table.actors:
            accepted = actor in table.accepted_by(option)
            lacking = find_concession(table, option, actor)
            assert (lacking is None) is accepted
            assert lacking is None or lacking.missing > 0
            if accepted:
                assert find_shift(table, option, actor) is None

"""What a brief says of standing, causes and risks follows the data, also to its opposite."""

import datetime

import msgspec
import pytest

from app.analysis.effect import find_effect
from app.analysis.outcome import Outcome, find_outcome
from app.analysis.overtaking import find_overtakings
from app.analysis.policy.conditions import cases_of_all
from app.analysis.policy.coverage import find_coverage
from app.analysis.verdict import find_verdict
from app.brief.compose.standing import SAMPLES, SEED, find_standing
from app.edits import options, scores, weights
from app.exchange.samples import read_sample
from app.wording import conditions, coverage, futures, verdicts
from app.wording.overtakings import overtaking_sentences
from app.wording.robustness import methods, weightings
from db.model import Assessment, Holds

SAMPLE = read_sample()
ME = SAMPLE.decision.assessor or ""


def outcome_of(assessment: Assessment) -> Outcome:
    outcome = find_outcome(assessment)
    assert outcome is not None
    return outcome


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return outcome_of(SAMPLE)


def test_acceptability_says_how_often_the_leader_and_the_nearest_other_come_first(outcome):
    found = find_standing(outcome)
    assert found.any_weights.samples == SAMPLES
    assert found.any_weights.seed == SEED
    said = weightings.any_weights_sentence(outcome, found.any_weights)
    shares = dict(zip(outcome.problem.options, found.any_weights.rank[:, 0], strict=True))
    names = SAMPLE.option_by_id
    rival = max((o for o in shares if o != "CM"), key=lambda option: shares[option])
    assert said.index(names["CM"].name) < said.index(names[rival].name)
    assert f"{shares[rival] * 100:.1f}%" in said
    assert "more often" in said


def test_an_option_that_always_wins_comes_first_in_all():
    best = SAMPLE
    for leaf in outcome_of(SAMPLE).problem.criteria:
        row = SAMPLE.criterion_by_id[leaf]
        best = scores.set_score(best, ME, "CM", leaf, row.best)
    for other in ("NR", "SP", "RE", "BR", "UR", "HP"):
        for leaf in outcome_of(SAMPLE).problem.criteria:
            best = scores.set_score(best, ME, other, leaf, SAMPLE.criterion_by_id[leaf].worst)
    found = outcome_of(best)
    said = weightings.any_weights_sentence(found, find_standing(found).any_weights)
    assert "Conditional membership comes first in 100% of them" in said


def test_shares_of_weightings_are_never_called_likelihoods(outcome):
    found = find_standing(outcome)
    said = weightings.near_weights_sentence(outcome, found.near_weights)
    note = weightings.simulation_note(found.near_weights)
    assert "of the weightings" in said
    assert note.endswith("It is a share of weightings or scores and no forecast.")
    for text in (said, note):
        assert "likel" not in text
        assert "probab" not in text


def test_other_methods_are_told_as_they_answer(outcome):
    checks = find_standing(outcome).crosschecks
    assert "put Conditional membership first too" in methods.agreement_sentence(outcome, checks)
    flipped = [_contrary(row) for row in checks]
    assert methods.agreement_sentence(outcome, flipped).startswith("None of")
    mixed = [checks[0], *flipped[1:]]
    assert "another option there" in methods.agreement_sentence(outcome, mixed)
    assert methods.agreement_sentence(outcome, ()) == ""


def test_other_methods_are_not_asked_while_scores_are_missing():
    gap = outcome_of(scores.clear_scores(SAMPLE, ME, [("CM", "norm")]))
    assert find_standing(gap).crosschecks == ()


def test_one_option_alone_has_nothing_to_stand_against():
    alone = SAMPLE
    for row in SAMPLE.options:
        if row.id not in {"CM", "MI"}:
            alone = options.remove_option(alone, row.id)
    assert find_standing(outcome_of(alone)) is None


def test_what_makes_the_lead_turns_round_with_the_leader(outcome):
    said = verdicts.lead_reason_sentence(outcome, find_verdict(outcome))
    assert said.startswith("Where Conditional membership and Regional engagement without")
    assert "Human rights leverage (+10.1)" in said
    moved = outcome_of(weights.set_swing(SAMPLE, ME, "security", 300.0))
    turned = verdicts.lead_reason_sentence(moved, find_verdict(moved))
    assert turned.startswith("Where Regional engagement without recognition and")
    assert "Security (+" in turned


def test_broken_assumptions_are_named_with_their_scenarios_or_not_at_all():
    said = futures.broken_sentence(SAMPLE, "CM")
    assert said == (
        "Conditional membership rests on assumptions that break in “Rivalry deepens” and "
        "“Hardliners entrench”."
    )
    firm = msgspec.structs.replace(SAMPLE, assumption_breaks=())
    assert futures.broken_sentence(firm, "CM") == ""


def test_signposts_are_counted_and_the_next_review_named():
    rows = SAMPLE.signposts
    later = datetime.date(2030, 1, 1)
    assert futures.watch_sentence(rows) == (
        "5 signposts are watched. The next review is due on 7 October 2025."
    )
    one = msgspec.structs.replace(rows[0], review_on=later)
    assert futures.watch_sentence([one]) == (
        "1 signpost is watched. The next review is due on 1 January 2030."
    )
    undated = msgspec.structs.replace(rows[0], review_on=None)
    assert futures.watch_sentence([undated]) == "1 signpost is watched."
    assert futures.watch_sentence(()) == ""


def test_failing_conditions_are_named_and_none_where_all_hold():
    cases = [case for case in cases_of_all(SAMPLE) if case.option == "NR"]
    assert conditions.failing_sentence(cases).startswith("These conditions fail: “")
    mended = msgspec.structs.replace(
        SAMPLE,
        conditions=tuple(
            msgspec.structs.replace(row, rating=Holds.HOLDS) for row in SAMPLE.conditions
        ),
    )
    assert conditions.failing_sentence(cases_of_all(mended)) == ""


def test_weak_scores_are_counted_and_none_where_no_source_is_weak():
    assert coverage.weak_count_sentence(find_coverage(SAMPLE)) == (
        "3 scores each rest on a single document graded C or below."
    )
    assert coverage.weak_count_sentence(()) == ""


def test_overtakings_are_exact_and_turn_round():
    moved = weights.set_swing(SAMPLE, ME, "security", 300.0)
    was, now = outcome_of(SAMPLE), outcome_of(moved)
    for row in find_overtakings(was, now):
        gap = now.total(row.option) - now.total(row.passed)
        before = was.total(row.option) - was.total(row.passed)
        assert before <= 0 < gap
        assert row.gained == pytest.approx(gap - before)
        assert abs(sum(cause.points for cause in row.causes)) <= abs(row.gained) * 3
    forth = {(row.option, row.passed) for row in find_overtakings(was, now)}
    back = {(row.passed, row.option) for row in find_overtakings(now, was)}
    assert forth == back
    assert ("RE", "CM") in forth
    assert find_effect(was, now).changes_first_place


def test_overtakings_are_told_up_to_a_limit():
    reverse = SAMPLE
    for leaf in outcome_of(SAMPLE).problem.criteria:
        row = SAMPLE.criterion_by_id[leaf]
        for option in outcome_of(SAMPLE).problem.options:
            old = SAMPLE.score_by_key[ME, option, leaf].likely
            turned = row.worst + row.best - old
            reverse = scores.set_score(reverse, ME, option, leaf, turned)
    said = overtaking_sentences(outcome_of(SAMPLE), outcome_of(reverse))
    assert len(said) == 13
    assert said[-1] == "9 more pairs of options changed places."


def _contrary(row):
    return type(row)(
        method=row.method,
        scores=row.scores,
        ranks=row.ranks,
        same_winner=not row.same_winner,
        same_order=False,
        tau=row.tau,
    )

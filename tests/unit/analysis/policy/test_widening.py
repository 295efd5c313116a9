"""Grades widen a range, never move its midpoint, and do nothing unless asked."""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.outcome import find_outcome
from app.analysis.policy.grades import Footing, find_footings
from app.analysis.policy.widening import widen
from app.analysis.problem import read_scores
from app.edits import EditRefused
from app.edits.decision import set_widening
from app.exchange.samples import read_sample
from db.model import (
    Assessment,
    Criterion,
    Decision,
    Extract,
    Option,
    Perspective,
    ScaleKind,
    Score,
    ScoreEvidence,
    Source,
    Stance,
    Widening,
)
from tests.strategies import assessments

SAMPLE = read_sample()
numbers = st.floats(-1e6, 1e6)


@given(
    ends=st.tuples(numbers, numbers).map(sorted),
    places=st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted),
    least=st.floats(0, 100),
)
def test_the_midpoint_stays_and_the_range_only_grows_within_the_scale(ends, places, least):
    bottom, top = ends
    low, high = (min(bottom + place * (top - bottom), top) for place in places)
    reach = least * (top - bottom) / 100
    lower, upper = widen(np.array(low), np.array(high), np.array(ends), np.array(reach))
    size = max(abs(bottom), abs(top), 1.0)
    assert lower + upper == pytest.approx(low + high, abs=1e-12 * size)
    assert bottom <= lower <= low
    assert high <= upper <= top
    room = min((low + high) / 2 - bottom, top - (low + high) / 2)
    wanted = max(min(reach, room), (high - low) / 2)
    assert (upper - lower) / 2 == pytest.approx(wanted, abs=1e-12 * size)


def test_what_is_missing_stays_missing_and_what_lies_outside_stays_where_it_is():
    low, high = np.array([np.nan, 110.0]), np.array([np.nan, 130.0])
    ends = np.array([[0.0, 0.0], [100.0, 100.0]])
    lower, upper = widen(low, high, ends, np.array([20.0, 20.0]))
    assert np.isnan([lower[0], upper[0]]).all()
    assert (lower[1], upper[1]) == (110.0, 130.0)


@given(assessments())
def test_off_changes_nothing_and_on_keeps_every_likely_score(assessment):
    if assessment.decision.assessor is None:
        return
    off = with_rule(assessment, Widening.OFF)
    on = with_rule(assessment, Widening.ON)
    plain = read_scores(off, off.decision.assessor)
    wide = read_scores(on, on.decision.assessor)
    assert np.array_equal(plain.likely, wide.likely, equal_nan=True)
    there = ~np.isnan(plain.likely)
    assert (wide.low[there] <= plain.low[there]).all()
    assert (wide.high[there] >= plain.high[there]).all()


def with_rule(assessment, widening):
    decision = msgspec.structs.replace(assessment.decision, widening=widening)
    return msgspec.structs.replace(assessment, decision=decision)


def test_off_is_identical_and_on_leaves_the_ranking_of_the_worked_example_as_it_is():
    off, on = find_outcome(SAMPLE), find_outcome(set_widening(SAMPLE, Widening.ON))
    unruled = find_outcome(with_rule(SAMPLE, Widening.OFF))
    assert np.array_equal(off.problem.low, unruled.problem.low)
    assert off.ranked == on.ranked
    assert np.array_equal(off.evaluation.totals, on.evaluation.totals)
    assert (on.problem.low < off.problem.low).any()


def test_turning_the_rule_on_is_not_overlooked_when_an_earlier_outcome_is_at_hand():
    before = find_outcome(SAMPLE)
    on = set_widening(SAMPLE, Widening.ON)
    again = find_outcome(on, before=before)
    assert np.array_equal(again.problem.low, find_outcome(on).problem.low)
    bare = msgspec.structs.replace(on, score_evidence=())
    later = find_outcome(bare, before=again)
    assert np.array_equal(later.problem.low, find_outcome(bare).problem.low)
    assert find_outcome(SAMPLE, before=before).scores is before.scores


def judged(links, sources=None, **decision):
    """One option scored 50 without a range, on the evidence given."""
    register = sources or (
        Source(id="good", name="Good", reliability="B"),
        Source(id="fair", name="Fair", reliability="C"),
        Source(id="poor", name="Poor", reliability="E"),
        Source(id="through", name="Known through a poor one", reliability="A", cited_in="poor"),
    )
    extracts = (
        Extract(id="strong", source="good", claim="x", credibility=2),
        Extract(id="doubted", source="good", claim="x", credibility=3),
        Extract(id="fair", source="fair", claim="x", credibility=2),
        Extract(id="weak", source="poor", claim="x", credibility=1),
        Extract(id="second-hand", source="through", claim="x", credibility=1),
        Extract(id="against", source="poor", claim="x", credibility=5),
    )
    return Assessment(
        decision=Decision(id="d", title="D", assessor="me", widening=Widening.ON, **decision),
        options=(Option(id="go", name="Go"),),
        criteria=(
            Criterion(id="cost", name="Cost", scale=ScaleKind.NUMERIC, worst=900.0, best=100.0),
        ),
        perspectives=(Perspective(id="me", name="Me"),),
        scores=(Score(assessor="me", option="go", criterion="cost", likely=500.0),),
        sources=register,
        extracts=extracts,
        score_evidence=tuple(
            ScoreEvidence(
                assessor="me",
                option="go",
                criterion="cost",
                extract=extract,
                stance=Stance.CONTRADICTS if extract == "against" else Stance.SUPPORTS,
            )
            for extract in sorted(links)
        ),
    )


@pytest.mark.parametrize(
    ("links", "footing", "reach"),
    [
        (["strong"], Footing.STRONG, 0.0),
        (["doubted"], Footing.FAIR, 10.0),
        (["fair"], Footing.FAIR, 10.0),
        (["weak"], Footing.WEAK, 15.0),
        (["second-hand"], Footing.WEAK, 15.0),
        (["strong", "weak"], Footing.STRONG, 0.0),
        (["strong", "against"], Footing.WEAK, 15.0),
        (["against"], None, 20.0),
        ([], None, 20.0),
    ],
)
def test_the_best_claim_decides_unless_another_contradicts(links, footing, reach):
    case = judged(links)
    assert find_footings(case, "me").get(("go", "cost")) is footing
    scores = read_scores(case, "me")
    assert (scores.low.item(), scores.high.item()) == pytest.approx((50 - reach, 50 + reach))
    assert scores.likely.item() == 50.0


def test_the_reaches_are_the_officers_to_set():
    scores = read_scores(judged([], widen_none=40.0), "me")
    assert (scores.low.item(), scores.high.item()) == pytest.approx((10.0, 90.0))


def test_weaker_evidence_cannot_be_said_to_reach_less_far():
    with pytest.raises(EditRefused, match="Weaker evidence"):
        set_widening(SAMPLE, Widening.ON, widen_fair=30.0)
    told = set_widening(SAMPLE, Widening.ON, widen_fair=5.0, widen_weak=5.0)
    assert (told.decision.widen_fair, told.decision.widen_weak) == (5.0, 5.0)
    with pytest.raises(TypeError):
        set_widening(SAMPLE, Widening.ON, title=3.0)

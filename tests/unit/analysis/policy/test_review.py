"""The red team's step, unity by hand and by the actors, and calibration."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.outcome import find_outcome
from app.analysis.policy.calibration import brier_score, find_calibration
from app.analysis.policy.cohesion import acceptance, find_cohesion
from app.analysis.policy.red_team import Lack, ready_to_be_final
from app.edits import EditRefused
from app.edits.decision import change_decision, mark_final, take_back_to_draft
from app.exchange.samples import read_sample
from db.model import BriefState, Dissent, Happened, Likelihood

SAMPLE = read_sample()


def settled(*pairs):
    """The worked example with these likelihoods and outcomes for its first scenarios."""
    rows = [
        msgspec.structs.replace(row, likelihood=word, happened=happened)
        for row, (word, happened) in zip(SAMPLE.scenarios, pairs, strict=False)
    ]
    return msgspec.structs.replace(SAMPLE, scenarios=(*rows, *SAMPLE.scenarios[len(rows) :]))


def test_the_worked_example_is_ready_and_one_without_its_counter_case_is_not():
    assert ready_to_be_final(SAMPLE) == ()
    assert mark_final(SAMPLE).brief.state is BriefState.FINAL
    bare = change_decision(SAMPLE, strongest_case_against=" ", pre_mortem="")
    assert [row.lack for row in ready_to_be_final(bare)] == [Lack.CASE_AGAINST, Lack.PRE_MORTEM]
    assert all(row.blocks for row in ready_to_be_final(bare))
    with pytest.raises(EditRefused, match="strongest case against"):
        mark_final(bare)
    with pytest.raises(EditRefused, match="pre-mortem"):
        mark_final(change_decision(SAMPLE, pre_mortem=""))


def test_a_dissenter_without_words_is_named_but_holds_nothing_up():
    silent = msgspec.structs.replace(SAMPLE, dissents=(Dissent(id="d", name="Somebody"),))
    (found,) = ready_to_be_final(silent)
    assert (found.lack, found.about, found.blocks) == (Lack.SILENT_DISSENT, "d", False)
    assert mark_final(silent).brief.state is BriefState.FINAL


def test_a_final_brief_can_be_taken_back():
    assert take_back_to_draft(mark_final(SAMPLE)) == SAMPLE


def test_calibration_counts_only_what_was_said_and_is_settled():
    assert find_calibration([SAMPLE]) is None
    told = settled(
        (Likelihood.LIKELY, Happened.YES),
        (Likelihood.LIKELY, Happened.NO),
        (Likelihood.VERY_UNLIKELY, Happened.NO),
        (Likelihood.ALMOST_CERTAIN, None),
        (None, Happened.YES),
    )
    found = find_calibration([told])
    assert [(row.likelihood, row.stated, row.happened) for row in found.rows] == [
        (Likelihood.VERY_UNLIKELY, 1, 0),
        (Likelihood.LIKELY, 2, 1),
    ]
    assert found.count == 3
    assert found.brier == pytest.approx((0.325**2 + 0.675**2 + 0.125**2) / 3)
    assert found.base == pytest.approx((2 / 3) * (1 / 3))
    assert find_calibration([told, told]).count == 6
    assert [row.within for row in found.rows] == [False, False]


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_the_brier_score_is_least_for_those_who_knew(pairs):
    said, was = [p for p, _ in pairs], [float(yes) for _, yes in pairs]
    score = brier_score(said, was)
    assert 0.0 <= score <= 1.0
    assert brier_score(was, was) == 0.0
    mirrored = brier_score([1 - p for p in said], [1 - yes for yes in was])
    assert mirrored == pytest.approx(score)


@given(st.lists(st.booleans(), min_size=1), st.floats(0, 1))
def test_no_single_number_beats_the_share_that_happened(answers, number):
    was = [float(yes) for yes in answers]
    share = sum(was) / len(was)
    assert brier_score([share] * len(was), was) <= brier_score([number] * len(was), was) + 1e-12


@pytest.mark.parametrize(
    ("said", "was"), [([], []), ([0.5], [0.5]), ([1.1], [1.0]), ([0.5, 0.5], [1.0])]
)
def test_what_is_no_forecast_has_no_score(said, was):
    with pytest.raises(ValueError):  # noqa: PT011 - the sentence differs
        brier_score(said, was)


def test_unity_by_hand_stands_beside_the_influence_that_could_accept():
    found = {row.option: row for row in find_cohesion(find_outcome(SAMPLE))}
    assert (found["CM"].by_hand, found["CM"].from_views) == (56.0, 100.0)
    assert (found["RE"].by_hand, found["RE"].from_views) == (48.0, 50.0)
    assert (found["CM"].far, found["RE"].far) == (True, False)


def test_the_criterion_itself_has_no_part_in_what_the_actors_views_say():
    raised = msgspec.structs.replace(
        SAMPLE,
        scores=tuple(
            msgspec.structs.replace(row, low=None, likely=100.0, high=None)
            if row.criterion == "cohesion"
            else row
            for row in SAMPLE.scores
        ),
    )
    before, after = (find_cohesion(find_outcome(case)) for case in (SAMPLE, raised))
    assert [row.from_views for row in before] == [row.from_views for row in after]


def test_influence_counts_and_nothing_is_compared_without_a_criterion_or_actors():
    heavy = msgspec.structs.replace(
        SAMPLE,
        perspectives=tuple(
            msgspec.structs.replace(row, influence=3.0 if row.id == "russia" else row.influence)
            for row in SAMPLE.perspectives
        ),
    )
    found = {row.option: row.from_views for row in find_cohesion(find_outcome(heavy))}
    assert found["RE"] == pytest.approx(100 * 5 / 8)
    assert find_cohesion(find_outcome(change_decision(SAMPLE, cohesion=None))) == ()
    branch = next(row.parent for row in SAMPLE.criteria if row.parent)
    assert find_cohesion(find_outcome(change_decision(SAMPLE, cohesion=branch))) == ()
    alone = msgspec.structs.replace(
        SAMPLE, perspectives=SAMPLE.perspectives[:1], weights=(), perspective_evidence=()
    )
    assert find_cohesion(find_outcome(alone)) == ()


def test_an_option_that_all_could_accept_has_a_hundred():
    import numpy as np

    totals = np.array([[60.0, 40.0], [50.0, 20.0]])
    found = acceptance(totals, np.array([50.0, 30.0]), np.array([1.0, 3.0]))
    assert found.tolist() == [100.0, 25.0]

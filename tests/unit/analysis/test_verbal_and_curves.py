"""Verbal judgements, curves through answers, and the next question to ask."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.additive import additive_values, prepare
from app.analysis.admissible import admit_all, admit_order
from app.analysis.elicitation.curves import bend, bisect
from app.analysis.elicitation.questions import answer, find_next_step
from app.analysis.elicitation.splits import Splits, entropy
from app.analysis.elicitation.verbal import Difference, fit_scale
from app.analysis.value_functions import apply, monotone
from app.analysis.watch import Cancelled


def test_the_smallest_scale_of_three_judgements():
    # weak < moderate < strong: 2, then at least 3, and their sum is already 5.
    found = fit_scale(3, [Difference(0, 1, 2), Difference(1, 2, 3), Difference(0, 2, 4)])
    assert found.consistent
    assert found.values == pytest.approx([5.0, 3.0, 0.0], abs=1e-5)
    assert found.as_values() == pytest.approx([100.0, 60.0, 0.0], abs=1e-4)


@given(st.lists(st.integers(0, 40), min_size=2, max_size=6))
@settings(max_examples=40)
def test_judgements_made_from_a_scale_are_consistent_and_kept(truth):
    judgements = [
        Difference(i, j, min(6, -(-(truth[i] - truth[j]) // 8)))
        for i in range(len(truth))
        for j in range(len(truth))
        if truth[i] > truth[j] or (i < j and truth[i] == truth[j])
    ]
    found = fit_scale(len(truth), judgements)
    assert found.consistent
    gaps = {}
    for judged in judgements:
        gap = found.values[judged.better] - found.values[judged.worse]
        gaps.setdefault(judged.category, []).append(gap)
        assert gap >= judged.category - 1e-4
    for weaker, stronger in zip(sorted(gaps), sorted(gaps)[1:], strict=False):
        assert min(gaps[stronger]) >= max(gaps[weaker]) + (stronger - weaker) - 1e-4
    assert max(gaps.get(0, [0.0]), key=abs) == pytest.approx(0.0, abs=1e-5)


def test_conflicting_judgements_are_named_and_no_others():
    fine = Difference(3, 0, 1)
    wrong = [Difference(0, 1, 5), Difference(1, 2, 4), Difference(0, 2, 2)]
    found = fit_scale(4, [fine, *wrong])
    assert not found.consistent
    assert set(found.conflicts) <= set(wrong)
    left = [judged for judged in wrong if judged is not found.conflicts[0]]
    assert fit_scale(4, [fine, *left]).consistent
    with pytest.raises(ValueError, match="no scale"):
        found.as_values()


def test_a_circle_of_preferences_is_a_conflict():
    circle = [Difference(0, 1, 1), Difference(1, 2, 1), Difference(2, 0, 1)]
    assert set(fit_scale(3, circle).conflicts) == set(circle)


def test_swings_judged_against_nothing_become_shares():
    found = fit_scale(3, [Difference(0, 2, 4), Difference(1, 2, 2), Difference(0, 1, 2)])
    assert found.as_shares(nothing=2) == pytest.approx([2 / 3, 1 / 3], abs=1e-4)


@pytest.mark.parametrize("wrong", [Difference(0, 0, 1), Difference(0, 5, 1), Difference(0, 1, 7)])
def test_impossible_judgements_are_refused(wrong):
    with pytest.raises(ValueError, match="two different things"):
        fit_scale(2, [wrong])


def test_bisection_goes_through_its_answers_in_either_direction():
    function = bisect(0, [10, 25, 50], 100)
    x = np.array([0.0, 10, 25, 50, 100])
    assert apply(function, x).tolist() == [0, 25, 50, 75, 100]
    assert apply(bisect(100, [60], 0), np.array([100.0, 60, 0])).tolist() == [0, 50, 100]
    with pytest.raises(ValueError, match="one or three"):
        bisect(0, [10, 20], 100)
    with pytest.raises(ValueError, match="one direction"):
        bisect(0, [50, 25, 75], 100)


@given(st.floats(0.02, 0.98), st.sampled_from([(0.0, 100.0), (5.0, -3.0), (1e9, 2e9)]))
def test_a_bent_function_is_worth_50_at_its_middle_and_monotone(at, ends):
    worst, best = ends
    middle = worst + at * (best - worst)
    function = bend(worst, middle, best)
    assert apply(function, np.array([middle]))[0] == pytest.approx(50.0, abs=1e-3)
    assert apply(function, np.array([worst, best])).tolist() == [0.0, 100.0]
    assert monotone(function.values)


@pytest.mark.parametrize("at", [0.01, 0.015, 0.99])
def test_the_most_bent_functions_still_run_from_end_to_end(at):
    function = bend(0.0, at, 1.0)
    assert apply(function, np.array([0.0, at, 1.0])) == pytest.approx([0.0, 50.0, 100.0], abs=1e-6)


def test_a_scale_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        fit_scale(0, [])


def test_the_bend_is_exponential():
    curvature = 2.0
    middle = -np.log((1 + np.exp(-curvature)) / 2) / curvature
    function = bend(0, middle, 1)
    x = np.array([0.1, 0.3, 0.6])
    exact = 100 * (1 - np.exp(-curvature * x)) / (1 - np.exp(-curvature))
    assert apply(function, x) == pytest.approx(exact, abs=0.1)
    assert apply(bend(0, 5, 10), np.array([2.5]))[0] == pytest.approx(25.0)
    for wrong in (0.0, 1.0, 2.0):
        with pytest.raises(ValueError, match="between"):
            bend(0, wrong, 1)
    with pytest.raises(ValueError, match="differ"):
        bend(1, 1, 1)


VALUES = np.array([[90.0, 20.0, 40.0], [40.0, 70.0, 60.0], [30.0, 50.0, 95.0]])


def test_asking_ends_with_a_winner_that_the_true_weights_confirm():
    truth = np.array([0.5, 0.2, 0.3])
    admissible, prepared = admit_all(3), prepare(VALUES)
    for _ in range(12):
        step = find_next_step(prepared, admissible)
        if step.question is None:
            break
        question = step.question
        assert question.expected_doubt < question.doubt
        assert 0 < question.likely_yes < 1
        yes = truth[question.first] > question.ratio * truth[question.second]
        admissible = answer(admissible, question, yes=bool(yes))
    assert step.certain_winner == additive_values(VALUES, truth).argmax()


def test_nothing_is_asked_when_the_winner_is_certain():
    prepared = prepare([[90, 80], [50, 79]])
    assert find_next_step(prepared, admit_order([1, 2])).certain_winner == 0
    assert find_next_step(prepare([[50.0]]), admit_all(1)).certain_winner == 0


def test_a_question_among_many_criteria_can_be_watched_and_stopped():
    generator = np.random.default_rng(4)
    prepared = prepare(generator.uniform(0, 100, (12, 20)))
    truth = generator.exponential(size=20)
    admissible, doubt = admit_all(20), 10.0
    for _ in range(3):
        question = find_next_step(prepared, admissible).question
        assert 0.05 < question.gain <= 1.0
        yes = truth[question.first] > question.ratio * truth[question.second]
        admissible = answer(admissible, question, yes=bool(yes))
        doubt = min(doubt, question.doubt)
    assert doubt < 3.0
    heard = []

    def stop_later(done, total):
        heard.append((done, total))
        return len(heard) < 20

    with pytest.raises(Cancelled):
        find_next_step(prepared, admissible, watch=stop_later)
    assert len(heard) == 20


@given(st.integers(2, 5), st.integers(2, 6), st.integers(0, 2**32 - 1))
@settings(max_examples=25)
def test_splits_count_what_answers_tell(options, criteria, seed):
    generator = np.random.default_rng(seed)
    drawn = generator.dirichlet(np.ones(criteria), 400).T.astype(np.float32).astype(float)
    firsts = generator.integers(0, options, 400)
    first, second, ratio = np.array([0]), np.array([1]), np.array([generator.uniform(0.2, 4.0)])
    after, likely = Splits(drawn, firsts, options).weigh(first, second, ratio)
    yes = drawn[0] >= ratio[0] * drawn[1]
    parts = [np.bincount(firsts[side], minlength=options) for side in (yes, ~yes)]
    share = parts[0].sum() / 400
    assert likely[0] == pytest.approx(share, abs=0.01)
    expected = sum(
        weight * float(entropy(part[np.newaxis].astype(float))[0])
        for weight, part in zip((share, 1 - share), parts, strict=True)
    )
    assert after[0] == pytest.approx(expected, abs=0.03)

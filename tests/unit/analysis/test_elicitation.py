"""Asking for weights: what each way makes of consistent, inconsistent and missing answers."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.elicitation.best_worst import weigh_best_worst, weigh_best_worst_linear
from app.analysis.elicitation.pairwise import (
    Judgement,
    build_matrix,
    combine,
    compare,
    find_random_index,
)
from app.analysis.elicitation.tradeoffs import Indifference, weigh_tradeoffs
from app.analysis.weights import normalise

SHARES = st.lists(st.floats(0.01, 1), min_size=2, max_size=7).map(normalise)


def judge(shares, pairs=None):
    pairs = pairs or combinations(range(len(shares)), 2)
    return build_matrix(len(shares), [Judgement(i, j, shares[i] / shares[j]) for i, j in pairs])


@given(SHARES)
def test_consistent_judgements_give_back_the_weights(shares):
    found = compare(judge(shares))
    assert found.shares == pytest.approx(shares, rel=1e-6)
    assert found.geometric == pytest.approx(shares, rel=1e-6)
    assert found.consistency_ratio == pytest.approx(0.0, abs=1e-9)
    assert found.worst is None


@given(SHARES)
def test_as_few_judgements_as_connect_everything_suffice(shares):
    chain = [(k, k + 1) for k in range(len(shares) - 1)]
    found = compare(judge(shares, chain))
    assert found.shares == pytest.approx(shares, rel=1e-4)
    assert found.geometric == pytest.approx(shares, rel=1e-6)
    assert found.consistency_index == pytest.approx(0.0, abs=1e-9)
    assert (found.consistency_ratio is None) == (len(shares) > 2)


@st.composite
def gappy_judgements(draw):
    count = draw(st.integers(3, 6))
    pairs = list(combinations(range(count), 2))
    known = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=len(pairs) - 1))
    chain = [(k, k + 1) for k in range(count - 1)]
    ratio = st.sampled_from([1 / 9, 1 / 4, 1 / 2, 1.0, 3.0, 7.0, 9.0])
    return build_matrix(count, [Judgement(i, j, draw(ratio)) for i, j in sorted({*known, *chain})])


@given(gappy_judgements(), st.integers(0, 2**32 - 1))
@settings(max_examples=60)
def test_gaps_are_filled_as_consistently_as_can_be(matrix, seed):
    found = compare(matrix)
    generator, gaps = np.random.default_rng(seed), np.isnan(matrix)
    for _ in range(5):
        moved = np.triu(generator.normal(0.0, 0.3, matrix.shape), 1)
        weights = np.log(found.shares)
        tried = np.exp(weights[:, np.newaxis] - weights + moved - moved.T)
        other = compare(np.where(gaps, tried, matrix))
        assert other.largest_eigenvalue >= found.largest_eigenvalue - 1e-9
    spare = (len(matrix) - 1) * (len(matrix) - 2) // 2
    missing = int(gaps.sum()) // 2
    if missing < spare:
        index = find_random_index(len(matrix), missing=missing)
        assert found.consistency_ratio == pytest.approx(found.consistency_index / index)
    elif missing:
        assert found.consistency_ratio is None


def test_random_judgements_with_gaps_have_the_random_index():
    generator = np.random.default_rng(20)
    scale = np.concatenate([1.0 / np.arange(9, 1, -1), np.arange(1, 10)])
    pairs = list(combinations(range(5), 2))
    for missing in (0, 2, 4):
        found = []
        while len(found) < 400:
            kept = generator.permutation(len(pairs))[missing:]
            judged = [Judgement(*pairs[k], float(generator.choice(scale))) for k in kept]
            matrix = build_matrix(5, judged)
            try:
                found.append(compare(matrix).consistency_index)
            except ValueError:
                continue  # these do not connect all criteria
        error = 4 * np.std(found) / len(found) ** 0.5
        stated = find_random_index(5, "alonso_lamata", missing)
        assert np.mean(found) == pytest.approx(stated, abs=error)
    with pytest.raises(ValueError, match="connect"):
        find_random_index(5, missing=7)


def test_the_worst_judgement_is_named_with_what_would_mend_it():
    shares = normalise([8, 4, 2, 1])
    matrix = judge(shares)
    matrix[0, 2], matrix[2, 0] = 1.0, 1.0
    found = compare(matrix)
    assert found.consistency_ratio > 0.05
    assert {found.worst.first, found.worst.second} == {0, 2}
    assert found.worst.ratio == pytest.approx(4.0 if found.worst.first == 0 else 0.25, rel=1e-3)


@given(st.lists(st.sampled_from([1 / 9, 1 / 5, 1 / 3, 1, 3, 5, 9]), min_size=6, max_size=6))
def test_relabelling_changes_nothing_and_reversing_answers_reverses_the_geometric_mean(ratios):
    pairs = list(combinations(range(4), 2))
    matrix = build_matrix(4, [Judgement(i, j, r) for (i, j), r in zip(pairs, ratios, strict=True)])
    found = compare(matrix)
    order = [2, 0, 3, 1]
    again = compare(matrix[order][:, order])
    assert again.shares == pytest.approx(found.shares[order], abs=1e-9)
    assert again.consistency_ratio == pytest.approx(found.consistency_ratio, abs=1e-9)
    assert found.largest_eigenvalue >= 4 - 1e-9
    assert compare(matrix.T).geometric == pytest.approx(normalise(1 / found.geometric), abs=1e-9)


def test_random_indices_continue_by_regression_where_the_table_ends():
    assert find_random_index(2) == 0.0
    assert find_random_index(11) == find_random_index(11, "alonso_lamata")
    assert find_random_index(7, "alonso_lamata") == pytest.approx(1.3417, abs=0.03)


def test_a_single_criterion_needs_no_comparison():
    assert compare(np.ones((1, 1))).shares.tolist() == [1.0]


@pytest.mark.parametrize(
    "matrix",
    [
        [[1, 2], [2, 1]],
        [[1, -2], [-0.5, 1]],
        [[1, np.nan], [np.nan, 1]],
        [[1, 2, 3]],
        [[1, 2], [np.nan, 1]],
        [[np.nan, 2], [0.5, 1]],
    ],
)
def test_matrices_that_are_no_comparisons_are_refused(matrix):
    with pytest.raises(ValueError, match=r"\.$"):
        compare(np.array(matrix, dtype=float))


def test_judgements_that_make_no_sense_are_refused():
    with pytest.raises(ValueError, match="above zero"):
        build_matrix(2, [Judgement(0, 1, 0.0)])
    with pytest.raises(ValueError, match="only once"):
        build_matrix(2, [Judgement(0, 1, 2.0), Judgement(1, 0, 2.0)])


@pytest.mark.parametrize(
    "judgement", [Judgement(0, 2, 3.0), Judgement(0, -1, 3.0), Judgement(0, 1, 1e-310)]
)
def test_judgements_beyond_criteria_and_numbers_are_refused(judgement):
    with pytest.raises(ValueError, match="compar"):
        build_matrix(2, [judgement])


@pytest.mark.parametrize("members", [[], [np.ones((2, 2)), np.ones((3, 3))]])
def test_a_group_of_nobody_or_of_members_with_other_criteria_is_refused(members):
    with pytest.raises(ValueError, match="same criteria"):
        combine(members)


def test_a_group_passes_over_what_a_member_left_out():
    group = combine([judge(normalise([4, 1])), build_matrix(2, [])])
    assert group[0, 1] == pytest.approx(4.0)


RATIOS = st.integers(1, 9).map(float)


@st.composite
def best_worst_answers(draw):
    count = draw(st.integers(2, 6))
    span = draw(st.integers(2, 9))
    # Strictly between, so that the best and the worst are the first and the last alone.
    middle = st.lists(st.integers(1, span - 1), min_size=count - 2, max_size=count - 2)
    best = [1.0, *map(float, draw(middle)), float(span)]
    worst = [float(span), *map(float, draw(middle)), 1.0]
    return best, worst


@given(best_worst_answers())
@settings(max_examples=60)
def test_the_best_worst_deviation_is_reached_and_cannot_be_less(answers):
    best, worst = map(np.array, answers)
    found = weigh_best_worst(best, worst)
    shares = found.shares
    at_most = found.deviation + 1e-5
    assert (np.abs(shares[0] / shares - best) <= at_most).all()
    assert (np.abs(shares / shares[-1] - worst) <= at_most).all()
    assert (found.low <= found.high + 1e-9).all()
    # No weights drawn at random do better.
    drawn = np.random.default_rng(0).exponential(size=(2000, best.size))
    misfit = np.maximum(
        np.abs(drawn[:, :1] / drawn - best).max(axis=1),
        np.abs(drawn / drawn[:, -1:] - worst).max(axis=1),
    )
    assert misfit.min() >= found.deviation - 1e-9


@given(SHARES)
@settings(max_examples=60)
def test_consistent_best_worst_answers_give_back_the_weights(shares):
    best, worst = int(np.argmax(shares)), int(np.argmin(shares))
    to_others, to_worst = shares[best] / shares, shares / shares[worst]
    to_others[best] = to_worst[worst] = 1.0
    to_others[worst] = to_worst[best] = shares[best] / shares[worst]
    to_others, to_worst = np.maximum(to_others, 1.0), np.maximum(to_worst, 1.0)
    found = weigh_best_worst(to_others, to_worst)
    assert found.shares == pytest.approx(shares, abs=1e-4)
    assert found.consistency_ratio == pytest.approx(0.0, abs=1e-4)
    linear = weigh_best_worst_linear(to_others, to_worst)
    assert linear.shares == pytest.approx(shares, abs=1e-6)
    assert linear.deviation == pytest.approx(0.0, abs=1e-8)


def test_the_linear_best_worst_model_balances_the_deviations():
    found = weigh_best_worst_linear([8, 2, 1], [1, 5, 8])
    shares = found.shares
    misfit = [abs(shares[2] - 8 * shares[0]), abs(shares[2] - 2 * shares[1])]
    misfit.append(abs(shares[1] - 5 * shares[0]))
    assert max(misfit) == pytest.approx(found.deviation, abs=1e-9)
    assert found.consistency_ratio is None


@pytest.mark.parametrize(
    ("best", "worst"),
    [([1, 0.5], [2, 1]), ([2, 3], [3, 1]), ([1, 3], [2, 1]), ([1, 2, 3], [3, 1])],
)
def test_best_worst_answers_that_contradict_are_refused(best, worst):
    with pytest.raises(ValueError, match=r"\.$"):
        weigh_best_worst(best, worst)


def test_trade_offs_are_ratios_of_weights():
    answers = [Indifference(0, 30, 1, 60), Indifference(1, 50, 2, 25)]
    found = weigh_tradeoffs(3, answers)
    # 30 points on the first are worth 60 on the second: it weighs twice as much.
    assert found.shares == pytest.approx(normalise([2, 1, 2]))
    assert found.misfit == pytest.approx(1.0)


def test_contradicting_trade_offs_are_fitted_and_measured():
    answers = [Indifference(0, 1, 1, 2), Indifference(1, 1, 2, 2), Indifference(0, 1, 2, 1)]
    found = weigh_tradeoffs(3, answers)
    assert found.misfit == pytest.approx(4 ** (1 / 3))
    with pytest.raises(ValueError, match="gain above zero"):
        weigh_tradeoffs(2, [Indifference(0, 0, 1, 2)])
    with pytest.raises(ValueError, match="connect"):
        weigh_tradeoffs(3, answers[:1])

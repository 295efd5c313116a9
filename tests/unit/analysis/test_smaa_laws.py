"""SMAA-2 on given samples: the laws of its row in docs/methods.md."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.crosschecks.weighted_product import weigh_products
from app.analysis.smaa.given import count_given
from app.analysis.smaa.score_samples import fix_scores, vary
from app.analysis.smaa.simulation import simulate
from app.analysis.smaa.weight_samples import FreeWeights


def sample(draw_decisions, data):
    values, _ = data.draw(draw_decisions())
    generator = np.random.default_rng(data.draw(st.integers(0, 99)))
    weights = generator.exponential(size=(200, values.shape[1]))
    varied = generator.normal(values, 5.0, (200, *values.shape))
    return varied, weights, generator


@given(data=st.data())
@settings(max_examples=40)
def test_relabelling_and_reordering_change_nothing(draw_decisions, data):
    varied, weights, generator = sample(draw_decisions, data)
    rows = generator.permutation(varied.shape[1])
    columns = generator.permutation(varied.shape[2])
    before = count_given(varied, weights)
    after = count_given(varied[:, rows][:, :, columns], weights[:, columns])
    assert after.rank.tolist() == before.rank[rows].tolist()
    assert after.pairwise.tolist() == before.pairwise[rows][:, rows].tolist()
    for option, row in enumerate(rows):
        if before.central_weights[row] is not None:
            expected = before.central_weights[row][columns]
            assert after.central_weights[option] == pytest.approx(expected, abs=1e-9)


@given(data=st.data(), factor=st.sampled_from([1e-12, 7.0, 1e12]))
@settings(max_examples=40)
def test_weights_of_any_scale_and_criteria_without_weight(draw_decisions, data, factor):
    varied, weights, generator = sample(draw_decisions, data)
    before = count_given(varied, weights)
    extra = generator.uniform(0, 100, (*varied.shape[:2], 1))
    after = count_given(
        np.concatenate([varied, extra], axis=2),
        np.column_stack([weights * factor, np.zeros(len(weights))]),
    )
    assert after.rank.tolist() == before.rank.tolist()


@given(data=st.data())
@settings(max_examples=40)
def test_duplicates_tie_and_share_the_better_rank(draw_decisions, data):
    varied, weights, _ = sample(draw_decisions, data)
    twins = np.concatenate([varied, varied[:, :1]], axis=1)
    found = count_given(twins, weights)
    assert found.rank[0].tolist() == found.rank[-1].tolist()
    assert found.pairwise[0, -1] == found.pairwise[-1, 0] == 0.0
    assert found.first[:-1].tolist() == count_given(varied, weights).first.tolist()


@given(data=st.data())
@settings(max_examples=40)
def test_more_benefit_never_lowers_the_chance_of_a_rank_or_better(draw_decisions, data):
    varied, weights, generator = sample(draw_decisions, data)
    before = count_given(varied, weights)
    varied[:, 0] += generator.uniform(0, 20, varied[:, 0].shape)
    after = count_given(varied, weights)
    assert (after.rank[0].cumsum() >= before.rank[0].cumsum() - 1e-12).all()


@pytest.mark.parametrize("kind", ["exact", "uniform", "triangular", "normal"])
@pytest.mark.parametrize("values", [[[50.0]], [[50.0, 50.0], [50.0, 50.0]], [[0.0], [0.0]]])
def test_the_smallest_decisions_make_no_trouble(kind, values):
    scores = vary(kind, values, values, values)
    found = simulate(scores, FreeWeights(len(values[0])), samples=300)
    assert found.first.tolist() == [1.0] * len(values)
    assert found.confidence == (1.0,) * len(values)


def test_missing_scores_run_over_their_whole_scale():
    nan = float("nan")
    values = [[nan, 50.0], [60.0, 50.0]]
    found = simulate(vary("uniform", values, values, values), FreeWeights(2), samples=20_000)
    assert found.first[0] == pytest.approx(0.4, abs=0.02)
    assert simulate(fix_scores(values), FreeWeights(2), samples=100).first.tolist() == [0.0, 1.0]


@given(data=st.data())
@settings(max_examples=40)
def test_a_weighted_product_does_not_depend_on_other_options(draw_decisions, data):
    values, raw = data.draw(draw_decisions())
    together = weigh_products(values, raw)
    for row in range(values.shape[0]):
        assert weigh_products(values[row : row + 1], raw)[0] == pytest.approx(together[row])

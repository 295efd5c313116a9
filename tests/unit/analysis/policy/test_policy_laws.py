"""Laws of agreement, of rules across scenarios and of evidence against options."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.analysis.policy.agreement import (
    concordance,
    kemeny_distance,
    mean_ranks,
    rank_correlation,
    rank_sums,
)
from app.analysis.policy.competing_views import count_against, diagnosticity
from app.analysis.policy.decision_rules import (
    expected_values,
    hurwicz,
    hurwicz_spans,
    maximum_regret,
    never_worse_than,
    regret,
    security_levels,
)
from app.analysis.policy.likelihoods import BANDS


@st.composite
def tables(draw, least=1, whole=False):
    """Values (options, judges or scenarios), often with ties."""
    rows, columns = draw(st.integers(least, 6)), draw(st.integers(1, 5))
    number = st.integers(0, 100).map(float)
    if not whole:
        number = st.one_of(number, st.floats(0, 100))
    cells = draw(st.lists(number, min_size=rows * columns, max_size=rows * columns))
    return np.array(cells).reshape(rows, columns)


@given(tables())
def test_concordance_lies_between_nothing_and_the_same_order(values):
    assert -1e-12 <= concordance(mean_ranks(values)) <= 1 + 1e-12


@given(tables(whole=True), st.integers(1, 4))
def test_judges_of_one_mind_agree_fully(values, judges):
    assert concordance(mean_ranks(np.repeat(values[:, :1], judges, axis=1))) == pytest.approx(1.0)


@given(tables(whole=True), st.randoms())
def test_concordance_does_not_depend_on_the_order_of_judges_or_options(values, chance):
    rows, columns = list(range(values.shape[0])), list(range(values.shape[1]))
    chance.shuffle(rows)
    chance.shuffle(columns)
    moved = values[rows][:, columns]
    assert concordance(mean_ranks(moved)) == pytest.approx(concordance(mean_ranks(values)))


@given(tables(whole=True))
def test_ranks_of_every_judge_sum_to_the_same(values):
    options = values.shape[0]
    ranks = mean_ranks(values)
    assert ranks.sum(axis=0) == pytest.approx(np.full(values.shape[1], options * (options + 1) / 2))
    assert rank_sums(ranks).sum() == pytest.approx(ranks.sum())


def test_options_within_a_tie_share_their_rank():
    assert mean_ranks([[50.0], [50.0 + 1e-12], [10.0]])[:, 0].tolist() == [1.5, 1.5, 3.0]


@given(tables(least=2, whole=True))
def test_correlation_is_symmetric_and_turns_with_the_ranking(values):
    assume(values.shape[1] >= 2)
    one, other = mean_ranks(values)[:, :2].T
    found = rank_correlation(one, other)
    assert -1 - 1e-12 <= found <= 1 + 1e-12
    assert found == rank_correlation(other, one)
    if len(set(one)) > 1 and len(set(other)) > 1:
        assert rank_correlation(-one, other) == pytest.approx(-found)


@given(tables(least=2, whole=True))
def test_kemeny_distance_is_a_distance(values):
    assume(values.shape[1] >= 3)
    a, b, c = mean_ranks(values)[:, :3].T
    assert kemeny_distance(a, b) == kemeny_distance(b, a)
    assert (kemeny_distance(a, b) == 0) == (a == b).all()
    assert kemeny_distance(a, c) <= kemeny_distance(a, b) + kemeny_distance(b, c)


@given(tables())
def test_regret_is_nothing_for_the_best_of_each_scenario(values):
    missed = regret(values)
    assert (missed >= 0).all()
    assert (missed.min(axis=0) == 0).all()


@given(tables(whole=True), st.integers(0, 4))
def test_a_scenario_that_lifts_all_alike_leaves_regret_as_it_is(values, column):
    lifted = values.copy()
    lifted[:, column % values.shape[1]] += 7.0
    assert regret(lifted) == pytest.approx(regret(values))


@given(tables(), st.floats(0, 1))
def test_hurwicz_lies_between_worst_and_best(values, optimism):
    mixed = hurwicz(values, optimism)
    assert (security_levels(values) - 1e-9 <= mixed).all()
    assert (mixed <= values.max(axis=1) + 1e-9).all()
    assert hurwicz(values, 0.0) == pytest.approx(security_levels(values))


@given(tables(), st.floats(0, 1))
def test_the_spans_of_optimism_name_who_is_first_everywhere(values, optimism):
    spans = hurwicz_spans(values)
    assert spans[0][0] == 0.0
    starts = [start for start, _first in spans]
    assert starts == sorted(set(starts))
    assert all(one != other for (_a, one), (_b, other) in pairwise(spans))
    (_start, first) = [span for span in spans if span[0] <= optimism][-1]
    mixed = hurwicz(values, optimism)
    assert mixed[list(first)].max() == pytest.approx(mixed.max())


def test_who_leads_at_the_worst_gives_way_to_who_leads_at_the_best():
    spans = hurwicz_spans([[40.0, 60.0], [30.0, 90.0], [20.0, 80.0]])
    assert spans == ((0.0, (0,)), (0.25, (1,)))


@given(tables(whole=True), st.randoms())
def test_rules_across_scenarios_do_not_depend_on_the_order_of_options_or_scenarios(values, chance):
    rows, columns = list(range(values.shape[0])), list(range(values.shape[1]))
    chance.shuffle(rows)
    chance.shuffle(columns)
    moved = values[rows][:, columns]
    for rule in (security_levels, maximum_regret, lambda table: hurwicz(table, 0.3)):
        assert rule(moved).tolist() == rule(values)[rows].tolist()
    chances = np.arange(1.0, 1.0 + values.shape[1])
    assert expected_values(moved, chances[columns]) == pytest.approx(
        expected_values(values, chances)[rows]
    )
    assert never_worse_than(moved, 5.0).tolist() == never_worse_than(values, 5.0)[rows].tolist()


@given(tables(whole=True))
def test_duplicates_share_every_rule(values):
    twice = np.vstack([values, values[:1]])
    for rule in (security_levels, maximum_regret, lambda table: hurwicz(table, 0.7)):
        assert rule(twice)[0] == rule(twice)[-1]
    ranks = mean_ranks(twice)
    assert ranks[0].tolist() == ranks[-1].tolist()
    assert rank_sums(ranks)[0] == rank_sums(ranks)[-1]


@given(tables(least=2, whole=True), st.randoms())
def test_kemeny_distance_does_not_depend_on_how_options_are_numbered(values, chance):
    assume(values.shape[1] >= 2)
    one, other = mean_ranks(values)[:, :2].T
    rows = list(range(values.shape[0]))
    chance.shuffle(rows)
    assert kemeny_distance(one[rows], other[rows]) == kemeny_distance(one, other)
    assert rank_correlation(one[rows], other[rows]) == pytest.approx(rank_correlation(one, other))


@given(tables(least=2, whole=True), st.integers(0, 5))
def test_more_of_everything_never_worsens_a_place(values, row):
    better = values.copy()
    better[row % len(values)] += 10.0
    at = row % len(values)
    assert rank_sums(mean_ranks(better))[at] <= rank_sums(mean_ranks(values))[at]
    assert security_levels(better)[at] >= security_levels(values)[at]
    assert maximum_regret(better)[at] <= maximum_regret(values)[at] + 1e-9


@given(tables(), st.data())
def test_expected_values_do_not_depend_on_the_scale_of_the_probabilities(values, data):
    columns = values.shape[1]
    chances = data.draw(st.lists(st.floats(0.01, 1), min_size=columns, max_size=columns))
    once = expected_values(values, chances)
    assert expected_values(values, [3 * p for p in chances]) == pytest.approx(once)
    assert (values.min(axis=1) - 1e-9 <= once).all()
    assert (once <= values.max(axis=1) + 1e-9).all()


@given(tables())
def test_the_widest_margin_takes_everybody_in(values):
    widest = float(maximum_regret(values).max())
    assert never_worse_than(values, widest).all()
    assert not never_worse_than(values, -1e-6).any()


def test_a_margin_is_reached_inclusively_in_spite_of_binary_fractions():
    assert never_worse_than([[0.3], [0.1 + 0.2 - 0.1]], 0.1).all()


@pytest.mark.parametrize("chances", [[1.0], [0.5, -0.5], [0.0, 0.0], [0.2, 0.3, 0.5]])
def test_impossible_probabilities_are_refused(chances):
    with pytest.raises(ValueError, match=r"[Pp]robabilit"):
        expected_values([[1.0, 2.0]], chances)


@pytest.mark.parametrize("optimism", [-0.1, 1.1])
def test_optimism_stays_between_worst_and_best(optimism):
    with pytest.raises(ValueError, match="Optimism"):
        hurwicz([[1.0, 2.0]], optimism)


@given(st.lists(st.integers(-1, 1), min_size=2, max_size=6), st.randoms())
def test_evidence_that_fits_all_alike_tells_nothing_apart(signs, chance):
    assert diagnosticity([[signs[0]] * len(signs)]).tolist() == [0.0]
    (once,) = diagnosticity([signs])
    assert 0 <= once <= 1
    chance.shuffle(signs)
    assert diagnosticity([signs]).tolist() == [once]
    assert count_against([signs]).sum() == signs.count(-1)


def test_bands_of_likelihood_join_without_a_gap():
    bands = sorted(BANDS.values(), key=lambda band: band.low)
    assert [band.high for band in bands[:-1]] == [band.low for band in bands[1:]]
    assert all(band.low < band.middle < band.high for band in bands)


def test_a_change_on_a_branch_changes_nothing():
    import msgspec

    from app.analysis.policy.scenarios import find_scenarios, in_scenario
    from app.exchange.samples import read_sample
    from db.model import ScoreChange

    sample = read_sample()
    branch = next(row.parent for row in sample.criteria if row.parent is not None)
    scenario = sample.scenarios[0].id
    odd = ScoreChange(scenario=scenario, option=sample.options[0].id, criterion=branch, amount=90.0)
    changed = msgspec.structs.replace(sample, score_changes=(*sample.score_changes, odd))
    assert in_scenario(changed, scenario).scores == in_scenario(sample, scenario).scores
    assert find_scenarios(changed) is not None


def test_probabilities_near_the_largest_number_are_scaled_too():
    assert expected_values([[1.0, 2.0]], [1e308, 1e308]).tolist() == [1.5]

"""Published cases of further ways to ask: trade-offs, bisection, words, ranks, incomplete pairs."""

from fractions import Fraction

import numpy as np
import pytest

from app.analysis.elicitation.best_worst import weigh_best_worst_linear
from app.analysis.elicitation.curves import bend, bisect
from app.analysis.elicitation.random_index import find_random_index
from app.analysis.elicitation.tradeoffs import Indifference, weigh_tradeoffs
from app.analysis.elicitation.verbal import Difference, fit_scale
from app.analysis.rank_weights import rank_order_centroid, rank_sum
from app.analysis.value_functions import apply


def test_linear_best_worst_weights(published):
    case = published("bwm_linear")
    for best, worst, ratio, shares in zip(
        case.inputs["best_to_others"],
        case.inputs["others_to_worst"],
        case.expected["deviation_by_consistency_index"],
        case.expected["weights"],
        strict=True,
    ):
        found = weigh_best_worst_linear(best, worst)
        deviation = ratio * case.inputs["consistency_index"]
        assert found.deviation == pytest.approx(deviation, abs=case.tolerance)
        assert found.shares == pytest.approx(shares, abs=case.tolerance)


def test_cost_against_horsepower_by_a_trade_off(published):
    case = published("tradeoff_logical_decisions")
    cost, power = case.inputs["cost_of_two"], case.inputs["horsepower_of_two"]
    given_up, gained = 100 * (cost[0] - cost[1]), 100 * (power[1] - power[0])
    found = weigh_tradeoffs(2, [Indifference(0, given_up, 1, gained)])
    expected = [case.expected["cost"], case.expected["horsepower"]]
    assert found.shares == pytest.approx(expected, abs=case.tolerance)
    assert found.misfit == pytest.approx(1.0)


def test_an_expected_salary_by_bisection(published):
    case = published("bisection_salary")
    function = bisect(case.inputs["worst"], case.inputs["quarters"], case.inputs["best"])
    found = apply(function, np.array(case.expected["levels"], dtype=float))
    assert found == pytest.approx(case.expected["values"], abs=case.tolerance)


def test_exponential_values_of_a_portfolio(published):
    case = published("exponential_savf_kraljic")
    worst, best, constant = (case.inputs[name] for name in ("worst", "best", "constant"))
    half = np.log((1.0 + np.exp(-constant * (best - worst))) / 2.0)
    function = bend(float(worst), float(worst - half / constant), float(best))
    found = apply(function, np.array(case.inputs["levels"])) / 100.0
    # Our curve is drawn in straight pieces.
    assert found == pytest.approx(case.expected["values"], abs=case.tolerance)


def test_verbal_scales_of_a_choice_of_software(published):
    case = published("macbeth_erp_selection")
    for criterion, chain in case.inputs["chains_good_to_neutral"].items():
        things = ["good", *chain[1::2], "neutral"]
        judged = [Difference(i, i + 1, category) for i, category in enumerate(chain[0::2])]
        values = fit_scale(len(things), judged).as_values() / 100.0
        found = dict(zip(things, values.tolist(), strict=True))
        for option, expected in case.expected[criterion].items():
            assert found[option] == pytest.approx(expected, abs=case.tolerance), criterion


def test_a_verbal_scale_with_all_pairs_judged(published):
    case = published("macbeth_conditions")
    things = case.inputs["things"]
    judged = [
        Difference(things.index(better), things.index(worse), category)
        for better, worse, category in case.inputs["judgements"]
    ]
    found = fit_scale(len(things), judged)
    assert found.consistent
    assert found.values == pytest.approx(case.expected["basic_scale"], abs=case.tolerance)
    assert found.as_values() == pytest.approx(case.expected["stretched"], abs=case.tolerance)


def test_rank_weights_of_twelve(published):
    case = published("rank_weights_of_twelve")
    ranks = list(range(1, case.inputs["criteria"] + 1))
    places = [place - 1 for place in case.inputs["places"]]
    centroid = rank_order_centroid(ranks)[places]
    assert centroid == pytest.approx(case.expected["centroid"], abs=case.tolerance)
    assert rank_sum(ranks)[places] == pytest.approx(case.expected["rank_sum"], abs=case.tolerance)


def test_random_indices_of_incomplete_judgements(published):
    case = published("ahp_random_index_incomplete")
    for count, row, slope in zip(
        case.inputs["criteria"], case.expected["by_gaps"], case.expected["slope"], strict=True
    ):
        whole, spare = find_random_index(count, "extended"), (count - 1) * (count - 2) // 2
        for missing, tabulated in enumerate(row):
            found = find_random_index(count, "extended", missing)
            assert found == pytest.approx(whole * (1 - missing * float(Fraction(slope))))
            near = spare - missing < 2
            tolerance = case.tolerance_near_a_chain if near else case.tolerance
            assert found == pytest.approx(tabulated, abs=tolerance)

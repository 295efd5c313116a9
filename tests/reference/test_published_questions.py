"""Published cases of further ways to ask: trade-offs, bisection, words, ranks, incomplete pairs."""

import numpy as np
import pytest

from app.analysis.elicitation.best_worst import weigh_best_worst_linear
from app.analysis.elicitation.curves import bend, bisect
from app.analysis.elicitation.random_index import find_random_index
from app.analysis.elicitation.tradeoffs import Indifference, weigh_tradeoffs
from app.analysis.elicitation.verbal import Difference, fit_scale
from app.analysis.information import find_information
from app.analysis.rank_weights import rank_order_centroid, rank_sum
from app.analysis.smaa.score_samples import NORMAL_95, vary
from app.analysis.smaa.weight_samples import fix_weights
from app.analysis.value_functions import apply, linear


def test_linear_best_worst_weights(published):
    case = published("bwm_linear")
    for best, worst, deviation, shares in zip(
        case.inputs["best_to_others"],
        case.inputs["others_to_worst"],
        case.expected["deviation"],
        case.expected["weights"],
        strict=True,
    ):
        found = weigh_best_worst_linear(best, worst)
        assert found.deviation == pytest.approx(deviation, abs=case.tolerance)
        assert found.shares == pytest.approx(shares, abs=case.tolerance)


def test_clemens_cars_by_pricing_out(published):
    case = published("tradeoff_clemen_cars")
    price = linear(*map(float, case.inputs["price_worst_best"]))
    life = linear(*map(float, case.inputs["life_worst_best"]))
    first, second = (
        np.array([apply(price, np.array(car["price"])), apply(life, np.array(car["life"]))])
        for car in case.inputs["indifferent"]
    )
    assert second == pytest.approx(case.expected["values_of_the_second"], abs=0.05)
    given_up, gained = first[0] - second[0], second[1] - first[1]
    found = weigh_tradeoffs(2, [Indifference(0, float(given_up), 1, float(gained))])
    assert found.shares == pytest.approx(
        [case.expected["weights"]["price"], case.expected["weights"]["life"]], abs=case.tolerance
    )
    assert found.misfit == pytest.approx(1.0)


def test_floor_area_of_goodwin_and_wright_by_bisection(published):
    case = published("bisection_goodwin_wright")
    function = bisect(case.inputs["worst"], case.inputs["quarters"], case.inputs["best"])
    assert apply(function, np.array(case.inputs["quarters"], dtype=float)).tolist() == [25, 50, 75]
    for office, area in case.inputs["floor_area"].items():
        value = float(apply(function, np.array(float(area))))
        assert value == pytest.approx(case.expected["values"][office], abs=case.tolerance)


def test_exponential_constants_of_kirkwood(published):
    case = published("exponential_constants_kirkwood")
    for middle, constant in zip(case.inputs["mid_value"], case.expected["constant"], strict=True):
        function = bend(0.0, middle, 1.0)
        curve = np.expm1(-function.points / constant) / np.expm1(-1.0 / constant)
        # The constants are printed with three digits.
        assert function.values == pytest.approx(100.0 * curve, abs=0.2)


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


def test_rank_weights(published):
    case = published("rank_weights")
    for count, centroid, sums in zip(
        case.inputs["criteria"], case.expected["centroid"], case.expected["rank_sum"], strict=True
    ):
        ranks = list(range(1, count + 1))
        assert rank_order_centroid(ranks) == pytest.approx(centroid, abs=case.tolerance)
        assert rank_sum(ranks) == pytest.approx(sums, abs=case.tolerance)
    tied = rank_order_centroid(case.inputs["tied_ranks"])
    assert tied == pytest.approx(case.expected["centroid_of_ties"], abs=case.tolerance)


def test_random_indices_of_incomplete_judgements(published):
    case = published("ahp_random_index_incomplete")
    for i, count in enumerate(case.inputs["criteria"]):
        whole = case.expected["without_gaps"][i]
        assert find_random_index(count, "extended") == pytest.approx(whole, abs=case.tolerance)
        for missing, row in enumerate(("one_gap", "two_gaps", "three_gaps"), start=1):
            stated = case.expected[row][i]
            if stated is not None:
                found = find_random_index(count, "extended", missing)
                assert found == pytest.approx(stated, abs=case.tolerance)


def test_the_value_of_learning_a_normal_score_is_the_unit_normal_loss(published):
    case = published("value_of_information_normal_loss")
    deviation = case.inputs["deviation"]
    for lead, loss in zip(
        case.inputs["lead_in_deviations"], case.expected["unit_loss"], strict=True
    ):
        likely = np.array([[50.0 + lead * deviation], [50.0]])
        reach = np.array([[0.0], [NORMAL_95 * deviation]])
        scores = vary("normal", likely - reach, likely, likely + reach)
        found = find_information(scores, fix_weights([1.0]), samples=64)
        assert found.scores_gain[1, 0] / deviation == pytest.approx(loss, abs=case.tolerance)
        assert found.scores_gain[0, 0] == 0.0

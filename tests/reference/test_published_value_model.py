"""Published cases of value functions, weights, the additive model and dominance."""

import numpy as np
import pytest

from app.analysis.additive import additive_values, evaluate, prepare
from app.analysis.dominance import count_equal, find_dominance
from app.analysis.rank_weights import rank_order_centroid
from app.analysis.rounding import round_half_away
from app.analysis.value_functions import apply, linear, piecewise_linear
from app.analysis.weights import normalise


def test_goodwin_wright_swing_weights(published):
    case = published("swing_goodwin_wright")
    raw = case.inputs["raw_swings"]
    assert sum(raw.values()) == case.expected["sum_raw"]
    shown = [round_half_away(100 * share) for share in normalise(list(raw.values()))]
    assert dict(zip(raw, shown, strict=True)) == case.expected["weights_percent"]


def test_goodwin_wright_addison_square(published):
    case = published("mavt_goodwin_wright_addison")
    total = additive_values([case.inputs["values"]], case.inputs["weights_percent"])
    assert total == pytest.approx([case.expected["aggregate"]], abs=1e-9)


def test_piecewise_linear_functions_inside_and_outside_their_range(published):
    case = published("piecewise_linear_value_functions")
    for given, expected in zip(case.inputs["functions"], case.expected["values"], strict=True):
        outside = "extrapolate" if given.get("out_of_bounds") == "interpolate" else "clip"
        function = piecewise_linear(given["cut"], given["val"], outside)
        assert apply(function, np.array(given["x"])) == pytest.approx(expected, abs=case.tolerance)


def test_nemeroff_totals_contributions_and_what_if(published):
    case = published("mavt_nemeroff_deterministic")
    criteria = case.inputs["criteria"].values()
    columns = []
    for criterion in criteria:
        worst, best = criterion["range"][:: criterion["direction"]]
        columns.append(apply(linear(worst, best), np.array(criterion["effects"])))
    values = np.column_stack(columns) / 100
    before = evaluate(prepare(values), normalise([1, 1, 1, 1]))
    values[0, 0] = 1.0
    after = evaluate(prepare(values), normalise([1, 1, 1, 1]))
    found = {
        "placebo_total": before.totals[0],
        "placebo_responders_contribution": before.contributions[0, 0],
        "what_if_placebo_total": after.totals[0],
        "what_if_contribution": after.contributions[0, 0],
        "difference_placebo_fluoxetine": before.totals[0] - before.totals[1],
        "difference_placebo_venlafaxine": before.totals[0] - before.totals[2],
    }
    for name, expected in case.expected.items():
        assert found[name] == pytest.approx(expected, abs=case.tolerance), name


def test_rank_order_centroid_of_four(published):
    case = published("roc_weights_n4")
    weights = rank_order_centroid([1, 2, 3, 4])
    assert weights == pytest.approx(case.expected["weights_exact"], abs=1e-15)
    assert weights == pytest.approx(case.expected["weights_2dp"], abs=case.tolerance)


def test_weak_and_strict_dominance_among_stocks(published):
    case = published("dominance_stock_selection")
    values = np.array(case.inputs["matrix"], dtype=float) * case.inputs["directions"]
    names = np.array(case.inputs["alternatives"])
    found = find_dominance(values)
    assert names[found.dominated].tolist() == case.expected["dominated_weakly"]
    assert names[found.dominated_strictly].tolist() == case.expected["dominated_strictly"]
    assert count_equal(values).tolist() == case.expected["equal_counts"]

"""Published cases of the methods offered as cross-checks."""

import numpy as np
import pytest

from app.analysis.crosschecks.promethee import Preference, find_flows
from app.analysis.crosschecks.topsis import find_closeness
from app.analysis.crosschecks.vikor import find_compromise
from app.analysis.crosschecks.weighted_product import weigh_products
from app.analysis.ranking import order, rank


def test_weighted_product_of_the_encyclopaedia(published):
    case = published("wpm_wikipedia")
    matrix = np.array(case.inputs["matrix"])
    scores = weigh_products(matrix / matrix.sum(axis=0), case.inputs["weights"])
    assert np.log10(scores) == pytest.approx(case.expected["log10_score"], abs=case.tolerance)
    assert rank(scores).tolist() == case.expected["rank"]


def test_topsis_of_tzeng_and_huang(published):
    case = published("topsis_tzeng_huang2011")
    found = find_closeness(case.inputs["matrix"], case.inputs["weights"]).closeness
    assert found == pytest.approx(case.expected["closeness"], abs=case.tolerance)
    assert rank(found).tolist() == case.expected["rank"]


@pytest.mark.parametrize("change", [lambda m: m, lambda m: m * [1, 1 / 1000] + [5, -1]])
def test_vikor_of_opricovic_and_tzeng(published, change):
    case = published("vikor_opricovic_tzeng2004")
    matrix = change(np.array(case.inputs["matrix"])) * case.inputs["directions"]
    found = find_compromise(matrix, case.inputs["weights"], case.inputs["v"])
    for name in ("S", "R", "Q"):
        assert getattr(found, name) == pytest.approx(case.expected[name], abs=case.tolerance)
    assert found.advantage is case.expected["acceptable_advantage"]
    assert found.stability is case.expected["acceptable_stability"]
    names = [case.inputs["alternatives"][i] for i in found.proposed]
    assert names == case.expected["compromise_set"]


def test_promethee_of_six_real_cars(published):
    case = published("promethee2_sixrealcars")
    names = case.inputs["alternatives"]
    preferences = [
        Preference("linear", q=q, p=p)
        for q, p in zip(case.inputs["q"], case.inputs["p"], strict=True)
    ]
    matrix = np.array(case.inputs["matrix"]) * case.inputs["directions"]
    found = find_flows(matrix, case.inputs["weights"], preferences)
    expected = np.array(case.expected["preference_matrix"])
    assert found.degrees == pytest.approx(expected, abs=case.tolerance)
    assert found.net == pytest.approx(case.expected["net_flow"], abs=case.tolerance)
    best_first = [names[i] for i in order(rank(found.net))]
    assert best_first == case.expected["rank_best_first"]
    for name, profile in case.expected["unicriterion_net_flow"].items():
        row = found.by_criterion[names.index(name)]
        assert row == pytest.approx(profile, abs=case.tolerance)


def test_promethee_of_the_power_plants_with_a_preference_of_each_kind(published):
    case = published("promethee_brans_power_plants")
    names = case.inputs["alternatives"]
    matrix = np.array(case.inputs["matrix"]) * case.inputs["directions"]
    preferences = [Preference(**row) for row in case.inputs["preferences"]]
    found = find_flows(matrix, case.inputs["weights"], preferences)
    expected = np.array(case.expected["preference_matrix"])
    assert found.degrees == pytest.approx(expected, abs=case.tolerance)
    best_first = [names[i] for i in order(rank(found.net))]
    assert best_first == case.expected["rank_best_first"]
    beside = np.flatnonzero(found.incomparable[names.index("Belgium")])
    assert [names[i] for i in beside] == case.expected["incomparable_with_belgium"]

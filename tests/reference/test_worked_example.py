"""The worked example: every figure that its sheet states."""

import numpy as np
import pytest

from app.analysis.additive import evaluate, prepare
from app.analysis.rounding import round_half_away
from app.analysis.weight_lines import vary_weight
from app.analysis.weights import branch_shares, leaves_below, normalise


@pytest.fixture(scope="module")
def case(published):
    return published("worked_example_afghanistan")


def evaluate_case(case, weights, changes=None):
    values = np.array(case.inputs["likely"], dtype=float)
    options, criteria = case.inputs["options"], case.inputs["criteria"]
    for option, cells in (changes or {}).items():
        for criterion, value in cells.items():
            values[options.index(option), criteria.index(criterion)] = value
    return evaluate(prepare(values), normalise(weights))


def test_totals_and_shown_totals(case):
    result = evaluate_case(case, case.inputs["weights"])
    for option, total in zip(case.inputs["options"], result.totals, strict=True):
        assert total == pytest.approx(case.expected["totals"][option], abs=1e-9)
        assert round_half_away(total, 1) == case.expected["shown"][option]
    best_first = [case.inputs["options"][i] for i in result.order]
    assert best_first == list(case.expected["totals"])
    assert not result.provisional.any()


def test_each_actors_leader(case):
    for actor, weights in case.inputs["actors"].items():
        result = evaluate_case(case, weights)
        leader, total = case.expected["actor_leaders"][actor]
        assert case.inputs["options"][result.order[0]] == leader
        assert result.totals[result.order[0]] == pytest.approx(total, abs=case.tolerance)


def test_conditional_membership_is_second_wherever_it_is_not_first(case):
    for weights in case.inputs["actors"].values():
        ranks = evaluate_case(case, weights).ranks
        assert ranks[case.inputs["options"].index("CM")] <= 2


def test_scenarios_and_regret(case):
    totals = []
    for name, changes in case.inputs["scenarios"].items():
        result = evaluate_case(case, case.inputs["weights"], changes)
        totals.append(result.totals)
        for place, (option, total) in enumerate(case.expected["scenario_first_two"][name]):
            assert case.inputs["options"][result.order[place]] == option
            assert result.totals[result.order[place]] == pytest.approx(total, abs=case.tolerance)
    regret = (np.max(totals, axis=1, keepdims=True) - np.array(totals)).max(axis=0)
    for option, worst in zip(case.inputs["options"], regret, strict=True):
        assert worst == pytest.approx(case.expected["maximum_regret"][option], abs=case.tolerance)


def test_regional_engagement_overtakes_when_security_passes_37_2_percent(case):
    shares = normalise(case.inputs["weights"])
    security = np.array([c == "security" for c in case.inputs["criteria"]])
    line = vary_weight(prepare(case.inputs["likely"]), shares, security)
    top = np.flatnonzero(line.crossovers.at_top)
    assert top.size == 1
    options = case.inputs["options"]
    assert options[line.crossovers.falling[top[0]]] == "CM"
    assert options[line.crossovers.rising[top[0]]] == "RE"
    percent = round_half_away(100 * line.crossovers.share[top[0]], 1)
    assert percent == case.expected["security_crossover_percent"]
    assert line.share == pytest.approx(0.16)
    assert (line.stable_low, line.stable_high) == (0.0, line.crossovers.share[top[0]])


def test_branches_weigh_the_sum_of_their_leaves(case):
    parents, leaf_nodes = (np.array(case.inputs[key]) for key in ("parents", "leaf_nodes"))
    shares = branch_shares(parents, leaf_nodes, normalise(case.inputs["weights"]))
    assert shares[:6] == pytest.approx([1.0, 0.36, 0.16, 0.16, 0.13, 0.19])
    assert leaves_below(parents, leaf_nodes)[1].tolist() == [True, True] + [False] * 6

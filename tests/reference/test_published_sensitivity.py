"""Published cases of what would change the ranking, and of what did."""

from fractions import Fraction

import numpy as np
import pytest

from app.analysis.additive import additive_values, prepare
from app.analysis.admissible import admit_all, admit_ratio
from app.analysis.arrays import TIE
from app.analysis.attribution import share_out, split_change
from app.analysis.information import find_information
from app.analysis.potential import find_pairwise_dominance, find_potentials, find_smallest_change
from app.analysis.smaa.score_samples import NORMAL_95, vary
from app.analysis.smaa.weight_samples import fix_weights
from app.analysis.weight_lines import vary_weight
from app.analysis.weights import normalise


def test_the_weight_of_turnover_at_which_another_office_is_best(published):
    case = published("weight_line_goodwin_wright")
    given = case.inputs
    turnover, conditions = (
        normalise(given["turnover_swings"]),
        normalise(given["conditions_swings"]),
    )
    addison = [
        additive_values([given["addison_turnover"]], turnover)[0],
        additive_values([given["addison_conditions"]], conditions)[0],
    ]
    offices = [addison, [given["elton"]["turnover"], given["elton"]["conditions"]]]
    names = ["Addison Square", "Elton Street"]
    weights = normalise([given["turnover_weight"], 100 - given["turnover_weight"]])
    line = vary_weight(prepare(offices), weights, np.array([True, False]))
    below, above = line.spans
    assert [names[i] for i in below.leaders] == [case.expected["first_below"]]
    assert [names[i] for i in above.leaders] == [case.expected["first_above"]]
    crossover = pytest.approx(case.expected["turnover_crossover"], abs=case.tolerance_crossover)
    assert 100 * below.high == crossover == 100 * line.stable_low


def test_the_one_weight_whose_smallest_change_gives_another_house(published):
    case = published("weight_change_saaty_house")
    options, criteria = case.inputs["options"], case.inputs["criteria"]
    values = 100.0 * np.array(case.inputs["priorities"])
    shares = normalise(case.inputs["weights"])
    totals = additive_values(values, shares) / 100.0
    assert totals == pytest.approx(case.expected["totals"], abs=case.tolerance)
    changes = {}
    for place, criterion in enumerate(criteria):
        line = vary_weight(prepare(values), shares, np.arange(len(criteria)) == place)
        for share in (line.stable_low, line.stable_high):
            if TIE < share < 1.0 - TIE:
                # The weight before all are normalised, less what it was.
                changes[criterion, share] = (share - line.share) / (1.0 - share)
    smallest = min(changes, key=lambda found: abs(changes[found]))
    assert smallest[0] == case.expected["criterion"]
    change = changes[smallest]
    assert change == pytest.approx(case.expected["change"], abs=case.tolerance_change)
    moved = shares + (np.array(criteria) == smallest[0]) * change * (1.0 + 1e-6)
    after = additive_values(values, normalise(moved))
    assert options[int(after.argmax())] == case.expected["first_then"]
    # No further apart than that change can the nearest weights be that put the house first.
    nearest = find_smallest_change(
        prepare(values), shares, options.index(case.expected["first_then"])
    )
    assert nearest.distance <= np.abs(normalise(moved) - shares).sum()


def test_which_options_can_be_best(published):
    case = published("potential_optimality_rrpm")
    for name, admissible in (
        ("any_weights", admit_all(3)),
        ("first_weight_at_least_the_second", admit_ratio(3, 0, 1, 1.0, np.inf)),
    ):
        prepared = prepare(case.inputs[name])
        found = find_potentials(prepared, admissible)
        alone = [place + 1 for place, option in enumerate(found) if option.lead > TIE]
        assert alone == case.expected[name]
        # In both, the option left out is dominated by another under every such weighting.
        dominated = find_pairwise_dominance(prepared, admissible).any(axis=0)
        assert (np.flatnonzero(~dominated) + 1).tolist() == case.expected[name]


def test_a_change_of_a_weighted_sum_is_split_as_kitagawa_does(published):
    case = published("attribution_das_gupta")
    given, expected = case.inputs["weighted_sum"], case.expected["weighted_sum"]
    before, after = ([given[f"rate_{when}"]] for when in ("before", "after"))
    was, will_be = (np.array(given[f"percent_{when}"]) / 100 for when in ("before", "after"))
    tolerance = case.tolerance_weighted_sum
    assert additive_values(before, was) == pytest.approx([expected["before"]], abs=tolerance)
    assert additive_values(after, will_be) == pytest.approx([expected["after"]], abs=tolerance)
    found = split_change(before, was, after, will_be)
    assert found.by_score.sum() == pytest.approx(expected["by_rate"], abs=tolerance)
    assert found.by_weight.sum() == pytest.approx(expected["by_percent"], abs=tolerance)


@pytest.mark.parametrize("name", ["three_factors", "four_factors"])
def test_a_change_of_a_product_is_shared_out_as_das_gupta_does(published, name):
    case = published("attribution_das_gupta")
    states = [np.array(case.inputs[f"{name}_{when}"]) for when in ("before", "after")]

    def rate(changed):
        factors = [states[int(made)][place] for place, made in enumerate(changed)]
        return np.array([np.prod(factors, axis=0).sum()])

    found = share_out(rate, len(states[0]))[:, 0]
    assert found == pytest.approx(case.expected[name], abs=case.tolerance)


def test_shapley_values_of_two_games(published):
    case = published("shapley_games")
    gloves = share_out(lambda has: np.array([float((has[0] or has[1]) and has[2])]), 3)
    expected = [float(Fraction(part)) for part in case.expected["gloves"]]
    assert gloves[:, 0] == pytest.approx(expected, abs=case.tolerance)
    costs = case.inputs["airport_costs"]

    def runway(uses):
        longest = max((cost for cost, use in zip(costs, uses, strict=True) if use), default=0)
        return np.array([float(longest)])

    airport = share_out(runway, len(costs))[:, 0]
    assert airport == pytest.approx(case.expected["airport"], abs=case.tolerance)


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

"""Published cases of the ways to ask for weights."""

from fractions import Fraction

import numpy as np
import pytest

from app.analysis.additive import additive_values
from app.analysis.elicitation.best_worst import find_consistency_index, weigh_best_worst
from app.analysis.elicitation.completion import fill_gaps
from app.analysis.elicitation.pairwise import (
    Judgement,
    build_matrix,
    combine,
    compare,
    find_random_index,
)


def test_saatys_drinks(published):
    case = published("ahp_saaty2008_drinks")
    items = case.inputs["items"]
    matrix = build_matrix(
        len(items),
        [Judgement(items.index(a), items.index(b), r) for a, b, r in case.inputs["pairwise"]],
    )
    found = compare(matrix)
    shares = dict(zip(items, found.shares, strict=True))
    assert shares == pytest.approx(case.expected["weights"], abs=case.tolerance)
    assert shares == pytest.approx(case.expected["weights_4dp"], abs=6e-5)
    expected = case.expected["consistency_ratio"]
    assert found.consistency_ratio == pytest.approx(expected, abs=case.tolerance)


def matrix_above(rows):
    """The reciprocal matrix of what was judged, row by row above the diagonal."""
    return build_matrix(
        len(rows) + 1,
        [
            Judgement(i, i + 1 + k, float(Fraction(ratio)))
            for i, row in enumerate(rows)
            for k, ratio in enumerate(row)
        ],
    )


def test_saatys_house(published):
    case = published("ahp_saaty_house")
    found = compare(matrix_above(case.inputs["upper_triangle"]))
    assert found.shares == pytest.approx(case.expected["weights"], abs=case.tolerance)
    for measure in ("largest_eigenvalue", "consistency_index", "consistency_ratio"):
        expected = pytest.approx(case.expected[measure], abs=case.tolerance_eigenvalue)
        assert getattr(found, measure) == expected


def judge(items, judged):
    """The matrix of the pairs that were judged, by name."""
    return build_matrix(
        len(items), [Judgement(items.index(a), items.index(b), ratio) for a, b, ratio in judged]
    )


def test_saatys_cities(published):
    case = published("ahp_saaty_cities")
    criteria, cities = case.inputs["criteria"], case.inputs["cities"]
    shares = compare(judge(criteria, case.inputs["criteria_judged"])).shares
    judged = case.inputs["cities_judged"]
    priorities = [compare(judge(cities, judged[criterion])).shares for criterion in criteria]
    totals = additive_values(np.transpose(priorities), shares)
    assert totals == pytest.approx(case.expected["totals"], abs=case.tolerance)


def test_bozokis_gap_among_four(published):
    case = published("ahp_incomplete_bozoki2010")
    items = case.inputs["items"][:4]
    matrix = judge(items, case.inputs["four"])
    assert compare(matrix).shares == pytest.approx(
        case.expected["four_weights"], abs=case.tolerance
    )
    filled = fill_gaps(matrix, np.zeros(len(items)))[0]
    for first, second, ratio in case.expected["four"]:
        found = filled[items.index(first), items.index(second)]
        assert found == pytest.approx(ratio, abs=case.tolerance)


def test_bozokis_twelve_gaps_in_the_house(published):
    case = published("ahp_incomplete_bozoki2010")
    items = case.inputs["items"]
    filled, _, largest = fill_gaps(judge(items, case.inputs["house"]), np.zeros(len(items)))
    for first, second, ratio in case.expected["house"]:
        found = filled[items.index(first), items.index(second)]
        assert found == pytest.approx(ratio, abs=case.tolerance_house)
    printed = judge(items, case.inputs["house"] + case.expected["house"])
    # What is printed stopped just short of the least eigenvalue.
    assert largest <= compare(printed).largest_eigenvalue
    assert largest == pytest.approx(compare(printed).largest_eigenvalue, abs=1e-7)


def test_the_judgement_that_spoils_saatys_house_is_named(published):
    case = published("ahp_saaty_house")
    worst = compare(matrix_above(case.inputs["upper_triangle"])).worst
    items = case.inputs["items"]
    assert [items[worst.first], items[worst.second]] == case.expected["most_inconsistent"]
    assert worst.ratio < 1.0


def test_a_group_is_the_geometric_mean_of_its_members(published):
    case = published("ahp_group_geometric_mean")
    votes = [
        build_matrix(3, [Judgement(0, 1, given["a1/a2"])])
        for given in case.inputs["votes"].values()
    ]
    group = combine(votes)
    assert group[0, 1] == pytest.approx(case.expected["group"]["a1/a2"], abs=case.tolerance)
    assert np.isnan(group[0, 2])
    bill = case.expected["bill_priorities_after"]
    ratios = bill["inputs"]
    matrix = build_matrix(
        3,
        [
            Judgement(0, 1, ratios["a1/a2"]),
            Judgement(1, 2, ratios["a2/a3"]),
            Judgement(0, 2, ratios["a1/a3"]),
        ],
    )
    assert compare(matrix).shares == pytest.approx(bill["priorities"], abs=case.tolerance)


def test_random_index_tables(published):
    expected = published("ahp_random_index_tables").expected
    for n, index in enumerate(expected["saaty_classic_n3_to_10"], start=3):
        assert find_random_index(n) == index
    for n, index in enumerate(expected["pyanp_alonso_lamata_like_n3_to_15"], start=3):
        assert find_random_index(n, "extended") == index


def test_rezaeis_first_example(published):
    case = published("bwm_rezaei2015_example1")
    found = weigh_best_worst(case.inputs["best_to_others"], case.inputs["others_to_worst"])
    assert found.deviation == pytest.approx(case.expected["xi_star"], abs=case.tolerance)
    assert found.shares == pytest.approx(case.expected["weights"], abs=case.tolerance)


def test_best_worst_consistency_index(published):
    case = published("bwm_consistency_index")
    found = [find_consistency_index(a) for a in case.inputs["a_BW"]]
    assert found == pytest.approx(case.expected["consistency_index"], abs=case.tolerance)

"""Published cases of the ways to ask for weights."""

import numpy as np
import pytest

from app.analysis.elicitation.best_worst import find_consistency_index, weigh_best_worst
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

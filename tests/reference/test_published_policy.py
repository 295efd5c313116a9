"""Published cases of agreement, rules across scenarios, grades and words of likelihood."""

import numpy as np
import pytest

from app.analysis.policy.agreement import concordance, kemeny_distance, mean_ranks, rank_sums
from app.analysis.policy.calibration import brier_score
from app.analysis.policy.competing_views import count_against, diagnosticity
from app.analysis.policy.decision_rules import (
    expected_values,
    hurwicz,
    maximum_regret,
    regret,
    security_levels,
)
from app.analysis.policy.likelihoods import BANDS
from app.wording.terms import term
from db.model import Credibility, Reliability


def test_borda_sums_of_ranks_and_ties(published):
    case = published("borda_rankings")
    one = rank_sums(case.inputs["example_1_ranks_alternatives_x_voters"])
    assert one.tolist() == case.expected["example_1_rank_sums"]
    assert (np.argsort(one) + 1).tolist() == case.expected["example_1_order"]
    two = rank_sums(case.inputs["example_2_ranks_alternatives_x_voters"])
    assert two.tolist() == case.expected["example_2_rank_sums"]
    groups = [(np.flatnonzero(two == total) + 1).tolist() for total in sorted(set(two))]
    assert groups == case.expected["example_2_tied_groups"]


def test_kemeny_distance_between_rankings_with_ties(published):
    case = published("kemeny_distance_rankings")
    found = [kemeny_distance(case.inputs["reference"], other) for other in case.inputs["others"]]
    assert found == case.expected["distance"]


def test_kendalls_concordance_without_and_with_ties(published):
    case = published("kendall_concordance")
    ranks = case.inputs["example_1_ranks_options_x_judges"]
    assert rank_sums(ranks).tolist() == case.expected["example_1_rank_sums"]
    assert concordance(ranks) == pytest.approx(case.expected["example_1_concordance"], abs=1e-15)
    rated = mean_ranks(case.inputs["example_2_ratings_subjects_x_raters"])
    expected = case.expected["example_2_concordance_corrected_for_ties"]
    assert concordance(rated) == pytest.approx(expected, abs=case.tolerance)


def test_decision_rules_across_scenarios(published):
    case = published("scenario_decision_rules")
    values = np.array(case.inputs["matrix_options_x_scenarios"])
    chances = case.inputs["scenario_probabilities"]
    worst = security_levels(values)
    assert worst.tolist() == case.expected["maximin"]["row_minima"]
    assert worst.argmax() + 1 == case.expected["maximin"]["best"]
    best = hurwicz(values, 1.0)
    assert best.tolist() == case.expected["maximax"]["row_maxima"]
    assert hurwicz(values, 0.5).argmax() + 1 == case.expected["hurwicz"]["best"]
    assert maximum_regret(values).argmin() + 1 == case.expected["savage"]["best"]
    mean = expected_values(values, chances)
    assert mean == pytest.approx(case.expected["expected_value"]["scores"], abs=case.tolerance)
    missed = expected_values(regret(values), chances)
    assert missed == pytest.approx(case.expected["expected_regret"]["scores"], abs=case.tolerance)


def test_laplace_takes_all_scenarios_for_equally_likely(published):
    case = published("scenario_decision_rules")
    values = case.inputs["laplace_matrix"]
    mean = expected_values(values, [1.0] * len(values[0]))
    expected = case.expected["laplace"]
    assert mean == pytest.approx(expected["expected_values"], abs=case.tolerance)
    assert mean.argmax() + 1 == expected["best"]


def test_five_rules_choose_three_different_plants(published):
    case = published("scenario_decision_rules")
    values = np.array(case.inputs["plants_small_medium_large_x_demand"])
    missed = maximum_regret(values)
    found = {
        "wald": security_levels(values),
        "maximax": hurwicz(values, 1.0),
        "hurwicz": hurwicz(values, case.inputs["plants_optimism"]),
        "laplace": expected_values(values, [1.0, 1.0, 1.0]),
        "savage": -missed,
    }
    for rule, expected in case.expected["plants"].items():
        assert found[rule].argmax() + 1 == expected["best"], rule
        assert abs(found[rule].max()) == pytest.approx(expected["value"], abs=case.tolerance), rule


def test_fewest_against_orders_competing_hypotheses(published):
    case = published("competing_views_ipcc_terms")
    ratings = case.inputs["ratings_evidence_x_hypotheses"]
    against = count_against(ratings)
    assert against.tolist() == case.expected["against"]
    assert (np.argsort(against) + 1).tolist() == case.expected["order"]
    assert diagnosticity(ratings).argmax() + 1 == case.expected["most_diagnostic"]


def test_heuers_hypotheses_are_ordered_by_what_speaks_against_them(published):
    case = published("competing_views_heuer")
    ratings = case.inputs["ratings_evidence_x_hypotheses"]
    against = count_against(ratings)
    assert against.tolist() == case.expected["against"]
    assert (np.argsort(against) + 1).tolist() == case.expected["order"]
    silent = np.flatnonzero(diagnosticity(ratings) == 0.0) + 1
    assert silent.tolist() == case.expected["without_diagnostic_value"]


def test_brier_scores_of_single_forecasts(published):
    case = published("brier_rain")
    said = zip(case.inputs["probabilities"], case.inputs["rained"], strict=True)
    found = [brier_score([chance], [rained]) for chance, rained in said]
    assert found == pytest.approx(case.expected["scores"], abs=case.tolerance)


def test_likelihood_words_stand_for_the_published_bands(published):
    case = published("icd203_likelihood_bands")
    stated = {row["terms"][0]: row for row in case.expected["bands_percent"]}
    stated["almost certain"] = stated.pop("almost certain(ly)")
    found = {
        word.value: (round(100 * band.low), round(100 * band.high)) for word, band in BANDS.items()
    }
    assert found == {name: (row["low"], row["high"]) for name, row in stated.items()}


def test_grades_of_sources_and_claims_are_named_as_published(published):
    case = published("admiralty_source_grading")
    reliability = {grade.value: term(grade).split(" – ")[1] for grade in Reliability}
    credibility = {str(grade.value): term(grade).split(" – ")[1] for grade in Credibility}
    assert reliability == {k: v.lower() for k, v in case.expected["reliability"].items()}
    assert credibility == {k: v.lower() for k, v in case.expected["credibility"].items()}

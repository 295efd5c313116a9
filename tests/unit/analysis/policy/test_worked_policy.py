"""The worked example's figures for actors, futures, conditions, red lines and sources."""

import pytest

from app.analysis.policy.actors import blocking
from app.analysis.policy.alignment import correlations, find_pairs
from app.analysis.policy.decision_rules import never_worse_than
from app.analysis.policy.red_lines import Breach, crossing_options, leaders_without
from db.model import Holds

REGRET = {"CM": 1.50, "RE": 7.52, "BR": 9.92, "HP": 11.64, "NR": 21.87, "SP": 32.49, "UR": 34.24}


@pytest.mark.parametrize(
    ("actor", "leader", "value", "accepted"),
    [
        ("us-eu", "CM", 53.02, {"CM"}),
        ("russia", "RE", 65.54, {"RE", "CM"}),
        ("china", "RE", 67.10, {"RE", "CM", "BR"}),
        ("neighbours", "RE", 63.48, {"RE", "CM"}),
        ("activists", "CM", 52.24, {"CM"}),
        ("un-agencies", "HP", 55.60, {"HP", "CM"}),
    ],
)
def test_each_actor_has_its_leader_and_its_acceptable_options(
    findings, actor, leader, value, accepted
):
    table = findings.actors
    assert table.leaders(actor) == (leader,)
    column = table.actors.index(actor)
    assert table.values[:, column].max() == pytest.approx(value, abs=1e-9)
    assert {o for o in table.options if actor in table.accepted_by(o)} == accepted
    place = table.options.index("CM")
    assert table.ranks[place, column] == (1 if leader == "CM" else 2)


def test_china_accepts_benchmarked_recognition_by_a_hair(findings):
    table = findings.actors
    value = table.values[table.options.index("BR"), table.actors.index("china")]
    assert value == pytest.approx(50.18, abs=1e-9)


def test_conditional_membership_is_the_maximin_and_the_borda_position(findings):
    assert findings.common.maximin == ("CM",)
    assert findings.common.borda_best == ("CM",)
    assert findings.common.nash_best == ("RE",)
    assert blocking(findings.actors, "CM") == ()
    assert blocking(findings.actors, "RE") == ("us-eu", "activists", "un-agencies")


def test_russia_and_the_un_agencies_are_further_apart_than_russia_and_china(findings):
    pairs = find_pairs(findings.actors)
    assert len(pairs) == 15
    assert pairs[-1].correlation == 1.0
    table = findings.actors
    matrix = correlations(table)
    place = table.actors.index
    assert matrix[place("russia"), place("china")] == 1.0
    assert matrix[place("russia"), place("un-agencies")] < 0.8
    assert (matrix == matrix.T).all()


@pytest.mark.parametrize(
    ("scenario", "leader", "value", "membership"),
    [
        ("solidarity", "CM", 53.62, 53.62),
        ("ranks-break", "RE", 50.44, 49.40),
        ("rivalry", "CM", 49.48, 49.48),
        ("pragmatists", "CM", 58.90, 58.90),
        ("hardliners", "HP", 45.74, 44.24),
        ("returns", "CM", 52.02, 52.02),
    ],
)
def test_each_scenario_has_its_leader(findings, scenario, leader, value, membership):
    table = findings.scenarios
    found = table.outcomes[table.scenarios.index(scenario)]
    assert found.leaders == (leader,)
    assert found.total(leader) == pytest.approx(value, abs=1e-9)
    assert found.total("CM") == pytest.approx(membership, abs=1e-9)


def test_regret_over_the_scenarios(findings):
    table = findings.scenarios
    found = dict(zip(table.options, table.worst_regret.tolist(), strict=True))
    assert found == pytest.approx(REGRET, abs=1e-9)
    assert table.least_regret == ("CM",)
    assert table.best_worst == ("HP",)
    close = never_worse_than(table.values, 1.50)
    assert [o for o, yes in zip(table.options, close, strict=True) if yes] == ["CM"]


def test_conditions_that_fail_under_each_option(findings):
    failing = {
        (case.option, case.mechanism, case.aim): {row.id for row in case.failing}
        for case in findings.cases
        if case.failing
    }
    assert failing == {
        ("NR", "isolation", "norm"): {"iso-image", "iso-society"},
        ("SP", "isolation", "norm"): {"iso-image", "iso-society"},
        ("SP", "cost", "norm"): {"cost-civilians"},
        ("BR", "inducement", "norm"): {"ind-compatible"},
        ("UR", "inducement", "norm"): {"ind-compatible"},
        ("HP", "protection", "human"): {"pro-watched", "pro-neighbours"},
    }


def test_an_exempted_condition_does_not_count_against_the_option(findings):
    (unconditional,) = (case for case in findings.cases if case.option == "UR")
    (staged,) = (case for case in findings.cases if case.option == "BR")
    assert len(staged.conditions) == 3
    assert len(unconditional.conditions) == 2
    assert staged.count(Holds.UNKNOWN) == 1


def test_red_lines_in_the_base_and_in_the_scenarios(findings):
    told = {(f.red_line, f.option, f.scenario, f.breach) for f in findings.breaches}
    assert told == {
        ("no-free-recognition", "UR", None, Breach.CROSSES),
        ("no-free-recognition", "BR", None, Breach.MAY_CROSS),
        ("no-burden", "SP", None, Breach.CROSSES_MAY_NOT),
        ("no-burden", "NR", "returns", Breach.CROSSES_MAY_NOT),
        ("no-burden", "SP", "returns", Breach.CROSSES),
    }


def test_leaving_out_what_crosses_leaves_the_leader(findings, outcome):
    crossing = crossing_options(findings.breaches)
    assert crossing == {"UR", "SP"}
    assert leaders_without(outcome, crossing) == ("CM",)
    assert leaders_without(outcome, frozenset({"CM"})) == ("RE",)
    assert leaders_without(outcome, frozenset(outcome.problem.options)) == ()


def test_three_scores_rest_on_one_weak_source(findings):
    weak = {
        (row.score.option, row.score.criterion)
        for row in findings.coverage
        if row.single and row.weak
    }
    assert weak == {("SP", "human"), ("HP", "human"), ("HP", "norm")}
    assert not any(row.unsupported for row in findings.coverage)


def test_a_high_score_beside_the_mechanisms_is_named(findings):
    assert ("HP", "legit") in {(row.option, row.criterion) for row in findings.unreached}
    assert all(row.value >= 75 for row in findings.unreached)
    assert ("NR", "legit") not in {(row.option, row.criterion) for row in findings.unreached}

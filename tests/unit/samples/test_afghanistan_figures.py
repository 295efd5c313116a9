"""The worked example yields its published figures, summed here without the engine."""

import math

import pytest

from db.model import ChangeKind
from db.model.tree import leaves

# Totals are compared in hundredths: weights and scores are whole numbers, so they are exact.
TOTALS = {"CM": 5362, "RE": 4754, "HP": 4726, "BR": 4418, "NR": 3607, "SP": 2641, "UR": 2466}
LEADERS = {
    "us-eu": ("CM", 5302),
    "russia": ("RE", 6554),
    "china": ("RE", 6710),
    "neighbours": ("RE", 6348),
    "activists": ("CM", 5224),
    "un-agencies": ("HP", 5560),
}
ACCEPTABLE = {
    "us-eu": {"CM"},
    "russia": {"RE", "CM"},
    "china": {"RE", "CM", "BR"},
    "neighbours": {"RE", "CM"},
    "activists": {"CM"},
    "un-agencies": {"HP", "CM"},
}
FUTURES = {
    "solidarity": [("CM", 5362), ("RE", 4754)],
    "ranks-break": [("RE", 5044), ("CM", 4940)],
    "rivalry": [("CM", 4948), ("HP", 4596)],
    "pragmatists": [("CM", 5890), ("RE", 5138)],
    "hardliners": [("HP", 4574), ("CM", 4424)],
    "returns": [("CM", 5202), ("HP", 4598)],
}
REGRET = {"CM": 150, "RE": 752, "BR": 992, "HP": 1164, "NR": 2187, "SP": 3249, "UR": 3424}


def totals(case, perspective, scenario=None):
    """Hundredths of the value of every ranked option, the best first."""
    likely = {(row.option, row.criterion): row.likely for row in case.scores}
    for row in case.score_changes:
        if row.scenario == scenario:
            assert row.kind is ChangeKind.SET
            likely[row.option, row.criterion] = row.amount
    swings = {leaf.id: case.swing_by_key[perspective, leaf.id] for leaf in leaves(case)}
    found = {
        option.id: math.fsum(swing * likely[option.id, leaf] for leaf, swing in swings.items())
        for option in case.options
        if not option.screened_out
    }
    return dict(sorted(found.items(), key=lambda pair: -pair[1]))


def test_weights_are_shares_of_a_hundred_in_every_perspective(case):
    assert len(case.perspectives) == 7
    for perspective in case.perspectives:
        shares = [case.swing_by_key[perspective.id, leaf.id] for leaf in leaves(case)]
        assert math.fsum(shares) == 100.0


def test_the_desk_ranks_conditional_membership_first(case):
    found = totals(case, case.decision.assessor)
    assert found == TOTALS
    assert list(found) == list(TOTALS)


@pytest.mark.parametrize(("actor", "leader"), LEADERS.items())
def test_each_actor_has_its_leader(case, actor, leader):
    found = totals(case, actor)
    assert next(iter(found.items())) == leader
    assert "CM" in list(found)[:2]


@pytest.mark.parametrize(("actor", "options"), ACCEPTABLE.items())
def test_each_actor_accepts_what_is_good_enough_or_near_its_best(case, actor, options):
    found = totals(case, actor)
    row = case.perspective_by_id[actor]
    best = max(found.values())
    enough = {
        option
        for option, total in found.items()
        if total >= 100 * row.accepts_from or total >= best - 100 * row.accepts_within
    }
    assert enough == options


@pytest.mark.parametrize(("scenario", "first_two"), FUTURES.items())
def test_each_scenario_has_its_leaders(case, scenario, first_two):
    assert list(totals(case, case.decision.assessor, scenario).items())[:2] == first_two


def test_conditional_membership_has_the_least_regret_over_the_scenarios(case):
    regret = dict.fromkeys(TOTALS, 0.0)
    for scenario in case.scenarios:
        found = totals(case, case.decision.assessor, scenario.id)
        best = max(found.values())
        regret = {option: max(old, best - found[option]) for option, old in regret.items()}
    assert regret == REGRET


def test_actors_are_found_by_the_names_that_people_use(case):
    assert {"Russia", "China"} <= {row.name for row in case.perspectives}

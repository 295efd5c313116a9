"""Edits of the states and groups whose view is modelled."""

import msgspec
import pytest

from app.edits import EditRefused, actors, weights
from db.model import Basis, Elicitation, PerspectiveKind
from tests.cases import small_case


def test_a_new_actor_has_assumed_weights_and_none_yet():
    case = actors.add_actor(small_case(), "ally", "The ally")
    row = case.perspective_by_id["ally"]
    assert (row.kind, row.elicitation) == (PerspectiveKind.ACTOR, Elicitation.ASSUMED)
    assert not any(weights.swings(case, "ally").values())


def test_an_actor_can_start_from_the_weights_of_another():
    case = actors.weigh_like(actors.add_actor(small_case(), "ally", "The ally"), "ally", "me")
    assert weights.swings(case, "ally") == weights.swings(case, "me")


def test_there_must_be_weights_to_start_from():
    case = actors.add_actor(small_case(), "ally", "The ally")
    with pytest.raises(EditRefused, match="“The ally” has not weighed anything yet"):
        actors.weigh_like(case, "me", "ally")


def test_unity_is_taken_over_from_the_views_as_scores_with_their_reason():
    case = actors.derive_cohesion(small_case(), "peace", {"hold": 40.0, "talk": 80.0}, "Derived.")
    desk = case.decision.assessor
    found = [case.score_by_key[desk, option, "peace"] for option in ("hold", "talk")]
    assert [(row.likely, row.low, row.high) for row in found] == [
        (40.0, None, None),
        (80.0, None, None),
    ]
    assert {(row.rationale, row.basis) for row in found} == {("Derived.", Basis.ASSUMPTION)}


def test_unity_on_a_branch_or_off_the_scale_is_refused_whole():
    case = small_case()
    for criterion, number in (("safety", 50.0), ("peace", 101.0)):
        with pytest.raises(EditRefused):
            actors.derive_cohesion(case, criterion, {"hold": number}, "Derived.")
    nobody = msgspec.structs.replace(
        case, decision=msgspec.structs.replace(case.decision, assessor=None)
    )
    with pytest.raises(EditRefused, match="whose scores"):
        actors.derive_cohesion(nobody, "peace", {"hold": 50.0}, "Derived.")

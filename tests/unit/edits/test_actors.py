"""Edits of the states and groups whose view is modelled."""

import pytest

from app.edits import EditRefused, actors, weights
from db.model import Elicitation, PerspectiveKind
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

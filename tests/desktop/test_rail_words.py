"""What stands under a step says what is missing there, not only how much."""

import msgspec
import pytest

from app.desktop.completeness import completeness
from app.edits.actors import add_actor
from app.edits.options import add_option, change_option
from app.edits.start import new_assessment
from tests.desktop.sample import read_sample


@pytest.fixture
def begun():
    value = new_assessment("Strait", "Me")
    for key in "ABC":
        value = add_option(value, key, f"Option {key}")
    return change_option(value, "A", description="Escort ships.")


def test_options_that_are_not_described_are_said_to_be(begun):
    state = completeness(begun)["options"]

    assert (state.done, state.total, state.said) == (1, 3, "2 to describe")
    assert state.missing == "Not described yet: Option B, Option C."


def test_an_actor_without_weights_is_not_done(begun):
    state = completeness(add_actor(begun, "X", "Freedonia"))["actors"]

    assert not state.complete
    assert state.said == "1 without weights"
    assert state.missing == "Not weighted yet: Freedonia."


def test_actors_with_weights_are_done():
    value = read_sample()
    assert completeness(value)["actors"].said == "6 actors"
    bare = value.perspectives[-1]
    kept = tuple(row for row in value.weights if row.perspective != bare.id)
    state = completeness(msgspec.structs.replace(value, weights=kept))["actors"]
    assert (state.done, state.total, state.said) == (5, 6, "1 without weights")

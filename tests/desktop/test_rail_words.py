"""What stands under a step says what is missing there, not only how much."""

import msgspec
import pytest
from PySide6.QtCore import Qt

from app.desktop.completeness import completeness, ranked_options
from app.desktop.steps import STEPS
from app.edits.actors import add_actor
from app.edits.options import add_option, change_option
from app.edits.red_lines import add_red_line, judge
from app.edits.scores import set_score
from app.edits.start import new_assessment
from db.model import Crossing
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


def test_the_rail_says_what_is_missing_and_not_only_how_much_is_there():
    states = completeness(new_assessment("Where to?", "me"))

    assert states["decision"].said == "2 fields empty"
    assert states["options"].said == "two are needed"
    assert states["scores"].gap is None


@pytest.fixture
def unscored():
    """The worked example without one of the scores of record, and that score."""
    value = read_sample()
    row = next(row for row in reversed(value.scores) if row.assessor == value.decision.assessor)
    return set_score(value, row.assessor, row.option, row.criterion, None), row


def test_missing_scores_are_counted_and_the_first_of_them_is_the_place_to_go(unscored):
    value, row = unscored
    state = completeness(value)["scores"]

    assert (state.said, state.missing) == ("1 score missing", "1 score is missing.")
    assert state.gap == (row.option, row.criterion)


def test_pointing_at_a_step_goes_to_the_first_thing_that_it_lacks(window, unscored, qtbot):
    value, row = unscored
    window.workspace.new(value)
    rail = window.document.rail
    at = rail.model().index([spec.id for spec in STEPS].index("scores"))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    pointed = rail.visualRect(at).center()
    qtbot.mouseClick(rail.viewport(), Qt.MouseButton.LeftButton, pos=pointed)

    page = window.page("scores")
    grid, current = page.model.grid, page.table.currentIndex()
    assert page.table.hasFocus()
    assert grid.options[current.row()].id == row.option
    assert grid.leaves[current.column()].id == row.criterion


def test_a_red_line_that_nobody_judged_is_no_tick():
    case = add_red_line(read_sample(), "new", "No arms transit")
    for option in ranked_options(case)[1:]:
        case = judge(case, "new", option, Crossing.CLEAR)
    state = completeness(case)["conditions"]
    assert not state.complete
    assert state.said == "1 red line to judge"
    assert state.gap == ("red_lines", "new")
    judged = completeness(judge(case, "new", ranked_options(case)[0], Crossing.CLEAR))
    assert judged["conditions"].said != state.said

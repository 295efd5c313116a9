"""The pages of the policy layer in the real window: ways between them, names, undo, other files."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)

from app.desktop.steps import STEPS
from app.edits.start import new_assessment

POLICY = ("evidence", "actors", "scenarios", "conditions", "challenge")
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)


def every_tab(window):
    """Yield each tab of the policy pages with its page, once it is in sight."""
    for step in POLICY:
        window.show_step(step)
        page = window.page(step)
        for tab in page.tabs():
            page.show_tab(tab.id)
            yield step, tab.id, page


def test_every_control_of_every_tab_has_a_name(sample_window):
    nameless = []
    for step, tab, page in every_tab(sample_window):
        for kind in CONTROLS:
            for control in page.tab(tab).findChildren(kind):
                takes = control.focusPolicy() & Qt.FocusPolicy.TabFocus
                inner = isinstance(control.parentWidget(), QComboBox | QAbstractSpinBox)
                said = control.accessibleName() or getattr(control, "text", str)()
                if takes and not inner and control.isVisibleTo(page) and not said:
                    nameless.append((step, tab, type(control).__name__, control.objectName()))
    assert nameless == []


def test_every_tab_fits_the_smallest_window(sample_window):
    sample_window.resize(sample_window.minimumSize())
    for step, tab, page in every_tab(sample_window):
        width = page.tab(tab).minimumSizeHint().width()
        assert width <= page.width(), (step, tab)


def test_every_tab_can_be_shown_with_nothing_in_it_and_then_with_another_file(
    sample_window, sample_file
):
    sample_window.workspace.new(new_assessment("Empty", "Me"))
    for _ in every_tab(sample_window):
        pass
    assert sample_window.commands.open(sample_file)
    for _ in every_tab(sample_window):
        pass
    assert sample_window.page("conditions").tab("precedents").list.texts


def test_a_score_in_doubt_leads_to_the_score_itself(sample_window):
    sample_window.show_step("evidence")
    page = sample_window.page("evidence")
    page.show_tab("coverage")
    page.tab("coverage").table.row_chosen.emit(("HP", "norm"))
    assert sample_window.document.step == "scores"
    scores = sample_window.page("scores")
    place = scores.table.currentIndex()
    grid = scores.model.grid
    assert (grid.options[place.row()].id, grid.leaves[place.column()].id) == ("HP", "norm")


def test_an_actor_leads_to_their_weights(sample_window):
    sample_window.show_step("actors")
    page = sample_window.page("actors")
    page.show_tab("actors")
    actors = page.tab("actors")
    second = [row for row in sample_window.workspace.value.perspectives if row.kind == "actor"][1]
    actors.choose(second.id)
    actors.to_weights.click()
    assert sample_window.document.step == "weights"
    assert sample_window.page("weights").whose.key == second.id


def test_what_is_typed_is_kept_when_another_step_is_shown(qtbot, sample_window):
    sample_window.show_step("challenge")
    field = sample_window.page("challenge").tab("red_team").form.controls["pre_mortem"]
    field.setPlainText("Nobody came.")
    sample_window.show_step("decision")
    assert sample_window.workspace.value.decision.pre_mortem == "Nobody came."


def test_an_edit_elsewhere_is_seen_when_a_tab_comes_back(sample_window):
    sample_window.show_step("scenarios")
    page = sample_window.page("scenarios")
    page.show_tab("scenarios")
    before = page.tab("scenarios").list.texts
    page.show_tab("values")
    sample_window.workspace.apply("Remove", page.tab("scenarios").removed, "rivalry")
    assert "Rivalry deepens" not in page.tab("values").values.chart.columns
    page.show_tab("scenarios")
    assert len(page.tab("scenarios").list.texts) == len(before) - 1
    sample_window.workspace.undo_stack.undo()
    assert page.tab("scenarios").list.texts == before


@pytest.mark.parametrize("spec", STEPS, ids=lambda spec: spec.id)
def test_a_step_that_nobody_needs_says_so(window, spec):
    window.workspace.new(new_assessment("Empty", "Me"))
    state = window.document.rail.model()._states[spec.id]
    assert ("optional" in state.said) == (spec.id in POLICY)

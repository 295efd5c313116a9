"""The main job on the real window and real files."""

import re

import pypdf
import pytest
from PySide6.QtCore import Qt

from app.analysis.rounding import round_half_away
from app.edits.weights import set_swing, swings
from db import gate
from tests.desktop.sample import names_in_order, totals

LEADER, CHALLENGER = "Conditional membership", "Regional engagement without recognition"


def security_of(window):
    rows = window.workspace.value.criteria
    return next(row.id for row in rows if row.name == "Security and counter-terrorism")


def share_of_security(window):
    return window.document.live.outcome.problem.share_of(security_of(window))


def slider_of_security(window):
    window.show_step("weights")
    slider = window.page("weights").rows[security_of(window)].slider
    slider.setFocus()
    return slider


def hold(qtbot, slider, key, times):
    """Hold a key down and let it go."""
    for _ in range(times):
        qtbot.keyPress(slider, key)
    qtbot.keyRelease(slider, key)


def raise_security_past_its_crossover(window, qtbot):
    """Twice the reference makes it the new one; four steps more pass 37.2 % of the weight."""
    slider = slider_of_security(window)
    hold(qtbot, slider, Qt.Key.Key_PageUp, 20)
    hold(qtbot, slider_of_security(window), Qt.Key.Key_Up, 4)


def test_the_worked_example_is_ranked_as_published(sample_window):
    assert totals(sample_window) == {
        "CM": 53.6,
        "RE": 47.5,
        "HP": 47.3,
        "BR": 44.2,
        "NR": 36.1,
        "SP": 26.4,
        "UR": 24.7,
    }


def test_a_drag_moves_the_ranking_and_leaves_nothing_behind(sample_window):
    workspace = sample_window.workspace
    committed, assessor = workspace.value, workspace.value.decision.assessor

    assert workspace.preview(set_swing, assessor, security_of(sample_window), 1000)
    assert names_in_order(sample_window)[0] == CHALLENGER
    workspace.drop_preview()

    assert names_in_order(sample_window)[0] == LEADER
    assert workspace.value is committed
    assert not workspace.undo_stack.canUndo()


@pytest.mark.parametrize(("share", "leader"), [(0.3715, LEADER), (0.3725, CHALLENGER)])
def test_security_tips_the_ranking_just_above_its_crossover(sample_window, qtbot, share, leader):
    workspace = sample_window.workspace
    assessor = workspace.value.decision.assessor
    present = swings(workspace.value, assessor)
    others = sum(present.values()) - present[security_of(sample_window)]
    swing = others * share / (1 - share)

    workspace.apply("Weight", set_swing, assessor, security_of(sample_window), swing)

    assert share_of_security(sample_window) == pytest.approx(share)
    assert names_in_order(sample_window)[0] == leader
    qtbot.waitUntil(lambda: sample_window.document.ranking.verdict.startswith(f"{leader} leads"))


def test_weigh_undo_close_reopen_and_hand_over_the_brief(open_window, sample_file, qtbot, tmp_path):
    window = open_window()
    window.commands.open(sample_file)
    before = window.workspace.value
    raise_security_past_its_crossover(window, qtbot)
    assert share_of_security(window) > 0.372
    assert names_in_order(window)[0] == CHALLENGER
    qtbot.waitUntil(lambda: window.document.ranking.verdict.startswith(f"{CHALLENGER} leads"))
    raised = window.workspace.value

    while window.workspace.undo_stack.canUndo():
        window.actions_by_id["undo"].trigger()
    assert names_in_order(window)[0] == LEADER
    assert window.workspace.value == before
    while window.workspace.undo_stack.canRedo():
        window.actions_by_id["redo"].trigger()
    window.close()
    assert gate.read(sample_file).assessment == raised

    window = open_window()
    window.commands.open(sample_file)
    assert window.workspace.value == raised
    assert names_in_order(window)[0] == CHALLENGER

    pdf = tmp_path / "brief.pdf"
    window.show_step("brief")
    with qtbot.waitSignal(window.page("brief").exported, timeout=20_000):
        window.page("brief").export_to(pdf)
    check_brief(window, pdf)


def check_brief(window, pdf):
    """The recommendation, each option and each weight stand in the brief."""
    value = window.workspace.value
    text = without_space("".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages))
    assert without_space(value.brief.recommendation) in text
    for option in value.options:
        assert without_space(option.name) in text
    problem = window.document.live.outcome.problem
    for share in problem.shares:
        assert f"{round_half_away(float(share) * 100, 1):.1f}" in text


def without_space(text):
    """Text as it can be compared whatever the lines and hyphens of a page."""
    return re.sub(r"[\s\u00ad\u200b-\u200f\u2060-\u2069]", "", text)

"""Two versions side by side: states of this assessment, and other files."""

import pytest
from PySide6.QtGui import QGuiApplication

from app.desktop.comparing.rows import score_rows, weight_rows
from app.desktop.comparing.versions_dialog import VersionsDialog, show_versions
from app.desktop.comparing.versions_list import BEGINNING
from app.edits.options import remove_option
from app.edits.scores import set_score
from app.edits.weights import set_swing
from db.document import Document
from db.publish import publish
from tests.desktop.sample import read_sample

DESK = "policy-desk"


@pytest.fixture
def edited(sample_window):
    """The worked example after a weight and a score were changed, the first named."""
    workspace = sample_window.workspace
    assert workspace.apply("Weigh security", set_swing, DESK, "security", 60.0)
    workspace.versions.name(workspace.versions.document().head, "as discussed")
    assert workspace.apply("Score", set_score, DESK, "CM", "norm", 30)
    return sample_window


@pytest.fixture
def dialog(edited):
    edited.actions_by_id["compare_versions"].trigger()
    return edited.findChild(VersionsDialog)


def words(side):
    return side.choice.currentText()


def total(side, option):
    return next(row for row in side.ranking.places if row.option == option)


def test_weights_that_differ_are_told_as_shares_with_their_difference():
    before = read_sample()
    after = set_swing(before, DESK, "security", 16.0 + 20.0)
    rows = {row.key: row.cells for row in weight_rows(before, after)}
    assert rows["security"] == ("Security and counter-terrorism", "16.0%", "30.0%", "+14.0")
    assert len(rows) == 8  # the others make room


def test_scores_that_differ_are_told_with_their_ranges():
    before = read_sample()
    after = set_score(before, DESK, "CM", "norm", 30)
    (row,) = score_rows(before, after)
    assert row.cells == (
        "Conditional membership",
        "Norm change in the regime",
        "58 (30–78)",
        "30",
    )


def test_equal_versions_differ_in_nothing():
    sample = read_sample()
    assert weight_rows(sample, sample) == score_rows(sample, sample) == ()


def test_an_option_that_is_gone_is_told_under_its_name():
    before = read_sample()
    rows = score_rows(before, remove_option(before, "SP"))
    assert {row.cells[0] for row in rows} == {"Tightened pressure"}
    assert {row.cells[3] for row in rows} == {"not judged"}


def test_now_stands_beside_the_last_named_version(dialog):
    assert words(dialog.left).startswith("“as discussed”")
    assert words(dialog.right) == "Now"
    gained = total(dialog.right, "CM").total - total(dialog.left, "CM").total
    assert gained < -1.0
    assert total(dialog.right, "CM").delta == pytest.approx(gained)
    assert total(dialog.right, "CM").base == pytest.approx(total(dialog.left, "CM").total)
    assert not dialog.weights.rows
    assert [row.key for row in dialog.scores.rows] == [("CM", "norm")]
    assert [tab.text() for tab in dialog.tabs.titles.titles][:3] == [
        "Rankings",
        "Weights (0)",
        "Scores (1)",
    ]
    assert "Norm change in the regime" in dialog.words.text()


def test_another_version_can_be_chosen_on_either_side(dialog):
    dialog.left.choice.show_choice(BEGINNING)
    dialog.left.choice.chosen.emit(BEGINNING)
    assert len(dialog.weights.rows) == 8
    assert "first place" in dialog.effect.text() or "leads" in dialog.effect.text()
    dialog.right.choice.show_choice(BEGINNING)
    dialog.right.choice.chosen.emit(BEGINNING)
    assert dialog.effect.text() == "Nothing differs."


def test_a_change_made_meanwhile_shows_at_once(edited, dialog):
    edited.workspace.apply("Score", set_score, DESK, "CM", "security", 10)
    assert words(dialog.right) == "Now"
    assert len(dialog.scores.rows) == 2


def test_it_closes_with_the_assessment(edited, dialog, qtbot):
    edited.actions_by_id["close"].trigger()
    qtbot.waitUntil(lambda: edited.findChild(VersionsDialog) is None)


def test_it_opens_once(edited, dialog):
    show_versions(edited.workspace, edited, BEGINNING)
    assert edited.findChildren(VersionsDialog) == [dialog]
    assert words(dialog.left) == "As it began"


def test_the_history_leads_to_it(edited):
    edited.show_step("history")
    changes = edited.page("history").tab("changes")
    changes.table.setCurrentIndex(changes.table.model().index(len(changes.table.rows) - 1, 0))
    changes.beside.click()
    dialog = edited.findChild(VersionsDialog)
    assert (words(dialog.left), words(dialog.right)) == ("As it began", "Now")


def test_another_file_is_looked_at_and_not_taken_in(edited, dialog, tmp_path):
    begun = edited.workspace.value
    path = tmp_path / "rosa.poise"
    publish(Document(assessment=set_swing(begun, DESK, "human", 99.0)), path, None)
    before = edited.workspace.value

    dialog.read(path)

    assert (words(dialog.left), words(dialog.right)) == ("rosa.poise", "Now")
    assert len(dialog.weights.rows) == 8
    assert edited.workspace.value is before


def test_a_file_that_cannot_be_read_is_named_and_changes_nothing(dialog, tmp_path):
    path = tmp_path / "no.poise"
    path.write_bytes(b"nothing of ours")
    shown = words(dialog.left)
    dialog.read(path)
    assert dialog.problem.text()
    assert words(dialog.left) == shown


def test_what_is_seen_can_be_copied(dialog):
    dialog.copy()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert lines[0][0] == "Option"
    assert lines[0][2] == "Now"
    assert ["Conditional membership", "Norm change in the regime", "58 (30–78)", "30"] in lines

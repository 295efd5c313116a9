"""Giving a copy away: the officer sees what its reader learns, and it is checked."""

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QRadioButton

from app.edits.criteria import add_criterion, remove_criterion
from app.edits.decision import change_decision
from app.edits.options import rename_option
from app.edits.perspectives import change_perspective
from db import gate
from db.share import History

FORMER = "Colonel Azimi asked for it"


@pytest.fixture
def window_with_past(sample_window):
    """A window in which Rosamunde has written something and taken it out again."""
    workspace = sample_window.workspace
    workspace.author = "Rosamunde"
    before = workspace.value.option_by_id["CM"].name
    assert workspace.apply("Name", rename_option, "CM", FORMER)
    assert workspace.apply("Name", rename_option, "CM", before)
    return sample_window


@pytest.fixture
def share(window_with_past, sample_file, monkeypatch):
    """Share a copy as an officer would, and return its path."""
    target = sample_file.with_name("copy.poise")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    def run(history):
        window_with_past.actions_by_id["share"].trigger()
        dialog = window_with_past.commands.colleagues.sharing
        dialog.choose(history)
        dialog.share_button.click()
        return target

    return run


def test_at_first_the_dialog_leaves_names_out_and_says_what_stays(window_with_past):
    window_with_past.actions_by_id["share"].trigger()
    dialog = window_with_past.commands.colleagues.sharing

    assert dialog.history is History.ANONYMOUS
    assert "names nobody" in dialog.learned.text()
    assert FORMER in dialog.learned.text(), "a text that is gone from the pages is in the copy"
    dialog.choose(History.FULL)
    assert "It names Rosamunde." in dialog.learned.text()
    dialog.choose(History.NONE)
    assert "nothing of how the assessment came about" in dialog.learned.text()
    dialog.reject()


def test_what_a_reader_could_find_is_told_in_one_line_and_without_the_programs_own_words(window):
    window.commands.new()
    workspace = window.workspace
    assert workspace.apply("Title", change_decision, title="Whether to return")
    names = ("New criterion", "New criterion 2", "Safety of staff", "Cost to the house")
    for key, name in enumerate(names):
        assert workspace.apply("Add", add_criterion, str(key), name, None, None)
    for key, _name in enumerate(names):
        assert workspace.apply("Remove", remove_criterion, str(key))
    window.actions_by_id["share"].trigger()
    dialog = window.commands.colleagues.sharing

    said = dialog.learned.text()
    assert said.count("Among them") == 1
    assert "It holds 2 texts" in said
    assert "“Cost to the house” and “Safety of staff”" in said
    assert "New criterion" not in said
    assert "Untitled" not in said
    dialog.reject()


def test_a_copy_without_history_is_without_it_and_says_it_was_checked(share, window_with_past):
    path = share(History.NONE)

    image = path.read_bytes()
    assert FORMER.encode() not in image
    assert b"Rosamunde" not in image
    copied, value = gate.read(path).assessment, window_with_past.workspace.value
    assert copied.scores == value.scores
    assert [row.id for row in copied.perspectives] == [row.id for row in value.perspectives]
    assert value.perspectives[0].name.encode() not in image
    assert "Checked: " in window_with_past.notices.text
    assert "copy.poise" in window_with_past.notices.text


def test_a_full_copy_is_a_full_copy(share, window_with_past):
    document = gate.read(share(History.FULL)).document

    assert document == window_with_past.workspace.versions.document()


def test_sharing_leaves_the_open_assessment_where_it_is(share, window_with_past, sample_file):
    share(History.NONE)

    assert window_with_past.workspace.path == sample_file
    assert window_with_past.workspace.versions.document().revisions


def test_the_own_file_is_never_replaced_by_a_shared_copy(
    window_with_past, sample_file, monkeypatch, qtbot
):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(sample_file), ""))
    qtbot.waitUntil(lambda: not window_with_past.workspace.file_state.unpublished)
    window_with_past.actions_by_id["share"].trigger()
    before = sample_file.read_bytes()

    window_with_past.commands.colleagues.sharing.share_button.click()

    assert "Choose another name" in window_with_past.notices.text
    assert sample_file.read_bytes() == before


def test_not_choosing_a_file_writes_nothing(window_with_past, sample_file, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    window_with_past.actions_by_id["share"].trigger()

    window_with_past.commands.colleagues.sharing.share_button.click()

    assert sorted(sample_file.parent.glob("*.poise")) == [sample_file]


def test_every_choice_has_an_accessible_name(window_with_past):
    window_with_past.actions_by_id["share"].trigger()
    dialog = window_with_past.commands.colleagues.sharing

    names = [radio.accessibleName() for radio in dialog.findChildren(QRadioButton)]
    assert len(names) == 3
    assert all(names)
    dialog.reject()


def test_closing_the_assessment_closes_the_dialog(window_with_past):
    window_with_past.actions_by_id["share"].trigger()

    window_with_past.workspace.apply("Title", change_decision, title="T")
    window_with_past.workspace.close()

    assert window_with_past.commands.colleagues.sharing is None


@pytest.fixture
def named_window(window_with_past):
    """A window in which the assessor of record has somebody's name, and a text says it."""
    workspace = window_with_past.workspace
    judge = workspace.value.decision.assessor
    assert workspace.apply("Name", change_perspective, judge, name="Ana Prado")
    assert workspace.apply("Question", change_decision, question="What Ana Prado asked")
    return window_with_past


def test_the_names_of_assessors_are_left_out_at_first_and_said_when_they_are_not(named_window):
    named_window.actions_by_id["share"].trigger()
    dialog = named_window.commands.colleagues.sharing

    assert "It names no assessor: instead of a name it says “Assessor 1”." in dialog.learned.text()
    assert "Its texts still name Ana Prado" in dialog.learned.text()
    dialog.nameless.click()
    assert "It names who judges: Ana Prado" in dialog.learned.text()
    dialog.choose(History.FULL)
    assert not dialog.nameless.isEnabled()
    assert "It names who judges: Ana Prado" in dialog.learned.text()
    dialog.choose(History.NONE)
    assert not dialog.nameless.isChecked(), "what was chosen holds"
    dialog.reject()


def test_no_word_is_cut_when_the_password_needs_room(named_window):
    named_window.actions_by_id["share"].trigger()
    dialog = named_window.commands.colleagues.sharing
    dialog.sealed.click()
    for _turn in range(3):  # a layout asks for a turn of its own at each level
        QApplication.processEvents()

    assert dialog._area.verticalScrollBar().maximum() == 0
    assert dialog.problem.isVisible()
    assert dialog.password.height() >= dialog.password.sizeHint().height()
    assert dialog.learned.height() >= dialog.learned.heightForWidth(dialog.learned.width())
    dialog.reject()


def test_a_copy_from_which_nothing_was_taken_says_nothing_of_a_check(share, window_with_past):
    share(History.FULL)

    assert "Checked" not in window_with_past.notices.text

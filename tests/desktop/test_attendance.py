"""Two officers with one file: each hears of the other, and neither is held up."""

import pytest
from PySide6.QtCore import QSettings

from app.desktop.preferences.preferences import NOT_AT_ALL, UNNAMED
from app.edits.decision import change_decision
from db.presence import note_path, who_has_open


@pytest.fixture
def rosa_has_it(open_window, sample_file, qtbot):
    """Rosa's window with the file open, and her note beside it."""
    window = open_window()
    name(window, "Rosa")
    assert window.commands.open(sample_file)
    qtbot.waitUntil(lambda: who_has_open(sample_file) is not None)
    return window


def name(window, author="", presence="named"):
    dialog = open_settings(window)
    dialog.author.setText(author)
    dialog.presence.show_choice(presence)
    dialog.accept()


def open_settings(window):
    window.actions_by_id["settings"].trigger()
    return window.commands.setting_up.dialog


def test_the_second_hears_of_the_first_and_both_can_work(
    rosa_has_it, open_window, sample_file, qtbot
):
    second = open_window()
    assert second.commands.open(sample_file)

    qtbot.waitUntil(lambda: "Rosa has this file open since" in second.notices.text)
    assert "Rosa has it open too." in second.file_notices.label.text()
    assert second.workspace.apply("Title", change_decision, title="By the second")
    assert rosa_has_it.workspace.apply("Title", change_decision, title="By Rosa")
    assert not rosa_has_it.notices.text


def test_closing_takes_the_note_away_and_the_next_renewal_sees_it(
    rosa_has_it, open_window, sample_file, qtbot
):
    second = open_window()
    assert second.commands.open(sample_file)
    qtbot.waitUntil(lambda: "Rosa" in second.file_notices.label.text())

    rosa_has_it.close()

    assert who_has_open(sample_file) is None
    second.workspace.attendance.renew()
    qtbot.waitUntil(lambda: "Rosa" not in second.file_notices.label.text())
    qtbot.waitUntil(lambda: who_has_open(sample_file) is not None)


def test_another_file_takes_the_note_along(rosa_has_it, sample_file, qtbot):
    other = sample_file.with_name("other.poise")

    assert rosa_has_it.commands.save_as(other)

    qtbot.waitUntil(lambda: who_has_open(other) is not None)
    qtbot.waitUntil(lambda: who_has_open(sample_file) is None)


def test_closing_and_opening_again_does_not_take_oneself_for_somebody_else(
    rosa_has_it, sample_file, qtbot
):
    rosa_has_it.workspace.close()
    assert rosa_has_it.commands.open(sample_file)

    qtbot.waitUntil(lambda: who_has_open(sample_file) is not None)
    qtbot.waitUntil(lambda: not rosa_has_it.workspace.attendance.busy)
    assert rosa_has_it.workspace.file_state.met.author is None


def test_who_would_not_be_named_is_somebody(rosa_has_it, open_window, sample_file, qtbot):
    name(rosa_has_it, "Rosa", UNNAMED)
    qtbot.waitUntil(lambda: getattr(who_has_open(sample_file), "author", None) == "")
    second = open_window()

    assert second.commands.open(sample_file)

    qtbot.waitUntil(lambda: "Somebody else has this file open since" in second.notices.text)


def test_no_note_where_the_settings_say_so(rosa_has_it, sample_file, qtbot):
    name(rosa_has_it, "Rosa", NOT_AT_ALL)

    qtbot.waitUntil(lambda: not note_path(sample_file).exists())


def test_no_name_of_an_account_is_said(window, sample_file, qtbot):
    assert window.commands.open(sample_file)

    qtbot.waitUntil(lambda: who_has_open(sample_file) is not None)
    assert who_has_open(sample_file).author == ""


def test_no_note_beside_a_file_in_a_place_for_passing_files(window, sample_file, home):
    passing = home / "temporary" / "from-mail.poise"
    passing.write_bytes(sample_file.read_bytes())

    assert window.commands.open(passing)

    assert not window.workspace.attendance.busy
    assert not note_path(passing).exists()


def test_the_settings_keep_no_accounts_name(window):
    open_settings(window).accept()

    assert isinstance(window.settings, QSettings)
    assert not window.commands.setting_up.name

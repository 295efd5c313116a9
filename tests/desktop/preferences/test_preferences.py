"""What is set once holds from then on, also after the next start."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from app.desktop.actions.table import action_specs
from app.desktop.preferences.preferences import read_preferences
from app.desktop.preferences.shortcuts import Shortcut, find_clashes
from app.desktop.starting.assembly import speak
from app.desktop.widgets.full_width_area import FullWidthArea
from app.desktop.widgets.ranking_panel import place_in_words
from app.wording.language import LANGUAGES
from app.wording.numbers import USUAL_DIGITS, use_digits
from tests.benchmarks.launch import ROOT


@pytest.fixture
def usual_digits():
    """Put the digits back for the tests that follow."""
    yield
    use_digits(USUAL_DIGITS)


def brief_digits():
    """A value as another process shows it, such as the one that makes briefs."""
    program = "from app.wording.numbers import points; print(points(53.64))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return done.stdout.strip()


def open_settings(window):
    window.actions_by_id["settings"].trigger()
    return window.commands.setting_up.dialog


def open_shortcuts(window):
    window.actions_by_id["shortcuts"].trigger()
    return window.commands.setting_up.dialog


def test_settings_take_effect_at_once(window, usual_digits):
    points = QApplication.font().pointSizeF()
    dialog = open_settings(window)
    dialog.theme.show_choice("dark")
    dialog.size.show_choice(150)
    dialog.author.setText("  Ada   Officer ")

    dialog.accept()

    assert window.appearance.theme.dark
    assert QApplication.font().pointSizeF() == pytest.approx(1.5 * points)
    assert "27pt" in window.start.styleSheet()
    assert window.workspace.author == "Ada Officer"


def test_decimal_places_are_shown_at_once_and_leave_the_brief_alone(sample_window, usual_digits):
    place = sample_window.document.ranking.places[0]
    dialog = open_settings(sample_window)
    dialog.digits.show_choice(3)

    dialog.accept()

    assert f"{place.total:.3f} of 100" in place_in_words(place)
    assert brief_digits() == "53.6"


def test_settings_hold_after_the_next_start(open_window, usual_digits):
    first = open_window()
    dialog = open_settings(first)
    dialog.organisation.setText("The Ministry")
    dialog.marking.show_choice("TLP:AMBER")
    dialog.accept()
    first.close()

    again = open_window()
    again.commands.new()

    assert again.workspace.value.decision.marking == "TLP:AMBER"
    assert again.workspace.value.brief.sender == "The Ministry"


def test_the_dialog_shows_what_was_kept_a_moment_ago(window, usual_digits):
    dialog = open_settings(window)
    dialog.size.show_choice(125)
    dialog.digits.show_choice(2)
    dialog.theme.show_choice("dark")
    dialog.language.show_choice("fr")
    dialog.presence.show_choice("off")
    dialog.accept()
    kept = window.commands.setting_up.preferences

    again = open_settings(window)

    assert (again.size.key, again.digits.key, again.theme.key) == (125, 2, "dark")
    assert (again.language.key, again.presence.key) == ("fr", "off")
    again.accept()
    assert window.commands.setting_up.preferences == kept


def test_every_setting_holds_after_the_next_start(open_window, usual_digits):
    first = open_window()
    dialog = open_settings(first)
    for choice, key in (
        (dialog.size, 150),
        (dialog.digits, 3),
        (dialog.theme, "dark"),
        (dialog.language, "ar"),
        (dialog.presence, "unnamed"),
    ):
        choice.show_choice(key)
    dialog.author.setText("Ada Officer")
    dialog.accept()
    kept = first.commands.setting_up.preferences
    first.close()
    first.settings.sync()

    restarted = read_preferences(QSettings(first.settings.fileName(), QSettings.Format.IniFormat))

    assert restarted == kept
    assert (kept.size, kept.digits, kept.theme, kept.language) == (150, 3, "dark", "ar")
    assert (kept.presence, kept.author) == ("unnamed", "Ada Officer")


def test_cancelled_settings_change_nothing(window, usual_digits):
    before = window.commands.setting_up.preferences
    dialog = open_settings(window)
    dialog.theme.show_choice("dark")

    dialog.reject()

    assert window.commands.setting_up.preferences == before
    assert not window.appearance.theme.dark


def test_every_action_stands_in_the_list_of_keys(window):
    dialog = open_shortcuts(window)

    assert set(dialog.fields) == {spec.id for spec in action_specs()}
    dialog.reject()


def test_other_keys_hold_at_once_and_after_the_next_start(open_window):
    window = open_window()
    dialog = open_shortcuts(window)
    dialog.fields["about"].setKeySequence(QKeySequence("Ctrl+Alt+A"))
    dialog.accept()
    assert window.actions_by_id["about"].shortcut().toString() == "Ctrl+Alt+A"
    window.close()

    again = open_window()

    assert again.actions_by_id["about"].shortcut().toString() == "Ctrl+Alt+A"
    assert again.actions_by_id["new"].shortcut().toString() == "Ctrl+N"


def test_two_actions_never_get_the_same_keys(window):
    dialog = open_shortcuts(window)
    dialog.fields["about"].setKeySequence(QKeySequence("Ctrl+N"))

    assert not dialog.keep_button.isEnabled()
    assert "New assessment" in dialog.problem.text()

    dialog.fields["new"].clear()
    assert dialog.keep_button.isEnabled()
    dialog.reject()


def test_actions_without_keys_do_not_clash():
    bare = [Shortcut(name, name, "", "") for name in ("one", "two")]

    assert find_clashes(tuple(bare)) == ()


def test_tab_leaves_a_field_for_keys(qtbot, window):
    dialog = open_shortcuts(window)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.fields["open"].setFocus()
    before = QApplication.focusWidget()

    qtbot.keyClick(before, Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is not before
    assert dialog.fields["open"].keySequence().toString() == "Ctrl+O"
    dialog.reject()


def test_keeping_settings_under_the_same_name_changes_no_decision(window):
    window.settings.setValue("author", "Ada Officer")
    window.actions_by_id["new"].trigger()
    before = window.workspace.value

    dialog = open_settings(window)
    assert dialog.author.text() == "Ada Officer"
    dialog.accept()

    assert window.workspace.value == before


def test_nobody_is_called_by_the_name_of_the_account(window):
    dialog = open_settings(window)

    assert dialog.author.text() == ""
    assert window.workspace.author == ""
    dialog.reject()


@pytest.mark.parametrize("code", LANGUAGES)
def test_all_settings_are_in_sight_where_the_screen_has_room(window, code):
    speak(QApplication.instance(), code)
    try:
        dialog = open_settings(window)
        assert dialog.findChild(FullWidthArea).verticalScrollBar().maximum() == 0
        dialog.reject()
    finally:
        speak(QApplication.instance(), "en")

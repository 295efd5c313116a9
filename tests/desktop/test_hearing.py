"""What a screen reader is told as it happens, and what it finds where it looks."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTableView

from app.desktop.look.speech import Speech
from app.desktop.widgets.calendar_popup import CalendarPopup
from app.desktop.widgets.date_field import DateField
from app.desktop.widgets.spoken_label import SpokenLabel
from app.desktop.widgets.weight_slider import WeightSlider
from app.edits.options import rename_option


@pytest.fixture
def heard(monkeypatch):
    """The sentences that are announced, with whether they are urgent."""
    said = []

    def listen(event):
        if isinstance(event, QAccessibleAnnouncementEvent):
            urgent = event.politeness() is QAccessible.AnnouncementPoliteness.Assertive
            said.append((event.message(), urgent))

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(listen))
    return said


def sentences(heard):
    return [sentence for sentence, _urgent in heard]


def rest(place, qtbot):
    """Wait until nothing within a place is about to be said."""
    qtbot.waitUntil(lambda: not any(each.isActive() for each in place.findChildren(Speech)))


def test_a_notice_is_spoken_with_what_can_be_done(window, heard):
    window.notices.show_message("Saved.")
    window.notices.show_message("Not saved.", "bad", (("Keep elsewhere…", print),))
    assert heard == [("Saved.", False), ("Not saved.\nKeep elsewhere…", True)]


def test_a_weight_and_the_ranking_are_spoken_once_after_a_run_of_keys(sample_window, heard, qtbot):
    sample_window.show_step("weights")
    panel = sample_window.document.ranking
    qtbot.waitUntil(lambda: bool(panel.verdict))
    rest(panel, qtbot)
    heard.clear()
    slider = next(s for s in sample_window.page("weights").findChildren(WeightSlider))
    slider.setFocus()
    for _step in range(12):
        QTest.keyPress(slider, Qt.Key.Key_PageUp)
    QTest.keyRelease(slider, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: len(heard) > 1)
    rest(sample_window, qtbot)
    number, ranking = sentences(heard)
    row = slider.parentWidget()
    assert number == f"{row.field.text()}. {row.share.accessibleName()}"
    assert ranking.endswith(panel.verdict)


def test_a_ranking_that_is_opened_is_not_spoken_as_if_it_had_changed(sample_window, heard, qtbot):
    panel = sample_window.document.ranking
    qtbot.waitUntil(lambda: bool(panel.verdict))
    rest(panel, qtbot)
    assert sentences(heard) == []


def test_a_drag_that_comes_back_says_nothing(sample_window, heard, qtbot):
    panel = sample_window.document.ranking
    qtbot.waitUntil(lambda: bool(panel.verdict))
    places, verdict = panel.places, panel.verdict
    panel.show_verdict("Something else leads.")
    panel.show_verdict(verdict)
    rest(panel, qtbot)
    assert panel.places == places
    assert sentences(heard) == []


def test_a_label_speaks_what_is_new_and_only_where_it_is_seen(qtbot, heard):
    label = SpokenLabel("as before")
    qtbot.addWidget(label)
    label.show()
    label.setText("as before")
    rest(label, qtbot)
    assert heard == []
    label.hide()
    label.setText("40 is above the scale.")
    rest(label, qtbot)
    assert heard == []
    label.show()
    qtbot.waitUntil(lambda: bool(heard))
    assert sentences(heard) == ["40 is above the scale."]


def test_no_label_hides_its_words_behind_a_name(sample_window):
    bar = sample_window.statusBar()
    told = [
        QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)
        for label in bar.findChildren(QLabel)
        if label.isVisible()
    ]
    assert any("TLP" in words for words in told)
    assert sample_window.file_notices.label.text() in " ".join(told)


def test_a_hit_is_heard_while_the_keyboard_stays_in_the_field(sample_window, heard, qtbot):
    sample_window.commands.seeking.seek_name()
    finder = sample_window.commands.seeking.finder
    heard.clear()
    QTest.keyClicks(finder.field, "weig")
    rest(finder, qtbot)
    assert len(heard) == 1
    assert sentences(heard)[0].startswith("Weights")
    QTest.keyClick(finder.field, Qt.Key.Key_Down)
    assert sentences(heard)[1].startswith(finder.hits[1].title)
    finder.reject()


def test_a_presentation_has_the_keyboard_and_tells_each_picture(sample_window, heard, qtbot):
    sample_window.commands.guide.present()
    shown = sample_window.commands.guide.presentation
    qtbot.waitUntil(shown.hasFocus)
    heard.clear()
    QTest.keyClick(shown, Qt.Key.Key_Right)
    assert len(heard) == 1
    assert sentences(heard)[0].startswith(shown.heading.text())
    assert shown.sentence.text() in sentences(heard)[0]
    QTest.keyClick(shown, Qt.Key.Key_Home)
    assert shown.number == 0
    shown.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(shown, Qt.Key.Key_Left)
    assert shown.number == 1
    QTest.keyClick(shown, Qt.Key.Key_Right)
    assert shown.number == 0
    shown.reject()


def test_a_refused_score_is_heard_at_once(sample_window, heard):
    sample_window.show_step("scores")
    table = sample_window.page("scores").table
    table.select(0, 0)
    heard.clear()
    index = table.model().index(0, 0)
    table.model().setData(index, "many")
    assert [urgent for _sentence, urgent in heard] == [True]
    assert "many" in sentences(heard)[0]


def test_what_undo_takes_back_is_heard(sample_window, heard):
    workspace = sample_window.workspace
    option = workspace.value.options[0]
    workspace.apply("Rename an option", rename_option, option.id, "Another name")
    heard.clear()
    sample_window.actions_by_id["undo"].trigger()
    sample_window.actions_by_id["redo"].trigger()
    sample_window.actions_by_id["redo"].trigger()
    assert sentences(heard) == [
        "Taken back: Rename an option",
        "Made again: Rename an option",
    ]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_calendar_says_the_whole_day(sample_window, heard, qtbot):
    field = DateField("Due")
    qtbot.addWidget(field)
    popup = CalendarPopup(field)
    popup.open_under(field, datetime.date(2027, 1, 15))
    assert "15" in sentences(heard)[0]
    assert "2027" in sentences(heard)[0]
    table = popup.calendar.findChild(QTableView)
    assert QAccessible.queryAccessibleInterface(table).text(QAccessible.Text.Name) == "Calendar"
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert "16" in sentences(heard)[-1]
    popup.close()

"""A day is typed as one writes it or chosen in a calendar, and a wrong one is marked in place."""

import datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desktop.widgets.calendar_popup import CalendarPopup
from app.desktop.widgets.date_field import DateField

DAY = datetime.date(2027, 1, 15)


@pytest.fixture
def field(qtbot):
    """A field in sight, above its sentence."""
    sheet = QWidget()
    made = DateField("Deadline")
    column = QVBoxLayout(sheet)
    column.addWidget(made)
    column.addWidget(made.problem)
    qtbot.addWidget(sheet)
    with qtbot.waitExposed(sheet):
        sheet.show()
    made.sheet, made.days, made.said = sheet, [], []
    made.day_committed.connect(made.days.append)
    made.refused.connect(made.said.append)
    return made


def typed(qtbot, field, text):
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize("text", ["15 January 2027", "15.1.2027", "15 janvier 2027", "2027-01-15"])
def test_a_day_is_taken_as_it_is_written_and_shown_so_that_none_mistakes_it(qtbot, field, text):
    typed(qtbot, field, text)

    assert field.days == [DAY]
    assert field.text() == "15 January 2027"
    field.commit()
    assert field.days == [DAY], "once"


def test_an_emptied_field_is_no_day(qtbot, field):
    field.load_day(DAY)
    field.clear()
    field.commit()

    assert field.days == [None]


def test_wrong_text_is_marked_with_its_sentence_until_it_is_mended(qtbot, field):
    typed(qtbot, field, "soon")

    assert (field.days, field.text()) == ([], "soon")
    assert field.property("wrong")
    assert field.problem.isVisible()
    assert "“soon” is not a date." in field.problem.text()
    assert field.accessibleDescription() == field.problem.text()
    typed(qtbot, field, "15 Jan 2027")
    assert field.days == [DAY]
    assert not field.property("wrong")
    assert not field.problem.isVisible()


def test_wrong_text_does_not_stand_there_on_coming_back(qtbot, field):
    field.load_day(DAY)
    typed(qtbot, field, "soon")

    field.window().hide()

    assert field.said == ["“soon” is not a date and was not kept."]
    assert (field.text(), field.is_wrong) == ("15 January 2027", False)


def test_escape_takes_wrong_text_back(qtbot, field):
    typed(qtbot, field, "soon")
    qtbot.keyClick(field, Qt.Key.Key_Escape)

    assert (field.text(), field.is_wrong) == ("", False)


@pytest.mark.qt_log_ignore("does not support")
def test_the_calendar_opens_by_keys_at_the_day_and_gives_the_one_chosen(qtbot, field):
    field.load_day(DAY)
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field.findChild(CalendarPopup)

    assert popup.calendar.selectedDate() == QDate(2027, 1, 15)
    popup.calendar.activated.emit(QDate(2027, 2, 3))
    assert field.days == [datetime.date(2027, 2, 3)]
    assert field.text() == "3 February 2027"
    assert not popup.isVisible()

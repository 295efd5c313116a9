"""A calendar that opens under a field, by mouse or keys, and gives the day that was chosen."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QIcon, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.desktop.look.speech import announce
from app.wording import _
from app.wording.language import language

_WITH_OUR_DIGITS = {"ar": "ar_AE"}
"""Where a language is written with the digits of the rest of the window."""
WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class CalendarPopup(QFrame):
    """One month; arrows go from day to day, Enter or a click chooses, Escape leaves it."""

    chosen = Signal(object)
    """The day."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.calendar = QCalendarWidget()
        for each in (self.calendar, *self.calendar.findChildren(QTableView)):
            each.setAccessibleName(_("Calendar"))
        self.calendar.setLocale(_locale())
        self.calendar.setFirstDayOfWeek(QLocale.system().firstDayOfWeek())
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._make_room()
        self._point_arrows()
        for day in WEEKEND:  # red would say that something is wrong with them
            self.calendar.setWeekdayTextFormat(day, QTextCharFormat())
        self.calendar.selectionChanged.connect(self._say_day)
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.calendar)

    def open_under(self, field: QWidget, day: datetime.date | None) -> None:
        """Show the month of a day, or this one, under a field or above it where there is room."""
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        size, room = self.sizeHint(), field.screen().availableGeometry()
        place = field.mapToGlobal(QPoint(0, field.height() + 2))
        if field.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place.setX(place.x() + field.width() - size.width())
        if place.y() + size.height() > room.bottom():
            place.setY(field.mapToGlobal(QPoint(0, 0)).y() - size.height() - 2)
        place.setX(max(room.left(), min(place.x(), room.right() - size.width())))
        self.move(place)
        self.show()
        self.calendar.setFocus()
        self._say_day()

    def _say_day(self) -> None:
        """Let the whole day be heard: its cell holds a number alone."""
        day = self.calendar.selectedDate()
        announce(self, self.calendar.locale().toString(day, QLocale.FormatType.LongFormat))

    def _make_room(self) -> None:
        """Let no week be cut, however large the type."""
        letters = self.calendar.fontMetrics()
        line = letters.lineSpacing() + 8
        self.calendar.setMinimumSize(7 * (letters.horizontalAdvance("Www") + 12), 8 * line + 20)

    def _point_arrows(self) -> None:
        """Arrows in the colour of the letters: Qt's own are black on any ground."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        arrows = (Qt.ArrowType.LeftArrow, Qt.ArrowType.RightArrow)
        names = (
            ("qt_calendar_prevmonth", _("Month before")),
            ("qt_calendar_nextmonth", _("Next month")),
        )
        for arrow, (name, said) in zip(
            reversed(arrows) if mirrored else arrows, names, strict=True
        ):
            button = self.calendar.findChild(QToolButton, name)
            button.setIcon(QIcon())
            button.setArrowType(arrow)
            button.setAccessibleName(said)

    def _choose(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(datetime.date(day.year(), day.month(), day.day()))


def _locale() -> QLocale:
    """How the months and weekdays are called: in the language of the window."""
    system, spoken = QLocale.system(), QLocale(_WITH_OUR_DIGITS.get(language(), language()))
    return system if system.language() is spoken.language() else spoken

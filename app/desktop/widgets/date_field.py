"""A field for one day that may be empty."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QHideEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.desktop.look.resource import RESOURCES
from app.desktop.look.theme import current_theme
from app.desktop.widgets.calendar_popup import CalendarPopup
from app.desktop.widgets.fields import LineField
from app.desktop.widgets.spoken_label import SpokenLabel
from app.wording import _
from app.wording.dates import long_date
from app.wording.days import WrongDay, read_day

EXAMPLE = datetime.date(2027, 1, 15)


class DateField(LineField):
    """A day, typed as one writes it or chosen in a calendar.

    What cannot be read stays in the field to be mended, marked, with its sentence in `problem`,
    which whoever shows the field puts below it. It goes when the field goes out of sight.
    """

    day_committed = Signal(object)
    """The day, None when the field was emptied."""
    refused = Signal(str)
    """That what was typed is no day and was not kept, when the field goes out of sight."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        example = long_date(EXAMPLE)
        super().__init__(name, _("such as {day}").format(day=example), parent)
        self._day: datetime.date | None = None
        self._hint = _("A day, such as {day}; Alt+Down opens a calendar.").format(day=example)
        self.setAccessibleDescription(self._hint)
        self.problem = SpokenLabel(role="problem", urgent=True)
        self.problem.hide()
        self._button = self.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self._button.setText(_("Choose in a calendar"))
        self._button.setToolTip(_("Choose in a calendar (Alt+Down)"))
        self._button.triggered.connect(self.open_calendar)
        self._wear_icon()
        self.committed.connect(self._read)
        self.textEdited.connect(self._clear)

    @property
    def is_wrong(self) -> bool:
        """Whether what stands in the field was refused."""
        return bool(self.problem.text())

    def show_day(self, day: datetime.date | None) -> None:
        """Show the kept day if it is another than before; what is being typed stays."""
        if day != self._day:
            self.load_day(day)

    def load_day(self, day: datetime.date | None) -> None:
        """Show the day of another thing, whatever stood in the field."""
        self._day = day
        self._clear()
        self.load_text("" if day is None else long_date(day))

    def revert(self) -> None:
        """Show the kept day again, whatever was typed."""
        super().revert()
        self._clear()

    def open_calendar(self) -> None:
        """Let the day be chosen from a month."""
        popup = CalendarPopup(self)
        popup.chosen.connect(self._take)
        popup.open_under(self, self._day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._wear_icon()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.is_wrong and not event.spontaneous():
            said = _("“{text}” is not a date and was not kept.").format(text=self.text())
            self.revert()
            self.refused.emit(said)

    def _take(self, day: datetime.date) -> None:
        self.setText(long_date(day))
        self.setFocus()
        self._read(self.text())

    def _read(self, text: str) -> None:
        today = datetime.datetime.now().astimezone().date()
        try:
            day = read_day(text, today, month_first=_month_first()) if text.strip() else None
        except WrongDay as wrong:
            self._say(str(wrong))
            return
        self.load_day(day)
        self.day_committed.emit(day)

    def _clear(self, _text: str = "") -> None:
        if self.is_wrong:
            self._say("")

    def _say(self, sentence: str) -> None:
        """Mark what is wrong and say it in place; an empty sentence takes the mark away."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence or self._hint)
        self.setProperty("wrong", bool(sentence))
        self.style().unpolish(self)
        self.style().polish(self)

    def _wear_icon(self) -> None:
        icon = RESOURCES / "icons" / f"calendar-{current_theme().base}.svg"
        self._button.setIcon(QIcon(str(icon)))


def _month_first() -> bool:
    """Whether the desk writes 1/15/2027."""
    shape = QLocale.system().dateFormat(QLocale.FormatType.ShortFormat)
    return shape.find("M") < shape.find("d") and not shape.startswith("y")

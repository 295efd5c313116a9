"""A field for one day that may be empty."""

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.desktop.widgets.fields import LineField
from app.wording import _


class DateField(LineField):
    """A day typed as year, month, day; what cannot be read stays in the field to be mended."""

    day_committed = Signal(object)
    """The day, None when the field was emptied."""
    refused = Signal(str)
    """The sentence about a text that is no day."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, _("such as 2026-03-31"), parent)
        self.setAccessibleDescription(_("A day: year-month-day, such as 2026-03-31."))
        self.committed.connect(self._read)

    def show_day(self, day: datetime.date | None) -> None:
        """Show the kept day if it is another than before; what is being typed stays."""
        self.show_text("" if day is None else day.isoformat())

    def load_day(self, day: datetime.date | None) -> None:
        """Show the day of another thing, whatever stood in the field."""
        self.load_text("" if day is None else day.isoformat())

    def _read(self, text: str) -> None:
        try:
            day = datetime.date.fromisoformat(text.strip()) if text.strip() else None
        except ValueError:
            sentence = _("“{text}” is not a date. Write it like 2026-03-31.")
            self.refused.emit(sentence.format(text=text))
            return
        self.day_committed.emit(day)

"""Low, likely and high of one score, taken over together."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.desktop.models.numbers import WrongEntry
from app.desktop.widgets.number_field import NumberField
from app.desktop.widgets.text import PlainLabel
from app.wording import _


class Numbers(NamedTuple):
    """A score's numbers, None where there is none."""

    low: float | None
    likely: float | None
    high: float | None


class ScoreNumbers(QWidget):
    """Three fields; what does not fit together stays in them until it does."""

    committed = Signal(object)
    """The three numbers, as the officer wants them."""
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = (_("Low"), _("Likely"), _("High"))
        self.fields = tuple(NumberField(name) for name in names)
        self.low, self.likely, self.high = self.fields
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        for column, (name, field) in enumerate(zip(names, self.fields, strict=True)):
            caption = PlainLabel(name, "caption")
            caption.setBuddy(field)
            field.setMinimumWidth(70)
            grid.addWidget(caption, 0, column)
            grid.addWidget(field, 1, column)
            field.committed.connect(self._gather)
            field.refused.connect(self.refused)

    def show_numbers(self, numbers: Numbers) -> None:
        """Show the kept numbers; what is being typed stays."""
        for field, number in zip(self.fields, numbers, strict=True):
            field.show_number(number)

    def load_numbers(self, numbers: Numbers, drafts: tuple[str, ...] | None = None) -> None:
        """Show the numbers of another score, with what was typed for it and not kept."""
        for field, number in zip(self.fields, numbers, strict=True):
            field.load_number(number)
        for field, draft in zip(self.fields, drafts or (), strict=False):
            field.load_draft(draft)

    def drafts(self) -> tuple[str, ...] | None:
        """The texts of the fields while one of them is not kept."""
        if not any(field.is_changed() for field in self.fields):
            return None
        return tuple(field.text() for field in self.fields)

    def commit(self) -> None:
        """Announce the numbers if the user changed one."""
        for field in self.fields:
            if field.is_changed():
                field.commit()
                return

    def _gather(self, _number: object) -> None:
        try:
            numbers = Numbers(*(field.number() for field in self.fields))
        except WrongEntry as wrong:
            self.refused.emit(str(wrong))
            return
        self.committed.emit(numbers)

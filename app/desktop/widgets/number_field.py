"""A field for one number that may be empty and never loses what was typed."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.analysis.rounding import round_half_away
from app.desktop.models.numbers import WrongEntry, read_number
from app.desktop.widgets.shortcuts import is_for_the_window
from app.wording import _
from app.wording.numbers import typed

_PAUSE_MS = 700
"""So long after the last step with the arrows the number is final."""
_STEPS: dict[int, int] = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
}
_COMES_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""The window, or a menu over it, was left meanwhile: one is still in the middle of a number."""


class NumberField(QLineEdit):
    """One number, stepped with the arrow keys; anything can be typed, and it is kept.

    A number with more than `decimals` decimals is shown rounded and stays exact until changed.
    """

    committed = Signal(object)
    """The number, None when the field was emptied."""
    stepped = Signal(object)
    """The number that a step leads through, before it is final."""
    reverted = Signal()
    """The kept number is shown again, whatever was typed."""
    refused = Signal(str)
    """The sentence about a text that is not a number."""
    focused = Signal()

    def __init__(self, name: str, decimals: int = 9, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("A number; the arrow keys change it by 1."))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.lowest, self.highest = -1e15, 1e15
        self._decimals = decimals
        self._kept: float | None = None
        self._is_passing = self._clicked_into = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self.editingFinished.connect(self.commit)
        self.textEdited.connect(self._note_typing)

    def show_number(self, number: float | None) -> None:
        """Show the kept number if it is another than before; what is being typed stays."""
        if number != self._kept or self._is_passing or not self.is_changed():
            self.load_number(number)

    def load_number(self, number: float | None) -> None:
        """Show a number as kept, whatever stood in the field."""
        self._kept, self._is_passing = number, False
        self._pause.stop()
        text = self._text(number)
        if text != self.text() or self.isUndoAvailable():
            self.setText(text)  # what was typed is kept: Undo now takes back the step, not letters

    def show_passing(self, number: float) -> None:
        """Show a number that somebody drags through."""
        self._is_passing = True
        self._show(self._text(number))

    def load_draft(self, text: str) -> None:
        """Show a text that was typed before and is not kept yet."""
        self._show(text)

    def number(self) -> float | None:
        """The number in the field, None when it is empty. Raises `WrongEntry`."""
        text = self.text().strip()
        return read_number(text) if text else None

    def is_changed(self) -> bool:
        """Whether the text is not the kept one."""
        return self.text() != self._text(self._kept)

    def commit(self) -> None:
        """Announce the number if the user changed it."""
        self._pause.stop()
        if not self.is_changed():
            return
        try:
            number = self.number()
        except WrongEntry as wrong:
            self.refused.emit(str(wrong))
            return
        if number == self._kept:
            self.load_number(number)
        else:
            self.committed.emit(number)

    def step(self, by: int) -> None:
        """Change the number; it is final after a pause, or when the field is left."""
        try:
            number = self.number() or 0.0
        except WrongEntry as wrong:
            self.refused.emit(str(wrong))
            return
        number = max(self.lowest, min(self.highest, number + by))
        self._show(self._text(number))
        self.selectAll()
        self.stepped.emit(number)
        self._pause.start()

    def event(self, event: QEvent) -> bool:
        if is_for_the_window(event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if (undo and not self.isUndoAvailable()) or (redo and not self.isRedoAvailable()):
                return False  # nothing to take back here: the window takes back the last step
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._clicked_into = event.reason() == Qt.FocusReason.MouseFocusReason
        if not self._clicked_into and event.reason() not in _COMES_BACK:
            self.selectAll()  # wherever the keyboard came from, digits take the number's place
        self.focused.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._clicked_into and not self.hasSelectedText():
            self.selectAll()  # what is typed now takes the number's place, and never runs into it
        self._clicked_into = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(event.key())
        if by is not None and not self.isReadOnly():
            self.step(by)
        elif event.key() == Qt.Key.Key_Escape and self.is_changed():
            self.load_number(self._kept)
            self.reverted.emit()
        else:
            super().keyPressEvent(event)

    def _note_typing(self, _typed: str) -> None:
        self._is_passing = False

    def _show(self, text: str) -> None:
        if self.text() != text:
            self.setText(text)

    def _text(self, number: float | None) -> str:
        return "" if number is None else typed(round_half_away(number, self._decimals))

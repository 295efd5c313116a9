"""Text fields that commit when they are left and never lose what was typed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QPlainTextEdit, QWidget

from app.desktop.widgets.wheel import leave_wheel_to_page


class TextField:
    """What the window needs of a field: to commit its text whenever it asks."""

    def commit(self) -> None:
        """Announce the text if the user changed it since it was last set or announced."""
        raise NotImplementedError


class LineField(QLineEdit, TextField):
    """One line of text.

    `committed` carries the text once it is final: on Enter, on leaving the field, or when the
    window asks. Text that the officer is just typing is not overwritten from outside.
    """

    committed = Signal(str)

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._known = ""
        self.editingFinished.connect(self.commit)

    def show_text(self, text: str) -> None:
        """Show the kept text, unless the user is in the middle of changing it."""
        typing = self.text() != self._known and self.hasFocus()
        self._known = text
        if not typing and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def revert(self) -> None:
        """Show the kept text again, whatever was typed."""
        self.setText(self._known)

    def commit(self) -> None:
        text = self.text()
        if text != self._known:
            self._known = text
            self.committed.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._known:
            self.revert()
            return
        super().keyPressEvent(event)


class ProseField(QPlainTextEdit, TextField):
    """Several lines of plain text; Tab leaves the field, the height follows the text."""

    committed = Signal(str)

    def __init__(self, name: str, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self._lines = lines
        self._known = ""
        leave_wheel_to_page(self)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show the kept text, unless the user is in the middle of changing it."""
        typing = self.toPlainText() != self._known and self.hasFocus()
        self._known = text
        if not typing and self.toPlainText() != text:
            self.setPlainText(text)

    def commit(self) -> None:
        text = self.toPlainText()
        if text != self._known:
            self._known = text
            self.committed.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Grow with the text from the given number of lines up to three times as many."""
        shown = max(self._lines, min(self.document().size().toSize().height(), 3 * self._lines))
        frame = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + frame + 6)

"""Text fields that commit when they are left and never lose what was typed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLineEdit,
    QPlainTextDocumentLayout,
    QPlainTextEdit,
    QStyle,
    QStyleOptionFrame,
    QToolTip,
    QWidget,
)

from app.desktop.widgets.shortcuts import is_for_the_window
from app.desktop.widgets.text import plain_tip
from app.desktop.widgets.wheel import leave_wheel_to_page

Key = QKeySequence.StandardKey

SIDES = 2
"""So many pixels Qt leaves free on either side of a line of text."""


class LineField(QLineEdit):
    """One line of text.

    `committed` carries the text once it is final: on Enter, on leaving the field, or when the
    window asks. A text that was refused stays in the field to be mended.
    """

    committed = Signal(str)

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._known = ""  # the text as it is kept in the assessment
        self.editingFinished.connect(self.commit)

    def show_text(self, text: str) -> None:
        """Show the kept text if it is another than before; what is being typed stays."""
        if text != self._known:
            self.load_text(text)

    def load_text(self, text: str) -> None:
        """Show the text of another thing, whatever stood in the field."""
        self._known = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def revert(self) -> None:
        """Show the kept text again, whatever was typed."""
        self.setText(self._known)

    def commit(self) -> None:
        """Announce the text if the user changed it."""
        if self.text() != self._known:
            self.committed.emit(self.text())

    def event(self, event: QEvent) -> bool:
        if is_for_the_window(event):
            return False
        if _asks_for(event, Key.Undo) and not self.isUndoAvailable():
            return False  # nothing to take back here: the window takes back the last step
        if _asks_for(event, Key.Redo) and not self.isRedoAvailable():
            return False
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.is_cut:
            QToolTip.showText(event.globalPos(), plain_tip(self.text()), self)
            return True
        return super().event(event)

    @property
    def is_cut(self) -> bool:
        """Whether the text is longer than there is room for."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_LineEditContents
        room = self.style().subElementRect(part, option, self).width() - 2 * SIDES
        return self.fontMetrics().horizontalAdvance(self.text()) > room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._known:
            self.revert()
            return
        super().keyPressEvent(event)


_NO_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class ProseField(QPlainTextEdit):
    """Several lines of plain text; Tab leaves the field, the height follows the text."""

    committed = Signal(str)

    def __init__(self, name: str, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(_NO_BAR)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self._lines = lines
        self._room = -1
        self._known = ""
        leave_wheel_to_page(self)
        self.document().documentLayout().documentSizeChanged.connect(
            self._fit, Qt.ConnectionType.QueuedConnection
        )
        self._fit()

    def show_text(self, text: str) -> None:
        """Show the kept text if it is another than before; what is being typed stays."""
        if text != self._known:
            self.load_text(text)

    def load_text(self, text: str) -> None:
        """Show the text of another thing, whatever stood in the field."""
        self._known = text
        if self.toPlainText() != text:
            self.setPlainText(text)

    def toPlainText(self) -> str:
        # Qt's own makes spaces of no-break spaces, so a field only read would change its text.
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def commit(self) -> None:
        """Announce the text if the user changed it."""
        if self.toPlainText() != self._known:
            self.committed.emit(self.toPlainText())

    def event(self, event: QEvent) -> bool:
        if is_for_the_window(event):
            return False
        if _asks_for(event, Key.Undo) and not self.document().isUndoAvailable():
            return False
        if _asks_for(event, Key.Redo) and not self.document().isRedoAvailable():
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Grow with the text from the given number of lines up to three times as many."""
        self._lay_out()
        lines, most = self.document().size().toSize().height(), 3 * self._lines
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if lines > most else _NO_BAR
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
        shown = max(self._lines, min(lines, most))
        frame = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + frame + 6)
        self._break_lines()

    def _lay_out(self) -> None:
        """Break all lines now: of a text that is loaded out of sight Qt knows only paragraphs."""
        layout = self.document().documentLayout()
        assert isinstance(layout, QPlainTextDocumentLayout)
        block = self.document().firstBlock()
        while block.isValid():
            layout.ensureBlockLayout(block)
            block = block.next()

    def _break_lines(self) -> None:
        """Break the lines anew if they were broken before the scroll bar took its room.

        Qt leaves them as they were, with their ends (mirrored: their beginnings) out of sight.
        """
        first = self.document().firstBlock().layout()
        room = self.viewport().width() - 2 * round(self.document().documentMargin())
        if room != self._room and first.lineCount() and round(first.lineAt(0).width()) != room:
            self._room = room
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)


def _asks_for(event: QEvent, key: QKeySequence.StandardKey) -> bool:
    """Whether Qt asks if the field wants a key for itself that the window has a use for."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.matches(key)
    )

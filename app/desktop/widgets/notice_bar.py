"""A line above the page for what the user should know without being stopped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from app.desktop.widgets.text import PlainLabel
from app.wording import _

PASSING_MS = 12_000


class NoticeBar(QFrame):
    """Shows one message at a time, in plain text, with at most one thing to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._run: Callable[[], object] | None = None
        self._label = PlainLabel(wrap=True)
        self._button = QPushButton()
        self._button.clicked.connect(self._act)
        close = QToolButton()
        close.setText("✕")
        close.setAccessibleName(_("Dismiss the message"))
        close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self, singleShot=True, interval=PASSING_MS)
        self._timer.timeout.connect(self.dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """The message on show; empty when there is none."""
        return self._label.text() if not self.isHidden() else ""

    def show_message(
        self,
        text: str,
        tone: str = "info",
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Show a message; one without anything to do goes away by itself."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self._label.setText(text)
        self._label.setAccessibleName(text)
        self._run = action[1] if action else None
        self._button.setVisible(action is not None)
        self._button.setText(action[0] if action else "")
        self.show()
        if action is None and tone == "info":
            self._timer.start()
        else:
            self._timer.stop()

    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._run = None
        self.hide()

    def _act(self) -> None:
        run = self._run
        self.dismiss()
        if run is not None:
            run()

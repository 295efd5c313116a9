"""A line above the page for what the user should know without being stopped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from app.desktop.widgets.text import PlainLabel
from app.wording import _

PASSING_MS = 12_000
MOST_ACTIONS = 2

NoticeAction = tuple[str, Callable[[], object]]
"""What a button says and does."""


class NoticeBar(QFrame):
    """Shows one message at a time, in plain text, with what can be done about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setAccessibleName(_("Message"))
        self._label = PlainLabel(wrap=True)
        self._buttons: list[QPushButton] = []
        self._runs: list[Callable[[], object]] = []
        close = QToolButton()
        close.setText("✕")
        close.setAccessibleName(_("Dismiss the message"))
        close.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 8, 6)
        self._row.addWidget(self._label, 1)
        for _number in range(MOST_ACTIONS):
            made = QPushButton()
            made.clicked.connect(self._act)
            self._buttons.append(made)
            self._row.addWidget(made)
        self._row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self, singleShot=True, interval=PASSING_MS)
        self._timer.timeout.connect(self.dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """The message on show; empty when there is none."""
        return self._label.text() if not self.isHidden() else ""

    @property
    def grave(self) -> bool:
        """Whether what is on show warns of something."""
        return bool(self.text) and self.property("tone") != "info"

    def show_message(
        self, text: str, tone: str = "info", actions: tuple[NoticeAction, ...] = ()
    ) -> None:
        """Show a message; one without anything to do and no harm in it goes away by itself."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self._label.setText(text)
        self._runs = [run for _caption, run in actions]
        for number, made in enumerate(self._buttons):
            made.setVisible(number < len(actions))
            made.setText(actions[number][0] if number < len(actions) else "")
        self.show()
        if not actions and tone == "info":
            self._timer.start()
        else:
            self._timer.stop()

    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._runs = []
        self.hide()

    def _act(self) -> None:
        run = self._runs[self._buttons.index(self.sender())]
        self.dismiss()
        run()

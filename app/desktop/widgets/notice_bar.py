"""A line above the page for what the user should know without being stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from app.desktop.widgets.text import PlainLabel
from app.wording import _

PASSING_MS = 12_000
MOST_ACTIONS = 2

NoticeAction = tuple[str, Callable[[], object]]
"""What a button says and does."""


class Notice(NamedTuple):
    """A message, how grave it is, and what can be done about it."""

    text: str
    tone: str
    actions: tuple[NoticeAction, ...]


class NoticeBar(QFrame):
    """Shows one message at a time, in plain text, with what can be done about it.

    One message may stand for as long as it is true: others cover it only until they are gone.
    When a message goes that had the keyboard, the keyboard goes back to where it was before.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setAccessibleName(_("Message"))
        self._label = PlainLabel(wrap=True)
        self._buttons: list[QPushButton] = []
        self._before: QWidget | None = None
        self._standing: Notice | None = None
        self._passing: Notice | None = None
        close = QToolButton()
        close.setText("✕")
        close.setAccessibleName(_("Dismiss the message"))
        close.clicked.connect(self._close)
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 8, 6)
        self._row.addWidget(self._label, 1)
        for _number in range(MOST_ACTIONS):
            made = QPushButton()
            made.clicked.connect(self._act)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._buttons.append(made)
            self._row.addWidget(made)
        self._row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self, singleShot=True, interval=PASSING_MS)
        self._timer.timeout.connect(self.dismiss)
        self.hide()
        QApplication.instance().focusChanged.connect(self._note_focus)

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
        self._passing = Notice(text, tone, actions)
        self._show()
        self._speak(self._passing)

    def stand(self, text: str, tone: str, actions: tuple[NoticeAction, ...] = ()) -> None:
        """Show a message now, and again after every other, until it is withdrawn or closed."""
        self._passing, self._standing = None, Notice(text, tone, actions)
        self._show()
        self._speak(self._standing)

    def withdraw(self) -> None:
        """Take away the message that stands: it is true no longer."""
        self._standing = None
        self._show()

    def dismiss(self) -> None:
        """Take the message away; the one that stands is in sight again."""
        self._passing = None
        self._show()

    def clear(self) -> None:
        """Take everything away, also what stands."""
        self._passing = self._standing = None
        self._show()

    def _show(self) -> None:
        self._timer.stop()
        notice = self._passing or self._standing
        if notice is None:
            self._give_back()
            self.hide()
            return
        if self.property("tone") != notice.tone:
            self.setProperty("tone", notice.tone)
            self.style().unpolish(self)
            self.style().polish(self)
        self._label.setText(notice.text)
        for number, made in enumerate(self._buttons):
            offered = number < len(notice.actions)
            made.setVisible(offered)
            made.setText(notice.actions[number][0] if offered else "")
        self.show()
        if not notice.actions and notice.tone == "info":
            self._timer.start()

    def _note_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Remember what had the keyboard before it came here."""
        if self._holds(new) and old is not None and not self._holds(old):
            self._before = old

    def _give_back(self) -> None:
        """Not to whatever control Qt finds next: that would be the list of the steps."""
        if self._holds(self.window().focusWidget()) and self._before is not None:
            if isValid(self._before) and self._before.isVisible():
                self._before.setFocus()
            self._before = None

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and self.isAncestorOf(widget)

    def _speak(self, notice: Notice) -> None:
        """Let the message be heard, with what can be done about it."""
        from app.desktop.look.speech import announce

        said = (notice.text, *(caption for caption, _run in notice.actions))
        announce(self, "\n".join(said), urgent=notice.tone != "info")

    def _close(self) -> None:
        if self._passing is None:
            self.withdraw()
        else:
            self.dismiss()

    def _act(self) -> None:
        notice = self._passing or self._standing
        assert notice is not None
        _caption, run = notice.actions[self._buttons.index(self.sender())]
        self.dismiss()
        run()

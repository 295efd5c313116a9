"""The question under what name judgements stand, asked without stopping anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.desktop.preferences.settings import read_text
from app.desktop.steps import STEPS
from app.wording import _
from app.wording.unnamed import is_unnamed

if TYPE_CHECKING:
    from app.desktop.window import MainWindow

KEY, ONCE, TWICE = "name_offered", "yes", "brief"


class NameOffer(QObject):
    """Asks on the first step of the first decision, and once more before its brief goes out."""

    taken = Signal()
    """The officer wants to say a name."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._text = ""
        self._asked_on = ""
        self._follows = False

    def ask(self) -> None:
        """Ask, unless a name is known or this was asked before."""
        document = self._window.document
        if document is None:
            return
        if not self._follows:
            self._follows = True
            document.step_shown.connect(self._follow)
        if not self._is_nameless or read_text(self._window.settings, KEY, ""):
            return
        self._show(
            document.step or STEPS[0].id,
            ONCE,
            _(
                "Under what name shall your judgements stand? This can wait, and the settings "
                "change it later."
            ),
        )

    @property
    def _is_nameless(self) -> bool:
        return not read_text(self._window.settings, "author", "")

    def _show(self, step: str, asked: str, text: str) -> None:
        self._window.settings.setValue(KEY, asked)
        self._text, self._asked_on = text, step
        actions = ((_("Say a name…"), self.taken.emit),)
        self._window.notices.show_message(text, "info", actions)

    def _follow(self, step: str) -> None:
        """Take the question away with its step, and ask again at the brief."""
        notices = self._window.notices
        if step != self._asked_on and self._text and notices.text == self._text:
            notices.dismiss()
        asked = read_text(self._window.settings, KEY, "")
        if step != "brief" or asked != ONCE or not self._is_nameless or notices.text:
            return
        if self._judge_is_nameless():
            self._show(
                step,
                TWICE,
                _("No name stands beside the judgements in this brief. Shall yours stand there?"),
            )

    def _judge_is_nameless(self) -> bool:
        value = self._window.workspace.value
        judge = value.perspective_by_id.get(value.decision.assessor or "")
        return judge is not None and is_unnamed(judge.name)

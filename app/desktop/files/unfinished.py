"""Work of earlier runs, offered on the start page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.desktop.jobs import LatestJob
from app.desktop.telling.messages import Answer, desk
from app.desktop.telling.trouble import sentence_of
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.pages.start_page import StartPage
    from app.desktop.window import MainWindow
    from app.desktop.workspace import Unfinished
    from app.desktop.workspace.leftovers import Unreadable


class UnfinishedWork(QObject):
    """Looks for it on a thread, since every working copy that lies there is read for it."""

    def __init__(self, window: MainWindow, start: StartPage) -> None:
        super().__init__(window)
        self._window = window
        self._start = start
        self._left = window.workspace.leftovers
        self._job = LatestJob(self)
        self._job.done.connect(self._show)
        self._job.failed.connect(self._say)
        start.unfinished_dropped.connect(self._discard)

    def look(self) -> None:
        """Look what is there now, and show it as soon as that is known."""
        if self._left.none:
            self._show(((), ()))
        else:
            self._job.request(lambda: (self._left.unfinished(), self._left.unreadable()))

    def _show(self, found: tuple[tuple[Unfinished, ...], tuple[Unreadable, ...]]) -> None:
        unfinished, unreadable = found
        self._start.show_unfinished(unfinished)
        self._start.show_unreadable(unreadable)

    def _say(self, error: Exception) -> None:
        self._window.notices.show_message(sentence_of(error), "bad")

    def _discard(self, left: Unfinished) -> None:
        text = _("This deletes “{title}” and the changes in it for good.")
        question = _("Delete unfinished work?")
        answer = desk().ask(self._window, question, text.format(title=left.title), _("Delete"))
        if answer is Answer.YES:
            self._left.discard(left)
            self.look()

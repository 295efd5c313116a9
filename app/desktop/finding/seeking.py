"""Opening a finder over the window and going to what was chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QAction

from app.desktop.finding.finder import Finder, Source
from app.desktop.finding.passages import show_passage
from app.desktop.finding.places import Place
from app.desktop.finding.sources import NameSource, TextSource
from app.desktop.finding.texts import Text

if TYPE_CHECKING:
    from app.desktop.window import MainWindow

_BELOW_TOP = 60


class Seeking(QObject):
    """Shows one finder at a time and remembers which words were looked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.finder: Finder | None = None
        self._words = ""

    def seek_name(self) -> None:
        """Let the officer go anywhere and do anything by name."""
        self.window.commit_pending()
        workspace = self.window.workspace
        document = self.window.document
        actions = [*self.window.actions_by_id.values()]
        if document is not None and workspace.is_open:
            actions += document.page(document.step).tools()
        shown = [action for action in actions if action.isEnabled()]
        self._open(NameSource(shown, workspace.value if workspace.is_open else None), "")

    def seek_text(self) -> None:
        """Let the officer find words in any text."""
        self.window.commit_pending()
        self._open(TextSource(self.window.workspace.value), self._words)

    def _open(self, source: Source, typed: str) -> None:
        if self.finder is not None:
            self.finder.reject()
        self.finder = Finder(source, typed, self.window)
        self.finder.finished.connect(self._finish)
        across = (self.window.width() - self.finder.width()) // 2
        self.finder.move(self.window.mapToGlobal(QPoint(across, _BELOW_TOP)))
        self.finder.open()
        self.finder.field.setFocus()

    def _finish(self, _result: int) -> None:
        finder, self.finder = self.finder, None
        if finder is None:
            return
        if isinstance(finder.source, TextSource):
            self._words = finder.field.text()
        if finder.chosen is not None:
            # Not inside the click: what is done may wait, and the list would be gone under it.
            QTimer.singleShot(0, self, partial(self._follow, finder.chosen.key))

    def _follow(self, key: object) -> None:
        if isinstance(key, QAction):
            key.trigger()
        elif isinstance(key, Place):
            self._go(key)
        elif isinstance(key, Text):
            self._go(key.place)
            # In a moment, when the fields of a row that was not shown before are there.
            QTimer.singleShot(0, self, partial(self._show_words, key))

    def _show_words(self, text: Text) -> None:
        """Select the words in the field that says them, on the page or in the pane beside it."""
        document = self.window.document
        if document is None or document.step != text.place.step:
            return
        if show_passage(document.page(document.step), text.words, self._words, text.field):
            return
        beside = show_passage(document.side, text.words, self._words, text.field)
        if beside and document.split.sizes()[1] == 0:
            document.toggle_side()

    def _go(self, place: Place) -> None:
        self.window.show_step(place.step)
        if place.target is not None:
            self.window.page(place.step).go_to(place.target)

"""The sentences under the ranking: warnings first, each in whole lines, as many as there is room.

They take their places by hand. A layout would share the height out evenly, and a scroll area would
let the one thing scroll away that has to stay in sight.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.desktop.widgets.whole_lines import WholeLinesLabel

GAP = 6
VERDICT_LINES = 4
"""So many lines of the verdict are seen even where a window has no room for all of them."""


class StandingWords(QWidget):
    """Red lines, gaps, verdict and what is left out, in the order of what must not be missed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.red_lines = WholeLinesLabel("problem")
        self.gaps = WholeLinesLabel("muted")
        self.verdict = WholeLinesLabel()
        self.left_out = WholeLinesLabel("muted")
        self._labels = (self.red_lines, self.gaps, self.verdict, self.left_out)
        self._kept = 0
        for label in self._labels:
            label.setParent(self)
            label.hide()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, label: WholeLinesLabel, text: str, brief: str = "") -> None:
        """Let one of the labels say something, or nothing."""
        if label.say(text, brief):
            label.setVisible(bool(text))
            self._arrange()

    @property
    def kept(self) -> int:
        """The height in which all that must be read is whole, in pixels.

        It is the most that was needed since the words began anew: what a drag words now longer,
        now shorter, shall move nothing.
        """
        return self._kept

    def begin_anew(self) -> None:
        """Keep room for what is said now, and no longer for what was said before."""
        self._kept = 0
        self._arrange()

    def sizeHint(self) -> QSize:
        whole = [label.lines_in(self.width(), brief=True) for label in self._labels]
        return QSize(0, self._height(whole))

    def minimumSizeHint(self) -> QSize:
        lines = [self._needed(label) for label in self._labels]
        lines[self._labels.index(self.verdict)] = self._lines_of_verdict()
        return QSize(0, self._height(lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.begin_anew()
        else:
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.begin_anew()

    def _height(self, lines: list[int]) -> int:
        said = [count for count in lines if count]
        return sum(said) * self.red_lines.line_height + GAP * max(0, len(said) - 1)

    def _needed(self, label: WholeLinesLabel) -> int:
        """How many lines a label takes when all of it is seen that must not be missed."""
        if not label.text() or label is self.left_out:
            return 0
        return label.lines_in(self.width(), brief=True)

    def _lines_of_verdict(self) -> int:
        return VERDICT_LINES if self.verdict.text() else 0

    def _arrange(self) -> None:
        """Give each label its lines: first what each needs, then, in their order, what is left."""
        line = self.red_lines.line_height
        given = {label: self._needed(label) for label in self._labels if self._needed(label)}
        left = (self.height() - GAP * max(0, len(given) - 1)) // line
        for label, needed in given.items():
            given[label] = min(needed, label.lines_in(self.width()), max(left, 0))
            left -= given[label]
        # Names in place of numbers are worth less than the rest of the verdict.
        for label in (self.verdict, self.left_out, self.red_lines):
            more = label.lines_in(self.width()) - given.get(label, 0)
            fits = more <= left if label is self.red_lines else left > 1 or label in given
            if label.text() and fits:
                given[label] = given.get(label, 0) + min(more, left)
                left -= min(more, left)
        top = 0
        for label in self._labels:
            lines = given.get(label, 0)
            label.setGeometry(0, top, self.width(), lines * line)
            top += lines * line + (GAP if lines else 0)
        needed = [self._needed(label) for label in self._labels]
        self._kept = max(self._kept, self._height(needed), self.minimumSizeHint().height())
        self.updateGeometry()

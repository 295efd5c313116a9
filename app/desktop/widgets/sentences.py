"""Sentences one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextDocument, QTextOption

from app.desktop.look.speech import Speech
from app.desktop.widgets.text import OVERHANG, PlainLabel

BULLET = "•"
GAP = 8
"""Pixels between a bullet and its sentence."""


class Sentences(PlainLabel):
    """Shows sentences, which can be selected and copied; hidden while there are none.

    Their bullets stand in the margin, so that later lines stand under the first. Layouts ask a
    label for its height dozens of times, and each answer breaks all lines anew; so the answers are
    kept while text and font are the same.
    """

    def __init__(self, role: str = "", *, bullets: bool = True, spoken: bool = False) -> None:
        """Show nothing yet; `spoken`: what is new is heard, as what is wrong always is."""
        super().__init__("", role, wrap=True)
        self._bullets = bullets
        self._speech = Speech(self) if spoken or role == "problem" else None
        self._tops: dict[int, tuple[int, ...]] = {}
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._make_margin()
        self.hide()

    def say(self, sentences: Sequence[str]) -> None:
        """Show these sentences; empty ones are left out."""
        said = "\n".join(sentence for sentence in sentences if sentence)
        if said != self.text():
            self._tops.clear()
            self.setText(said)
            if self._speech is not None:
                self._speech.say(said)
        self.setVisible(bool(said))

    def heightForWidth(self, width: int) -> int:
        return self._tops_at(width)[-1]

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)
        if event.type() in kinds:
            self._tops.clear()
            self._make_margin()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._bullets:
            return
        with QPainter(self) as painter:
            painter.setPen(self.palette().windowText().color())
            alignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
            for top in self._tops_at(self.width())[:-1]:
                painter.drawText(QRect(0, top, self.width(), self.height()), alignment, BULLET)

    def _make_margin(self) -> None:
        room = self.fontMetrics().horizontalAdvance(BULLET) + GAP if self._bullets else 0
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setContentsMargins(*((OVERHANG, 0, room, 0) if mirrored else (room, 0, 0, 0)))

    def _tops_at(self, width: int) -> tuple[int, ...]:
        """Where each sentence begins from above in a label of a width, and where the last ends."""
        if width not in self._tops:
            margins = self.contentsMargins()
            self._tops[width] = self._find_tops(width - margins.left() - margins.right())
        return self._tops[width]

    def _find_tops(self, width: int) -> tuple[int, ...]:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        document.setDefaultTextOption(option)
        document.setPlainText(self.shown)
        document.setTextWidth(max(width, 1))
        tops, block = [], document.begin()
        while block.isValid():
            tops.append(round(document.documentLayout().blockBoundingRect(block).top()))
            block = block.next()
        return (*tops, round(document.size().height() + 0.5))

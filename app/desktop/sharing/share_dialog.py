"""The dialog in which an officer chooses how much of the history somebody else may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from app.desktop.telling.trouble import sentence_of
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _
from app.wording.sharing import learns
from db.share import History, contents, share

if TYPE_CHECKING:
    from db.document import Document

WIDTH = 640
QUOTED = 3


class ShareDialog(QDialog):
    """Takes a document and returns how much of its history is shared."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._histories = tuple(History)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Share a copy"))
        self.setMinimumWidth(WIDTH)
        self.learned = Sentences()
        self.problem = PlainLabel(role="problem", wrap=True)
        self.share_button = button(_("Write the copy…"), self.accept, "primary")
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(10)
        column.addWidget(PlainLabel(_("Share a copy"), "title"))
        self._add_choices(column)
        column.addWidget(PlainLabel(_("Besides the assessment, its reader learns:"), "caption"))
        column.addWidget(self.learned)
        column.addWidget(self.problem)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(_("Cancel"), self.reject))
        row.addWidget(self.share_button)
        column.addLayout(row)
        self.share_button.setDefault(True)
        self._group.idClicked.connect(self._follow)
        self.choose(History.ANONYMOUS)
        self._group.checkedButton().setFocus()

    @property
    def history(self) -> History:
        """How much of the history is chosen."""
        return self._histories[self._group.checkedId()]

    def choose(self, history: History) -> None:
        """Choose for the officer, as if they had clicked."""
        self._group.button(self._histories.index(history)).click()

    def _add_choices(self, column: QVBoxLayout) -> None:
        texts = {
            History.FULL: _("With its full history"),
            History.ANONYMOUS: _("With its history, without authors and times"),
            History.NONE: _("Without its history"),
        }
        for number, history in enumerate(self._histories):
            radio = QRadioButton(texts[history])
            radio.setAccessibleName(texts[history])
            self._group.addButton(radio, number)
            column.addWidget(radio)

    def _follow(self, _number: int) -> None:
        from db.errors import Trouble

        try:
            shared = share(self._document, self.history)
        except Trouble as trouble:
            self.learned.say(())
            self.problem.setText(sentence_of(trouble))
            self.share_button.setEnabled(False)
            return
        self.problem.setText("")
        self.share_button.setEnabled(True)
        self.learned.say(_told(shared))


def _told(shared: Document) -> tuple[str, ...]:
    """What is in the copy, with a few of the texts that nobody sees on the pages."""
    from app.wording.changes.values import quoted

    known = contents(shared)
    said = learns(known.authors, known.revisions, known.first, len(known.former_texts))
    longest = sorted(known.former_texts, key=len, reverse=True)[:QUOTED]
    return (*said, *(_("Such as: {text}").format(text=quoted(text)) for text in longest))

"""The dialog in which an officer chooses how much of the history somebody else may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.desktop.telling.trouble import sentence_of
from app.desktop.waiting import beside
from app.desktop.widgets.full_width_area import FullWidthArea
from app.desktop.widgets.screen_room import highest, move_onto_screen
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.spoken_label import SpokenLabel
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _
from app.wording.sharing import (
    assessors_said,
    decider_said,
    former_sentence,
    learns,
    personal,
    stand_in,
    texts_naming,
    typed_by_somebody,
)
from db.proof import still_named
from db.share import History, contents, share

if TYPE_CHECKING:
    from db.document import Document
    from db.stand_ins import StandIn

WIDTH = 640


class ShareDialog(QDialog):
    """Takes a document and returns how much of its history is shared."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._histories = tuple(History)
        self._refused = ""
        self._leaves_out = True
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Share a copy"))
        self.setMinimumWidth(WIDTH)
        self.learned = Sentences()
        self.problem = SpokenLabel(role="problem")
        self.share_button = button(_("Write the copy…"), self.accept, "primary")
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(10)
        column.addWidget(PlainLabel(_("Share a copy"), "title"))
        column.addWidget(self._make_sheet(), 1)
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

    @property
    def stand_in(self) -> StandIn | None:
        """What stands for the names of assessors; None where they stay."""
        return stand_in if self.nameless.isChecked() else None

    def _make_sheet(self) -> FullWidthArea:
        """What is scrolled where the screen is too low for it."""
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._add_choices(column)
        self._add_names(column)
        self._add_password(column)
        column.addWidget(
            PlainLabel(_("Besides the assessment, its reader learns:"), "caption", wrap=True)
        )
        column.addWidget(self.learned)
        column.addWidget(self.problem)
        column.addStretch(1)
        self._area = FullWidthArea(sheet)
        self._area.setFrameShape(FullWidthArea.Shape.NoFrame)
        self._area.verticalScrollBar().rangeChanged.connect(self._grow)
        return self._area

    def _add_names(self, column: QVBoxLayout) -> None:
        """Offer to take out the names of those who judge, where anybody has one."""
        self.nameless = QCheckBox(_("Leave out the names of assessors: “Assessor 1” instead"))
        self.nameless.setChecked(True)
        self.nameless.setVisible(bool(personal(contents(self._document).assessors)))
        self.nameless.clicked.connect(self._keep_choice)
        column.addWidget(self.nameless)

    def _keep_choice(self, chosen: bool) -> None:
        self._leaves_out = chosen
        self._follow()

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

    @property
    def sealed_with(self) -> str | None:
        """The password that was chosen; None for a copy that anybody can read."""
        return self.password.text() if self.sealed.isChecked() else None

    def _add_password(self, column: QVBoxLayout) -> None:
        self.sealed = QCheckBox(_("Under a password, for mail and sticks"))
        self.password, self.again = _secret(_("Password")), _secret(_("The same again"))
        row = QHBoxLayout()
        for field in (self.password, self.again):
            row.addWidget(field)
            field.textChanged.connect(self._judge)
            field.setVisible(False)
            self.sealed.toggled.connect(field.setVisible)
        self.sealed.toggled.connect(self._judge)
        column.addWidget(self.sealed)
        column.addLayout(row)

    def _judge(self, _changed: object = None) -> None:
        """Say what keeps the copy from being written."""
        from db.sealed import SHORTEST

        said = self._refused
        if not said and self.sealed.isChecked():
            if len(self.password.text()) < SHORTEST:
                said = _("A password needs at least {number} characters; a few words are best.")
                said = said.format(number=SHORTEST)
            elif self.password.text() != self.again.text():
                said = _("The two passwords differ.")
        self.problem.setText(said)
        self.share_button.setEnabled(not said)

    def _follow(self, _number: int = 0) -> None:
        """Say what a copy as it is chosen would tell."""
        from db.errors import Trouble

        history = self.history
        self.nameless.setEnabled(history is not History.FULL)
        self.nameless.setChecked(history is not History.FULL and self._leaves_out)
        calling = self.stand_in
        self._refused = ""
        try:
            self.learned.say(
                beside(lambda: _told(self._document, history, calling), _("One moment …"))
            )
        except Trouble as trouble:
            self.learned.say(())
            self._refused = sentence_of(trouble)
        self._judge()

    def _grow(self, _least: int, hidden: int) -> None:
        """Be as tall as what is said, where the screen is: so much of it is out of sight."""
        if self.isVisible() and hidden > 0 and self.height() < highest(self):
            self.resize(self.width(), min(self.height() + hidden, highest(self)))
            move_onto_screen(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow(0, self._area.verticalScrollBar().maximum())


def _secret(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    return field


def _told(document: Document, history: History, calling: StandIn | None) -> tuple[str, ...]:
    """What is in the copy, with a few of the texts that nobody sees on the pages."""
    shared = share(document, history, calling)
    known, before = contents(shared), contents(document)
    former = typed_by_somebody(known.former_texts)
    said = learns(known.authors, known.revisions, known.first, len(former))
    among = former_sentence(former)
    if among:
        said = (*said[:-1], f"{said[-1]} {among}")
    judges = assessors_said(personal(known.assessors), stood_in=calling is not None)
    named = {*before.authors, *personal(before.assessors)} - {*known.authors, *known.assessors}
    decides = decider_said(shared.assessment.decision.decision_maker)
    return (*said, judges, decides, texts_naming(still_named(shared, sorted(named))))

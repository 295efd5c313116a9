"""The frame of every dialog about weights: the questions, and the live ranking beside them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.desktop.elicitation.case import Answer, Case, rank
from app.desktop.widgets.ranking_panel import RankingPanel
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _
from db.model import Elicitation

if TYPE_CHECKING:
    from app.analysis.arrays import FloatArray

SIZE = (1000, 640)
SIDE_WIDTH = 290
HUNDRED = 100.0


class ElicitationDialog(QDialog):
    """Takes a case and returns an answer; nothing is written anywhere.

    Subclasses fill `body`, say which shares follow from what has been answered, and call
    `follow` whenever that changes.
    """

    kind: ClassVar[Elicitation]

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case = case
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.title())
        self.resize(*SIZE)
        self.ranking = RankingPanel()
        self.ranking.setFixedWidth(SIDE_WIDTH)
        self.state = PlainLabel(wrap=True)
        self.accept_button = button(_("Use these weights"), self.accept, "primary")
        self.back_button = button(_("Back"), self.go_back)
        self.back_button.hide()
        self.cancel_button = button(_("Cancel"), self.reject)
        for made in (self.back_button, self.cancel_button, self.accept_button):
            made.setAutoDefault(False)  # Enter in a field commits the field, not the dialog
        self.body = QVBoxLayout()
        self._lay_out()

    # --- what a subclass says

    def title(self) -> str:
        """The heading."""
        raise NotImplementedError

    def hint(self) -> str:
        """What is to be done here."""
        raise NotImplementedError

    def shares(self) -> FloatArray | None:
        """The shares that follow from the answers; None while they do not yet tell."""
        raise NotImplementedError

    def summary(self) -> str:
        """What was asked and answered, in sentences for the record."""
        raise NotImplementedError

    def status(self) -> str:
        """What the answers so far come to."""
        return ""

    def go_back(self) -> None:
        """Return to the question before, where there are steps."""

    # --- showing

    def answer(self) -> Answer:
        """The weights that were found and how."""
        shares = self.shares()
        assert shares is not None
        largest = float(shares.max())
        raw = [share / largest * HUNDRED for share in shares.tolist()]
        found = dict(zip((leaf.key for leaf in self.case.leaves), raw, strict=True))
        return Answer(found, self.kind, self.summary())

    def follow(self) -> None:
        """Show what the answers come to now."""
        shares = self.shares()
        self.accept_button.setEnabled(shares is not None)
        self.state.setText(self.status())
        shown = self.case.shares if shares is None else shares
        if shown is not None:
            self.ranking.show_standing(rank(self.case, shown))

    def keep_pending(self) -> None:
        """Take over what is typed but not left yet."""

    def arrange_focus(self) -> None:
        """Let Tab lead through the questions, then the ranking, then the buttons."""
        asked = [w for w in self.sheet.findChildren(QWidget) if _takes_tab(w)]
        after = [w for w in self.ranking.findChildren(QWidget) if _takes_tab(w)]
        chain = [*asked, *after, self.back_button, self.cancel_button, self.accept_button]
        for one, following in pairwise(chain):
            QWidget.setTabOrder(one, following)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrange_focus()
        first = next((w for w in self.sheet.findChildren(QWidget) if _takes_tab(w)), None)
        if first is not None and not self.sheet.isAncestorOf(self.focusWidget() or self):
            first.setFocus()

    def accept(self) -> None:
        self.keep_pending()
        if self.shares() is not None:
            super().accept()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._make_area(), 1)
        row.addWidget(self.ranking)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 4, 16, 0)
        foot.setSpacing(8)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.addLayout(row, 1)
        column.addLayout(foot)

    def _make_area(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheet = QWidget()
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(24, 18, 16, 8)
        column.setSpacing(10)
        column.addWidget(PlainLabel(self.title(), "title", wrap=True))
        column.addWidget(PlainLabel(self.hint(), "muted", wrap=True))
        column.addLayout(self.body)
        column.addStretch(1)
        area.setWidget(self.sheet)
        return area


def _takes_tab(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and widget.isEnabled() and widget.isVisible()


def step_button(text: str, run: object) -> QPushButton:
    """A button within a dialog that Enter never presses by itself."""
    made = button(text, run)  # type: ignore[arg-type]
    made.setAutoDefault(False)
    return made

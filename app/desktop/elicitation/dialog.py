"""The frame of every dialog about weights: the questions, and the live ranking beside them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.desktop.elicitation.case import Answer, Case, rank
from app.desktop.widgets.number_field import NumberField
from app.desktop.widgets.ranking_panel import RankingPanel
from app.desktop.widgets.spoken_label import SpokenLabel
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _
from db.model import Elicitation

if TYPE_CHECKING:
    from app.analysis.arrays import FloatArray

SIZE = (56, 36)
"""Width and height in lines of the type, so that larger type has more room."""
SIDE_WIDTH = 16
PART_OF_WINDOW, PART_OF_DIALOG = 0.96, 0.32
HUNDRED = 100.0
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ElicitationDialog(QDialog):
    """Takes a case and returns an answer; nothing is written anywhere.

    Subclasses fill `body`, say which shares follow from what has been answered, and call
    `follow` whenever that changes. Enter leads from question to question and at the end to the
    main button; it never ends the dialog from within a question.
    """

    kind: ClassVar[Elicitation]

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case = case
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.title())
        self._answered = self._warned = False
        self.ranking = RankingPanel()
        self.ranking.show_flags(case.flags)
        self.state = SpokenLabel()
        self.accept_button = button(_("Use these weights"), self.accept, "primary")
        self.accept_button.setDefault(True)
        self.back_button = button(_("Back"), self.go_back)
        self.back_button.hide()
        self.cancel_button = button(_("Cancel"), self.reject)
        self.body = QVBoxLayout()
        self._lay_out()
        self._take_size(parent)

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
        """What was asked and answered, for the record; empty where the weights tell it."""
        raise NotImplementedError

    def status(self) -> str:
        """What the answers so far come to."""
        return ""

    def stops(self) -> list[QWidget]:
        """The controls that Enter leads through, in the order of asking."""
        return []

    def has_answers(self) -> bool:
        """Whether something would be lost if the dialog were left."""
        return self._answered

    def keep_pending(self) -> bool:
        """Take over what is typed but not left yet; False if it is wrong, which has been said."""
        return True

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
        self._answered, self._warned = self.isVisible(), False
        self.accept_button.setEnabled(shares is not None)
        self.state.setText(self.status())
        shown = self.case.shares if shares is None else shares
        if shown is not None:
            self.ranking.show_standing(rank(self.case, shown))

    def arrange_focus(self) -> None:
        """Let Tab lead through the questions, then the ranking, then the buttons."""
        asked = [w for w in self.sheet.findChildren(QWidget) if _takes_tab(w)]
        after = [w for w in self.ranking.findChildren(QWidget) if _takes_tab(w)]
        chain = [*asked, *after, *self.foot_buttons()]
        for one, following in pairwise(chain):
            QWidget.setTabOrder(one, following)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrange_focus()
        first = next((w for w in self.sheet.findChildren(QWidget) if _takes_tab(w)), None)
        if first is not None and not self.sheet.isAncestorOf(self.focusWidget() or self):
            first.setFocus()

    def foot_buttons(self) -> list[QPushButton]:
        """The buttons below, the main one last."""
        return [self.back_button, self.cancel_button, self.accept_button]

    def accept(self) -> None:
        if self.keep_pending() and self.shares() is not None:
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if event.matches(QKeySequence.StandardKey.Cancel) and self.has_answers():
            if self._warned:
                self.reject()
            self._warned = True
            self.state.setText(_("Press Escape again to leave; your answers here will be lost."))
        elif event.key() in ENTER and self._is_question(focus):
            self.go_on_from(focus)
        else:
            super().keyPressEvent(event)

    def go_on_from(self, control: QWidget | None) -> None:
        """Lead to the question after this control, or to the main button; stay at a wrong entry."""
        if isinstance(control, NumberField) and (control.is_changed() or self.is_wrong(control)):
            return
        asked = [w for w in self.sheet.findChildren(QWidget) if _takes_tab(w)]
        stops = [stop for stop in self.stops() if stop in asked]
        at = asked.index(control) if control in asked else -1
        following = next((stop for stop in stops if asked.index(stop) > at), None)
        if following is None:
            self.foot_buttons()[-1].setFocus()
            return
        self.area.ensureWidgetVisible(following, 0, self.area.viewport().height() // 3)
        following.setFocus()
        if isinstance(following, (QLineEdit, QAbstractSpinBox)):
            following.selectAll()

    def is_wrong(self, field: NumberField) -> bool:
        """Whether what was typed in a field has just been refused."""
        return False

    def _is_question(self, control: QWidget | None) -> bool:
        asked = control is not None and self.sheet.isAncestorOf(control)
        return asked and not isinstance(control, QAbstractButton)

    def _take_size(self, parent: QWidget | None) -> None:
        """As large as the type asks for, and no larger than the window."""
        line = self.fontMetrics().lineSpacing()
        width, height = (line * lines for lines in SIZE)
        if parent is not None:
            width = min(width, round(parent.window().width() * PART_OF_WINDOW))
            height = min(height, round(parent.window().height() * PART_OF_WINDOW))
        self.resize(width, height)
        self.ranking.setFixedWidth(min(line * SIDE_WIDTH, round(width * PART_OF_DIALOG)))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._make_area(), 1)
        row.addWidget(self.ranking)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 4, 16, 0)
        foot.setSpacing(8)
        foot.addWidget(self.state, 1)
        for made in self.foot_buttons():
            foot.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.addLayout(row, 1)
        column.addLayout(foot)

    def _make_area(self) -> QScrollArea:
        area = self.area = QScrollArea()
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

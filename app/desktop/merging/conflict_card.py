"""One conflict to decide: before, mine, theirs, and what each choice does to the ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.desktop.merging.cases import BOTH, LATER
from app.desktop.widgets.one_of_many import lead_to_chosen
from app.desktop.widgets.text import PlainLabel, plain_caption
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.merging.cases import Case
    from app.wording.contests import Offer


NARROW = 90
"""In less than so many letters' width a choice stands above its words."""
INDENT = 12


class ConflictCard(QFrame):
    """Offers the sides, both as a note, and later, which is chosen at first."""

    chosen = Signal(int)
    """The number of a side, BOTH or LATER."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case = case
        self.setProperty("role", "card")
        self.setAccessibleName(case.contest.title)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.addWidget(PlainLabel(case.contest.title, "heading", wrap=True))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        column.addLayout(self._grid)
        self._rows: list[tuple[QWidget, QWidget, QWidget]] = []
        self._stacked: bool | None = None
        self._fill()
        self._arrange()
        self._group.idClicked.connect(self._announce)
        self._lead()

    @property
    def choice(self) -> int:
        """What is chosen now."""
        return self._group.checkedId()

    def choose(self, choice: int) -> None:
        """Choose for the officer, as if they had clicked."""
        self._group.button(choice).click()

    @property
    def chosen_button(self) -> QAbstractButton:
        """What the keyboard comes to."""
        return self._group.checkedButton()

    def _announce(self, choice: int) -> None:
        self._lead()
        self.chosen.emit(choice)

    def _lead(self) -> None:
        lead_to_chosen(self._group.buttons())

    def _fill(self) -> None:
        contest = self.case.contest
        before = _told(contest.before.whose, "caption")
        self._add_row(before, contest.before.words, contest.before.effect)
        for number, offer in enumerate(contest.offers):
            self._add_choice(number, offer.whose, offer)
        if self.case.note is not None:
            self._add_choice(BOTH, _("Keep both as a note"), self._both())
        self._add_choice(LATER, _("Decide later"), self._later())
        self._group.button(LATER).setChecked(True)

    def _add_choice(self, choice: int, caption: str, offer: Offer) -> None:
        radio = QRadioButton(plain_caption(caption))
        radio.setEnabled(offer.possible)
        radio.setAccessibleName(f"{self.case.contest.title}: {caption}")
        radio.setAccessibleDescription(f"{offer.words}. {offer.effect}")
        self._group.addButton(radio, choice)
        self._add_row(radio, offer.words, offer.effect)

    def _add_row(self, head: QWidget, words: str, effect: str) -> None:
        self._rows.append((head, _told(words, ""), _told(effect, "muted")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        """Put each choice beside its words, or above them where the type is large for the room."""
        stacked = self.width() < NARROW * self.fontMetrics().averageCharWidth()
        if stacked is self._stacked:
            return
        self._stacked = stacked
        for at, share in enumerate((0, 4, 5) if stacked else (3, 4, 5)):
            self._grid.setColumnStretch(at, share)
        self._grid.setColumnMinimumWidth(0, INDENT if stacked else 0)
        for widget in (widget for row in self._rows for widget in row):
            self._grid.removeWidget(widget)
        top = Qt.AlignmentFlag.AlignTop
        for number, (head, words, effect) in enumerate(self._rows):
            at, below = (2 * number, 2 * number + 1) if stacked else (number, number)
            self._grid.addWidget(head, at, 0, 1, 3 if stacked else 1, top)
            self._grid.addWidget(words, below, 1)
            self._grid.addWidget(effect, below, 2)

    def _both(self) -> Offer:
        inside = self.case.note in self.case.conflict.places
        words = (
            _("Both texts, one under the other")
            if inside
            else _("What was before holds; both are written down beside it")
        )
        return self.case.contest.before._replace(words=words)

    def _later(self) -> Offer:
        words = _("What was before holds until somebody decides; the file keeps all of it")
        return self.case.contest.before._replace(words=words)


def _told(text: str, role: str) -> PlainLabel:
    label = PlainLabel(text, role, wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    label.setContentsMargins(0, 5, 0, 4)  # in line with the choice before it
    return label

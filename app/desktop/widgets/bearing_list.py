"""What an extract supports or contradicts, and the choice of more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.desktop.models.bearings import SCORES, Bearing, criteria, kind_words, targets
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.stops import lead_to
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _
from app.wording.terms import term
from db.model import Stance

if TYPE_CHECKING:
    from db.model import Assessment


class BearingRow(QFrame):
    """One thing that the extract bears on."""

    stance_chosen = Signal(object, object)
    removed = Signal(object)

    def __init__(self, bearing: Bearing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bearing = bearing
        self.stance = Choice(_("For or against: {target}").format(target=bearing.words))
        self.stance.show_choices(tuple((stance, term(stance)) for stance in Stance))
        self.stance.show_choice(bearing.stance)
        self.stance.setMinimumContentsLength(9)
        self.stance.chosen.connect(self._announce_stance)
        remove = QPushButton(_("Remove"))
        remove.setProperty("role", "link")
        remove.setAccessibleName(_("Remove the link to: {target}").format(target=bearing.words))
        remove.clicked.connect(self._announce_removal)
        kind = PlainLabel(kind_words()[bearing.table], "muted")
        words = PlainLabel(bearing.words, wrap=True)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(words)
        said.addWidget(kind)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(self.stance)
        row.addLayout(said, 1)
        row.addWidget(remove)

    def _announce_stance(self, stance: Stance) -> None:
        self.stance_chosen.emit(self._bearing, stance)

    def _announce_removal(self) -> None:
        self.removed.emit(self._bearing)


class BearingList(QWidget):
    """Lists what an extract bears on; more is added by kind and name."""

    link_wanted = Signal(str, object, object)
    """A table, a target (for a score: option and criterion), and a stance."""
    stance_wanted = Signal(object, object)
    unlink_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assessment: Assessment | None = None
        self._shown: tuple[Bearing, ...] | None = None
        self._none = PlainLabel(
            _("It bears on nothing yet. Choose below what it supports or contradicts."),
            "muted",
            wrap=True,
        )
        self.kind = Choice(_("What kind of thing the extract bears on"))
        self.kind.show_choices(tuple(kind_words().items()))
        self.kind.show_choice(SCORES)
        self.kind.chosen.connect(self._offer)
        self.target = Choice(_("Which one it bears on"))
        self.criterion = Choice(_("The score's criterion"))
        for choice in (self.kind, self.target, self.criterion):
            choice.setMinimumContentsLength(6)
        self._add = button(_("Add"), self._ask)
        self._add.setAccessibleName(_("Add what the extract bears on"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addLayout(self._rows)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.kind)
        first.addWidget(self.target, 1)
        second.addWidget(self.criterion, 1)
        second.addStretch(0)
        second.addWidget(self._add)
        column.addLayout(first)
        column.addLayout(second)

    def show_bearings(self, assessment: Assessment, bearings: tuple[Bearing, ...]) -> None:
        """Show what an extract bears on."""
        self._assessment = assessment
        self._none.setVisible(not bearings)
        self._offer()
        if bearings == self._shown:
            return
        self._shown = bearings
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for bearing in bearings:
            row = BearingRow(bearing)
            row.stance_chosen.connect(self.stance_wanted)
            row.removed.connect(self.unlink_wanted)
            self._rows.addWidget(row)
            lead_to(row, self.kind)

    def _offer(self, _kind: object = None) -> None:
        if self._assessment is None:
            return
        table = str(self.kind.key)
        self.target.show_choices(targets(self._assessment, table))
        self.criterion.show_choices(criteria(self._assessment))
        self.criterion.setVisible(table == SCORES)
        for choice in (self.target, self.criterion):
            if choice.key is None and choice.count():
                choice.setCurrentIndex(0)
        self._add.setEnabled(self.target.key is not None)

    def _ask(self) -> None:
        table, target = str(self.kind.key), self.target.key
        if table == SCORES:
            if self.criterion.key is not None:
                self.link_wanted.emit(table, (target, self.criterion.key), Stance.SUPPORTS)
        else:
            self.link_wanted.emit(table, (target,), Stance.SUPPORTS)

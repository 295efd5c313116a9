"""The button that offers the ways of finding weights by asking, and takes over what is found."""

from __future__ import annotations

import datetime
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu, QPushButton

from app.edits import weights as edits
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.elicitation.dialog import ElicitationDialog
    from app.desktop.pages.page import Page
    from app.desktop.workspace import Workspace


class Way(NamedTuple):
    """A way of asking; its dialog is imported when it is first wanted.

    needs_ranking: whether there must be two options at least; most_criteria: with more it is not
    offered.
    """

    id: str
    text: str
    tip: str
    dialog: str
    needs_ranking: bool = False
    most_criteria: int | None = None


def ways() -> tuple[Way, ...]:
    """The ways of asking, the usual one first."""
    return (
        Way(
            "swing",
            _("By &swings: which change would you want most?"),
            _("Choose the change wanted most, then weigh the others beside it"),
            "SwingDialog",
        ),
        Way(
            "questions",
            _("By a few &questions, until the first place is settled"),
            _("Which of two changes is worth more? Each question is the one that tells most"),
            "QuestionsDialog",
            needs_ranking=True,
        ),
        Way(
            "ranks",
            _("By &order of importance"),
            _("Put the changes in order; a rule makes weights of it"),
            "RanksDialog",
        ),
        Way(
            "pairwise",
            _("By &pairs"),
            _("How many times as much does one matter as another? With a check of consistency"),
            "PairwiseDialog",
        ),
        Way(
            "best_worst",
            _("Between &best and worst"),
            _("Compare all with the most and with the least important"),
            "BestWorstDialog",
        ),
        Way(
            "tradeoff",
            _("By &trade-offs"),
            _("How much of one change is worth all of another?"),
            "TradeoffDialog",
        ),
        Way(
            "verbal",
            _("In &words (MACBETH)"),
            _("How welcome is each change: weakly, strongly, extremely? No numbers"),
            "VerbalDialog",
            most_criteria=16,
        ),
    )


class ElicitationMenu(QPushButton):
    """Opens a dialog for the perspective on show; what it finds becomes one step of undo."""

    adopted = Signal()
    """Weights that were found have been taken over."""

    def __init__(self, workspace: Workspace, page: Page) -> None:
        super().__init__(_("Find by asking…"))
        self._workspace = workspace
        self._page = page
        self._perspective: str | None = None
        self.dialog: ElicitationDialog | None = None
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self.actions_by_id: dict[str, QAction] = {}
        for way in ways():
            made = menu.addAction(way.text)
            made.setToolTip(way.tip)
            made.setObjectName(way.id)
            made.triggered.connect(self._open)
            self.actions_by_id[way.id] = made
        self.setMenu(menu)

    def show_perspective(self, perspective: str | None) -> None:
        """Offer what can be asked for a perspective."""
        from db.model.tree import leaves

        self._perspective = perspective
        value = self._workspace.value
        criteria = len(leaves(value))
        ranked = sum(not row.screened_out for row in value.options)
        for way in ways():
            enough = criteria >= 2 and (ranked >= 2 or not way.needs_ranking)
            few = way.most_criteria is None or criteria <= way.most_criteria
            self.actions_by_id[way.id].setEnabled(perspective is not None and enough and few)

    def _open(self) -> None:
        from app.desktop.elicitation.case import make_case

        if self._perspective is None:
            return
        self._page.commit_pending()
        way = next(way for way in ways() if way.id == self.sender().objectName())
        module = import_module(f"app.desktop.elicitation.{way.id}_dialog")
        case = make_case(self._workspace.value, self._perspective)
        self.dialog = getattr(module, way.dialog)(case, self.window())
        self.dialog.finished.connect(self._finish)
        self.dialog.open()

    def _finish(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None or result != QDialog.DialogCode.Accepted:
            return
        found = dialog.answer()
        done = self._workspace.apply(
            _("Weights found by asking"),
            edits.adopt_elicited,
            self._perspective,
            found.swings,
            found.kind,
            found.summary,
            datetime.date.today(),  # noqa: DTZ011 - the officer's own day
        )
        if done:
            self.adopted.emit()

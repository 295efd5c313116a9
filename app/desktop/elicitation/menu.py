"""The button that offers the ways of finding weights by asking, and takes over what is found."""

from __future__ import annotations

import datetime
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu, QPushButton

from app.desktop.elicitation.ways import ways
from app.desktop.models.weights import label_of
from app.desktop.widgets.text import plain_tip
from app.edits import weights as edits
from app.wording import _, speaking
from app.wording.dates import long_date

if TYPE_CHECKING:
    from app.desktop.elicitation.dialog import ElicitationDialog
    from app.desktop.pages.page import Page
    from app.desktop.workspace import Workspace


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
            made.setToolTip(plain_tip(way.tip))
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
        for way in ways(max(criteria, 2)):
            enough = criteria >= 2 and (ranked >= 2 or not way.needs_ranking)
            few = way.most_criteria is None or criteria <= way.most_criteria
            action = self.actions_by_id[way.id]
            action.setText(f"{way.text}\t{way.answers}")
            action.setEnabled(perspective is not None and enough and few)

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
        today = datetime.date.today()  # noqa: DTZ011 - the officer's own day
        with speaking(self._workspace.value.brief.language):  # what is kept is said in the brief
            found = dialog.answer()
            record = _record(found.summary, today)
        value, label = self._workspace.value, _("Weights found by asking")
        done = self._workspace.apply(
            label_of(value, self._perspective, label),
            edits.adopt_elicited,
            self._perspective,
            found.swings,
            found.kind,
            record,
            today,
        )
        if done:
            self.adopted.emit()


def _record(answers: str, day: datetime.date) -> str:
    """The answers with their day, so that they stay true when a weight is changed later."""
    if not answers:
        return ""
    return _("Asked on {date}: {answers}").format(date=long_date(day), answers=answers)

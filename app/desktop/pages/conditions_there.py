"""Which conditions of its mechanism held in a past case, rated one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desktop.pages.layout import card
from app.desktop.widgets.condition_there import ConditionThere
from app.desktop.widgets.text import PlainLabel
from app.edits import precedents
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.workspace import Workspace
    from db.model import Assessment, Condition, Holds, Precedent


class ConditionsThere(QWidget):
    """The conditions of a past case's mechanism; what nobody states is not stated."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._precedent: str | None = None
        self._names: tuple[tuple[str, str], ...] = ()
        self.rows: dict[str, ConditionThere] = {}
        frame, self._inside = card(_("Which of its conditions held there"))
        self.hint = PlainLabel("", "muted", wrap=True)
        self._inside.addWidget(self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def show_precedent(self, assessment: Assessment, case: Precedent) -> None:
        """Show what is stated about the conditions in one past case."""
        wanted = [row for row in assessment.conditions if row.mechanism == case.mechanism]
        if case.mechanism is None:
            hint = _("Say by which mechanism it was tried; then its conditions can be rated here.")
        elif not wanted:
            hint = _("No condition of this mechanism is named yet.")
        else:
            hint = _("Rate only what somebody reports. What is not stated stays so.")
        self.hint.setText(hint)
        names = tuple((row.id, row.name) for row in wanted)
        if names != self._names:
            self._names = names
            self._arrange(wanted)
        anew = case.id != self._precedent
        self._precedent = case.id
        stated = {
            row.condition: row
            for row in assessment.precedent_conditions
            if row.precedent == case.id
        }
        for condition in wanted:
            made = self.rows[condition.id]
            made.show_rating(condition, stated.get(condition.id), anew=anew)

    def _arrange(self, conditions: list[Condition]) -> None:
        for old in self.rows.values():
            self._inside.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = {row.id: ConditionThere(row) for row in conditions}
        for made in self.rows.values():
            made.rated.connect(self._rate)
            made.explained.connect(self._explain)
            made.placed.connect(self._place)
            self._inside.addWidget(made)

    def _rate(self, condition: str, rating: Holds | None) -> None:
        label = _("Rate a condition in a precedent")
        if rating is None:
            edit = precedents.withdraw_rating
            self._workspace.apply(label, edit, self._precedent, condition)
        else:
            edit = precedents.rate_condition
            self._workspace.apply(label, edit, self._precedent, condition, rating)

    def _explain(self, condition: str, reason: str) -> None:
        label = _("Reason for a condition in a precedent")
        edit = precedents.rate_condition
        self._workspace.apply(label, edit, self._precedent, condition, reason=reason)

    def _place(self, condition: str, place: str) -> None:
        label = _("Place of a condition in a precedent")
        edit = precedents.rate_condition
        self._workspace.apply(label, edit, self._precedent, condition, locator=place)

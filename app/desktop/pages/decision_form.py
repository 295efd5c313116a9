"""Some fields of the decision under a line of guidance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desktop.pages.layout import READABLE_WIDTH, card
from app.desktop.pages.tabbed_page import Overview
from app.desktop.widgets.record_form import Field, RecordForm
from app.desktop.widgets.text import PlainLabel
from app.edits.decision import change_decision

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame

    from app.desktop.workspace import Workspace
    from db.model import Assessment


class DecisionForm(Overview):
    """Shows fields of the decision and changes them; subclasses put more below."""

    def __init__(
        self, workspace: Workspace, guidance: str, label: str, fields: tuple[Field, ...]
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self._label = label
        self.form = RecordForm(fields)
        self.form.edited.connect(self._change)
        self.form.refused.connect(workspace.refused)
        frame, inside = card()
        self.head = PlainLabel(wrap=True)
        inside.addWidget(self.head)
        inside.addWidget(PlainLabel(guidance, "muted", wrap=True))
        inside.addWidget(self.form)
        self.add_card(frame)

    def add_card(self, frame: QFrame) -> None:
        """Put a card below what is there."""
        frame.setMaximumWidth(READABLE_WIDTH)
        self.column.addWidget(frame)

    def show_value(self, assessment: Assessment) -> None:
        """Show the decision's fields."""
        self.head.setVisible(bool(self.head.text()))
        self.form.show_row(assessment.decision.id, assessment.decision)

    def _change(self, name: str, content: object) -> None:
        self.workspace.apply(self._label, change_decision, **{name: content})

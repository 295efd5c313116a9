"""How the brief is addressed and what the officer says in it in their own words."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.desktop.pages.layout import card, labelled
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.fields import LineField, ProseField
from app.edits.decision import change_brief
from app.wording import _
from db.model import Paper

if TYPE_CHECKING:
    from app.desktop.workspace import Workspace
    from db.model import Assessment

LINES = ("to", "sender", "copies", "subject", "reference")
DATES = ("dated", "decide_by")


class BriefForm(QScrollArea):
    """Edits the settings of the brief."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setWidgetResizable(True)
        self._labels = {
            "to": _("To"),
            "sender": _("From"),
            "copies": _("Copies to"),
            "subject": _("Subject"),
            "reference": _("Reference"),
            "dated": _("Date (year-month-day; empty: the day of export)"),
            "decide_by": _("Decision needed by (year-month-day)"),
            "decide_because": _("Why by then"),
            "bottom_line": _("Bottom line"),
            "recommendation": _("Recommendation"),
            "next_steps": _("Next steps"),
        }
        self._fields: dict[str, LineField | ProseField] = {}
        for name, label in self._labels.items():
            line = name in LINES or name in DATES
            self._fields[name] = LineField(label) if line else ProseField(label, 3)
            self._fields[name].setObjectName(name)
            self._fields[name].committed.connect(self._commit)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self._own_words())
        column.addWidget(self._address())
        column.addStretch(1)
        self.setWidget(sheet)

    def _own_words(self) -> QFrame:
        frame, inside = card(_("In your own words"))
        for name in ("bottom_line", "recommendation"):
            labelled(inside, self._labels[name], self._fields[name])
        self._recommended = Choice(_("Option advised"))
        self._recommended.chosen.connect(self._commit_recommended)
        labelled(inside, _("Option advised"), self._recommended)
        labelled(inside, self._labels["next_steps"], self._fields["next_steps"])
        return frame

    def _address(self) -> QFrame:
        frame, inside = card(_("Address"))
        for name in (*LINES, *DATES, "decide_because"):
            labelled(inside, self._labels[name], self._fields[name])
        self._paper = Choice(_("Paper"))
        self._paper.show_choices(((Paper.A4, _("A4")), (Paper.LETTER, _("Letter"))))
        self._paper.chosen.connect(self._commit_paper)
        labelled(inside, _("Paper"), self._paper)
        return frame

    def show_value(self, assessment: Assessment, *, anew: bool) -> None:
        """Show the settings; `anew` when they are those of another assessment."""
        for name, field in self._fields.items():
            value = getattr(assessment.brief, name)
            text = value.isoformat() if isinstance(value, datetime.date) else value or ""
            field.load_text(text) if anew else field.show_text(text)
        ranked = tuple((row.id, row.name) for row in assessment.options if not row.screened_out)
        self._recommended.show_choices(((None, _("Whichever leads the ranking")), *ranked))
        self._recommended.show_choice(assessment.brief.recommended)
        self._paper.show_choice(assessment.brief.paper)

    def _commit(self, text: str) -> None:
        name = self.sender().objectName()
        value: object = text
        if name in DATES:
            try:
                value = datetime.date.fromisoformat(text.strip()) if text.strip() else None
            except ValueError:
                sentence = _("“{text}” is not a date. Write it like 2026-03-31.")
                self._workspace.refused.emit(sentence.format(text=text))
                return
        self._workspace.apply(
            _("Brief: {field}").format(field=self._labels[name]), change_brief, **{name: value}
        )

    def _commit_recommended(self, option: str | None) -> None:
        self._workspace.apply(_("Brief: option advised"), change_brief, recommended=option)

    def _commit_paper(self, paper: Paper) -> None:
        self._workspace.apply(_("Brief: paper"), change_brief, paper=paper)

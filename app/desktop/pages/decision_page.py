"""What is decided, by whom, and how it may be handed round."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtWidgets import QWidget

from app.desktop.pages.layout import card, labelled, scrolling_layout
from app.desktop.pages.page import Page
from app.desktop.pages.recognition import RecognitionSwitch
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.date_field import DateField
from app.desktop.widgets.fields import LineField, ProseField
from app.desktop.widgets.marking_field import MarkingField
from app.edits.decision import change_brief, change_decision, set_baseline
from app.edits.perspectives import name_assessor_of_record
from app.wording import _
from db.model import new_id

if TYPE_CHECKING:
    from datetime import date

    from app.desktop.workspace import Workspace
    from db.model import Assessment, MarkingScheme

DEADLINE: Final = "deadline"
"""The place on the page where it says by when the decision is needed."""
RECOGNITION: Final = "recognition"
"""The place on the page where fields about recognition are asked for."""
BASELINE: Final = "baseline"
"""The place on the page where the baseline is chosen."""


class DecisionPage(Page):
    """Title, question, decision-maker, deadline, background, marking, baseline and assessor."""

    step: ClassVar[str] = "decision"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        hint = _("Say what is to be decided, so that somebody who was not there understands it.")
        layout = scrolling_layout(self, self.title(), hint)
        self._fields = self._make_fields()
        frame, inside = card()
        for name in ("title", "question", "decision_maker"):
            labelled(inside, self._labels[name], self._fields[name])
        self.deadline = DateField(_("Decision needed by"))
        self.deadline.day_committed.connect(self._commit_deadline)
        self.deadline.refused.connect(workspace.refused)
        labelled(
            inside, _("Decision needed by (the deadline, as the brief says it)"), self.deadline
        )
        inside.addWidget(self.deadline.problem)
        layout.addWidget(frame)
        layout.addWidget(self._people())
        frame, inside = card(_("Background"))
        for name in ("background", "state_of_affairs", "effort_unit", "illustrative"):
            labelled(inside, self._labels[name], self._fields[name])
        self.recognition = RecognitionSwitch(workspace)
        inside.addWidget(self.recognition)
        layout.addWidget(frame)
        layout.addStretch(1)

    def title(self) -> str:
        return _("Decision")

    def begin_typing(self) -> None:
        """Select the title, so that typing replaces it."""
        field = self._fields["title"]
        field.setFocus()
        field.selectAll()

    def go_to(self, place: object) -> None:
        """Go to the deadline, the switch for recognition or the choice of the baseline."""
        if place == DEADLINE:
            self.deadline.setFocus()
            self.deadline.selectAll()
        elif place == RECOGNITION:
            self.recognition.setFocus()
        elif place == BASELINE:
            self._baseline.setFocus()

    def _make_fields(self) -> dict[str, LineField | ProseField]:
        self._labels = {
            "title": _("Title"),
            "question": _("Question"),
            "decision_maker": _("Who decides"),
            "background": _("What the reader has to know"),
            "state_of_affairs": _("Up to when facts are taken in, and from where"),
            "effort_unit": _("What the effort of options is counted in, such as staff or millions"),
            "illustrative": _("Warning, if this is only an example"),
        }
        fields: dict[str, LineField | ProseField] = {}
        for name, label in self._labels.items():
            if name in ("title", "decision_maker", "effort_unit"):
                fields[name] = LineField(label)
            else:
                fields[name] = ProseField(label, 5 if name == "background" else 2)
            fields[name].setObjectName(name)
            fields[name].committed.connect(self._commit_text)
        return fields

    def _people(self) -> QWidget:
        frame, inside = card(_("Handling"))
        self.marking = MarkingField()
        self.marking.marked.connect(self._commit_marking)
        self._baseline = Choice(_("Baseline"))
        self._baseline.chosen.connect(self._commit_baseline)
        self._assessor = LineField(_("Assessor of record"))
        self._assessor.committed.connect(self._commit_assessor)
        labelled(inside, _("Marking, printed on every page"), self.marking)
        labelled(
            inside,
            _("Baseline: the option against which the others are read"),
            self._baseline,
        )
        judge = _("Whose scores and weights make the ranking (assessor of record)")
        labelled(inside, judge, self._assessor)
        return frame

    def show_value(self, assessment: Assessment, tables: frozenset[str] | None) -> None:
        decision = assessment.decision
        for name, field in self._fields.items():
            if tables is None:
                field.load_text(getattr(decision, name))
            else:
                field.show_text(getattr(decision, name))
        anew = tables is None
        self.recognition.show_value(assessment)
        by = assessment.brief.decide_by
        self.deadline.load_day(by) if anew else self.deadline.show_day(by)
        self.marking.show_marking(decision.marking_scheme, decision.marking, anew=anew)
        ranked = tuple((row.id, row.name) for row in assessment.options if not row.screened_out)
        self._baseline.show_choices(((None, _("None yet")), *ranked))
        self._baseline.show_choice(decision.baseline)
        assessor = assessment.perspective_by_id.get(decision.assessor or "")
        self._assessor.show_text(assessor.name if assessor is not None else "")

    def _commit_text(self, text: str) -> None:
        name = self.sender().objectName()
        label = self._labels[name]
        self.workspace.apply(label, change_decision, **{name: text})

    def _commit_deadline(self, day: date | None) -> None:
        self.workspace.apply(_("Deadline"), change_brief, decide_by=day)

    def _commit_marking(self, scheme: MarkingScheme, words: str) -> None:
        fields = {"marking_scheme": scheme, "marking": words}
        self.workspace.apply(_("Marking"), change_decision, **fields)

    def _commit_baseline(self, option: str | None) -> None:
        self.workspace.apply(_("Baseline"), set_baseline, option)

    def _commit_assessor(self, name: str) -> None:
        self.workspace.apply(_("Name of the assessor"), name_assessor_of_record, new_id(), name)

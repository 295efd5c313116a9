"""How the brief is addressed and what the officer says in it in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.desktop.pages.brief_sections import BriefSections
from app.desktop.pages.house_style_field import HouseStyleField
from app.desktop.pages.layout import card, labelled
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.date_field import DateField
from app.desktop.widgets.fields import LineField, ProseField
from app.desktop.widgets.marking_field import MarkingField
from app.desktop.widgets.text import PlainLabel
from app.edits.decision import change_brief, change_decision
from app.wording import _
from app.wording.language import LANGUAGES
from app.wording.tongues import own_words_sentence
from db.model import BriefKind, Paper

if TYPE_CHECKING:
    from app.desktop.widgets.choice import Choices
    from app.desktop.workspace import Workspace
    from db.model import Assessment, MarkingScheme

LINES = ("to", "sender", "copies", "subject", "reference")
DATES = ("dated", "decide_by")
NARROWEST = 4
"""So many letters of a choice are in sight at least."""


class BriefForm(QScrollArea):
    """Edits the settings of the brief."""

    filled = Signal()
    """A field has been begun or emptied, and is not left yet."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keyboard
        self._workspace = workspace
        self.setWidgetResizable(True)
        self._labels = {
            "to": _("To"),
            "sender": _("From"),
            "copies": _("Copies to"),
            "subject": _("Subject"),
            "reference": _("Reference"),
            "dated": _("Date (empty: the day of export)"),
            "decide_by": _("Decision needed by"),
            "decide_because": _("Why by then"),
            "bottom_line": _("Bottom line"),
            "recommendation": _("Recommendation"),
            "next_steps": _("Next steps"),
        }
        self._fields: dict[str, LineField | ProseField] = {}
        for name, label in self._labels.items():
            self._fields[name] = self._made(name, label)
            self._fields[name].setObjectName(name)
            self._fields[name].textChanged.connect(self._note_typing)
        self._empty: frozenset[str] | None = None
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 8, 0)
        self.sections = BriefSections(workspace)
        self.house_style = HouseStyleField()
        for frame in (
            self._shape(),
            self._own_words(),
            self._address(),
            self.sections.widget(),
            self._look(),
        ):
            column.addWidget(frame)
        column.addStretch(1)
        self.setWidget(sheet)

    def _made(self, name: str, label: str) -> LineField | ProseField:
        if name in DATES:
            day = DateField(label)
            day.day_committed.connect(self._commit)
            day.refused.connect(self._workspace.refused)
            return day
        made = LineField(label) if name in LINES else ProseField(label, 3)
        made.committed.connect(self._commit)
        return made

    def minimumSizeHint(self) -> QSize:
        """As wide as its fields need: what is beside it can be made smaller."""
        usual = super().minimumSizeHint()
        fields = self.widget().minimumSizeHint().width()
        return QSize(fields + self.verticalScrollBar().sizeHint().width(), usual.height())

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
            field = self._fields[name]
            labelled(inside, self._labels[name], field)
            if isinstance(field, DateField):
                inside.addWidget(field.problem)
        return frame

    def _shape(self) -> QFrame:
        frame, inside = card()
        shapes = {
            "kind": (_("Kind of brief"), _kinds()),
            "language": (_("Language of the brief"), tuple(LANGUAGES.items())),
            "paper": (_("Paper"), ((Paper.A4, _("A4")), (Paper.LETTER, _("Letter")))),
        }
        self.shapes: dict[str, Choice] = {}
        for name, (label, choices) in shapes.items():
            made = self.shapes[name] = Choice(label)
            made.setObjectName(name)
            made.show_choices(choices)
            made.chosen.connect(self._commit_shape)
            made.setMinimumContentsLength(NARROWEST)
        labelled(inside, shapes["kind"][0], self.shapes["kind"])
        beside = QHBoxLayout()
        beside.setSpacing(12)
        for name, share in (("language", 3), ("paper", 2)):
            column = QVBoxLayout()
            column.setSpacing(inside.spacing())
            labelled(column, shapes[name][0], self.shapes[name])
            beside.addLayout(column, share)
        inside.addLayout(beside)
        self.as_written = PlainLabel(role="muted", wrap=True)
        inside.addWidget(self.as_written)
        self.marking = MarkingField()
        self.marking.marked.connect(self._commit_marking)
        labelled(inside, _("Marking, printed on every page"), self.marking)
        return frame

    def _look(self) -> QFrame:
        frame, inside = card(_("How it looks"))
        labelled(inside, _("House style, the same for every brief"), self.house_style)
        return frame

    @property
    def first_field(self) -> QWidget:
        """Where the brief is begun."""
        return self._fields["bottom_line"]

    def drafted(self, assessment: Assessment) -> Assessment:
        """The assessment with what stands in the fields of text, also where one is not left yet."""
        texts = {name: text for name, text in self._texts().items() if name not in DATES}
        brief = msgspec.structs.replace(assessment.brief, **texts)
        return msgspec.structs.replace(assessment, brief=brief)

    def _texts(self) -> dict[str, str]:
        return {
            name: field.text() if isinstance(field, LineField) else field.toPlainText()
            for name, field in self._fields.items()
        }

    def _empty_fields(self) -> frozenset[str]:
        return frozenset(name for name, text in self._texts().items() if not text.strip())

    def _note_typing(self) -> None:
        empty = self._empty_fields()
        if self._empty is not None and empty != self._empty:
            self._empty = empty
            self.filled.emit()

    def show_value(self, assessment: Assessment, *, anew: bool) -> None:
        """Show the settings; `anew` when they are those of another assessment."""
        self._empty = None  # nobody types while texts are loaded
        for name, field in self._fields.items():
            value = getattr(assessment.brief, name)
            if isinstance(field, DateField):
                field.load_day(value) if anew else field.show_day(value)
            else:
                field.load_text(value) if anew else field.show_text(value)
        self._suggest(assessment)
        ranked = tuple((row.id, row.name) for row in assessment.options if not row.screened_out)
        self._recommended.show_choices(((None, _("Whichever leads the ranking")), *ranked))
        self._recommended.show_choice(assessment.brief.recommended)
        for name, choice in self.shapes.items():
            choice.show_choice(getattr(assessment.brief, name))
        said = own_words_sentence(assessment)
        self.as_written.setText(said)
        self.as_written.setVisible(bool(said))
        decision = assessment.decision
        self.marking.show_marking(decision.marking_scheme, decision.marking, anew=anew)
        self._empty = self._empty_fields()
        self.sections.show_value(assessment)

    def _suggest(self, assessment: Assessment) -> None:
        """Say in the empty fields what the brief takes in their place."""
        decision = assessment.decision
        for name, text in (("to", decision.decision_maker), ("subject", decision.title)):
            field = self._fields[name]
            assert isinstance(field, LineField)
            field.setPlaceholderText(text)

    def _commit(self, value: object) -> None:
        name = self.sender().objectName()
        self._workspace.apply(
            _("Brief: {field}").format(field=self._labels[name]), change_brief, **{name: value}
        )

    def _commit_recommended(self, option: str | None) -> None:
        self._workspace.apply(_("Brief: option advised"), change_brief, recommended=option)

    def _commit_marking(self, scheme: MarkingScheme, words: str) -> None:
        fields = {"marking_scheme": scheme, "marking": words}
        self._workspace.apply(_("Marking"), change_decision, **fields)

    def _commit_shape(self, key: object) -> None:
        made = self.sender()
        label = _("Brief: {field}").format(field=made.accessibleName())
        self._workspace.apply(label, change_brief, **{made.objectName(): key})


def _kinds() -> Choices:
    return (
        (BriefKind.MEMO, _("Decision memo: 2–3 pages and annexes")),
        (BriefKind.NOTE, _("Note: one page")),
        (BriefKind.REPORT, _("Report: everything, with all headings")),
    )

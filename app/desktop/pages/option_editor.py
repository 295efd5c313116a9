"""Everything that is said of one option."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.desktop.pages.layout import card, labelled
from app.desktop.pages.recognition import recognition_view
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.fields import LineField, ProseField
from app.desktop.widgets.number_field import NumberField
from app.desktop.widgets.text import PlainLabel
from app.edits.decision import set_baseline
from app.edits.options import change_option, readmit, screen_out
from app.wording import _
from app.wording.terms import term
from db.model import Recognition

if TYPE_CHECKING:
    from app.desktop.workspace import Workspace
    from db.model import Assessment


class OptionEditor(QScrollArea):
    """Edits the option it is shown."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keyboard
        self._workspace = workspace
        self._option: str | None = None
        self.setWidgetResizable(True)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self._what_it_is())
        column.addWidget(self._how_it_counts())
        column.addStretch(1)
        self.setWidget(sheet)

    def _what_it_is(self) -> QFrame:
        frame, inside = card()
        self._texts: dict[str, LineField | ProseField] = {
            "name": LineField(_("Name of the option")),
            "description": ProseField(_("What would be done"), 4),
            "code": LineField(_("Short form"), _("for narrow places, such as CM")),
            "locator": LineField(_("Where it comes from")),
        }
        labels = {
            "name": _("Name"),
            "description": _("What would be done"),
            "code": _("Short form"),
            "locator": _("Where it comes from"),
        }
        for name, field in self._texts.items():
            field.setObjectName(name)
            field.committed.connect(self._commit_text)
            labelled(inside, labels[name], field)
        return frame

    def _how_it_counts(self) -> QFrame:
        frame, inside = card()
        self._baseline = QCheckBox(_("This is the baseline"))
        self._baseline.clicked.connect(self._commit_baseline)
        inside.addWidget(self._baseline)
        hint = _("The other options are read against it.")
        inside.addWidget(PlainLabel(hint, "muted", wrap=True))
        self._recognition = Choice(_("Recognition it confers"))
        self._recognition.show_choices(tuple((kind, term(kind)) for kind in Recognition))
        self._recognition.chosen.connect(self._commit_recognition)
        self._about_recognition = QWidget()
        both = QVBoxLayout(self._about_recognition)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(inside.spacing())
        labelled(both, _("Recognition it confers"), self._recognition)
        inside.addWidget(self._about_recognition)
        self._effort = NumberField(_("What the option takes"))
        self._effort.committed.connect(self._commit_effort)
        hint = _("A number, counted as the first step says; empty where it is not known.")
        labelled(inside, _("What it takes (effort or cost)"), self._effort, hint)
        self._screened_out = ProseField(_("Why the option is screened out"), 2)
        self._screened_out.committed.connect(self._commit_screening)
        hint = _("Leave this empty to have the option ranked. Its scores are kept either way.")
        labelled(inside, _("Screened out, because"), self._screened_out, hint)
        return frame

    def show_option(self, assessment: Assessment, option: str | None) -> None:
        """Show an option; None: nothing."""
        other = option != self._option
        self._option = option
        row = assessment.option_by_id.get(option or "")
        if row is None:
            return
        for name, field in self._texts.items():
            text = getattr(row, name)
            field.load_text(text) if other else field.show_text(text)
        reason = row.screened_out
        self._screened_out.load_text(reason) if other else self._screened_out.show_text(reason)
        if other:
            self._effort.load_number(row.effort)
        else:
            self._effort.show_number(row.effort)
        self._recognition.show_choice(row.recognition)
        self._about_recognition.setVisible(recognition_view(self._workspace).is_shown(assessment))
        self._baseline.setChecked(assessment.decision.baseline == row.id)

    def begin_renaming(self) -> None:
        """Put the cursor into the name."""
        self._texts["name"].setFocus()
        self._texts["name"].selectAll()

    def _commit_text(self, text: str) -> None:
        name = self.sender().objectName()
        labels = {
            "name": _("Name of an option"),
            "description": _("Description of an option"),
            "code": _("Short form of an option"),
            "locator": _("Origin of an option"),
        }
        self._workspace.apply(labels[name], change_option, self._option, **{name: text})

    def _commit_recognition(self, kind: Recognition) -> None:
        label = _("Recognition an option confers")
        self._workspace.apply(label, change_option, self._option, recognition=kind)

    def _commit_effort(self, number: float | None) -> None:
        label = _("What an option takes")
        if not self._workspace.apply(label, change_option, self._option, effort=number):
            self._effort.load_number(self._workspace.value.option_by_id[str(self._option)].effort)

    def _commit_baseline(self) -> None:
        chosen = self._option if self._baseline.isChecked() else None
        if not self._workspace.apply(_("Baseline"), set_baseline, chosen):
            self._baseline.setChecked(not self._baseline.isChecked())

    def _commit_screening(self, reason: str) -> None:
        if reason.strip():
            self._workspace.apply(_("Screen out an option"), screen_out, self._option, reason)
        else:
            self._workspace.apply(_("Take an option back"), readmit, self._option)

"""The scenarios, and what each of them changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.desktop.models.bearings import criteria
from app.desktop.models.changes import change_lines, read_change
from app.desktop.models.numbers import WrongEntry
from app.desktop.pages.evidence_card import EvidenceCard
from app.desktop.pages.layout import card
from app.desktop.pages.register import Register, Words
from app.desktop.widgets.change_table import ChangeTable
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.fields import LineField
from app.desktop.widgets.record_form import Field, Kind
from app.desktop.widgets.record_list import ListRow
from app.desktop.widgets.text import PlainLabel
from app.edits import scenarios as edits
from app.wording import _, ngettext
from app.wording.lists import in_a_row
from app.wording.terms import term
from db.model import Assessment, Likelihood, Scenario

if TYPE_CHECKING:
    from db.model import ChangeKind


class Scenarios(Register):
    """Named futures with their changes."""

    table = "scenarios"

    def words(self) -> Words:
        return Words(
            rows=_("Scenarios"),
            new=_("New scenario"),
            change=_("Change a scenario"),
            move=_("Order of the scenarios"),
            remove=_("Remove a scenario"),
            invitation=_(
                "A scenario is a future in which some scores would differ. It shows which option "
                "bears surprises best. Type a name on the left to begin."
            ),
        )

    def fields(self) -> tuple[Field, ...]:
        bands = tuple((band, term(band)) for band in Likelihood)
        return (
            Field("name", _("Name")),
            Field("description", _("What happens"), Kind.PROSE),
            Field(
                "likelihood",
                _("Likelihood, if it can be said"),
                Kind.CHOICE,
                _("Used only when every scenario has one."),
                ((None, _("not stated")), *bands),
            ),
            Field("locator", _("Where it comes from")),
        )

    def fill_sheet(self, sheet: QVBoxLayout) -> None:
        frame, inside = card(_("Scores that differ"))
        self.changes = ChangeTable()
        self.changes.lines_model.change_typed.connect(self._set)
        self.changes.lines_model.reason_typed.connect(self._explain)
        self.changes.clear_wanted.connect(self._clear)
        inside.addWidget(self.changes)
        inside.addLayout(self._make_adder())
        inside.addWidget(
            PlainLabel(
                _(
                    "Type 22 to set a score, +5 or -5 to change it; Delete takes a change away. "
                    "Low and high move with it."
                ),
                "muted",
                wrap=True,
            )
        )
        sheet.addWidget(frame)
        self._evidence = EvidenceCard(self.workspace, "scenarios")
        sheet.addWidget(self._evidence)

    def _make_adder(self) -> QVBoxLayout:
        self.option = Choice(_("Option whose score differs"))
        self.criterion = Choice(_("Criterion on which it differs"))
        self.amount = LineField(_("The score, or the change with its sign"), _("22, +5 or -5"))
        self.amount.setMaximumWidth(110)
        for choice in (self.option, self.criterion):
            choice.setMinimumContentsLength(6)
        self.amount.committed.connect(self._add_change)
        row = QHBoxLayout()
        row.addWidget(self.criterion, 1)
        row.addWidget(self.amount)
        rows = QVBoxLayout()
        rows.addWidget(self.option)
        rows.addLayout(row)
        return rows

    def line(self, assessment: Assessment, row: Scenario) -> ListRow:
        count = sum(change.scenario == row.id for change in assessment.score_changes)
        said = ngettext("{count} score differs", "{count} scores differ", count)
        parts = [said.format(count=count)] if count else [_("as now")]
        if row.likelihood is not None:
            parts.append(term(row.likelihood))
        return ListRow(row.id, f"{row.name}\n{in_a_row(parts)}", f"{row.name}\n{row.description}")

    def show_more(self, assessment: Assessment, row: Scenario) -> None:
        lines = change_lines(assessment, row.id)
        self.changes.show_lines(lines)
        self.changes.setVisible(bool(lines))
        self.option.show_choices(tuple((option.id, option.name) for option in assessment.options))
        self.criterion.show_choices(criteria(assessment))
        for choice in (self.option, self.criterion):
            if choice.key is None and choice.count():
                choice.setCurrentIndex(0)
        self._evidence.show_row(assessment, row.id)

    def added(self, assessment: Assessment, key: str, name: str) -> Assessment:
        return edits.add_scenario(assessment, key, name)

    def _add_change(self, text: str) -> None:
        if not text.strip() or self.option.key is None or self.criterion.key is None:
            return
        if self._set(str(self.option.key), str(self.criterion.key), text):
            self.amount.load_text("")

    def _set(self, option: str, criterion: str, text: str) -> bool:
        try:
            kind, amount = read_change(text)
        except WrongEntry as wrong:
            self.workspace.refused.emit(str(wrong))
            return False
        return self._apply(option, criterion, kind, amount)

    def _apply(self, option: str, criterion: str, kind: ChangeKind, amount: float) -> bool:
        return self.workspace.apply(
            _("Score in a scenario"), edits.set_change, self.key, option, criterion, kind, amount
        )

    def _explain(self, option: str, criterion: str, reason: str) -> None:
        self.workspace.apply(
            _("Reason in a scenario"), edits.explain_change, self.key, option, criterion, reason
        )

    def _clear(self, option: str, criterion: str) -> None:
        self.workspace.apply(
            _("Score in a scenario"), edits.clear_change, self.key, option, criterion
        )

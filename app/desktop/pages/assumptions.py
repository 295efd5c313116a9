"""Causal assumptions: which options rest on them, and in which scenarios they break."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.desktop.pages.layout import card
from app.desktop.pages.register import Register, Words
from app.desktop.widgets.check_list import CheckList, Tick
from app.desktop.widgets.record_form import Field, Kind
from app.desktop.widgets.record_list import ListRow
from app.desktop.widgets.text import PlainLabel
from app.edits import records, texts
from app.edits import scenarios as edits
from app.wording import _, ngettext
from app.wording.lists import in_a_row
from db.model import Assessment, Assumption


class Assumptions(Register):
    """Statements about cause and effect, with what rests on them."""

    table = "assumptions"

    def words(self) -> Words:
        return Words(
            rows=_("Assumptions"),
            new=_("New assumption"),
            change=_("Change an assumption"),
            move=_("Order of the assumptions"),
            remove=_("Remove an assumption"),
            invitation=_(
                "An assumption says what must be true of the world, such as “the partners keep "
                "ranks”. Where a scenario breaks one, every option that rests on it is vulnerable."
            ),
        )

    def fields(self) -> tuple[Field, ...]:
        return (
            Field("name", _("Assumption")),
            Field("reason", _("Why it is made"), Kind.PROSE),
            Field("locator", _("Where it comes from")),
        )

    def fill_sheet(self, sheet: QVBoxLayout) -> None:
        self._resting, self._breaking = (
            CheckList(_("Options that rest on the assumption")),
            CheckList(_("Scenarios that break the assumption")),
        )
        self._resting.ticked.connect(self._set_resting)
        self._breaking.ticked.connect(self._set_breaking)
        for heading, ticks, hint in (
            (_("Options that rest on it"), self._resting, ""),
            (_("Scenarios that break it"), self._breaking, _("Describe the scenarios first.")),
        ):
            frame, inside = card(heading)
            inside.addWidget(ticks)
            if hint:
                self._no_scenarios = PlainLabel(hint, "muted")
                inside.addWidget(self._no_scenarios)
            sheet.addWidget(frame)

    def line(self, assessment: Assessment, row: Assumption) -> ListRow:
        options = sum(link.assumption == row.id for link in assessment.option_assumptions)
        breaks = sum(link.assumption == row.id for link in assessment.assumption_breaks)
        said = in_a_row(
            (
                ngettext("{count} option", "{count} options", options).format(count=options),
                ngettext(
                    "broken in {count} scenario", "broken in {count} scenarios", breaks
                ).format(count=breaks),
            )
        )
        return ListRow(row.id, f"{row.name}\n{said}", f"{row.name}\n{row.reason}")

    def show_more(self, assessment: Assessment, row: Assumption) -> None:
        resting = {x.option for x in assessment.option_assumptions if x.assumption == row.id}
        broken = {x.scenario for x in assessment.assumption_breaks if x.assumption == row.id}
        self._resting.show_ticks([Tick(o.id, o.name, o.id in resting) for o in assessment.options])
        self._breaking.show_ticks(
            [Tick(s.id, s.name, s.id in broken) for s in assessment.scenarios]
        )
        self._breaking.setVisible(bool(assessment.scenarios))
        self._no_scenarios.setVisible(not assessment.scenarios)

    def added(self, assessment: Assessment, key: str, name: str) -> Assessment:
        row = Assumption(id=key, name=texts.name(name))
        return records.add(assessment, "assumptions", row)

    def _set_resting(self, option: str, checked: bool) -> None:
        verb = edits.rest_on if checked else edits.stop_resting_on
        self.workspace.apply(_("What an option rests on"), verb, option, self.key)

    def _set_breaking(self, scenario: str, checked: bool) -> None:
        verb = edits.break_assumption if checked else edits.keep_assumption
        self.workspace.apply(_("What a scenario breaks"), verb, scenario, self.key)

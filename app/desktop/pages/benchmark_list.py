"""What conditional options are conditional on."""

from __future__ import annotations

import datetime

from PySide6.QtWidgets import QVBoxLayout

from app.desktop.pages.evidence_card import EvidenceCard
from app.desktop.pages.layout import card
from app.desktop.pages.register import Register, Words
from app.desktop.widgets.check_list import CheckList, Tick
from app.desktop.widgets.record_form import Field, Kind
from app.desktop.widgets.record_list import ListRow
from app.edits import benchmarks
from app.wording import _
from app.wording.dates import long_date
from app.wording.terms import term
from db.model import Assessment, Benchmark, Met


def today() -> datetime.date:
    """The day on this desk."""
    return datetime.datetime.now().astimezone().date()


class Benchmarks(Register):
    """Benchmarks with status, review and consequences, and the options that wait for them."""

    table = "benchmarks"

    def words(self) -> Words:
        return Words(
            rows=_("Benchmarks"),
            new=_("New benchmark"),
            change=_("Change a benchmark"),
            move=_("Order of the benchmarks"),
            remove=_("Remove a benchmark"),
            invitation=_(
                "A benchmark is what a conditional option waits for: how it is seen to be met, "
                "who says so, when that is looked at again, and what follows."
            ),
        )

    def fields(self) -> tuple[Field, ...]:
        states = tuple((state, term(state)) for state in Met)
        return (
            Field("name", _("Benchmark")),
            Field("status", _("Status (only met counts as met)"), Kind.CHOICE, choices=states),
            Field("review_on", _("To be reviewed on"), Kind.DATE, beside=True),
            Field("indicator", _("How it is seen to be met"), Kind.PROSE),
            Field("standard", _("Set by")),
            Field("verifier", _("Who verifies it"), beside=True),
            Field("if_met", _("What follows if it is met"), Kind.PROSE),
            Field("if_missed", _("What follows if it is missed"), Kind.PROSE),
            Field("if_reversed", _("What follows if it is reversed"), Kind.PROSE),
            Field("note", _("Note"), Kind.PROSE),
            Field("locator", _("Where it comes from")),
        )

    def fill_sheet(self, sheet: QVBoxLayout) -> None:
        frame, inside = card(_("Options that are conditional on it"))
        self.waiting = CheckList(_("Options that are conditional on the benchmark"))
        self.waiting.ticked.connect(self._set_waiting)
        inside.addWidget(self.waiting)
        sheet.addWidget(frame)
        self._evidence = EvidenceCard(self.workspace, "benchmarks")
        sheet.addWidget(self._evidence)

    def line(self, assessment: Assessment, row: Benchmark) -> ListRow:
        said = [term(row.status)]
        if row.review_on is not None:
            late = row.review_on < today()
            text = _("review overdue since {day}") if late else _("review on {day}")
            said.append(text.format(day=long_date(row.review_on)))
        tip = "\n".join(filter(None, (row.name, row.standard, *said)))
        return ListRow(row.id, f"{row.name}\n{', '.join(said)}", tip)

    def show_more(self, assessment: Assessment, row: Benchmark) -> None:
        waiting = {x.option for x in assessment.option_benchmarks if x.benchmark == row.id}
        self.waiting.show_ticks(
            [Tick(option.id, option.name, option.id in waiting) for option in assessment.options]
        )
        self._evidence.show_row(assessment, row.id)

    def added(self, assessment: Assessment, key: str, name: str) -> Assessment:
        return benchmarks.add_benchmark(assessment, key, name)

    def _set_waiting(self, option: str, checked: bool) -> None:
        verb = benchmarks.make_conditional if checked else benchmarks.make_unconditional
        self.workspace.apply(_("What an option is conditional on"), verb, option, self.key)

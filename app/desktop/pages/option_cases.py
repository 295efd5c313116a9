"""How each option is meant to work, and what of that holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.desktop.models.bearings import criteria
from app.desktop.pages.conditions_overview import unreached_sentences
from app.desktop.pages.layout import card
from app.desktop.pages.tabbed_page import Overview
from app.desktop.widgets.case_card import CaseCard
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.record_list import KEY_ROLE, NARROWEST, WIDTH
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.stops import lead_to
from app.desktop.widgets.text import PlainLabel, button, plain_tip
from app.edits import mechanisms
from app.wording import _
from db.model import Holds

if TYPE_CHECKING:
    from app.analysis.policy.conditions import Case
    from app.desktop.workspace import Workspace
    from db.model import Assessment


class OptionCases(QWidget):
    """The options; for the chosen one its mechanisms, aims and conditions."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._shape: object = None
        self.cards: list[CaseCard] = []
        self.list = self._make_list()
        self._sheet = Overview()
        self._none = PlainLabel(
            _(
                "Nothing is said yet of how this option is meant to work. Name a mechanism and "
                "the criterion at which it aims, and its conditions appear here to be rated."
            ),
            "lead",
            wrap=True,
        )
        self._nobody = PlainLabel(_("No options yet."), "lead")
        self._place = QVBoxLayout()
        self._place.setSpacing(12)
        self.said = Sentences("muted")
        self._sheet.column.setContentsMargins(0, 0, 8, 8)
        self._sheet.column.addWidget(self._nobody)
        self._sheet.column.addWidget(self._none)
        self._sheet.column.addLayout(self._place)
        self._sheet.column.addWidget(self.said)
        self._adder = self._make_adder()
        self._sheet.column.addWidget(self._adder)
        self._sheet.column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.list, 2)
        row.addWidget(self._sheet, 5)

    def _make_list(self) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(_("Options"))
        made.setMinimumWidth(NARROWEST)
        made.setMaximumWidth(WIDTH)
        made.setWordWrap(True)
        made.setResizeMode(QListWidget.ResizeMode.Adjust)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.currentItemChanged.connect(self._turn)
        return made

    def _make_adder(self) -> QWidget:
        frame, inside = card(_("It also works by"))
        self.mechanism = Choice(_("Mechanism"))
        self.aim = Choice(_("Criterion at which it aims"))
        self._add = button(_("Add"), self._rely)
        self._add.setAccessibleName(_("Add the mechanism to the option"))
        for choice in (self.mechanism, self.aim):
            choice.setMinimumContentsLength(6)
        row = QHBoxLayout()
        row.addWidget(PlainLabel(_("towards")))
        row.addWidget(self.aim, 1)
        row.addWidget(self._add)
        inside.addWidget(self.mechanism)
        inside.addLayout(row)
        self._no_mechanisms = PlainLabel(_("Name the mechanisms first, in the next tab."), "muted")
        inside.addWidget(self._no_mechanisms)
        return frame

    @property
    def key(self) -> str | None:
        """The option on show."""
        item = self.list.currentItem()
        return None if item is None else item.data(KEY_ROLE)

    def choose(self, option: str) -> None:
        """Show an option."""
        for at in range(self.list.count()):
            if self.list.item(at).data(KEY_ROLE) == option:
                self.list.setCurrentRow(at)

    def show_value(self, assessment: Assessment) -> None:
        """Show the options and what is said of the chosen one."""
        wanted = [(row.id, row.name) for row in assessment.options if not row.screened_out]
        shown = [
            (self.list.item(i).data(KEY_ROLE), self.list.item(i).text())
            for i in range(self.list.count())
        ]
        if wanted != shown:
            kept = self.key
            self.list.blockSignals(True)
            self.list.clear()
            for key, name in wanted:
                item = QListWidgetItem(name, self.list)
                item.setData(KEY_ROLE, key)
                item.setToolTip(plain_tip(name))
            self.list.setCurrentRow(0)
            if kept is not None:
                self.choose(kept)
            self.list.blockSignals(False)
        self._offer(assessment)
        self._show_option(assessment)

    def _offer(self, assessment: Assessment) -> None:
        self.mechanism.show_choices(tuple((row.id, row.name) for row in assessment.mechanisms))
        self.aim.show_choices(criteria(assessment))
        for choice in (self.mechanism, self.aim):
            if choice.key is None and choice.count():
                choice.setCurrentIndex(0)
        ready = self.mechanism.key is not None and self.aim.key is not None
        self._add.setEnabled(ready and self.key is not None)
        self._no_mechanisms.setVisible(not assessment.mechanisms)

    def _turn(self) -> None:
        self._show_option(self._workspace.value)

    def _show_option(self, assessment: Assessment) -> None:
        from app.analysis.policy.conditions import find_cases
        from app.analysis.policy.precedents import compare_cases
        from app.wording.conditions import benchmark_sentence, case_sentence
        from app.wording.policy import precedent_sentences
        from app.wording.precedents import before_phrase

        option = self.key
        cases = () if option is None else find_cases(assessment, option)
        self._arrange(assessment, cases)
        compared = [row for row in compare_cases(assessment, cases) if row.stated]
        before: dict[tuple[str, str], dict[str, str]] = {
            (row.mechanism, row.aim): {x.condition.id: before_phrase(x) for x in row.conditions}
            for row in compared
        }
        for made, case in zip(self.cards, cases, strict=True):
            stood = before.get((case.mechanism, case.aim), {})
            made.show_case(case, case_sentence(assessment, case), stood)
        self._none.setVisible(option is not None and not cases)
        self._nobody.setVisible(option is None)
        self._adder.setVisible(option is not None)
        said = [*precedent_sentences(assessment, cases, compared)]
        if option is not None:
            said.append(benchmark_sentence(assessment, option))
        self.said.say([*said, *unreached_sentences(assessment, option)])

    def _arrange(self, assessment: Assessment, cases: tuple[Case, ...]) -> None:
        """Make the cards anew if there are other mechanisms or conditions than before."""
        names = {row.id: row.name for row in assessment.mechanisms}
        headings = [
            _("{mechanism}, towards {aim}").format(
                mechanism=names[case.mechanism], aim=assessment.criterion_by_id[case.aim].name
            )
            for case in cases
        ]
        texts = [
            [(row.id, row.name, row.reason, row.locator) for row in case.conditions]
            for case in cases
        ]
        shape = (self.key, headings, texts)
        if shape == self._shape:
            return
        self._shape = shape
        for old in self.cards:
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = [
            CaseCard(case, heading) for case, heading in zip(cases, headings, strict=True)
        ]
        for made in self.cards:
            made.rated.connect(self._rate)
            made.dropped.connect(self._drop)
            self._place.addWidget(made)
            lead_to(made, self._adder)

    def _rely(self) -> None:
        self._workspace.apply(
            _("How an option works"),
            mechanisms.rely_on,
            self.key,
            self.mechanism.key,
            self.aim.key,
        )

    def _drop(self, mechanism: str, aim: str) -> None:
        self._workspace.apply(
            _("How an option works"), mechanisms.stop_relying_on, self.key, mechanism, aim
        )

    def _rate(self, condition: str, rating: Holds) -> None:
        self._workspace.apply(
            _("Rate a condition"), mechanisms.change_condition, condition, rating=rating
        )

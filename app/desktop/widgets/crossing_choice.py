"""What is to become of an option that crosses a red line: waived, kept for comparison, or out."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.desktop.widgets.choice import Choice
from app.desktop.widgets.date_field import DateField
from app.desktop.widgets.fields import LineField, ProseField
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _
from db.model import Ground, RedLine, RedLineWaiver


class Crosser(NamedTuple):
    """An option that does not keep the line, and what was chosen about it so far."""

    option: str
    name: str
    chosen: RedLineWaiver | None
    said: str
    """The choice as a sentence; empty while nothing is chosen."""


class CrossingChoice(QWidget):
    """Offers the options that cross a line, with what can be done about each; hidden for none."""

    waiver_wanted = Signal(str, str, str, object)
    """The option, who waived the line, why, and the day or None."""
    comparison_wanted = Signal(str, str)
    """The option that shall stay for comparison only, and why."""
    exclusion_wanted = Signal(str)
    """An option that shall be screened out."""
    nothing_wanted = Signal(str)
    """An option about which the choice shall be taken back."""
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._crossers: dict[str, Crosser] = {}
        self._line: RedLine | None = None
        self._shown: object = None
        self._day: datetime.date | None = None
        self.option = Choice(_("Option that crosses the red line"))
        self.option.setMinimumContentsLength(12)
        self.option.chosen.connect(self._show_option)
        self.said = PlainLabel(wrap=True)
        self.take_back = button(_("Take it back"), self._take_back, "link")
        self.take_back.setAccessibleName(_("Take the choice about this option back"))
        self.why = ProseField(_("Why it is waived or kept"), 1)
        self.why.setPlaceholderText(_("Why, in a sentence; the brief prints it"))
        self.why.committed.connect(self._amend)
        self.who = LineField(_("Who waives it"), _("Who waives it"))
        self.by = PlainLabel(_("Waived by"), "muted")
        self.on = PlainLabel(_("On"), "muted")
        self.when = DateField(_("Day of the waiver"))
        self.when.day_committed.connect(self._keep_day)
        self.when.refused.connect(self.refused)
        self.waive = button(_("Record the waiver"), self._waive)
        self.keep = button(_("Keep for comparison only"), self._keep)
        self.screen_out = button(_("Screen it out"), self._screen_out)
        self.nobody = PlainLabel(_("Nobody may waive this red line."), "muted", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        hint = _(
            "An option that crosses stays in the ranking with its mark. Say on what ground: "
            "because somebody waived the line, or for comparison only. Or screen it out; the "
            "brief prints the reason, and the Options page takes it back."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(hint, "muted", wrap=True))
        column.addWidget(self.option)
        chosen = QHBoxLayout()
        chosen.addWidget(self.said, 1)
        chosen.addWidget(self.take_back)
        column.addLayout(chosen)
        column.addWidget(self.why)
        fields = QGridLayout()
        fields.addWidget(self.by, 0, 0)
        fields.addWidget(self.on, 0, 1)
        fields.addWidget(self.who, 1, 0)
        fields.addWidget(self.when, 1, 1)
        fields.addWidget(self.waive, 1, 2)
        fields.addWidget(self.when.problem, 2, 0, 1, 3)
        fields.setColumnStretch(0, 1)
        fields.setColumnStretch(1, 1)
        column.addLayout(fields)
        column.addWidget(self.nobody)
        others = QHBoxLayout()
        others.addWidget(self.keep)
        others.addWidget(self.screen_out)
        others.addStretch(1)
        column.addLayout(others)

    def offer(self, line: RedLine, crossers: tuple[Crosser, ...]) -> None:
        """Offer the options that cross a line, those that cross it now first."""
        self._line = line
        self._crossers = {row.option: row for row in crossers}
        self.option.show_choices(tuple((row.option, row.name) for row in crossers))
        if self.option.key is None and crossers:
            self.option.show_choice(crossers[0].option)
        self.setVisible(bool(crossers))
        self._show_option()

    def _show_option(self) -> None:
        """Show what is chosen about the option; what is typed stays while that is the same."""
        row = self._crossers.get(str(self.option.key))
        if row is None or self._line is None:
            return
        waivable = bool(self._line.waivable_by)
        for widget in (self.by, self.on, self.who, self.when, self.waive):
            widget.setVisible(waivable)
        self.nobody.setVisible(not waivable)
        self.said.setText(row.said or _("Nothing is chosen about it yet."))
        self.take_back.setVisible(row.chosen is not None)
        shown = (self._line.id, self._line.waivable_by, row.option, row.chosen)
        if shown == self._shown:
            return
        self._shown = shown
        chosen = row.chosen
        self.why.load_text("" if chosen is None else chosen.reason)
        self.who.load_text((chosen.decided_by if chosen else "") or self._line.waivable_by)
        self._day = None if chosen is None else chosen.decided_on
        self.when.load_day(self._day)

    def _amend(self, _reason: str) -> None:
        """Keep another reason with the choice that was made; without one it waits for a button."""
        row = self._crossers.get(str(self.option.key))
        if row is None or row.chosen is None:
            return
        if row.chosen.ground is Ground.WAIVED:
            self._waive()
        else:
            self._keep()

    def _keep_day(self, day: datetime.date | None) -> None:
        self._day = day

    def _waive(self) -> None:
        self.when.commit()
        if not self.when.is_wrong:
            by, reason = self.who.text(), self.why.toPlainText()
            self.waiver_wanted.emit(str(self.option.key), by, reason, self._day)

    def _keep(self) -> None:
        self.comparison_wanted.emit(str(self.option.key), self.why.toPlainText())

    def _screen_out(self) -> None:
        self.exclusion_wanted.emit(str(self.option.key))

    def _take_back(self) -> None:
        self.nothing_wanted.emit(str(self.option.key))

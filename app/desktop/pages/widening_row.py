"""The switch that lets weak evidence widen ranges, with the table of how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.desktop.widgets.number_field import NumberField
from app.desktop.widgets.text import PlainLabel
from app.desktop.widgets.wrapping_row import WrappingRow
from app.edits.decision import set_widening
from app.wording import _
from db.model import Widening

if TYPE_CHECKING:
    from app.desktop.workspace import Workspace
    from db.model import Assessment

NUMBER_WIDTH = 64


class WideningRow(QWidget):
    """Off at first; once on, it says how far and lets that be changed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.switch = QCheckBox(_("Let weak evidence widen the ranges of scores"))
        self.switch.clicked.connect(self._turn)
        self.reaches = {
            "widen_fair": NumberField(_("Least reach on fair evidence, in hundredths")),
            "widen_weak": NumberField(_("Least reach on weak evidence, in hundredths")),
            "widen_none": NumberField(_("Least reach without evidence, in hundredths")),
        }
        self._table = QWidget()
        inside = QVBoxLayout(self._table)
        inside.setContentsMargins(26, 0, 0, 0)
        row = WrappingRow((6, 4))
        inside.addWidget(row)
        row.add(PlainLabel(_("At least this far either way:"), "muted"))
        labels = (_("fair"), _("weak or contested"), _("none"))
        for (name, field), label in zip(self.reaches.items(), labels, strict=True):
            field.setObjectName(name)
            field.setFixedWidth(NUMBER_WIDTH)
            field.committed.connect(self._reach)
            field.refused.connect(workspace.refused)
            pair = QWidget()  # a number stays beside its word
            beside = QHBoxLayout(pair)
            beside.setContentsMargins(0, 0, 0, 0)
            beside.setSpacing(6)
            beside.addWidget(PlainLabel(label, "caption"))
            beside.addWidget(field)
            row.add(pair)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.switch)
        column.addWidget(self._table)

    def show_value(self, assessment: Assessment) -> None:
        """Show whether the rule is in force, and how far it reaches."""
        decision = assessment.decision
        on = decision.widening is Widening.ON
        self.switch.setChecked(on)
        self._table.setVisible(on)
        for name, field in self.reaches.items():
            field.show_number(getattr(decision, name))

    def _turn(self) -> None:
        state = Widening.ON if self.switch.isChecked() else Widening.OFF
        self._workspace.apply(_("Widening of ranges by evidence"), set_widening, state)

    def _reach(self, number: float | None) -> None:
        name, state = self.sender().objectName(), self._workspace.value.decision.widening
        kept = number is not None and self._workspace.apply(
            _("How far ranges widen"), set_widening, state, **{name: number}
        )
        if not kept:
            field = self.reaches[name]
            field.load_number(getattr(self._workspace.value.decision, name))

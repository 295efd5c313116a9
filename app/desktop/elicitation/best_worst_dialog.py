"""Weights by comparing everything with the most and with the least important change."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.desktop.elicitation.case import Case, Leaf
from app.desktop.elicitation.dialog import ElicitationDialog
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.text import PlainLabel
from app.desktop.widgets.wheel import leave_wheel_to_page
from app.wording import _
from app.wording.lists import series
from app.wording.numbers import points
from db.model import Elicitation

if TYPE_CHECKING:
    from app.analysis.arrays import FloatArray
    from app.analysis.elicitation.best_worst import BestWorst

STRONGEST = 9
FIELD_WIDTH, COLUMN_WIDTH, CAPTION_WIDTH = 4.5, 8.5, 8
"""In lines of the type."""


class BestWorstDialog(ElicitationDialog):
    """Asks for the ends first, then how many times each of the others lies between them."""

    kind: ClassVar[Elicitation] = Elicitation.BEST_WORST

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._found: BestWorst | None = None
        self.most = Choice(_("The change that matters most"))
        self.least = Choice(_("The change that matters least"))
        order = sorted(case.leaves, key=lambda leaf: -leaf.swing)
        choices = tuple((leaf.key, leaf.name) for leaf in case.leaves)
        for choice, leaf in ((self.most, order[0]), (self.least, order[-1])):
            choice.show_choices(choices)
            choice.show_choice(leaf.key)
            choice.chosen.connect(self._arrange)
        self.below_best: dict[str, QSpinBox] = {}
        self.above_worst: dict[str, QSpinBox] = {}
        self._area = QWidget()
        self._lay_out_ends()
        self._arrange()

    def title(self) -> str:
        return _("Weigh by the most and the least important")

    def hint(self) -> str:
        return _(
            "Name the change that matters most and the one that matters least. Then compare each "
            "of the others with both, from 1 (the same) to 9 (nine times as much)."
        )

    def shares(self) -> FloatArray | None:
        return None if self._found is None else self._found.shares

    def status(self) -> str:
        if self._found is None:
            return _("The most and the least important change must be two different ones.")
        ratio = self._found.consistency_ratio or 0.0
        return _("Consistency ratio {ratio}: 0 is fully consistent, 1 not at all.").format(
            ratio=points(ratio, 2)
        )

    def summary(self) -> str:
        most, least = self._leaf(self.most.key), self._leaf(self.least.key)
        over = series(f"{self._leaf(k).name} {f.value()}" for k, f in self.below_best.items())
        under = series(f"{self._leaf(k).name} {f.value()}" for k, f in self.above_worst.items())
        return _(
            "Best–worst comparison. {most} matters so many times as much as: {over}. So many "
            "times as much as {least} matter: {under}. Consistency ratio {ratio}."
        ).format(
            most=most.name,
            least=least.name,
            over=over,
            under=under or "–",
            ratio=points((self._found.consistency_ratio if self._found else 0.0) or 0.0, 2),
        )

    def follow(self) -> None:
        self._found = self._solve()
        super().follow()

    def keep_pending(self) -> bool:
        for field in (*self.below_best.values(), *self.above_worst.values()):
            field.interpretText()
        self.follow()
        return True

    def stops(self) -> list[QWidget]:
        asked = (self.below_best, self.above_worst)
        rows = [[f[leaf.key] for f in asked if leaf.key in f] for leaf in self.case.leaves]
        return [self.most, self.least, *(field for row in rows for field in row)]

    def _lay_out_ends(self) -> None:
        for text, choice in (
            (_("Most important"), self.most),
            (_("Least important"), self.least),
        ):
            row = QHBoxLayout()
            caption = PlainLabel(text, "caption")
            caption.setBuddy(choice)
            caption.setMinimumWidth(self._wide(CAPTION_WIDTH))
            row.addWidget(caption)
            row.addWidget(choice, 1)
            self.body.addLayout(row)
        self._column = QVBoxLayout()
        self._column.addWidget(self._area)
        self.body.addLayout(self._column)

    def _arrange(self, _key: object = None) -> None:
        """Ask about the others anew, as the ends are now."""
        kept = {key: field.value() for key, field in self.below_best.items()}
        also = {key: field.value() for key, field in self.above_worst.items()}
        self._area.hide()
        self._area.deleteLater()
        self.below_best, self.above_worst = {}, {}
        self._area = QWidget()
        self._column.addWidget(self._area)
        if self.most.key != self.least.key:
            self._fill(QGridLayout(self._area), kept, also)
        self._area.show()
        self.arrange_focus()
        self.follow()

    def _fill(self, grid: QGridLayout, kept: dict[str, int], also: dict[str, int]) -> None:
        most, least = self._leaf(self.most.key), self._leaf(self.least.key)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(14)
        over = _("{name} matters so many times as much").format(name=most.name)
        under = _("matters so many times as much as {name}").format(name=least.name)
        for column, text in ((1, over), (2, under)):
            caption = PlainLabel(text, "caption", wrap=True)
            caption.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom)
            caption.setMinimumWidth(self._wide(COLUMN_WIDTH))
            grid.setColumnMinimumWidth(column, self._wide(COLUMN_WIDTH))
            grid.addWidget(caption, 0, column)
        for number, leaf in enumerate(self.case.leaves, start=1):
            if leaf is most:
                continue
            told = QVBoxLayout()
            told.setSpacing(0)
            told.addWidget(PlainLabel(leaf.name, "strong", wrap=True))
            told.addWidget(PlainLabel(leaf.words, "muted", wrap=True))
            grid.addLayout(told, number, 0)
            name = _("{most}, so many times as much as {name}")
            field = self._make_field(name.format(most=most.name, name=leaf.name))
            self.below_best[leaf.key] = field
            field.setValue(kept.get(leaf.key, _guess(most.swing, leaf.swing)))
            grid.addWidget(field, number, 1)
            if leaf is not least:
                name = _("{name}, so many times as much as {least}")
                field = self._make_field(name.format(name=leaf.name, least=least.name))
                self.above_worst[leaf.key] = field
                field.setValue(also.get(leaf.key, _guess(leaf.swing, least.swing)))
                grid.addWidget(field, number, 2)
        for field in (*self.below_best.values(), *self.above_worst.values()):
            field.valueChanged.connect(self._follow_value)

    def _make_field(self, name: str) -> QSpinBox:
        field = QSpinBox()
        field.setRange(1, STRONGEST)
        field.setAccessibleName(name)
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.setMinimumWidth(self._wide(FIELD_WIDTH))
        field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        leave_wheel_to_page(field)
        return field

    def _wide(self, lines: float) -> int:
        return round(lines * self.fontMetrics().lineSpacing())

    def _follow_value(self, _value: int) -> None:
        self.follow()

    def _solve(self) -> BestWorst | None:
        from app.analysis.elicitation.best_worst import weigh_best_worst

        most, least = self.most.key, self.least.key
        if most == least or most is None or least is None:
            return None
        span = self.below_best[str(least)].value()
        to_others, to_worst = [], []
        for leaf in self.case.leaves:
            below = 1 if leaf.key == most else self.below_best[leaf.key].value()
            ends = {least: 1, most: span}
            above = ends[leaf.key] if leaf.key in ends else self.above_worst[leaf.key].value()
            to_others.append(float(below))
            to_worst.append(float(above))
        return weigh_best_worst(to_others, to_worst)

    def _leaf(self, key: object) -> Leaf:
        return next(leaf for leaf in self.case.leaves if leaf.key == key)


def _guess(larger: float, smaller: float) -> int:
    """The ratio that the present swings suggest, within the scale."""
    if smaller <= 0.0:
        return STRONGEST if larger > 0.0 else 1
    return max(1, min(STRONGEST, round(larger / smaller)))

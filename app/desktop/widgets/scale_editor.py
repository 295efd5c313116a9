"""What 0 and 100 mean on a leaf, and the levels between."""

from typing import Any

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.desktop.models import level_edits
from app.desktop.models.scales import value_points
from app.desktop.workspace import Workspace
from app.edits.scales import remove_level, set_level
from app.wording import _
from app.wording.terms import term
from db.model import Assessment, Criterion, ScaleKind

from .choice import Choice
from .fields import LineField
from .level_row import NUMBER_WIDTH, REMOVE_WIDTH, SHORT_WIDTH, LevelRow
from .number_field import NumberField
from .spoken_label import SpokenLabel
from .text import PlainLabel, button
from .value_curve import ValueCurve


class ScaleEditor(QFrame):
    """Edits the scale of one leaf; what cannot be is said in a sentence under it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._workspace = workspace
        self._leaf: Criterion | None = None
        self._shape: tuple[object, ...] = ()
        self._applying = False
        self.rows: list[LevelRow] = []
        self.kind = Choice(_("Kind of scale"))
        self.kind.show_choices(tuple((kind, term(kind)) for kind in ScaleKind))
        self.worst = NumberField(_("Worst number"))
        self.best = NumberField(_("Best number"))
        self.unit = LineField(_("Unit"), _("such as million, or days"))
        self.add = button(_("Add a level"), self._add_level)
        self.curve = ValueCurve()
        self.problem = SpokenLabel(role="problem")
        self._hint = PlainLabel(role="muted", wrap=True)
        self._lay_out()
        self._connect()

    def show_leaf(self, assessment: Assessment, leaf: Criterion) -> None:
        """Show the scale of a leaf."""
        other = self._leaf is None or leaf.id != self._leaf.id
        self._leaf = leaf
        if other:
            self.problem.hide()
            self.worst.load_number(leaf.worst)
            self.best.load_number(leaf.best)
            self.unit.load_text(leaf.unit)
        self.kind.show_choice(leaf.scale)
        self.worst.show_number(leaf.worst)
        self.best.show_number(leaf.best)
        self.unit.show_text(leaf.unit)
        numeric = leaf.scale is ScaleKind.NUMERIC
        self._numeric.setVisible(numeric)
        self._worth.setVisible(numeric)
        self.curve.setVisible(numeric)
        self.add.setVisible(leaf.scale is not ScaleKind.DIRECT)
        self._hint.setText(_hint(leaf.scale))
        self._show_levels(assessment, leaf)
        if numeric:
            self.curve.show_points(value_points(assessment, leaf), leaf.unit)

    def forget(self) -> None:
        """Show the scale of nothing: its leaf is gone, or another kind of thing is selected."""
        self._leaf = None
        self._shape = ()

    def _lay_out(self) -> None:
        self._numeric = QWidget()
        grid = QGridLayout(self._numeric)
        grid.setContentsMargins(0, 0, 0, 0)
        fields = ((_("Worst"), self.worst), (_("Best"), self.best), (_("Unit"), self.unit))
        for at, (name, field) in enumerate(fields):
            caption = PlainLabel(name, "caption")
            caption.setBuddy(field)
            grid.addWidget(caption, 0, at)
            grid.addWidget(field, 1, at)
        for number in (self.worst, self.best):
            number.setMinimumWidth(NUMBER_WIDTH)
        self._levels = QVBoxLayout()
        self._levels.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(_("Scale"), "heading"))
        column.addWidget(self.kind)
        column.addWidget(self._numeric)
        column.addWidget(self._hint)
        column.addLayout(self._captions())
        column.addLayout(self._levels)
        column.addWidget(self.problem)
        column.addWidget(self.add)
        column.addWidget(self.curve)
        self.problem.hide()

    def _captions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self._number = PlainLabel(_("Number"), "caption")
        self._worth = PlainLabel(_("Value"), "caption")
        self._worth.setFixedWidth(SHORT_WIDTH)
        self._over_remove = QWidget()
        self._over_remove.setFixedWidth(REMOVE_WIDTH)
        row.addWidget(self._number)
        row.addWidget(PlainLabel(_("What it means"), "caption"), 1)
        row.addWidget(self._worth)
        row.addWidget(self._over_remove)
        return row

    def _connect(self) -> None:
        self.kind.chosen.connect(self._set_kind)
        self.worst.committed.connect(self._set_ends)
        self.best.committed.connect(self._set_ends)
        self.unit.committed.connect(self._set_ends)
        self.worst.refused.connect(self.say)
        self.best.refused.connect(self.say)
        self._workspace.refused.connect(self._hear_refusal)

    def _show_levels(self, assessment: Assessment, leaf: Criterion) -> None:
        levels = {level.at: level for level in assessment.levels_by_criterion.get(leaf.id, ())}
        places = sorted({leaf.worst, leaf.best, *levels}, reverse=leaf.worst > leaf.best)
        shape = (leaf.id, leaf.scale, leaf.worst, leaf.best, *places)
        if shape != self._shape:
            self._shape = shape
            self._make_rows(leaf, places)
        for row in self.rows:
            level = levels.get(row.at)
            row.show_level(
                "" if level is None else level.words, None if level is None else level.value
            )

    def _make_rows(self, leaf: Criterion, places: list[float]) -> None:
        for old in self.rows:
            self._levels.removeWidget(old)
            old.hide()
            old.deleteLater()
        ends = {
            leaf.worst: _("The worst: what would it look like?"),
            leaf.best: _("The best: what would it look like?"),
        }
        numeric = leaf.scale is ScaleKind.NUMERIC
        worth = {leaf.worst: "0", leaf.best: "100"}
        removable = any(at not in ends for at in places)
        self._number.setFixedWidth(NUMBER_WIDTH if numeric else SHORT_WIDTH)
        self._over_remove.setVisible(removable)
        self.rows = [
            LevelRow(
                at,
                ends.get(at, ""),
                worth.get(at, ""),
                has_value=numeric,
                beside_removable=removable,
            )
            for at in places
        ]
        for row in self.rows:
            row.moved.connect(self._move_level)
            row.described.connect(self._describe)
            row.valued.connect(self._set_value)
            row.removed.connect(self._remove_level)
            row.refused.connect(self.say)
            self._levels.addWidget(row)

    # --- changing

    def _set_kind(self, kind: ScaleKind) -> None:
        leaf = self._leaf
        if leaf is not None and not self._apply(
            _("Scale of {criterion}"),
            level_edits.set_ends,
            kind,
            leaf.unit,
            leaf.worst,
            leaf.best,
        ):
            self.kind.show_choice(leaf.scale)

    def _set_ends(self, _changed: object) -> None:
        leaf = self._leaf
        if leaf is None:
            return
        try:
            worst, best = self.worst.number(), self.best.number()
        except ValueError as wrong:
            self.say(str(wrong))
            return
        if worst is None or best is None:
            self.say(_("A numeric scale needs a worst and a best number."))
            return
        self._apply(
            _("Scale of {criterion}"),
            level_edits.set_ends,
            ScaleKind.NUMERIC,
            self.unit.text(),
            worst,
            best,
        )

    def _add_level(self) -> None:
        if self._leaf is None or not self._workspace.has("criteria", self._leaf.id):
            return
        at = level_edits.widest_gap(self._workspace.value, self._leaf.id)
        if self._apply(_("Add a level to {criterion}"), set_level, at, ""):
            for row in self.rows:
                if row.at == at:
                    row.words.setFocus()

    def _move_level(self, at: float, to: float | None) -> None:
        if to is None:
            self.say(_("A level needs a number. To take it away, choose Remove."))
        else:
            self._apply(_("Move a level of {criterion}"), level_edits.move_level, at, to)

    def _describe(self, at: float, words: str) -> None:
        self._apply(_("Describe a level of {criterion}"), level_edits.describe, at, words)

    def _set_value(self, at: float, value: float | None) -> None:
        self._apply(_("Value of a level of {criterion}"), level_edits.set_worth, at, value)

    def _remove_level(self, at: float) -> None:
        self._apply(_("Remove a level of {criterion}"), remove_level, at)

    def _apply(self, label: str, edit: Any, *args: object) -> bool:
        if self._leaf is None or not self._workspace.has("criteria", self._leaf.id):
            return False
        named = label.format(criterion=self._leaf.code or self._leaf.name)
        self._applying = True
        try:
            done = self._workspace.apply(named, edit, self._leaf.id, *args)
        finally:
            self._applying = False
        if done:
            self.problem.hide()
        return done

    def _hear_refusal(self, sentence: str) -> None:
        if self._applying:
            self.say(sentence)

    def say(self, sentence: str) -> None:
        """Say what is wrong, in place."""
        self.problem.setText(sentence)
        self.problem.show()


def _hint(kind: ScaleKind) -> str:
    return {
        ScaleKind.DIRECT: _("0 is the worst that is thought possible here, 100 the best."),
        ScaleKind.CONSTRUCTED: _(
            "Levels are points of reference: any number between them may be scored."
        ),
        ScaleKind.NUMERIC: _(
            "The worst is worth 0 and the best 100. Give a level a value to bend the line."
        ),
    }[kind]

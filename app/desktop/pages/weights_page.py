"""The page on which the criteria are weighed by swing."""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.desktop.elicitation.menu import ElicitationMenu
from app.desktop.models import weights as lines_of
from app.desktop.models.weights import Standing, WeightLine, standing
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.empty_state import EmptyState
from app.desktop.widgets.number_field import NumberField
from app.desktop.widgets.stops import bring_into_sight
from app.desktop.widgets.text import PlainLabel, button, set_role
from app.desktop.widgets.weight_row import BranchRow, WeightRow
from app.desktop.workspace import Workspace
from app.edits import weights as edits
from app.wording import _
from db.model import Assessment

from .layout import scrolling_layout
from .page import Page
from .weights_origin import WeightsOrigin

ROWS_AT_ONCE = 8


class WeightsPage(Page):
    """A row for each leaf: what its swing is, in words, and what it is worth."""

    step: ClassVar[str] = "weights"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.rows: dict[str, WeightRow] = {}
        self.branches: dict[str, BranchRow] = {}
        self._lines: list[WeightLine] = []
        self._coming: list[WeightLine] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on_adding)
        self._perspective: str | None = None
        self._settling: str | None = None
        self.whose = Choice(_("Whose weights are shown"))
        self.whose.setMinimumContentsLength(8)
        self.by_importance = QCheckBox(_("Most important first"))
        self.equal = button(_("Make all equal"), self._make_equal)
        self.asking = ElicitationMenu(workspace, self)
        self.asking.adopted.connect(self._load_reason)
        self.origin = WeightsOrigin(workspace)
        self._state = PlainLabel(role="muted", wrap=True)
        self._empty = EmptyState(self._ask_for_step)
        self._missing_step = "criteria"
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return _("Weights")

    def show_value(self, assessment: Assessment, tables: frozenset[str] | None) -> None:
        if tables is None or tables & {"perspectives", "decision"}:
            self._show_perspectives(assessment)
        self.asking.show_perspective(self._perspective)
        self.origin.show(self._perspective)  # what it tells follows weights and names alike
        if self._perspective is None:
            self._say_empty("decision")
            return
        if tables is None or tables & {"criteria", "levels", "perspectives", "decision"}:
            self._arrange(assessment)
        self._show_standing(standing(assessment, self._perspective), final=True)

    def show_preview(self, assessment: Assessment) -> None:
        if self._perspective is not None:
            self._show_standing(standing(assessment, self._perspective), final=False)

    def go_to(self, place: Any) -> None:
        """Show the weights of a perspective."""
        self.whose.show_choice(place)
        self._show_other(place)
        first = next(iter(self.rows.values()), None)
        if first is not None:
            first.take_typing()
            bring_into_sight(self.whose)  # if there is room for both

    def commit_pending(self) -> None:
        super().commit_pending()
        for field in self.findChildren(NumberField):
            field.commit()

    def _lay_out(self) -> None:
        layout = scrolling_layout(
            self,
            self.title(),
            _(
                "How much is it worth to move each criterion from its worst to its best? Give the "
                "change that matters most 100 and judge the others against it. One that is moved "
                "past 100 becomes the new reference."
            ),
        )
        above = QHBoxLayout()
        above.addWidget(self.whose, 1)
        above.addWidget(self.asking)
        below = QHBoxLayout()
        below.addWidget(self.by_importance)
        below.addStretch(1)
        below.addWidget(self.equal)
        self._content = content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(above)
        column.addLayout(below)
        column.addWidget(self._state)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        column.addLayout(self._list)
        column.addSpacing(10)
        column.addWidget(self.origin.frame)
        column.addStretch(1)
        layout.addWidget(content, 1)  # no stack: it would be as tall as the taller of the two
        layout.addWidget(self._empty, 1)

    def _connect(self) -> None:
        self.whose.chosen.connect(self._show_other)
        self.by_importance.toggled.connect(self._rearrange)
        self.workspace.refused.connect(self._hear_refusal)

    def _show_perspectives(self, assessment: Assessment) -> None:
        people = lines_of.people(assessment)
        if self._perspective not in assessment.perspective_by_id:
            self._perspective = people[0][0] if people else None
        self.whose.show_choices(people)
        self.whose.show_choice(self._perspective)

    def _arrange(self, assessment: Assessment) -> None:
        """Make the rows anew if another tree, other words or another order is to be shown."""
        if self.by_importance.isChecked() and self._perspective is not None:
            lines = lines_of.ordered_lines(assessment, self._perspective)
        else:
            lines = lines_of.tree_lines(assessment)
        has_leaves = any(line.is_leaf for line in lines)
        if has_leaves:
            self._empty.hide()
            self._content.show()
        else:
            self._say_empty("criteria")
        if lines == self._lines:
            return
        self._lines = lines
        self._clear()
        self._coming = list(lines)
        self._add_rows()

    def _add_rows(self) -> None:
        """Make as many rows as are seen at once; the others follow when these are painted."""
        made, self._coming = self._coming[:ROWS_AT_ONCE], self._coming[ROWS_AT_ONCE:]
        for line in made:
            self._list.addWidget(self._made(line))
        if self._coming:
            self._soon.start()
        else:
            self._order_tabs()

    def _go_on_adding(self) -> None:
        self._add_rows()
        if self.workspace.is_open and self._perspective is not None:
            self._show_standing(standing(self.workspace.shown, self._perspective), final=True)

    def _say_empty(self, missing: str) -> None:
        self._missing_step = missing
        if missing == "decision":
            self._empty.say_nobody_judges()
        else:
            text = _("No criteria yet. Weights compare what the criteria are worth.")
            self._empty.say(text, _("Add criteria"))
        self._content.hide()
        self._empty.show()

    def _order_tabs(self) -> None:
        """Reach the rows before what stands below them, though that was made first."""
        before: QWidget = self.equal
        for row in self.rows.values():
            for control in (row.slider, row.field):
                QWidget.setTabOrder(before, control)
                before = control
        QWidget.setTabOrder(before, self.origin.method)

    def _clear(self) -> None:
        self._soon.stop()
        for row in (*self.rows.values(), *self.branches.values()):
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows.clear()
        self.branches.clear()

    def _made(self, line: WeightLine) -> QWidget:
        if not line.is_leaf:
            self.branches[line.key] = BranchRow(line)
            return self.branches[line.key]
        row = WeightRow(line)
        row.moved.connect(self._preview)
        row.settled.connect(self._commit)
        row.reverted.connect(self.workspace.drop_preview)
        row.focused.connect(self._inspect)
        row.left_below.connect(self._go_on_below)
        self.rows[line.key] = row
        return row

    def _show_standing(self, shown: Standing, *, final: bool) -> None:
        reference, beside = shown.reference, shown.largest
        for key, row in self.rows.items():
            # A drag has 16 ms a frame; rows out of sight catch up when it ends.
            if key in shown.swings and (final or not row.visibleRegion().isEmpty()):
                swing, share = shown.swings[key], shown.shares[key]
                most = key == reference
                row.show_weight(swing, share, final=final, beside=beside, reference=most)
        for key, branch in self.branches.items():
            branch.share.show_share(shown.shares.get(key, 0.0))
        # Always a line: were it hidden, the first number typed would move all rows.
        line = lines_of.state_line(self.workspace.shown, self._perspective, shown)
        set_role(self._state, "problem" if line.others else "muted")
        self._state.setText(line.text)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes back later by the rail finds the weights that the ranking rests on."""
        super().hideEvent(event)
        if event.spontaneous() or not self.workspace.is_open:
            return
        of_record = self.workspace.value.decision.assessor
        if of_record is not None and self._perspective not in (None, of_record):
            self.whose.show_choice(of_record)
            self._show_other(of_record)

    def _preview(self, leaf: str, swing: float) -> None:
        self.workspace.preview(edits.set_swing, self._perspective, leaf, swing)

    def _commit(self, leaf: str, swing: float) -> None:
        row = self.workspace.value.criterion_by_id[leaf]
        self._settling = leaf
        label = _("Weigh {criterion}").format(criterion=row.code or row.name)
        done = self._apply(label, edits.set_swing, leaf, swing)
        self._settling = None
        if done and self._perspective is not None and leaf in self.rows:
            kept, row = standing(self.workspace.value, self._perspective), self.rows[leaf]
            row.field.load_number(kept.swings[leaf])
            self._show_standing(kept, final=True)
            if kept.swings[leaf] != swing:
                row.tell(_("This is the new reference, 100; the others fell in proportion."))

    def _make_equal(self) -> None:
        self._apply(_("Equal weights"), edits.set_equal)

    def _apply(self, label: str, edit: Callable[..., Assessment], *args: object) -> bool:
        told = lines_of.label_of(self.workspace.value, self._perspective, label)
        return self.workspace.apply(told, edit, self._perspective, *args)

    def _load_reason(self) -> None:
        """Show the reason as the answers left it."""
        self.origin.load(self._perspective)

    def _hear_refusal(self, sentence: str) -> None:
        if self._settling in self.rows:
            self.rows[self._settling].say(sentence)

    def first_control(self) -> QWidget | None:
        """The first number: who comes here wants to weigh."""
        return next((row.field for row in self.rows.values()), None)

    def _go_on_below(self, leaf: str) -> None:
        keys = list(self.rows)
        for below in keys[keys.index(leaf) + 1 :][:1]:
            self.rows[below].take_typing()

    def _show_other(self, perspective: str) -> None:
        self.commit_pending()
        if perspective not in self.workspace.value.perspective_by_id:
            return  # the list was opened before it went
        self._perspective = perspective
        self.origin.load(perspective)
        for row in self.rows.values():
            row.field.load_number(None)
        self.show_value(self.workspace.value, None)

    def _rearrange(self, checked: bool) -> None:
        self.commit_pending()
        self.show_value(self.workspace.value, None)

    def _inspect(self, leaf: str) -> None:
        self.inspect.emit(("criterion", leaf))

    def _ask_for_step(self) -> None:
        self.step_wanted.emit(self._missing_step)

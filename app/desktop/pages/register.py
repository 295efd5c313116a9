"""A table of the assessment as a list with a form beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desktop.pages.layout import READABLE_WIDTH, card
from app.desktop.widgets.record_form import Field, RecordForm
from app.desktop.widgets.record_list import ListRow, RecordList
from app.desktop.widgets.shortcuts import add_shortcut
from app.desktop.widgets.steady_area import SteadyArea
from app.desktop.widgets.text import PlainLabel
from app.edits import records
from db.model import Assessment, new_id

if TYPE_CHECKING:
    from app.desktop.widgets.choice import Choices
    from app.desktop.workspace import Workspace

Edit = Callable[..., Assessment]


class Words(NamedTuple):
    """What a register says of its rows."""

    rows: str
    new: str
    change: str
    move: str
    remove: str
    invitation: str
    """What is said while there are none: what they are good for, without urging."""


class Register(QWidget):
    """Lists the rows of a table; the chosen one is edited beside the list.

    Subclasses name the table, its words, its fields and its verbs.
    """

    turned = Signal(object)
    """Another row is shown now: its key, or None."""
    table: str
    first_field = "name"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        words = self.words()
        self.list = RecordList(words.rows, words.new)
        self.form = RecordForm(self.fields())
        self._invitation = PlainLabel(words.invitation, "lead", wrap=True)
        self._invitation.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = self._make_sheet()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 0)
        row.setSpacing(16)
        row.addLayout(self._make_side(), 2)
        row.addWidget(self._area, 5)
        row.addWidget(self._invitation, 5)
        self.list.add_wanted.connect(self.add)
        self.list.move_wanted.connect(self._move)
        self.list.remove_wanted.connect(self._remove)
        self.list.chosen.connect(self._turn)
        self.form.edited.connect(self._change)
        self.form.refused.connect(workspace.refused)
        add_shortcut(self.list, "F2", self._begin_renaming)

    def _make_side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.list, 1)
        self.fill_side(side)
        return side

    def _make_sheet(self) -> SteadyArea:
        area = SteadyArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget()
        sheet.setMaximumWidth(READABLE_WIDTH)
        self.sheet = QVBoxLayout(sheet)
        self.sheet.setContentsMargins(0, 0, 8, 8)
        self.sheet.setSpacing(12)
        self.head_sheet(self.sheet)
        frame, inside = card()
        inside.addWidget(self.form)
        self.sheet.addWidget(frame)
        self.fill_sheet(self.sheet)
        self.sheet.addStretch(1)
        area.setWidget(sheet)
        return area

    # --- what a subclass says

    def words(self) -> Words:
        """The words for the rows."""
        raise NotImplementedError

    def fields(self) -> tuple[Field, ...]:
        """The fields of the form."""
        raise NotImplementedError

    def head_sheet(self, sheet: QVBoxLayout) -> None:
        """Put something above the form."""

    def fill_side(self, side: QVBoxLayout) -> None:
        """Put something below the list."""

    def fill_sheet(self, sheet: QVBoxLayout) -> None:
        """Put more below the form."""

    def rows(self, assessment: Assessment) -> Sequence[Any]:
        """The rows on show."""
        found: Sequence[Any] = getattr(assessment, self.table)
        return found

    def line(self, assessment: Assessment, row: Any) -> ListRow:
        """A row as it stands in the list."""
        return ListRow(row.id, row.name)

    def offers(self, assessment: Assessment, key: str) -> dict[str, Choices]:
        """What the fields with a choice offer for a row."""
        return {}

    def show_more(self, assessment: Assessment, row: Any) -> None:
        """Show what stands below the form."""

    def added(self, assessment: Assessment, key: str, name: str) -> Assessment:
        """The assessment with a new row."""
        raise NotImplementedError

    def changed(self, assessment: Assessment, key: str, **fields: Any) -> Assessment:
        """The assessment with other content in a row."""
        return records.change(assessment, self.table, key, **fields)

    def removed(self, assessment: Assessment, key: str) -> Assessment:
        """The assessment without a row."""
        return records.remove(assessment, self.table, key)

    # --- showing

    @property
    def key(self) -> str | None:
        """The key of the row on show."""
        return self.list.key

    def choose(self, key: str) -> None:
        """Show a row."""
        self.list.choose(key)

    def show_value(self, assessment: Assessment) -> None:
        """Show the rows of an assessment."""
        rows = self.rows(assessment)
        with self._area.held():
            self.list.show_rows([self.line(assessment, row) for row in rows])
            self._show_chosen(assessment)

    def invite(self, words: str) -> None:
        """Say something else while there are no rows."""
        self._invitation.setText(words)

    def _show_chosen(self, assessment: Assessment) -> None:
        row = next((row for row in self.rows(assessment) if row.id == self.key), None)
        self._area.setVisible(row is not None)
        self._invitation.setVisible(row is None)
        if row is None:
            return
        for name, choices in self.offers(assessment, row.id).items():
            self.form.offer(name, choices)
        self.form.show_row(row.id, row)
        self.show_more(assessment, row)

    def _turn(self, key: str | None) -> None:
        if not self.workspace.is_open:
            return  # the list goes with the assessment, and with it what is chosen there
        self._show_chosen(self.workspace.value)
        self.turned.emit(key)

    # --- editing

    def add(self, name: str) -> bool:
        """Add a row and show it; False if the name was refused."""
        key = new_id()
        if not self.workspace.apply(self.words().new, self.added, key, name):
            return False
        self.list.new_name.load_text("")
        self.show_value(self.workspace.value)
        self.choose(key)
        return True

    def _change(self, name: str, content: object) -> None:
        if self.key is not None:
            kept = self.workspace.apply(
                self.words().change, self.changed, self.key, **{name: content}
            )
            if not kept:
                self._show_chosen(self.workspace.value)

    def _move(self, key: str, to: int) -> None:
        value = self.workspace.value
        there = self.rows(value)[to].id
        place = [row.id for row in getattr(value, self.table)].index(there)
        self.workspace.apply(self.words().move, records.move, self.table, key, place)

    def _remove(self, key: str) -> None:
        self.workspace.apply(self.words().remove, self.removed, key)

    def _begin_renaming(self) -> None:
        if self.key is not None:
            self.form.begin_typing(self.first_field)

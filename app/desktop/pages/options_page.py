"""The options: a list, and everything about the chosen one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from app.desktop.pages.layout import page_layout
from app.desktop.pages.option_editor import OptionEditor
from app.desktop.pages.page import Page
from app.desktop.widgets.fields import LineField
from app.desktop.widgets.own_actions import offer_action
from app.desktop.widgets.record_delegate import RecordDelegate
from app.desktop.widgets.text import PlainLabel, button, plain_tip, sign_button
from app.edits.options import add_option, move_option, remove_option
from app.wording import _
from db.model import new_id

if TYPE_CHECKING:
    from app.desktop.workspace import Workspace
    from db.model import Assessment, Option

LIST_WIDTH = 280
NAME_LINES = 4
ID_ROLE = Qt.ItemDataRole.UserRole


class OptionsPage(Page):
    """Add, order, describe, screen out and remove options."""

    step: ClassVar[str] = "options"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        hint = _(
            "List every course of action worth weighing, the present one included. Screen out "
            "what is ruled out and say why; the brief prints it."
        )
        layout = page_layout(self, self.title(), hint)
        row = QHBoxLayout()
        row.setSpacing(16)
        layout.addLayout(row, 1)
        row.addLayout(self._make_list())
        self._editor = OptionEditor(workspace)
        self._nothing = PlainLabel(
            _(
                "An option is a course of action, such as “Conditional membership”. Type the name "
                "of the first one on the left; Enter adds it."
            ),
            "lead",
            wrap=True,
        )
        row.addWidget(self._editor, 1)
        row.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)

    def title(self) -> str:
        return _("Options")

    def _make_list(self) -> QVBoxLayout:
        self._list = QListWidget()
        self._list.setAccessibleName(_("Options"))
        self._list.setFixedWidth(LIST_WIDTH)
        self._list.setWordWrap(True)
        self._list.setItemDelegate(RecordDelegate(self._list, NAME_LINES))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentItemChanged.connect(self._show_chosen)
        self._new_name = LineField(_("Name of a new option"), _("New option, then Enter"))
        self._new_name.setFixedWidth(LIST_WIDTH)
        self._new_name.committed.connect(self._add)
        self._up = sign_button("↑", _("Move the option up"), self._move_up)
        self._down = sign_button("↓", _("Move the option down"), self._move_down)
        self._remove = button(_("Remove"), self._remove_chosen)
        self._remove.setAccessibleName(_("Remove the option"))
        self._remove.setToolTip(_("Remove the option"))
        for text, keys, run in (
            (_("Rename the option"), "F2", self._begin_renaming),
            (_("Move the option up"), "Alt+Up", self._move_up),
            (_("Move the option down"), "Alt+Down", self._move_down),
            (_("Remove the option"), "Del", self._remove_chosen),
        ):
            offer_action(self._list, text, keys, run)
        tools = QHBoxLayout()
        for made in (self._up, self._down, self._remove):
            tools.addWidget(made)
        tools.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._new_name)
        column.addWidget(self._list, 1)
        column.addLayout(tools)
        return column

    @property
    def chosen(self) -> str | None:
        """The id of the chosen option."""
        item = self._list.currentItem()
        return None if item is None else item.data(ID_ROLE)

    def choose(self, option: str) -> None:
        """Show an option."""
        for row in range(self._list.count()):
            if self._list.item(row).data(ID_ROLE) == option:
                self._list.setCurrentRow(row)

    def tools(self) -> list[QAction]:
        return self._list.actions() if self.chosen is not None else []

    def go_to(self, place: object) -> None:
        """Show an option."""
        self.choose(str(place))
        self._list.setFocus()

    def show_value(self, assessment: Assessment, tables: frozenset[str] | None) -> None:
        if tables is not None and not tables & {"options", "decision"}:
            return
        kept, row = self.chosen, self._list.currentRow()
        self._list.blockSignals(True)
        self._list.clear()
        for option in assessment.options:
            self._list.addItem(_item(assessment, option))
        at = [option.id for option in assessment.options]
        if at:
            now = at.index(kept) if kept in at else max(0, min(row, len(at) - 1))
            self._list.setCurrentRow(now)
        self._list.blockSignals(False)
        self._show_chosen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.workspace.is_open and not self.workspace.value.options:
            self._new_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chosen(self) -> None:
        chosen = self.chosen
        self._editor.show_option(self.workspace.value, chosen)
        self._editor.setVisible(chosen is not None)
        self._nothing.setVisible(chosen is None)
        row, last = self._list.currentRow(), self._list.count() - 1
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < last)
        self._remove.setEnabled(row >= 0)

    def _add(self, name: str) -> None:
        key = new_id()
        if self.workspace.apply(_("New option"), add_option, key, name):
            self._new_name.load_text("")
            self.choose(key)

    def _remove_chosen(self) -> None:
        if self.chosen is not None:
            name = self.workspace.value.option_by_id[self.chosen].name
            label = _("Remove {name}").format(name=name)
            self.workspace.apply(label, remove_option, self.chosen)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        to = self._list.currentRow() + by
        if self.chosen is not None and 0 <= to < self._list.count():
            self.workspace.apply(_("Order of the options"), move_option, self.chosen, to)

    def _begin_renaming(self) -> None:
        self._editor.begin_renaming()


def _item(assessment: Assessment, option: Option) -> QListWidgetItem:
    said = option.name
    if option.screened_out:
        said = _("{name} (screened out)").format(name=option.name)
    elif assessment.decision.baseline == option.id:
        said = _("{name} (baseline)").format(name=option.name)
    item = QListWidgetItem(said)
    item.setData(ID_ROLE, option.id)
    item.setToolTip(plain_tip("\n".join(filter(None, (said, option.description)))))
    return item

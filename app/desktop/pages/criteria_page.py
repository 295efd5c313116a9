"""The page on which the value tree and its scales are built."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.desktop.models import tree_moves
from app.desktop.models.criteria_model import CriteriaModel
from app.desktop.widgets.criteria_confirm import RemovalQuestion
from app.desktop.widgets.criteria_tree import CriteriaTree
from app.desktop.widgets.criterion_editor import CriterionEditor
from app.desktop.widgets.first_name import FirstName
from app.desktop.widgets.number_field import NumberField
from app.desktop.workspace import Workspace
from app.edits import criteria as edits
from app.wording import _
from db.model import Assessment, new_id
from db.model.tree import children

from .criteria_tools import offer_tools, tool_row
from .layout import page_layout
from .page import Page


class CriteriaPage(Page):
    """The tree on the left, the selected criterion on the right."""

    step: ClassVar[str] = "criteria"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.model = CriteriaModel(self)
        self.tree = CriteriaTree(self.model, workspace)
        self.editor = CriterionEditor(workspace)
        self.question = RemovalQuestion()
        self.first_name = FirstName(
            _("No criteria yet. What should a good option achieve? Name one thing to begin."),
            _("New criterion"),
        )
        self._fresh: str | None = None
        self._wishes: dict[str, Callable[[], None]] = {
            "add_beside": self.add_beside,
            "add_below": self.add_below,
            "remove": self.remove,
            "move_up": self.move_up,
            "move_down": self.move_down,
            "indent": self.indent,
            "outdent": self.outdent,
        }
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return _("Criteria")

    def show_value(self, assessment: Assessment, tables: frozenset[str] | None) -> None:
        if tables is not None and not tables & {"criteria", "levels"}:
            return
        self.model.show(assessment)
        has_criteria = bool(assessment.criteria)
        self._stack.setCurrentWidget(self._tree_and_editor if has_criteria else self.first_name)
        if has_criteria and self.tree.current_key() is None:
            self.tree.select(assessment.criteria[0].id)
        self.editor.show_criterion(assessment, self.tree.current_key())

    def commit_pending(self) -> None:
        super().commit_pending()
        for field in self.findChildren(NumberField):
            field.commit()
        self.tree.commit_editor()

    def first_control(self) -> QWidget | None:
        """The field for the first name while there is no criterion, then the tree."""
        empty = self._stack.currentWidget() is self.first_name
        return self.first_name.field if empty else self.tree

    def go_to(self, place: object) -> None:
        """Show a criterion."""
        self.tree.select(str(place))
        self.tree.setFocus()

    def tools(self) -> list[QAction]:
        return self.tree.actions() if self.first_control() is self.tree else []

    # --- what the tree is asked for

    def add_beside(self) -> None:
        """Add a criterion after the current one, and let it be named."""
        value, key = self.workspace.value, self.tree.current_key()
        if key is None:
            self._add(None, None)
            return
        siblings = tree_moves.move_place(value, key)
        self._add(siblings.parent, siblings.at + 1)

    def add_below(self) -> None:
        """Add a criterion below the current one, and let it be named."""
        self._add(self.tree.current_key(), None)

    def remove(self) -> None:
        """Remove the current criterion; ask first when other things go with it."""
        key = self.tree.current_key()
        if key is None:
            return
        sentence = tree_moves.loss_sentence(self.workspace.value, key)
        if sentence:
            self.question.ask(sentence)
        else:
            self._remove()

    def move_up(self) -> None:
        """Move the current criterion before the sibling above it."""
        self._move(tree_moves.move_up)

    def move_down(self) -> None:
        """Move the current criterion after the sibling below it."""
        self._move(tree_moves.move_down)

    def indent(self) -> None:
        """Put the current criterion below the sibling before it."""
        self._move(tree_moves.indent)

    def outdent(self) -> None:
        """Put the current criterion beside its branch."""
        self._move(tree_moves.outdent)

    def rename(self) -> None:
        """Let the name of the current criterion be typed."""
        key = self.tree.current_key()
        if key is not None:
            self.tree.setFocus()
            self.tree.edit_name(key)

    def choose_branch(self) -> None:
        """Let the branch of the current criterion be chosen from a list."""
        self.editor.branch.setFocus()
        self.editor.branch.showPopup()

    # --- making

    def _lay_out(self) -> None:
        layout = page_layout(
            self,
            self.title(),
            _(
                "What matters in this decision. A criterion with others below it only groups them. "
                "Enter adds beside, Insert below; Alt with the arrow keys moves; F2 renames."
            ),
        )
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.question)
        column.addWidget(self.tree, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.editor)
        split.setSizes([430, 370])
        # The buttons stand over both sides: beside the tree they would take the room of the words.
        self._tree_and_editor = QWidget()
        under = QVBoxLayout(self._tree_and_editor)
        under.setContentsMargins(0, 0, 0, 0)
        under.addLayout(tool_row(self))
        offer_tools(self)
        under.addWidget(split, 1)
        self._stack = QStackedLayout()
        layout.addLayout(self._stack, 1)  # first: without a page it shows its parts as windows
        self._stack.addWidget(self._tree_and_editor)
        self._stack.addWidget(self.first_name)

    def _connect(self) -> None:
        self.first_name.named.connect(self._begin_with)
        self.tree.wished.connect(self._fulfil)
        self.tree.typed.connect(self._begin_next)
        self.tree.chosen.connect(self._show_chosen)
        self.tree.naming_cancelled.connect(self._take_back)
        self.model.rename_wanted.connect(self._rename)
        # Queued: the drop that asks for it must be over before the tree changes under it.
        self.model.move_wanted.connect(self._put, Qt.ConnectionType.QueuedConnection)
        self.editor.branch_wanted.connect(self._put_below)
        self.question.confirmed.connect(self._remove)
        self.question.kept.connect(self.tree.setFocus)

    # --- changing

    def _fulfil(self, wish: str) -> None:
        self._wishes[wish]()

    def _begin_with(self, name: str) -> None:
        """Add the first criterion under its name; Enter in the tree goes on to the next."""
        key = new_id()
        if self.workspace.apply(_("Add a criterion"), edits.add_criterion, key, name, None, None):
            self.first_name.field.load_text("")
            self.tree.select(key)
            self.tree.setFocus()

    def _begin_next(self, typed: str) -> None:
        """Add a criterion beside the current one, whose name begins with what was typed."""
        self.add_beside()
        self.tree.begin_name(typed)

    def _add(self, parent: str | None, at: int | None) -> None:
        key = new_id()
        name = tree_moves.free_name(self.workspace.value, parent)
        label = _("Add a criterion")
        if self.workspace.apply(label, edits.add_criterion, key, name, parent, at):
            self._fresh = key
            self.tree.setFocus()
            self.tree.edit_name(key)

    def _rename(self, key: str, name: str) -> None:
        self._fresh = None
        self.workspace.apply(
            _("Rename {criterion}").format(criterion=self._name(key)),
            edits.rename_criterion,
            key,
            name,
        )

    def _take_back(self) -> None:
        """A new criterion whose naming is cancelled was not wanted."""
        stack = self.workspace.undo_stack
        if self._fresh is not None and self._fresh == self.tree.current_key() and stack.canUndo():
            self._fresh = None
            stack.undo()

    def _move(self, find: Callable[[Assessment, str], tree_moves.Move | None]) -> None:
        key = self.tree.current_key()
        move = None if key is None else find(self.workspace.value, key)
        if key is not None and move is not None:
            self._put(key, move.parent, move.at)

    def _put_below(self, parent: str | None) -> None:
        """Put the current criterion at the end of another branch."""
        key = self.tree.current_key()
        if key is not None and parent != self.workspace.value.criterion_by_id[key].parent:
            self._put(key, parent, len(children(self.workspace.value, parent)))
            self.editor.show_criterion(self.workspace.value, key)  # also if it was refused

    def _put(self, key: str, parent: str | None, at: int) -> None:
        self.workspace.apply(
            _("Move {criterion}").format(criterion=self._name(key)),
            edits.move_criterion,
            key,
            parent,
            at,
        )
        self.tree.select(key)

    def _remove(self) -> None:
        key = self.tree.current_key()
        if key is not None:
            self.workspace.apply(
                _("Remove {criterion}").format(criterion=self._name(key)),
                edits.remove_criterion,
                key,
            )
        self.tree.setFocus()

    def _show_chosen(self, key: str | None) -> None:
        self.question.hide()
        if self.workspace.is_open:
            self.editor.show_criterion(self.workspace.value, key)

    def _name(self, key: str) -> str:
        row = self.workspace.value.criterion_by_id[key]
        return row.code or row.name

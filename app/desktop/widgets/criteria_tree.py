"""The value tree, worked by keyboard and by dragging."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from app.desktop.models.criteria_model import CriteriaModel, Index
from app.desktop.models.refusals import refusal_of
from app.desktop.workspace import Workspace
from app.edits.criteria import rename_criterion
from app.wording import _

from .entry_note import EntryNote
from .plain_table import PlainDelegate

Key = Qt.Key
Alt = Qt.KeyboardModifier.AltModifier
Control = Qt.KeyboardModifier.ControlModifier
_WISHES: dict[tuple[int, Qt.KeyboardModifier], str] = {
    (Key.Key_Return, Qt.KeyboardModifier.NoModifier): "add_beside",
    (Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier): "add_beside",
    (Key.Key_Return, Control): "add_below",
    (Key.Key_Insert, Qt.KeyboardModifier.NoModifier): "add_below",
    (Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "remove",
    (Key.Key_Up, Alt): "move_up",
    (Key.Key_Down, Alt): "move_down",
    (Key.Key_Right, Alt): "indent",
    (Key.Key_Left, Alt): "outdent",
}
"""What the keys ask for while no name is being edited."""
_MIRRORED = {"indent": "outdent", "outdent": "indent"}
EXPANDED_AFTER_MS = 600
"""A branch opens when something is dragged over it for so long."""
SCALES_SHARE = 0.4
"""At most so much of the width is the scales'."""
_NAMED = (Key.Key_Return, Key.Key_Enter, Key.Key_Tab, Key.Key_Backtab)
"""The keys that end the naming."""


class NameDelegate(PlainDelegate):
    """Edits a name in place; one that is refused stays in its editor with the reason."""

    refused = Signal(object, str)

    def __init__(self, model: CriteriaModel, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._workspace = workspace
        self._key = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(14, 10)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        criterion = self._model.criterion_at(index)
        self._key = "" if criterion is None else criterion.id
        editor = QLineEdit(parent)
        editor.setAccessibleName(_("Name of the criterion"))
        return editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QLineEdit):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut and self._refuses(watched):
            return False  # stays open, with what was typed
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _NAMED
        ):
            # Not left to Qt, which would pass the key on to the tree as well.
            if not self._refuses(watched):
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
            return True
        return super().eventFilter(watched, event)

    def _refuses(self, editor: QLineEdit) -> bool:
        if self._key not in self._workspace.value.criterion_by_id:
            return False
        sentence = refusal_of(self._workspace.value, rename_criterion, self._key, editor.text())
        if sentence is not None:
            self.refused.emit(editor, sentence)
        return sentence is not None


class CriteriaTree(QTreeView):
    """Enter adds beside, Insert below; Alt with the arrows moves; F2 renames; Delete removes."""

    wished = Signal(str)
    """One of the wishes above."""
    chosen = Signal(object)
    """The id of the current criterion, None when there is none."""
    naming_cancelled = Signal()
    typed = Signal(str)
    """Somebody begins to type: a further name, as in a list that has a field for it."""

    def __init__(
        self, model: CriteriaModel, workspace: Workspace, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._criteria = model
        self._kept: str | None = None
        self._collapsed: list[str] = []
        self._note = EntryNote(self.viewport())
        delegate = NameDelegate(model, workspace, self)
        delegate.refused.connect(self._say_refused)
        self.setItemDelegate(delegate)
        self.setAccessibleName(_("Criteria as a tree"))
        self.setModel(model)
        self.setItemsExpandable(True)
        self.setUniformRowHeights(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.setAutoExpandDelay(EXPANDED_AFTER_MS)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        model.dataChanged.connect(self._share_width)

    def current_key(self) -> str | None:
        """The id of the current criterion."""
        criterion = self._criteria.criterion_at(self.currentIndex())
        return None if criterion is None else criterion.id

    def select(self, key: str | None) -> None:
        """Make a criterion the current one."""
        place = self._criteria.place_of(key)
        if place.isValid():
            self.setCurrentIndex(place)

    def edit_name(self, key: str) -> None:
        """Open a criterion's name for typing."""
        self.select(key)
        self.edit(self._criteria.place_of(key))

    def begin_name(self, text: str) -> None:
        """Let the name that is open for typing begin with what was typed already."""
        for editor in self.viewport().findChildren(QLineEdit):
            if editor.isVisible():
                editor.setText(text)

    def commit_editor(self) -> None:
        """Take over a name that is being typed, if it can be kept."""
        for editor in self.viewport().findChildren(QLineEdit):
            if editor.isVisible():
                self.commitData(editor)
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.current_key())

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        self._note.hide()
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.RevertModelCache:
            self.naming_cancelled.emit()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._wish(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = self._wish(event)
        if wish:
            self.wished.emit(wish)
        elif is_typing(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _wish(self, event: QKeyEvent) -> str:
        wish = _WISHES.get((event.key(), event.modifiers()), "")
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return _MIRRORED.get(wish, wish)
        return wish

    def _say_refused(self, editor: QLineEdit, sentence: str) -> None:
        self._note.show_at(editor.geometry(), sentence)

    def _remember(self) -> None:
        self._kept = self.current_key()
        self._collapsed = [
            key
            for key in self._criteria.branches()
            if not self.isExpanded(self._criteria.place_of(key))
        ]

    def _restore(self) -> None:
        self.expandAll()
        for key in self._collapsed:
            self.collapse(self._criteria.place_of(key))
        self.select(self._kept)
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Give the scales what they need, as far as that leaves the names more."""
        most = round(self.viewport().width() * SCALES_SHARE)
        self.header().resizeSection(1, min(self.sizeHintForColumn(1), most))


def is_typing(event: QKeyEvent) -> bool:
    """Whether a key writes a letter, alone or with Shift."""
    beside = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    return not beside and event.text().isprintable() and bool(event.text().strip())

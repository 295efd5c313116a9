"""The score matrix, worked by keyboard like a spreadsheet."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QToolTip,
    QWidget,
)

from app.desktop.models.scores_model import Index, ScoresModel
from app.wording import _

from .clipboard import table_data
from .entry_note import EntryNote
from .own_actions import offer_action
from .score_delegate import ScoreDelegate
from .score_headers import BranchHeader, OptionHeader
from .score_keys import wish_of
from .text import plain_tip
from .walked_scores import WalkedScores

Key = Qt.Key
Modifier = Qt.KeyboardModifier
Flag = QItemSelectionModel.SelectionFlag


class ScoreTable(WalkedScores):
    """Arrows, Enter and Tab move; typing begins an entry; Delete, copy, paste and fill work."""

    selected = Signal(int, int)
    """Row and column of the score that is current now."""
    remarked = Signal(str)
    _wished = Signal(str)

    def __init__(self, model: ScoresModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._delegate = ScoreDelegate(model, self)
        self._note = EntryNote(self.viewport())
        self.setAccessibleName(_("Scores of the options on each criterion"))
        self.setItemDelegate(self._delegate)
        self._branches, self._options = BranchHeader(model, self), OptionHeader(model, self)
        self.setHorizontalHeader(self._branches)
        self.setVerticalHeader(self._options)
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._wished.connect(self._fulfil)
        self._delegate.finished.connect(self.step)
        self._delegate.left.connect(self.go)
        self._delegate.spread_wanted.connect(self._spread)
        self._offer_tools()
        model.entry_refused.connect(self._say_refused)
        model.modelReset.connect(self.fit_columns)

    def _offer_tools(self) -> None:
        """Put what the keys do into the context menu, too."""
        for wish, text, keys in (
            ("cut", _("Cut the scores"), "Ctrl+X"),
            ("copy", _("Copy the scores"), "Ctrl+C"),
            ("paste", _("Paste scores"), "Ctrl+V"),
            ("clear", _("Clear the scores"), "Del"),
            ("fill_down", _("Fill scores down"), "Ctrl+D"),
            ("fill_across", _("Fill scores across"), "Ctrl+R"),
            ("choose_row", _("Select the scores of the option"), "Shift+Space"),
            ("choose_column", _("Select the scores on the criterion"), "Ctrl+Space"),
        ):
            offer_action(self, text, keys, self._run_tool).setData(wish)

    def _run_tool(self) -> None:
        self._wished.emit(self.sender().data())

    def commit_editor(self) -> None:
        """Take over an entry that is being typed; a refused one stays as the cell's draft."""
        editor = self._editor()
        if editor is not None:
            self._delegate.take_over(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def fit_columns(self) -> None:
        """Share the width among the columns and the height among the rows, while readable."""
        names = max(130, min(260, self.width() // 4))
        self._options.set_width(names)
        width = self.width() - names - 2 * self.frameWidth()
        self._branches.share_width(width)
        height = self.height() - self._branches.sizeHint().height() - 2 * self.frameWidth()
        if self._options.share_height(height) > height:
            self._branches.share_width(width - self.verticalScrollBar().sizeHint().width())
        self._branches.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._let_note_go()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._delegate.follow_theme()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._note.hide()
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()
        if current.isValid():
            draft = self._scores.drafts.get((current.row(), current.column()))
            if draft is not None:
                self._say_refused(current.row(), current.column(), draft.sentence)
            self.selected.emit(current.row(), current.column())

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        super().dataChanged(first, last, list(roles))
        self._let_note_go()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if hint == QAbstractItemDelegate.EndEditHint.RevertModelCache:
            self._give_up_draft()
        super().closeEditor(editor, hint)

    def event(self, event: QEvent) -> bool:
        # The window's own shortcuts for these keys stand back while the matrix has the focus.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (wish_of(event) or event.matches(QKeySequence.StandardKey.SelectAll))
        ):
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.indexAt(event.pos())
            grid = self._scores.grid
            if place.isValid() and grid is not None:
                score = grid.score(place.row(), place.column())
                text = grid.describe(place.row(), place.column())
                if score is not None and score.rationale:
                    text = f"{text}\n{score.rationale[:400]}"
                QToolTip.showText(event.globalPos(), plain_tip(text), self)
            return True
        return super().viewportEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._delegate.types_over = False
        super().mouseDoubleClickEvent(event)
        self._let_go_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._delegate.types_over = event.key() != Key.Key_F2
        wish = wish_of(event)
        if wish:
            self._wished.emit(wish)
        elif not self.walk(event):
            super().keyPressEvent(event)
            self._let_go_on()

    def _let_go_on(self) -> None:
        """Put the cursor behind an entry that shall be mended, where Qt selects all of it."""
        editor = self._editor()
        if editor is not None and not self._delegate.types_over:
            editor.end(False)

    def _fulfil(self, wish: str) -> None:
        """Do what a key asks for; a slot, so that an error in it is reported and done with."""
        editing, places = self._scores.editing, self.places()
        if editing is None:
            return
        clipboard = QGuiApplication.clipboard()
        if wish in ("copy", "cut"):
            lines = [line.split("\t") for line in editing.copy(places).split("\n")]
            clipboard.setMimeData(table_data(lines))
        if wish in ("clear", "give_up"):
            self._give_up_draft()
        if wish in ("cut", "clear"):
            self._done(editing.clear(places))
        elif wish == "paste":
            self._done(editing.paste(places, clipboard.text()))
            self._choose(editing.pasted)
        elif wish == "fill_down":
            self._done(editing.fill_down(places))
        elif wish == "fill_across":
            self._done(editing.fill_across(places))
        elif wish.startswith("choose"):
            line = Flag.Rows if wish == "choose_row" else Flag.Columns
            self.selectionModel().select(self.currentIndex(), Flag.ClearAndSelect | line)

    def _choose(self, places: Sequence[tuple[int, int]]) -> None:
        """Select what was pasted, as spreadsheets do."""
        if len(places) > 1:
            first, last = (self._scores.index(*place) for place in (min(places), max(places)))
            self.selectionModel().select(QItemSelection(first, last), Flag.ClearAndSelect)

    def _spread(self, text: str) -> None:
        """Enter what is being typed into every selected score."""
        editing, editor, place = self._scores.editing, self._editor(), self.currentIndex()
        if editing is None or editor is None:
            return
        refusal = editing.enter_all(self.places(), text)
        if refusal is not None:
            self._say_refused(place.row(), place.column(), refusal)
            return
        self._done(None)
        editor.setText(str(place.data(Qt.ItemDataRole.EditRole)))  # so that it is not entered again
        self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _editor(self) -> QLineEdit | None:
        for editor in self.viewport().findChildren(QLineEdit):
            if editor.isVisible():
                return editor
        return None

    def _done(self, refusal: str | None) -> None:
        if refusal is None:
            self._note.hide()
            self.remarked.emit("")
            return
        self._note.show_at(self._cell_rect(self.currentIndex()), refusal)

    def _say_refused(self, row: int, column: int, sentence: str) -> None:
        place = self._scores.index(row, column)
        self.scrollTo(place)
        self._note.show_at(self._cell_rect(place), sentence)
        editor = self._editor()
        if editor is not None:
            editor.setAccessibleDescription(sentence)

    def _let_note_go(self) -> None:
        """Hide what was said of a refused paste or fill; a refused entry keeps its sentence."""
        place = self.currentIndex()
        if (place.row(), place.column()) not in self._scores.drafts:
            self._note.hide()

    def _cell_rect(self, place: Index) -> QRect:
        return self.visualRect(place) if place.isValid() else QRect(0, 0, 1, 1)

    def _give_up_draft(self) -> None:
        place = self.currentIndex()
        self._scores.give_up_draft(place.row(), place.column())
        self._note.hide()

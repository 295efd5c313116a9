"""The main window: menus, notices, the start page or the open assessment, and the status bar."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.desktop.actions.commands import Commands
from app.desktop.actions.menus import fill_menus
from app.desktop.actions.table import action_specs, make_actions
from app.desktop.actions.undoing import UndoActions
from app.desktop.files.dropping import dropped_file
from app.desktop.files.notices import FileNotices
from app.desktop.files.recent import forget_file, recent_files, remember_file
from app.desktop.files.recent_menu import RecentMenu
from app.desktop.files.title import WindowTitle
from app.desktop.files.unfinished import UnfinishedWork
from app.desktop.look.typeface import load_other_scripts
from app.desktop.look.wardrobe import Wardrobe
from app.desktop.pages.start_page import StartPage
from app.desktop.preferences.preferences import name_for_others
from app.desktop.preferences.settings import read_bytes, read_digits
from app.desktop.preferences.shortcuts import wear_shortcuts
from app.desktop.telling.messages import Answer, desk
from app.desktop.telling.reminders import Reminders
from app.desktop.widgets.notice_bar import NoticeBar
from app.desktop.widgets.text import PlainLabel
from app.desktop.workspace import Workspace
from app.wording import _
from app.wording.numbers import use_digits

if TYPE_CHECKING:
    from PySide6.QtCore import QChildEvent, QSettings
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from app.desktop.document_view import DocumentView
    from app.desktop.look.theme import Appearance
    from app.desktop.pages.page import Page
    from app.desktop.workspace import Change

SMALLEST = (800, 500)
USUAL = (1280, 760)


class MainWindow(QMainWindow):
    """The one window of the application."""

    painted = Signal()
    """The window has been painted for the first time."""
    ranking_painted = Signal()
    """The ranking of an assessment has been painted for the first time."""

    def __init__(self, workspace: Workspace, settings: QSettings, appearance: Appearance) -> None:
        super().__init__()
        self.workspace = workspace
        self.settings = settings
        self.appearance = appearance
        self.document: DocumentView | None = None
        self._painted = False
        self._refusal = ""
        self.wardrobe = Wardrobe(appearance, self)
        use_digits(read_digits(settings))
        workspace.attendance.say_as(name_for_others(settings))
        self.setMinimumSize(*SMALLEST)
        self.resize(QSize(*USUAL).boundedTo(self.screen().availableSize()))
        self.setAcceptDrops(True)
        self.commands = Commands(self)
        self.actions_by_id = make_actions(self, self.commands)
        wear_shortcuts(settings, self.actions_by_id)
        self.recent_menu = RecentMenu(fill_menus(self, self.actions_by_id), settings)
        undo, redo = self.actions_by_id["undo"], self.actions_by_id["redo"]
        self.undoing = UndoActions(workspace, undo, redo, self)
        self._build()
        self._connect()
        self._restore_layout()
        self._show_closed()

    def _build(self) -> None:
        self.notices = NoticeBar()
        self.start = StartPage()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.notices)  # below: above, it would move the page under the mouse
        self.setCentralWidget(middle)
        self.file_notices = FileNotices(
            self.workspace,
            self.notices,
            self.commands.ask_save_as,
            self.commands.colleagues.review,
            self,
        )
        self.title = WindowTitle(self.workspace, self)
        self.reminders = Reminders(self.workspace, self.notices, self)
        self.unfinished = UnfinishedWork(self, self.start)
        self.marking_label = PlainLabel(role="chip")
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.file_notices.label, 1)
        self.statusBar().addPermanentWidget(self.marking_label)
        self.marking_label.setAccessibleDescription(_("Handling marking"))
        for part in (self.menuBar(), self.start, self.notices, self.statusBar()):
            self.wardrobe.add(part)

    def _connect(self) -> None:
        workspace = self.workspace
        workspace.opened.connect(self._show_open)
        workspace.closed.connect(self._show_closed)
        workspace.changed.connect(self._follow_change)
        workspace.refused.connect(self._show_refusal)
        workspace.trial.changed.connect(self._update_enabled)
        self.painted.connect(self._wear_icon, Qt.ConnectionType.QueuedConnection)
        self.start.new_requested.connect(self.commands.new)
        self.start.template_requested.connect(self.actions_by_id["new_from_template"].trigger)
        self.start.open_requested.connect(self.commands.ask_open)
        self.start.example_requested.connect(self.commands.open_example)
        self.start.file_chosen.connect(self.open_recent)
        self.start.unfinished_chosen.connect(self.commands.resume)
        self.recent_menu.file_chosen.connect(self.open_recent)

    # --- what is open

    def _show_open(self) -> None:
        if self.document is None:
            from app.desktop.document_view import DocumentView

            load_other_scripts()
            self.document = DocumentView(self.workspace, self.wardrobe, self)
            self.document.restore_layout(self.settings)
            self.document.ranking.painted.connect(self.ranking_painted)
            self.stack.addWidget(self.document)
        self.document.begin()
        self.stack.setCurrentWidget(self.document)
        self._show_marking()
        self._update_enabled()

    def _show_closed(self) -> None:
        self.notices.dismiss()
        self.stack.setCurrentWidget(self.start)
        self.start.show_recent(recent_files(self.settings))
        self.marking_label.hide()
        self._update_enabled()
        if self._painted and self.isVisible():
            self.look_for_unfinished()

    def _follow_change(self, change: Change) -> None:
        if "decision" in change.tables:
            self._show_marking()
        if self.notices.text == self._refusal:
            self.notices.dismiss()

    def _show_marking(self) -> None:
        decision = self.workspace.value.decision
        self.marking_label.setText(decision.marking)
        self.marking_label.setVisible(bool(decision.marking))

    def _update_enabled(self) -> None:
        for spec in action_specs():
            if spec.needs == "open":
                self.actions_by_id[spec.id].setEnabled(self.workspace.is_open)
            elif spec.needs == "trial":
                self.actions_by_id[spec.id].setEnabled(self.workspace.trial.active)
            if spec.group == "theme":
                action = self.actions_by_id[spec.id]
                action.setChecked(spec.id == f"theme_{self.appearance.choice}")

    # --- pages

    def page(self, step: str) -> Page:
        """The page of a step, made if it has not been shown yet."""
        assert self.document is not None
        return self.document.page(step)

    def show_step(self, step: str) -> None:
        """Show the page of a step."""
        if self.document is not None and self.workspace.is_open:
            self.document.show_step(step)

    def commit_pending(self) -> None:
        """Commit what is typed but not left yet."""
        if self.document is not None and self.workspace.is_open:
            self.document.commit_pending()

    def begin_typing(self) -> None:
        """Put the cursor where a new assessment begins."""
        self.show_step("decision")
        self.page("decision").begin_typing()

    def focus_next_area(self) -> None:
        """Move the keyboard focus to the next area."""
        if self.document is not None:
            self.document.focus_next_area(self.notices)

    def choose_theme(self, choice: str) -> None:
        """Put on a theme and remember it."""
        self.appearance.choose(choice)
        self.settings.setValue("theme", choice)
        self._update_enabled()

    def _wear_icon(self) -> None:
        # After the first paint: reading a picture loads Qt's plug-ins for pictures.
        from app.desktop.look.emblem import emblem

        self.setWindowIcon(emblem())

    # --- files

    def remember(self, path: Path) -> None:
        """Put a file among the recent ones."""
        remember_file(self.settings, path.absolute())

    def open_recent(self, path: Path) -> None:
        """Open a recent file; one that is gone is taken off the list."""
        if not path.exists():
            forget_file(self.settings, path)
            self.start.show_recent(recent_files(self.settings))
            text = _("{file} is not there any more. It may have been moved or renamed.")
            self.notices.show_message(text.format(file=path.name), "warn")
            return
        self.commands.open(path)

    def look_for_unfinished(self) -> None:
        """Offer work that was left without its officer's file having all of it."""
        self.unfinished.look()

    # --- notices

    def _show_refusal(self, sentence: str) -> None:
        self._refusal = sentence
        self.notices.show_message(sentence, "bad")

    # --- events

    def childEvent(self, event: QChildEvent) -> None:
        super().childEvent(event)
        if event.polished():
            child = event.child()
            if isinstance(child, QWidget) and child.isWindow():
                self.wardrobe.add(child)  # a dialog about to be shown

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            # Not inside the drop: where the file comes from waits for its end; reading may last.
            QTimer.singleShot(0, self, partial(self.commands.open, path))

    def may_let_go(self) -> bool:
        """Whether the assessment may be closed: asks when something could not be saved."""
        if not self.commands.trying.settle():
            return False
        state = self.workspace.file_state
        if not self.workspace.is_open or not state.unkept:
            return True
        text = _("The last change could not be saved: {why}\n\nClose and lose it?")
        answer = desk().ask(
            self, _("Not saved"), text.format(why=state.unkept), _("Close and lose it")
        )
        return answer is Answer.YES

    def closeEvent(self, event: QCloseEvent) -> None:
        self.commit_pending()
        if not self.may_let_go():
            event.ignore()
            return
        self.settings.setValue("window/geometry", self.saveGeometry())
        if self.document is not None:
            self.document.save_layout(self.settings)
        self.hide()
        self.workspace.close()
        self.workspace.attendance.finish()
        event.accept()

    def _restore_layout(self) -> None:
        self.restoreGeometry(read_bytes(self.settings, "window/geometry"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

"""What one does with copies: review and merge those of others, give one's own away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.desktop.telling.trouble import sentence_of
from app.wording import _, ngettext
from app.wording.counts import open_conflicts

if TYPE_CHECKING:
    from app.desktop.merging.merge_dialog import MergeDialog
    from app.desktop.sharing.share_dialog import ShareDialog
    from app.desktop.window import MainWindow
    from app.desktop.workspace.arrivals import Arrival


class Colleagues(QObject):
    """Stands between the workspace, which merges, and the dialog in which one decides."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.versions = window.workspace.versions
        self.dialog: MergeDialog | None = None
        self.sharing: ShareDialog | None = None
        self.versions.arrived.connect(self._show)
        window.workspace.closed.connect(self._close)

    def review(self) -> None:
        """Read the version that a colleague put where ours was."""
        theirs = self.window.workspace.file_state.theirs
        if theirs is not None:
            self.read(theirs)

    def ask_merge(self) -> None:
        """Let the officer choose another file to merge with."""
        from PySide6.QtWidgets import QFileDialog

        window = self.window
        chosen, _kind = QFileDialog.getOpenFileName(
            window, _("Merge with another file"), window.commands.folder(), window.commands.filter()
        )
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Read a version; the dialog opens when it is there."""
        self.window.commit_pending()
        self.window.notices.show_message(_("Reading {file} …").format(file=path.name))
        self.versions.review(path)

    def ask_share(self) -> None:
        """Let the officer choose what a copy for somebody else shall hold."""
        from app.desktop.sharing.share_dialog import ShareDialog
        from db.errors import Trouble

        self.window.commit_pending()
        try:
            document = self.versions.document()
        except Trouble as trouble:
            self.window.notices.show_message(sentence_of(trouble), "bad")
            return
        self.sharing = ShareDialog(document, self.window)
        self.sharing.finished.connect(self._share)
        self.sharing.open()

    def _share(self, result: int) -> None:
        dialog, self.sharing = self.sharing, None
        if dialog is None or not result:
            return
        history, password, calling = dialog.history, dialog.sealed_with, dialog.stand_in
        note = _("copy") if calling is None else _("copy without names")
        path = self.window.commands.ask_target(_("Share a copy"), note=note)
        if path is None:
            return
        from db.errors import Trouble

        try:
            proof = self.versions.share(path, history, password, calling)
        except (Trouble, OSError) as trouble:
            self.window.notices.show_message(sentence_of(trouble), "bad")
            return
        gone = len(proof.removed) - len(proof.visible)
        text = _("A copy is in {file}.")
        if gone:
            text = ngettext(
                "A copy is in {file}. Checked: {count} text was taken out and is not in it.",
                "A copy is in {file}. Checked: {count} texts were taken out and are not in it.",
                gone,
            )
        said = text.format(file=path.name, count=gone)
        if password is not None:
            more = _("It opens with the password only: tell it another way than you send the file.")
            said = f"{said} {more}"
        self.window.notices.show_message(said)

    def _show(self, arrival: Arrival) -> None:
        """Open the dialog; a version that says nothing new is taken in without a word to say."""
        self.window.notices.dismiss()
        self._close()
        if not arrival.changes:
            self._merge(arrival)
            return
        from app.desktop.merging.merge_dialog import MergeDialog

        self.dialog = MergeDialog(arrival, self.window)
        self.dialog.finished.connect(self._finish)
        self.dialog.report_wanted.connect(self._save_report)
        self.dialog.open()

    def _finish(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None and result:
            self._merge(dialog.arrival, dialog)

    def _merge(self, arrival: Arrival, dialog: MergeDialog | None = None) -> None:
        decisions = () if dialog is None else dialog.decisions()
        if not self.versions.merge(arrival, decisions):
            return
        left = len(self.versions.conflicts())
        actions = self.window.file_notices.permissions()  # what was merged may have to go there
        if not arrival.changes:
            text = _("{file} says nothing that yours does not.")
        elif left:
            text = _("{file} is merged. {conflicts}.")
            actions = ((_("Show them"), self._show_open), *actions)
        else:
            text = _("{file} is merged; one step of undo takes it back.")
        said = text.format(file=arrival.path.name, conflicts=open_conflicts(left))
        self.window.notices.show_message(said, "info", actions)

    def _show_open(self) -> None:
        self.window.show_step("history")
        self.window.page("history").go_to("conflicts")

    def _close(self) -> None:
        for dialog in (self.dialog, self.sharing):
            if dialog is not None:
                dialog.reject()

    def _save_report(self, text: str) -> None:
        from PySide6.QtWidgets import QFileDialog

        folder = Path(self.window.commands.folder()) / "merge.md"
        kinds = _("Text ({pattern})").format(pattern="*.md *.txt")
        chosen, _kind = QFileDialog.getSaveFileName(
            self.window, _("Save the report of the merge"), str(folder), kinds
        )
        if not chosen:
            return
        try:
            Path(chosen).write_text(text, encoding="utf-8")
        except OSError as error:
            self.window.notices.show_message(sentence_of(error), "bad")

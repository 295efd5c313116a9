"""Beginning from a template: choose one, and it is an assessment of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from app.desktop.beginning.template_dialog import TemplateDialog
from app.edits import EditRefused
from app.edits.decision import change_brief
from app.edits.start import start_from
from app.exchange.templates import read_template
from app.wording import refusal

if TYPE_CHECKING:
    from app.desktop.window import MainWindow


class FromTemplate(QObject):
    """Stands between the dialog in which one chooses and the workspace."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.dialog: TemplateDialog | None = None

    def ask(self) -> None:
        """Let the officer choose a kind of decision."""
        self.dialog = TemplateDialog(self.window)
        self.dialog.finished.connect(self._begin)
        self.dialog.open()

    def _begin(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None or result != QDialog.DialogCode.Accepted:
            return
        window, template = self.window, read_template(dialog.chosen)
        window.commit_pending()
        if not window.commands.trying.settle():
            return
        setting_up = window.commands.setting_up
        chosen = setting_up.preferences
        try:
            begun = start_from(template, assessor=setting_up.name)
        except EditRefused as refused:
            window.notices.show_message(refusal(refused), "bad")
            return
        begun = change_brief(begun, sender=chosen.organisation)
        window.workspace.new(chosen.marked(begun))
        window.begin_typing()
        setting_up.offer_name()

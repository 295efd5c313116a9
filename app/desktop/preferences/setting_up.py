"""Opening the settings and putting them into effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog

from app.desktop.actions.table import action_specs
from app.desktop.preferences.name_offer import NameOffer
from app.desktop.preferences.preferences import (
    Preferences,
    name_for_others,
    read_preferences,
    write_preferences,
)
from app.desktop.preferences.settings import read_text
from app.desktop.preferences.shortcuts import Shortcut, keep_shortcuts
from app.desktop.telling.messages import desk
from app.edits.perspectives import change_perspective
from app.wording import _
from app.wording.numbers import use_digits
from app.wording.unnamed import is_unnamed
from db.model import NAME_LIMIT

if TYPE_CHECKING:
    from app.desktop.preferences.settings_dialog import SettingsDialog
    from app.desktop.preferences.shortcuts_dialog import ShortcutsDialog
    from app.desktop.window import MainWindow


class SettingUp(QObject):
    """Shows one of the dialogs at a time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.dialog: SettingsDialog | ShortcutsDialog | None = None
        self._name_offer = NameOffer(window)
        self._name_offer.taken.connect(self._ask_name)

    @property
    def preferences(self) -> Preferences:
        """What is set."""
        return read_preferences(self.window.settings)

    @property
    def name(self) -> str:
        """The officer's name as they gave it; empty until then: no account's name is printed."""
        return read_text(self.window.settings, "author", "")

    def offer_name(self) -> None:
        """Ask, without stopping anybody, under what name changes and judgements stand."""
        self._name_offer.ask()

    def _ask_name(self) -> None:
        text = _("Your name stands beside every change that you make. Nothing is sent anywhere.")
        said = desk().ask_line(self.window, _("Your name"), text)
        name = " ".join((said or "").split())[:NAME_LIMIT]
        if name:
            self.window.settings.setValue("author", name)
            self._take_name(name)

    def _take_name(self, name: str) -> None:
        """Use a name from now on, also for an assessor of record who has none yet."""
        workspace = self.window.workspace
        workspace.attendance.say_as(name_for_others(self.window.settings))
        workspace.author = name or workspace.author
        if not name or not workspace.is_open:
            return
        judge = workspace.value.perspective_by_id.get(workspace.value.decision.assessor or "")
        if judge is not None and is_unnamed(judge.name):
            workspace.apply(_("Name of the assessor"), change_perspective, judge.id, name=name)

    def ask_settings(self) -> None:
        """Let the officer change the settings."""
        from app.desktop.preferences.settings_dialog import SettingsDialog

        self.dialog = SettingsDialog(self.preferences, self.window)
        self.dialog.finished.connect(self._take_settings)
        self.dialog.open()

    def ask_shortcuts(self) -> None:
        """Show all keys and let the officer change them."""
        from app.desktop.preferences.shortcuts_dialog import ShortcutsDialog

        self.dialog = ShortcutsDialog(self._shortcuts(), self.window)
        self.dialog.finished.connect(self._take_shortcuts)
        self.dialog.open()

    def _shortcuts(self) -> tuple[Shortcut, ...]:
        actions = self.window.actions_by_id
        portable = QKeySequence.SequenceFormat.PortableText
        return tuple(
            Shortcut(
                spec.id,
                spec.text.replace("&", ""),
                actions[spec.id].shortcut().toString(portable),
                spec.shortcut,
            )
            for spec in action_specs()
        )

    def _take_settings(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None or result != QDialog.DialogCode.Accepted:
            return
        chosen: Preferences = dialog.preferences()  # type: ignore[union-attr]
        renamed = chosen.author != self.name
        write_preferences(self.window.settings, chosen)
        if renamed:
            self._take_name(chosen.author)
        else:
            workspace = self.window.workspace
            workspace.attendance.say_as(name_for_others(self.window.settings))
        use_digits(chosen.digits)
        self.window.appearance.choose_size(chosen.size)
        if self.window.document is not None and self.window.workspace.is_open:
            self.window.document.show_anew()
        self.window.choose_theme(chosen.theme)

    def _take_shortcuts(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None or result != QDialog.DialogCode.Accepted:
            return
        chosen: tuple[Shortcut, ...] = dialog.shortcuts()  # type: ignore[union-attr]
        keep_shortcuts(self.window.settings, chosen)
        for shortcut in chosen:
            self.window.actions_by_id[shortcut.action].setShortcut(QKeySequence(shortcut.keys))

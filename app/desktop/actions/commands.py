"""What the actions do: files, undo, moving about."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.desktop.actions.colleagues import Colleagues
from app.desktop.actions.locked_files import LockedFiles
from app.desktop.actions.trying_out import TryingOut
from app.desktop.files.documents import SUFFIX, assessments_filter, folder_of
from app.desktop.files.proposals import propose, propose_beside
from app.desktop.files.state import Caution
from app.desktop.telling.messages import desk
from app.desktop.telling.trouble import sentence_of
from app.desktop.waiting import Stopped
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.actions.spec import ActionSpec
    from app.desktop.beginning.from_template import FromTemplate
    from app.desktop.finding.seeking import Seeking
    from app.desktop.guidance.guide import Guide
    from app.desktop.preferences.setting_up import SettingUp
    from app.desktop.window import MainWindow
    from app.desktop.workspace import EarlyReading, Unfinished


def _says_trouble(method: Callable[..., object]) -> Callable[..., bool]:
    """Show known troubles with files as a notice; returns whether it went well."""

    @wraps(method)
    def run(self: Commands, *args: object) -> bool:
        from db.errors import Trouble

        try:
            went_well = method(self, *args) is not False
        except Stopped:
            return False
        except (Trouble, OSError) as trouble:
            self.window.notices.show_message(sentence_of(trouble), "bad")
            return False
        return went_well

    return run


class Commands(QObject):
    """Carries out what the user asks for through a menu, a key or a button."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.workspace = window.workspace
        self.colleagues = Colleagues(window)
        self.trying = TryingOut(window)
        self.locked = LockedFiles(window)

    def runner(self, spec: ActionSpec) -> Callable[[], object]:
        """What an action's `triggered` calls."""
        return lambda: spec.run(self)

    # --- files

    def new(self) -> None:
        """Begin an empty assessment."""
        from app.edits.start import new_assessment
        from app.wording.unnamed import unnamed

        self.window.commit_pending()
        if not self.trying.settle():
            return
        chosen = self.setting_up.preferences
        author = self.setting_up.name or unnamed()
        made = new_assessment(_("Untitled decision"), author, sender=chosen.organisation)
        self.workspace.new(chosen.marked(made))
        self.window.begin_typing()
        self.setting_up.offer_name()

    @_says_trouble
    def open_example(self) -> None:
        """Open a copy of the worked example."""
        from app.edits.start import fresh_copy
        from app.exchange.samples import read_sample

        self.window.commit_pending()
        if self.trying.settle():
            self.workspace.new(fresh_copy(read_sample()))

    @cached_property
    def from_template(self) -> FromTemplate:
        """What begins an assessment from a template."""
        from app.desktop.beginning.from_template import FromTemplate

        return FromTemplate(self.window)

    def ask_open(self) -> None:
        """Let the user choose a file and open it."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _kind = QFileDialog.getOpenFileName(
            self.window, _("Open an assessment"), self.folder(), self.filter()
        )
        if chosen:
            self.open(Path(chosen))

    @_says_trouble
    def open(self, path: Path, early: EarlyReading | None = None) -> bool:
        """Open a file, which may be on its way already; on trouble what was open stays open."""
        self.window.commit_pending()
        if not self.trying.settle() or not self.locked.open(path, early):
            return False
        self.window.remember(path)
        return True

    @_says_trouble
    def resume(self, left: Unfinished) -> None:
        """Go on with work that was left unfinished."""
        self.window.commit_pending()
        if self.trying.settle():
            self.workspace.resume(left)

    def save(self) -> None:
        """Write the officer's file now; ask for one where there is none that may be written."""
        self.window.commit_pending()
        state = self.workspace.file_state
        if state.path is None or state.caution is not Caution.NONE or state.trouble:
            self.ask_save_as()
        else:
            self.workspace.publish()

    def ask_save_as(self) -> None:
        """Let the user choose the file in which the assessment is kept."""
        path = self.ask_target(_("Keep this assessment in a file"), self.workspace.path)
        if path is not None:
            self.save_as(path)

    @_says_trouble
    def save_as(self, path: Path) -> None:
        """Keep the assessment in a file from now on."""
        self.window.commit_pending()
        self.workspace.save_as(path)
        self.window.remember(path)

    def ask_save_copy(self) -> None:
        """Let the user choose a file and write a copy to it."""
        path = self.ask_target(_("Save a copy"), note=_("copy"))
        if path is not None:
            self.save_copy(path)

    @_says_trouble
    def save_copy(self, path: Path) -> None:
        """Write a copy to another file."""
        self.window.commit_pending()
        self.workspace.save_copy(path)
        self.window.notices.show_message(_("A copy is in {file}.").format(file=path.name))

    def export_brief(self) -> None:
        """Go to the brief and export it."""
        self.go_to("brief")
        self.window.page("brief").export()

    def close(self) -> None:
        """Close the assessment and show the start page."""
        self.window.commit_pending()
        if self.window.may_let_go():
            self.workspace.close()

    def quit(self) -> None:
        """Close the window."""
        self.window.close()

    # --- editing

    def undo(self) -> None:
        """Take back typing in the focused field, else the last step."""
        from app.desktop.actions.taking_back import undo

        undo(self.window)

    def redo(self) -> None:
        """Make the typing or the last step again that was taken back."""
        from app.desktop.actions.taking_back import redo

        redo(self.window)

    @cached_property
    def guide(self) -> Guide:
        """What shows help and presents pictures."""
        from app.desktop.guidance.guide import Guide

        return Guide(self.window)

    @cached_property
    def setting_up(self) -> SettingUp:
        """What lets the officer change settings and keys."""
        from app.desktop.preferences.setting_up import SettingUp

        return SettingUp(self.window)

    # --- moving about

    @cached_property
    def seeking(self) -> Seeking:
        """What looks for things by name and by their words."""
        from app.desktop.finding.seeking import Seeking

        return Seeking(self.window)

    def go_to(self, step: str) -> None:
        """Show the page of a step."""
        self.window.show_step(step)
        if self.window.document is not None:
            self.window.document.focus_page()

    def choose_theme(self, choice: str) -> None:
        """Put on a theme and remember it."""
        self.window.choose_theme(choice)

    def focus_next_area(self) -> None:
        """Move the keyboard focus to the next area of the window."""
        self.window.focus_next_area()

    def toggle_side(self) -> None:
        """Show or hide the ranking and the details beside the page."""
        if self.window.document is not None:
            self.window.document.toggle_side()

    def show_about(self) -> None:
        """Say what this is."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("counterpoise")
        except PackageNotFoundError:
            number = _("(not installed)")
        text = _(
            "Counterpoise {version}\n\nWeigh policy options, see what would change the ranking, "
            "hand over a brief.\nIt works offline and sends nothing anywhere.\n\nMIT licence."
        )
        desk().inform(self.window, _("About Counterpoise"), text.format(version=number))

    # --- asking for files

    def ask_target(self, title: str, beside: Path | None = None, note: str = "") -> Path | None:
        """Let the officer choose a file to write: another than `beside`; `note` is what it is."""
        from PySide6.QtWidgets import QFileDialog

        called = self.workspace.value.decision.title
        name = (
            propose_beside(beside) if beside else propose(folder_of(self.workspace), called, note)
        )
        chosen, _kind = QFileDialog.getSaveFileName(self.window, title, str(name), self.filter())
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def folder(self) -> str:
        """Where the officer is asked for files first."""
        return str(folder_of(self.workspace))

    def filter(self) -> str:
        """Which files are ours, for a file dialog."""
        return assessments_filter()

"""Everything the user can ask of the window, as a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from app.desktop.actions.spec import ActionSpec
from app.desktop.actions.view import view_actions
from app.desktop.steps import STEPS, step_title
from app.wording import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from app.desktop.actions.commands import Commands
    from app.desktop.exchanging.exchange import Exchange

DIGITS = 10
"""So many steps are reached with Ctrl and their number (0 for the tenth), later ones with Alt."""


@cache
def action_specs() -> tuple[ActionSpec, ...]:
    """All actions, in the current language."""
    return (*_file_actions(), *_edit_actions(), *_step_actions(), *view_actions())


def _exchange(do: Commands) -> Exchange:
    """What takes in and gives out other programs' files, made when it is first wanted."""
    from app.desktop.exchanging.exchange import Exchange

    return do.window.findChild(Exchange) or Exchange(do.window)


def _file_actions() -> tuple[ActionSpec, ...]:
    spec = ActionSpec
    return (
        spec(
            "new",
            _("&New assessment"),
            _("Begin an empty assessment; it is safe from the first keystroke"),
            "Ctrl+N",
            lambda do: do.new(),
        ),
        spec(
            "new_from_template",
            _("New from a &template…"),
            _("Begin with the question, options and criteria of a kind of decision"),
            "Ctrl+Shift+N",
            lambda do: do.from_template.ask(),
        ),
        spec(
            "open",
            _("&Open…"),
            _("Open an assessment from a file"),
            "Ctrl+O",
            lambda do: do.ask_open(),
        ),
        spec(
            "open_example",
            _("Open the &worked example"),
            _("Try everything on a copy of a finished assessment"),
            "Ctrl+Shift+O",
            lambda do: do.open_example(),
        ),
        spec(
            "save",
            _("&Save now"),
            _("Write the file at once instead of in a moment; without a file, choose one"),
            "Ctrl+S",
            lambda do: do.save(),
            "open",
        ),
        spec(
            "save_as",
            _("&Keep in another file…"),
            _("Choose the file in which this assessment is kept from now on"),
            "",
            lambda do: do.ask_save_as(),
            "open",
        ),
        spec(
            "save_copy",
            _("Save a &copy…"),
            _("Write a copy to another file and go on with this one"),
            "Ctrl+Shift+S",
            lambda do: do.ask_save_copy(),
            "open",
        ),
        spec(
            "merge",
            _("&Merge with another file…"),
            _("See what a colleague's copy says, and take it in as one step"),
            "Ctrl+M",
            lambda do: do.colleagues.ask_merge(),
            "open",
        ),
        spec(
            "share",
            _("S&hare a copy…"),
            _("Give a copy away with as much of its history as its reader may see"),
            "Ctrl+Shift+E",
            lambda do: do.colleagues.ask_share(),
            "open",
        ),
        spec(
            "export_brief",
            _("&Export the brief…"),
            _("Write the brief as a PDF file"),
            "Ctrl+E",
            lambda do: do.export_brief(),
            "open",
        ),
        spec(
            "import",
            _("&Import from another program…"),
            _("Take in a decision table (CSV, XLSX), an XMCDA or a JSON document"),
            "Ctrl+I",
            lambda do: _exchange(do).ask_import(),
        ),
        spec(
            "export",
            _("E&xport for another program…"),
            _("Write a workbook, a table, XMCDA, JSON, or all of it with the pictures"),
            "Ctrl+Alt+E",
            lambda do: _exchange(do).ask_export(),
            "open",
        ),
        spec(
            "close",
            _("C&lose the assessment"),
            _("Go back to the start page; everything is kept"),
            "Ctrl+W",
            lambda do: do.close(),
            "open",
        ),
        spec(
            "quit",
            _("&Quit"),
            _("Close the window; everything is kept"),
            "Ctrl+Q",
            lambda do: do.quit(),
        ),
    )


def _edit_actions() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "undo",
            _("&Undo"),
            _("Take back the last change"),
            "Ctrl+Z",
            lambda do: do.undo(),
            "undo",
        ),
        ActionSpec(
            "redo",
            _("&Redo"),
            _("Make the change again that was taken back"),
            "Ctrl+Shift+Z",
            lambda do: do.redo(),
            "redo",
        ),
        *_trial_actions(),
        ActionSpec(
            "find",
            _("&Find in all texts…"),
            _("Find words in any text of this assessment and go there"),
            "Ctrl+F",
            lambda do: do.seeking.seek_text(),
            "open",
        ),
        ActionSpec(
            "settings",
            _("&Settings…"),
            _("Colours, size, language, your name, and what new assessments begin with"),
            "Ctrl+,",
            lambda do: do.setting_up.ask_settings(),
        ),
    )


def _trial_actions() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "begin_trial",
            _("&Try something out"),
            _("Freeze the ranking and change anything; nothing is kept until you say so"),
            "Ctrl+T",
            lambda do: do.trying.begin(),
            "open",
        ),
        ActionSpec(
            "keep_trial",
            _("&Keep what was tried"),
            _("End the trial and keep all of it as one step of undo"),
            "Ctrl+Shift+T",
            lambda do: do.trying.keep(),
            "trial",
        ),
        ActionSpec(
            "drop_trial",
            _("&Drop what was tried"),
            _("End the trial and go back to how things stood before"),
            "",
            lambda do: do.trying.drop(),
            "trial",
        ),
    )


def _step_actions() -> tuple[ActionSpec, ...]:
    def goes_to(step: str) -> Callable[[Commands], object]:
        return lambda do: do.go_to(step)

    palette = ActionSpec(
        "palette",
        _("&Go to or do anything…"),
        _("Find an action, a step, an option, a criterion or a source by a few letters"),
        "Ctrl+K",
        lambda do: do.seeking.seek_name(),
    )
    steps = (
        ActionSpec(
            f"go_{spec.id}",
            step_title(spec.id),
            _("Go to this step"),
            f"Ctrl+{number % DIGITS}" if number <= DIGITS else f"Alt+{number - DIGITS}",
            goes_to(spec.id),
            "open",
        )
        for number, spec in enumerate(STEPS, start=1)
    )
    return (palette, *steps)


def make_actions(window: QMainWindow, commands: Commands) -> dict[str, QAction]:
    """The actions of a window by id, connected to its commands."""
    made: dict[str, QAction] = {}
    for spec in action_specs():
        action = QAction(window)
        action.setText(spec.text)  # given above, Python would have to learn of icons first
        action.setObjectName(spec.id)
        action.setStatusTip(spec.tip)
        action.setCheckable(bool(spec.group))
        if spec.shortcut:
            action.setShortcut(QKeySequence(spec.shortcut))
        action.triggered.connect(commands.runner(spec))
        window.addAction(action)
        made[spec.id] = action
    return made

"""The actions about how things look and where help is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.desktop.actions.spec import ActionSpec
from app.desktop.look.theme import DARK, LIGHT, SYSTEM
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.actions.commands import Commands


def _compare_versions(do: Commands) -> None:
    from app.desktop.comparing.versions_dialog import show_versions

    do.window.commit_pending()
    show_versions(do.window.workspace, do.window)


def view_actions() -> tuple[ActionSpec, ...]:
    """All of them, in the current language."""

    def wears(choice: str) -> Callable[[Commands], object]:
        return lambda do: do.choose_theme(choice)

    themes = (
        (SYSTEM, _("Colours of the &system")),
        (LIGHT, _("&Light colours")),
        (DARK, _("&Dark colours")),
    )
    return (
        *(
            ActionSpec(
                f"theme_{choice}", text, _("How the window looks"), "", wears(choice), "", "theme"
            )
            for choice, text in themes
        ),
        ActionSpec(
            "next_area",
            _("Next &area of the window"),
            _("Move the keyboard focus from rail to page to ranking and round again"),
            "F6",
            lambda do: do.focus_next_area(),
            "open",
        ),
        ActionSpec(
            "side",
            _("Show or hide the &ranking"),
            _("Make room for the page, or bring the ranking and the details back"),
            "F7",
            lambda do: do.toggle_side(),
            "open",
        ),
        ActionSpec(
            "present",
            _("&Present"),
            _("One picture in large type over the whole screen; Escape ends it"),
            "F11",
            lambda do: do.guide.present(),
            "open",
        ),
        ActionSpec(
            "compare_versions",
            _("&Compare two versions…"),
            _("Rankings, weights and scores of two states, or of another file, side by side"),
            "Ctrl+Alt+V",
            _compare_versions,
            "open",
        ),
        ActionSpec(
            "help",
            _("&Help with this step"),
            _("What this step is for, what to do here, and an example"),
            "F1",
            lambda do: do.guide.show_help(),
            "open",
        ),
        ActionSpec(
            "handbook",
            _("Hand&book"),
            _("A page for each task, with the words explained; everything is on this computer"),
            "Shift+F1",
            lambda do: do.guide.show_handbook(),
        ),
        ActionSpec(
            "tour",
            _("&Tour of the worked example"),
            _("Lead through the steps, one by one; stop whenever you like"),
            "",
            lambda do: do.guide.take_tour(),
        ),
        ActionSpec(
            "shortcuts",
            _("&Keyboard shortcuts…"),
            _("All keys in a list, in which they can be changed or all be reset"),
            "Ctrl+F1",
            lambda do: do.setting_up.ask_shortcuts(),
        ),
        ActionSpec(
            "about",
            _("&About Counterpoise"),
            _("Version and licence"),
            "",
            lambda do: do.show_about(),
        ),
    )

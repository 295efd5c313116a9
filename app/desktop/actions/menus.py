"""Which action stands in which menu, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desktop.steps import STEPS
from app.desktop.widgets.text import plain_caption
from app.wording import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow, QMenu

SEPARATOR = "-"
RECENT = "recent"
"""The place of the submenu with the files opened lately."""

MenuTable = tuple[tuple[str, tuple[str, ...]], ...]


def menu_table() -> MenuTable:
    """Menus with the ids of their actions, in the current language."""
    trial = ("begin_trial", "keep_trial", "drop_trial")
    steps = [f"go_{spec.id}" for spec in STEPS]
    return (
        (
            _("&File"),
            (
                "new",
                "new_from_template",
                "open",
                RECENT,
                "open_example",
                SEPARATOR,
                "save",
                "save_as",
                "save_copy",
                "merge",
                "share",
                "export_brief",
                SEPARATOR,
                "import",
                "export",
                SEPARATOR,
                "close",
                "quit",
            ),
        ),
        (_("&Edit"), ("undo", "redo", SEPARATOR, *trial, SEPARATOR, "find", SEPARATOR, "settings")),
        (_("&Go"), ("palette", SEPARATOR, *steps, SEPARATOR, "next_area")),
        (
            _("&View"),
            (
                *("theme_system", "theme_light", "theme_dark", SEPARATOR),
                *("side", "compare_versions", "present"),
            ),
        ),
        (_("&Help"), ("help", "handbook", "tour", SEPARATOR, "shortcuts", "about")),
    )


def fill_menus(window: QMainWindow, actions: dict[str, QAction]) -> QMenu:
    """Build the menu bar and return the submenu of recent files."""
    recent: QMenu | None = None
    for title, ids in menu_table():
        menu = window.menuBar().addMenu(title)
        for name in ids:
            if name == SEPARATOR:
                menu.addSeparator()
            elif name == RECENT:
                recent = menu.addMenu(_("Open &recent"))
            else:
                menu.addAction(actions[name])
    assert recent is not None
    return recent


def step_caption(verb: str, step: str) -> str:
    """The menu text of undo or redo with the name of its step."""
    if not step:
        return verb
    return _("{verb}: {step}").format(verb=verb, step=plain_caption(step))

"""Putting the application together: Qt, typefaces, theme, settings, workspace, window."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app.desktop.settings import APPLICATION, ORGANISATION, data_folder, open_settings, read_text
from app.desktop.theme import SYSTEM, Appearance
from app.desktop.typeface import load_typefaces
from app.desktop.window import MainWindow
from app.desktop.workspace import Workspace


def make_application() -> QApplication:
    """The Qt application with its names, typefaces and theme."""
    QCoreApplication.setOrganizationName(ORGANISATION)
    QCoreApplication.setApplicationName(APPLICATION)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationDisplayName("Counterpoise")
    application.setDesktopFileName(APPLICATION)
    application.setStyle("Fusion")
    application.setFont(load_typefaces())
    return application


def make_window(home: Path | None = None) -> MainWindow:
    """A main window with an empty workspace.

    Settings and working copies are in `home`, or (None) where the platform wants them.
    """
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    settings = open_settings(home)
    appearance = application.findChild(Appearance) or Appearance(
        application, read_text(settings, "theme", SYSTEM)
    )
    folder = home or data_folder()
    workspace = Workspace(folder / "working", read_text(settings, "author", _user_name()))
    window = MainWindow(workspace, settings, appearance)
    workspace.setParent(window)
    return window


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""  # an account without a name, as in some containers

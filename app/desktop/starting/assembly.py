"""Putting the application together: Qt, typefaces, theme, settings, workspace, window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt
from PySide6.QtWidgets import QApplication

from app.desktop.files.chosen import ChosenFiles
from app.desktop.look.theme import APPEARANCE, SYSTEM, Appearance
from app.desktop.look.typeface import load_typefaces
from app.desktop.preferences.settings import (
    APPLICATION,
    ORGANISATION,
    data_folder,
    open_settings,
    read_size,
    read_text,
)
from app.desktop.window import MainWindow
from app.desktop.workspace import Workspace
from app.wording.language import is_right_to_left, language, use_language

SPOKEN = "spoken"
"""The name of what lets Qt say its own words in our language."""


def make_application() -> QApplication:
    """The Qt application with its names, typefaces and theme."""
    QCoreApplication.setOrganizationName(ORGANISATION)
    QCoreApplication.setApplicationName(APPLICATION)
    application = _application()
    application.setApplicationDisplayName("Counterpoise")
    application.setDesktopFileName(APPLICATION)
    application.setFont(load_typefaces())
    return application


def _application() -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        if existing.style().name() != "fusion":  # putting it on again polishes every widget anew
            existing.setStyle("Fusion")
        return existing
    # Said here, since `setStyle` returns the style: Python would learn first what that is, for
    # a twentieth of the time in which the window starts.
    return QApplication([*sys.argv[:1], "-style", "Fusion"])


def make_window(home: Path | None = None) -> MainWindow:
    """A main window with an empty workspace.

    Settings and working copies are in `home`, or (None) where the platform wants them.
    """
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    settings = open_settings(home)
    speak(application, read_text(settings, "language", "") or QLocale.system().name())
    appearance = application.findChild(Appearance, APPEARANCE) or Appearance(
        application, read_text(settings, "theme", SYSTEM), read_size(settings)
    )
    folder = home or data_folder()
    author = read_text(settings, "author", "")
    workspace = Workspace(folder / "working", author, ChosenFiles(settings))
    window = MainWindow(workspace, settings, appearance)
    workspace.setParent(window)
    return window


def speak(application: QApplication, code: str) -> None:
    """Say everything in a language from now on, as far as it is known, and in its direction."""
    use_language(code)
    mirrored = is_right_to_left(language())
    direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    application.setLayoutDirection(direction)
    _speak_in_dialogs(application, language())


def _speak_in_dialogs(application: QApplication, code: str) -> None:
    """Let the buttons and dialogs that come with Qt say their words in the same language."""
    spoken = application.findChild(QObject, SPOKEN)
    if spoken is None and code == "en":
        return  # as at most starts
    from PySide6.QtCore import QLibraryInfo, QTranslator

    if isinstance(spoken, QTranslator):
        application.removeTranslator(spoken)
        spoken.setParent(None)
    if code != "en":
        translator = QTranslator(application)
        translator.setObjectName(SPOKEN)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{code}", folder):
            application.installTranslator(translator)

"""Where the officer is asked for files first, so that every dialog begins in the same place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from app.wording import _

if TYPE_CHECKING:
    from app.desktop.workspace import Workspace

Place = QStandardPaths.StandardLocation
SUFFIX = ".poise"


def documents_folder() -> Path:
    """The user's folder for documents; their own folder where there is none.

    A dialog takes a folder that is not there for the name of a file and begins elsewhere.
    """
    found = Path(QStandardPaths.writableLocation(Place.DocumentsLocation))
    return found if found.is_dir() else Path(QStandardPaths.writableLocation(Place.HomeLocation))


def assessments_filter() -> str:
    """Which files are ours, for a file dialog."""
    return _("Counterpoise assessments ({pattern})").format(pattern=f"*{SUFFIX}")


def folder_of(workspace: Workspace) -> Path:
    """The folder of the open file; that for documents where nothing is in a file yet."""
    path = workspace.path
    return path.parent if path is not None and path.parent.is_dir() else documents_folder()

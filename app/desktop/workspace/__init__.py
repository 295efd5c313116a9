"""The one door to the open assessment: opening, editing, keeping and publishing it."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.desktop.workspace.change import Change
    from app.desktop.workspace.early_reading import EarlyReading
    from app.desktop.workspace.session import Workspace
    from db.store import Unfinished

__all__ = ["Change", "EarlyReading", "Unfinished", "Workspace"]

_HOMES = {
    "Change": "app.desktop.workspace.change",
    "EarlyReading": "app.desktop.workspace.early_reading",
    "Unfinished": "db.store",
    "Workspace": "app.desktop.workspace.session",
}


def __getattr__(name: str) -> object:
    """Load each part when it is asked for: reading a file begins before Qt is loaded."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(_HOMES[name]), name)

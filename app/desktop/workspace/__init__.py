"""The one door to the open assessment: opening, editing, keeping and publishing it."""

from typing import TYPE_CHECKING

from app.desktop.workspace.session import Change, Workspace

if TYPE_CHECKING:
    from db.store import Unfinished

__all__ = ["Change", "Unfinished", "Workspace"]

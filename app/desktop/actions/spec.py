"""What an action is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.desktop.actions.commands import Commands


class ActionSpec(NamedTuple):
    """One action.

    shortcut: in Qt's portable notation, empty when there is none; run: what it does, given the
    commands; needs: what must be there for it to be enabled (nothing, "open", "trial", "undo",
    "redo"); group: actions of one group exclude each other and show which is chosen.
    """

    id: str
    text: str
    tip: str
    shortcut: str
    run: Callable[[Commands], object]
    needs: str = ""
    group: str = ""

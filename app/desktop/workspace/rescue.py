"""What can be done about a file that is damaged."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.desktop.waiting import beside
from app.wording import _

if TYPE_CHECKING:
    from db.errors import Trouble
    from db.salvage import Recovery


def is_damage(trouble: Trouble) -> bool:
    """Whether a file was refused as damaged: something in it may still be readable."""
    from db.gate.container import damaged

    return trouble.message == damaged(Path()).message


def recover(path: Path) -> Recovery:
    """What is readable of a damaged file, which is only read.

    Raises `db.errors.Trouble`, and `Stopped` when the officer would not wait.
    """
    from db.salvage import salvage

    said = _("Reading what is left of {file} …").format(file=path.name)
    return beside(lambda: salvage(path, _("Recovered: {title}")), said, may_stop=True)

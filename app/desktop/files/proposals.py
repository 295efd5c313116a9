"""Names that are proposed for files: never that of a file that is there already."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from app.desktop.files.documents import SUFFIX

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 60
"""Characters of a title in the name of a file."""


def name_of(title: str) -> str:
    """A file name without its ending, made of an assessment's title."""
    kept = "".join(c if c.isalnum() or c in " -_" else " " for c in title)
    return " ".join(kept.split())[:LONGEST].strip() or "assessment"


def propose(folder: Path, title: str, note: str = "") -> Path:
    """A file for an assessment with this title, with a note in brackets of what it is."""
    name = name_of(title)
    return _free(folder, f"{name} ({note})" if note else name)


def propose_beside(path: Path) -> Path:
    """Another file beside one: its name with the next number."""
    return _free(path.parent, re.sub(r" \d+$", "", path.stem), path)


def _free(folder: Path, name: str, taken: Path | None = None) -> Path:
    """The first of NAME, NAME 2, NAME 3 … that is no file yet."""
    for number in count(1):
        path = folder / f"{name if number == 1 else f'{name} {number}'}{SUFFIX}"
        if path != taken and not path.exists():
            return path
    raise AssertionError("numbers do not end")

"""Blocks of cells from a spreadsheet, and where they come to stand."""

import csv
import io
from typing import NamedTuple

from app.wording import _, ngettext

Place = tuple[int, int]
Block = list[list[str]]


class Placed(NamedTuple):
    """A copied cell: where it goes, its row and column in what was copied, and what it says."""

    place: Place
    origin: Place
    typed: str


def read_block(text: str) -> Block:
    """Copied cells as rows of equal length; an empty block when there are none."""
    try:
        lines = list(csv.reader(io.StringIO(text.rstrip("\r\n"), newline=""), delimiter="\t"))
    except csv.Error:  # no cell of a spreadsheet is that long: whatever it is, it is one thing
        return [[text]]
    width = max((len(line) for line in lines), default=0)
    return [line + [""] * (width - len(line)) for line in lines] if width else []


MOST_FAULTS = 5
"""So many faults of a block are named, of the others only how many there are."""


def faults_said(faults: list[str]) -> str:
    """What is wrong with a block that was not pasted."""
    nothing = _("Nothing was pasted.")
    if len(faults) == 1:
        return f"{faults[0]} {nothing}"
    more = len(faults) - MOST_FAULTS
    text = ngettext("… and {count} more.", "… and {count} more.", more).format(count=more)
    return "\n".join((*faults[:MOST_FAULTS], *((text,) if more > 0 else ()), nothing))


def placed(block: Block, chosen: list[Place]) -> list[Placed]:
    """The cells of a block from the first corner of the chosen places on.

    A single cell goes to every chosen place. A block that a chosen rectangle holds several times
    without a rest is repeated in it.
    """
    rows, columns = len(block), len(block[0])
    if rows == columns == 1:
        return [Placed(place, (1, 1), block[0][0]) for place in chosen]
    top, left = min(row for row, _column in chosen), min(column for _row, column in chosen)
    down = max(row for row, _column in chosen) - top + 1
    across = max(column for _row, column in chosen) - left + 1
    whole = down * across == len(chosen) and down % rows == across % columns == 0
    tall, wide = (down, across) if whole else (rows, columns)
    return [
        Placed((top + r, left + c), (r % rows + 1, c % columns + 1), block[r % rows][c % columns])
        for r in range(tall)
        for c in range(wide)
    ]

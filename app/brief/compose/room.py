"""About how many lines blocks take on a page, for a brief that must do with one."""

from collections.abc import Iterable
from math import ceil

from app.brief.blocks import Block, Callout, Cell, Choices, Heading, Paragraph, Runs, Table

IN_A_LINE, IN_A_SMALL_LINE, IN_A_BOX, IN_AN_OPTION = 88, 104, 78, 42
"""Characters that a line holds for certain: of text, of small text, of a box, of a table."""

PAGE = {"a4": 49.5, "letter": 46.8}
"""Lines of text on a page, by the value of its paper."""


def lines_of(blocks: Iterable[Block]) -> float:
    """The lines of text that blocks take together, rather too many than too few."""
    return sum(_lines(block) for block in blocks)


def _lines(block: Block) -> float:
    if isinstance(block, Paragraph):
        small = block.style == "small"
        wide = IN_A_SMALL_LINE if small else IN_A_LINE
        return _rows(block.runs, wide) * (0.83 if small else 1.0) + 0.4
    if isinstance(block, Callout):
        return 3.0 + sum(1.1 * _rows(runs, IN_A_BOX) + 0.3 for runs in block.paragraphs)
    if isinstance(block, Table):
        rows = sum(max(map(_cell, row)) + 0.4 for row in block.rows)
        return 2.0 + rows + (_rows(block.note, IN_A_SMALL_LINE) + 0.5 if block.note else 0.5)
    if isinstance(block, Choices):
        return 2.6 if block.fields else 2.0
    return 2.5 if isinstance(block, Heading) else 0.0


def _cell(cell: Cell) -> float:
    return 0.86 * _rows(cell.runs, IN_AN_OPTION)


def _rows(runs: Runs, width: int) -> int:
    return max(1, ceil(sum(len(run.text) for run in runs) / width))

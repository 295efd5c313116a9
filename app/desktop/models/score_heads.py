"""Names above and beside a copied block: they say where its cells go, in whatever order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.desktop.finding.matching import fold
from app.wording import _

from .numbers import WrongEntry, read_score
from .score_blocks import Block, Place

Names = Sequence[tuple[str, str]]
"""The name and the short form of each option, or of each criterion."""


class Headed(NamedTuple):
    """A block without its headings.

    cells: each with its row and column in what was copied; rows, columns: where each row and
    column of them goes, None where nothing says so.
    """

    cells: list[list[tuple[Place, str]]]
    rows: list[int] | None
    columns: list[int] | None


def read_heads(block: Block, options: Names, leaves: Names) -> Headed:
    """Tell the headings of a block from its cells; also where it lies on its side.

    Raises `WrongEntry` for a heading that names nothing beside others that do.
    """
    told = [
        [((row, column), cell) for column, cell in enumerate(line, 1)]
        for row, line in enumerate(block, 1)
    ]
    if _is_head(told[0], options) or _is_head([line[0] for line in told], leaves):
        told = [list(line) for line in zip(*told, strict=True)]
    top = len(told) > 1 and _is_head(told[0], leaves)
    left = len(told[0]) > 1 and _is_head([line[0] for line in told], options)
    above = told[0][left:] if top else None
    beside = [line[0] for line in told[top:]] if left else None
    return Headed(
        [line[left:] for line in told[top:]],
        None if beside is None else _places(beside, options),
        None if above is None else _places(above, leaves),
    )


def _is_head(line: Sequence[tuple[Place, str]], names: Names) -> bool:
    """Whether a line names things and holds no score."""
    said = [cell for _place, cell in line if cell.strip()]
    return any(_find(cell, names) is not None for cell in said) and not any(map(_is_score, said))


def _is_score(cell: str) -> bool:
    try:
        return not read_score(cell).is_empty
    except WrongEntry:
        return False


def _places(line: Sequence[tuple[Place, str]], names: Names) -> list[int]:
    places: list[int] = []
    for (row, column), cell in line:
        found = _find(cell, names)
        if found is None or found in places:
            text = _(
                "“{name}” is no heading that says where to paste (row {row}, column {column})."
            )
            if found is not None:
                text = _(
                    "“{name}” heads two lines of what you copied (row {row}, column {column})."
                )
            raise WrongEntry(text.format(name=cell.strip(), row=row, column=column))
        places.append(found)
    return places


def _find(cell: str, names: Names) -> int | None:
    said = fold(cell)
    known = (at for at, forms in enumerate(names) if said in map(fold, filter(None, forms)))
    return next(known, None) if said else None

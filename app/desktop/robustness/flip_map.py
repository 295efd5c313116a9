"""The flip map as a table: what its picture shows, to be walked through score by score."""

from __future__ import annotations

from app.analysis.outcome import Outcome
from app.analysis.score_flips import ScoreFlips
from app.charts.flip_pictures import flip_picture
from app.desktop.models.value_grid import Cell, Grid


def flip_grid(outcome: Outcome, found: ScoreFlips) -> Grid:
    """Each score with the score that would change the first place, best option first."""
    picture = flip_picture(outcome, found)
    return Grid(
        columns=picture.columns,
        rows=picture.rows,
        cells=tuple(
            tuple(Cell(cell.text, cell.shade, cell.first, said=cell.said) for cell in row)
            for row in picture.cells
        ),
        corner=picture.corner,
        legend=picture.legend,
    )

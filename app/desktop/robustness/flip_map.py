"""The flip map: for every score, the score at which the first place would change."""

from __future__ import annotations

import numpy as np

from app.analysis.outcome import Outcome
from app.analysis.score_flips import ScoreFlips
from app.desktop.models.value_grid import Cell, Grid
from app.wording import _
from app.wording.robustness.names import cell_name, score_text
from app.wording.robustness.score_moves import score_flip_sentence

FAR = 50.0
"""A change of so many points or more has the palest shade."""


def flip_grid(outcome: Outcome, found: ScoreFlips) -> Grid:
    """Each score with the score that would change the first place, best option first.

    The nearer the change, the deeper the shade; a frame marks the nearest of all.
    """
    problem = outcome.problem
    order = [problem.options.index(option) for option in outcome.ranked]
    distance = np.where(found.possible, np.abs(found.change), np.inf)
    nearest = float(distance.min(initial=np.inf))
    names = outcome.assessment.option_by_id
    return Grid(
        columns=tuple(outcome.assessment.criterion_by_id[leaf].name for leaf in problem.criteria),
        rows=tuple(names[option].name for option in outcome.ranked),
        cells=tuple(
            tuple(
                _cell(outcome, found, (option, leaf), nearest)
                for leaf in range(len(problem.criteria))
            )
            for option in order
        ),
        corner=_("Option"),
        legend=_(
            "Score now → score that changes the first place. "
            "The nearer, the deeper the colour; framed: the nearest."
        ),
    )


def _cell(outcome: Outcome, found: ScoreFlips, at: tuple[int, int], nearest: float) -> Cell:
    if not found.possible[at]:
        said = _("No score of {score} alone changes the first place.")
        return Cell("–", said=said.format(score=cell_name(outcome, *at)))
    to = float(found.value[at])
    change = abs(float(found.change[at]))
    present = to - float(found.change[at])
    text = _step(outcome, at[1], present, to)
    shade = 100.0 * max(0.0, 1.0 - change / FAR)
    return Cell(text, shade, change == nearest, said=score_flip_sentence(outcome, found, at))


def _step(outcome: Outcome, criterion: int, now: float, to: float) -> str:
    """From one score to another, as briefly as they can be told apart, without the unit."""
    unit = outcome.assessment.criterion_by_id[outcome.problem.criteria[criterion]].unit
    shown = ("", "")
    for decimals in range(3):
        shown = (
            score_text(outcome, criterion, now, decimals).removesuffix(unit).strip(),
            score_text(outcome, criterion, to, decimals).removesuffix(unit).strip(),
        )
        if shown[0] != shown[1]:
            break
    return _("{now} → {to}").format(now=shown[0], to=shown[1])

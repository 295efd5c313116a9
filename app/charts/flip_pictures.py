"""The flip map: for every score, the score at which the first place would change."""

import numpy as np

from app.analysis.arrays import FloatArray
from app.analysis.outcome import Outcome
from app.analysis.score_flips import ScoreFlips
from app.wording import _
from app.wording.robustness.names import cell_name, score_text
from app.wording.robustness.score_moves import score_flip_sentence

from .specs import HeatCell, HeatMap

FAR = 50.0
"""A change of so many points or more has the palest shade."""


def flip_picture(outcome: Outcome, found: ScoreFlips, most: int | None = None) -> HeatMap:
    """Each score with the score that would change the first place, best option first.

    The nearer the change, the deeper the shade; a frame marks the nearest of all. most: so many
    options and criteria at most, those nearest to a change and none without one; None for all.
    """
    problem = outcome.problem
    distance = np.where(found.possible, np.abs(found.change), np.inf)
    nearest = float(distance.min(initial=np.inf))
    rows, leaves = _nearest(distance, most)
    ranked = (problem.options.index(option) for option in outcome.ranked)
    order = [option for option in ranked if option in rows]
    criteria, options = outcome.assessment.criterion_by_id, outcome.assessment.option_by_id
    return HeatMap(
        corner=_("Option"),
        columns=tuple(criteria[problem.criteria[leaf]].name for leaf in leaves),
        rows=tuple(options[problem.options[option]].name for option in order),
        cells=tuple(
            tuple(_cell(outcome, found, (option, leaf), nearest) for leaf in leaves)
            for option in order
        ),
        legend=_(
            "Score now → score that changes the first place. "
            "The nearer, the deeper the colour; framed: the nearest."
        ),
    )


def _nearest(distance: FloatArray, most: int | None) -> tuple[list[int], list[int]]:
    """The options and the criteria to show, in the order in which they stand."""
    options, criteria = distance.shape
    if most is None:
        return list(range(options)), list(range(criteria))
    rows = _smallest(distance.min(axis=1), most)
    columns = _smallest(distance[rows].min(axis=0, initial=np.inf), most)
    return [row for row in rows if np.isfinite(distance[row, columns]).any()], columns


def _smallest(distance: FloatArray, most: int) -> list[int]:
    """The places of the `most` smallest distances that are any, in their order."""
    order: list[int] = np.argsort(distance, kind="stable")[:most].tolist()
    return sorted(place for place in order if np.isfinite(distance[place]))


def _cell(outcome: Outcome, found: ScoreFlips, at: tuple[int, int], nearest: float) -> HeatCell:
    if not found.possible[at]:
        said = _("No score of {score} alone changes the first place.")
        return HeatCell("–", said=said.format(score=cell_name(outcome, *at)))
    to = float(found.value[at])
    change = abs(float(found.change[at]))
    present = to - float(found.change[at])
    text = _step(outcome, at[1], present, to)
    shade = 100.0 * max(0.0, 1.0 - change / FAR)
    said = score_flip_sentence(outcome, found, at)
    return HeatCell(text, shade, change == nearest, said=said)


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

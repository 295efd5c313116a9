"""What to find out next: which score or weight, known exactly, would change the advice."""

from typing import NamedTuple

import numpy as np

from app.analysis.information import Information
from app.analysis.outcome import Outcome
from app.wording.language import _

from .names import cell_name, criterion_name, leader_of, option_name, part, small_points


class Lesson(NamedTuple):
    """One thing to learn: a score, or (option None) a weight; what it is worth, and how often.

    gain: points of value by which the choice would be better on average; change: share of its
    range, 0 to 1, over which another option would be chosen.
    """

    option: int | None
    criterion: int
    gain: float
    change: float


def lessons(found: Information, most: int) -> tuple[Lesson, ...]:
    """What could change the choice, the most telling first."""
    rows = [
        Lesson(int(i), int(j), float(found.scores_gain[i, j]), float(found.scores_change[i, j]))
        for i, j in np.argwhere(found.scores_change > 0.0)
    ]
    rows += [
        Lesson(None, int(j), float(found.weights_gain[j]), float(found.weights_change[j]))
        for j in np.flatnonzero(found.weights_change > 0.0)
    ]
    return tuple(sorted(rows, key=lambda row: (-row.gain, -row.change))[:most])


def lesson_sentence(outcome: Outcome, lesson: Lesson) -> str:
    """What knowing one thing exactly would do."""
    text = (
        _(
            "Knowing the weight of {name} exactly would change the choice over {share} of its "
            "range, and is worth {points} on average."
        )
        if lesson.option is None
        else _(
            "Knowing the score of {name} exactly would change the choice over {share} of its "
            "range, and is worth {points} on average."
        )
    )
    name = (
        criterion_name(outcome, lesson.criterion)
        if lesson.option is None
        else cell_name(outcome, lesson.option, lesson.criterion)
    )
    return text.format(name=name, share=part(lesson.change), points=gain_text(lesson.gain))


def gain_text(gain: float) -> str:
    """Points of value gained on average."""
    return _("{points} points").format(points=small_points(gain))


def nothing_to_learn_sentence(outcome: Outcome) -> str:
    """That no single piece of knowledge would change the choice."""
    if len(outcome.problem.options) < 2:
        return ""
    return _(
        "Knowing any single score or weight exactly, within the ranges stated, would not change "
        "the choice."
    )


def mean_winner_sentence(outcome: Outcome, found: Information) -> str:
    """That lopsided ranges put another option first than the likely scores; else empty."""
    if found.winner == leader_of(outcome):
        return ""
    return _(
        "With every score at the middle of its range rather than at its likely value, {winner} "
        "would be first: the ranges lean to one side."
    ).format(winner=option_name(outcome, found.winner))

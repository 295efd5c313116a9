"""How wrong scores may be, which single score would change the first place, and what ranges do."""

import numpy as np

from app.analysis.outcome import Outcome
from app.analysis.score_flips import Effort, ScoreFlips
from app.analysis.tornado import Tornado
from app.wording.language import _
from app.wording.numbers import points

from .names import (
    cell_name,
    criterion_name,
    leader_of,
    leaf_of,
    option_name,
    score_text,
    small_points,
)

Cell = tuple[int, int]
"""An option and a criterion, by their indices in the problem."""


def score_tolerance_sentence(outcome: Outcome, found: tuple[float | None, ...]) -> str:
    """By how many points all scores may be wrong before another option draws level."""
    leader = leader_of(outcome)
    if len(found) < 2:
        return ""
    rivals = [(tolerance, i) for i, tolerance in enumerate(found) if i != leader]
    reached = [(tolerance, i) for tolerance, i in rivals if tolerance is not None]
    if not reached:
        return _("{leader} stays first however wrong all scores are.").format(
            leader=option_name(outcome, leader)
        )
    least, rival = min(reached)
    return _(
        "If every score of {leader} were {points} points too high, and every score of {rival} as "
        "much too low, the two would be level."
    ).format(
        leader=option_name(outcome, leader),
        rival=option_name(outcome, rival),
        points=small_points(least),
    )


def nearest_flips(found: ScoreFlips, most: int) -> tuple[Cell, ...]:
    """The scores whose smallest change gives the first place away, the nearest first."""
    distance = np.where(found.possible, np.abs(found.change), np.inf)
    order = np.argsort(distance, axis=None, kind="stable")[:most].tolist()
    columns = distance.shape[1]
    cells = [(at // columns, at % columns) for at in order]
    return tuple(cell for cell in cells if found.possible[cell])


def score_flip_sentence(outcome: Outcome, found: ScoreFlips, cell: Cell) -> str:
    """How far one score would have to fall or rise for the first place to change."""
    option, criterion = cell
    to = float(found.value[cell])
    present = to - float(found.change[cell])
    worst, best = (leaf_of(outcome, criterion).worst, leaf_of(outcome, criterion).best)
    rises = (found.change[cell] > 0) == (best > worst)
    texts = {
        (True, True): _(
            "{option}'s score on {criterion} would have to rise from {now} to {to} for {rival} to "
            "draw level."
        ),
        (True, False): _(
            "{option}'s score on {criterion} would have to fall from {now} to {to} for {rival} to "
            "draw level."
        ),
        (False, True): _(
            "{option}'s score on {criterion} would have to rise from {now} to {to} for it to draw "
            "level with {leader}."
        ),
        (False, False): _(
            "{option}'s score on {criterion} would have to fall from {now} to {to} for it to draw "
            "level with {leader}."
        ),
    }
    leader = leader_of(outcome)
    return texts[option == leader, bool(rises)].format(
        option=option_name(outcome, option),
        criterion=criterion_name(outcome, criterion),
        now=score_text(outcome, criterion, present),
        to=score_text(outcome, criterion, to),
        rival=option_name(outcome, int(found.leader[cell])),
        leader=option_name(outcome, leader),
    )


def no_score_flip_sentence(outcome: Outcome) -> str:
    """That no single score can change the first place."""
    return _("No single score, however wrong, takes the first place from {leader}.").format(
        leader=option_name(outcome, leader_of(outcome))
    )


def effort_sentences(outcome: Outcome, found: tuple[Effort | None, ...]) -> tuple[str, ...]:
    """By how much each other option's own scores would have to be better, the nearest first."""
    leader = leader_of(outcome)
    rows = [(row.each, i) for i, row in enumerate(found) if row is not None and i != leader]
    said = [
        _("{option} would draw level if each of its scores were {points} points better.").format(
            option=option_name(outcome, option), points=small_points(each)
        )
        for each, option in sorted(rows)
    ]
    said += [
        _("{option} would not draw level even with the best score on everything.").format(
            option=option_name(outcome, option)
        )
        for option, row in enumerate(found)
        if row is None
    ]
    return tuple(said)


def widest_bars(found: Tornado, most: int) -> tuple[Cell, ...]:
    """The scores whose range moves their option's value most, the widest first."""
    width = found.rise - found.fall
    order = np.argsort(-width, axis=None, kind="stable")[:most].tolist()
    columns = width.shape[1]
    cells = [(at // columns, at % columns) for at in order]
    return tuple(cell for cell in cells if width[cell] > 0.0)


def tornado_sentence(outcome: Outcome, found: Tornado, cell: Cell) -> str:
    """Between which totals the range of one score moves its option."""
    option = outcome.problem.options[cell[0]]
    total = outcome.total(option)
    text = (
        _(
            "The range of {score} moves its value between {low} and {high}; it alone could change "
            "the first place."
        )
        if found.unseats[cell]
        else _(
            "The range of {score} moves its value between {low} and {high}; it alone cannot change "
            "the first place."
        )
    )
    return text.format(
        score=cell_name(outcome, *cell),
        low=points(total + float(found.fall[cell])),
        high=points(total + float(found.rise[cell])),
    )


def unseating_sentence(outcome: Outcome, found: Tornado) -> str:
    """How many scores could change the first place by their own range alone."""
    cells = np.argwhere(found.unseats).tolist()
    if not cells:
        return _("No single score changes the first place within its stated range.")
    if len(cells) == 1:
        option, criterion = cells[0]
        return _("Only one score could change the first place within its range: {score}.").format(
            score=cell_name(outcome, option, criterion)
        )
    return _("{count} scores could each change the first place within their own range.").format(
        count=len(cells)
    )

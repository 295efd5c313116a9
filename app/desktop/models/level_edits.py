"""Edits of a scale that are one step to the officer and several to the assessment."""

from itertools import pairwise

from app.edits.records import find
from app.edits.scales import remove_level, set_level, set_scale
from db.model import Assessment, Level, ScaleKind


def set_ends(
    assessment: Assessment,
    criterion: str,
    kind: ScaleKind,
    unit: str,
    worst: float,
    best: float,
) -> Assessment:
    """Set a leaf's scale; the words of its worst and best go with them to their new numbers."""
    old = find(assessment, "criteria", criterion)
    if kind is not ScaleKind.NUMERIC:
        unit, worst, best = "", 0.0, 100.0
    moves = [(old.worst, worst), (old.best, best)]
    carried = [
        (found, to)
        for at, to in moves
        if at != to and (found := level_at(assessment, criterion, at)) is not None
    ]
    result = assessment
    for level, _to in carried:
        result = remove_level(result, criterion, level.at)
    result = set_scale(result, criterion, kind, unit, worst, best)
    for level, to in carried:
        result = set_level(result, criterion, to, level.words)
    return result


def move_level(assessment: Assessment, criterion: str, at: float, to: float) -> Assessment:
    """Put a level at another number; its words and its value stay."""
    level = level_at(assessment, criterion, at)
    if level is None or at == to:
        return assessment
    without = remove_level(assessment, criterion, at)
    return set_level(without, criterion, to, level.words, level.value)


def describe(assessment: Assessment, criterion: str, at: float, words: str) -> Assessment:
    """Set the words of a level; a level without words and value is not kept at the ends."""
    leaf = find(assessment, "criteria", criterion)
    level = level_at(assessment, criterion, at)
    value = None if level is None else level.value
    if not words.strip() and value is None and at in (leaf.worst, leaf.best):
        return remove_level(assessment, criterion, at)
    return set_level(assessment, criterion, at, words, value)


def set_worth(assessment: Assessment, criterion: str, at: float, value: float | None) -> Assessment:
    """Set the value that a level is worth, or let the value function run straight past it."""
    level = level_at(assessment, criterion, at)
    return set_level(assessment, criterion, at, "" if level is None else level.words, value)


def widest_gap(assessment: Assessment, criterion: str) -> float:
    """The middle of the longest stretch of a scale without a level."""
    leaf = assessment.criterion_by_id[criterion]
    levels = assessment.levels_by_criterion.get(criterion, ())
    known = sorted({leaf.worst, leaf.best, *(level.at for level in levels)})
    gaps = list(pairwise(known))
    low, high = max(gaps, key=lambda gap: gap[1] - gap[0])
    return (low + high) / 2


def level_at(assessment: Assessment, criterion: str, at: float) -> Level | None:
    """The level at a number, None where there is none."""
    for level in assessment.levels_by_criterion.get(criterion, ()):
        if level.at == at:
            return level
    return None

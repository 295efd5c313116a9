"""Edits of scores."""

import math
from collections.abc import Iterable
from typing import Any

import msgspec

from db.model import Assessment, Criterion, PerspectiveKind, ScaleKind, Score, ScoreEvidence, Stance
from db.model.rows import put, take
from db.model.tree import is_leaf

from . import records
from .refusal import EditRefused


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A score to be set: None as `likely` takes the number away and keeps what is said of it."""

    option: str
    criterion: str
    likely: float | None
    low: float | None = None
    high: float | None = None


def set_score(
    assessment: Assessment,
    assessor: str,
    option: str,
    criterion: str,
    likely: float | None,
    low: float | None = None,
    high: float | None = None,
) -> Assessment:
    """Set one score, with or without a range; its rationale and grades stay."""
    entry = Entry(option=option, criterion=criterion, likely=likely, low=low, high=high)
    return set_scores(assessment, assessor, [entry])


def set_scores(assessment: Assessment, assessor: str, entries: Iterable[Entry]) -> Assessment:
    """Set many scores at once: all of them, or none if one is refused."""
    _find_assessor(assessment, assessor)
    rows = {
        (row.option, row.criterion): row for row in assessment.scores if row.assessor == assessor
    }
    for entry in entries:
        _check(assessment, entry)
        old = rows.get((entry.option, entry.criterion)) or Score(
            assessor=assessor, option=entry.option, criterion=entry.criterion
        )
        rows[entry.option, entry.criterion] = msgspec.structs.replace(
            old, likely=entry.likely, low=entry.low, high=entry.high
        )
    others = [row for row in assessment.scores if row.assessor != assessor]
    return _with_scores(assessment, [*others, *rows.values()])


def annotate_score(
    assessment: Assessment, assessor: str, option: str, criterion: str, **fields: Any
) -> Assessment:
    """Set a score's rationale, basis or confidence; there may be no number yet."""
    _find_assessor(assessment, assessor)
    key = (assessor, option, criterion)
    old = assessment.score_by_key.get(key) or Score(
        assessor=assessor, option=option, criterion=criterion
    )
    new = records.tidied("scores", msgspec.structs.replace(old, **fields))
    if new == assessment.score_by_key.get(key):
        return assessment
    return msgspec.structs.replace(assessment, scores=put(assessment.scores, new))


def clear_scores(
    assessment: Assessment, assessor: str, cells: Iterable[tuple[str, str]]
) -> Assessment:
    """Take scores away, (option, criterion) each, with everything said of them."""
    gone = {(assessor, option, criterion) for option, criterion in cells}
    scores = tuple(
        row for row in assessment.scores if (row.assessor, row.option, row.criterion) not in gone
    )
    evidence = tuple(
        row
        for row in assessment.score_evidence
        if (row.assessor, row.option, row.criterion) not in gone
    )
    if len(scores) == len(assessment.scores):
        return assessment
    return msgspec.structs.replace(assessment, scores=scores, score_evidence=evidence)


def link_evidence(
    assessment: Assessment,
    assessor: str,
    option: str,
    criterion: str,
    extract: str,
    stance: Stance = Stance.SUPPORTS,
) -> Assessment:
    """Say that an extract supports or contradicts a score."""
    records.find(assessment, "extracts", extract)
    present = annotate_score(assessment, assessor, option, criterion)
    link = ScoreEvidence(
        assessor=assessor, option=option, criterion=criterion, extract=extract, stance=stance
    )
    return msgspec.structs.replace(present, score_evidence=put(present.score_evidence, link))


def unlink_evidence(
    assessment: Assessment, assessor: str, option: str, criterion: str, extract: str
) -> Assessment:
    """Take the link between an extract and a score away."""
    key = (assessor, option, criterion, extract)
    return msgspec.structs.replace(assessment, score_evidence=take(assessment.score_evidence, key))


def _with_scores(assessment: Assessment, rows: list[Score]) -> Assessment:
    scores = tuple(sorted(rows, key=lambda row: (row.assessor, row.option, row.criterion)))
    if scores == assessment.scores:
        return assessment
    return msgspec.structs.replace(assessment, scores=scores)


def _find_assessor(assessment: Assessment, assessor: str) -> None:
    row = records.find(assessment, "perspectives", assessor)
    if row.kind is not PerspectiveKind.ASSESSOR:
        raise EditRefused(
            "“{name}” is an actor: it weighs, and the assessor of record scores.", name=row.name
        )


def _check(assessment: Assessment, entry: Entry) -> None:
    records.find(assessment, "options", entry.option)
    row = records.find(assessment, "criteria", entry.criterion)
    if not is_leaf(assessment, entry.criterion):
        raise EditRefused("“{name}” is a branch; score the criteria below it.", name=row.name)
    stated = [x for x in (entry.low, entry.likely, entry.high) if x is not None]
    if any(not math.isfinite(number) for number in stated):
        raise EditRefused("A score must be a number.")
    _check_bounds(row, stated)
    if stated != sorted(stated):
        raise EditRefused("Low, likely and high must not fall: give them from low to high.")
    if entry.likely is None and stated:
        raise EditRefused("A range needs a likely value between its ends.")


def _check_bounds(row: Criterion, stated: list[float]) -> None:
    if row.scale is ScaleKind.NUMERIC:
        bottom, top = -1e15, 1e15
    else:
        bottom, top = 0.0, 100.0
    for number in stated:
        if not bottom <= number <= top:
            raise EditRefused(
                "{number:g} is outside the scale of “{name}”, which runs from {bottom:g} to "
                "{top:g}.",
                number=number,
                name=row.name,
                bottom=bottom,
                top=top,
            )

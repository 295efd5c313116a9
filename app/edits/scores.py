"""Edits of scores.

A score about which nothing is said any more (no number, no words, no grade, no evidence) is not
kept: taking everything back leads to the assessment as it was before.
"""

import math
from collections.abc import Iterable

import msgspec
from msgspec import UNSET, UnsetType

from db.model import (
    Assessment,
    Basis,
    Confidence,
    Criterion,
    PerspectiveKind,
    ScaleKind,
    Score,
    ScoreEvidence,
    Stance,
)
from db.model.fields import MAGNITUDE_LIMIT
from db.model.rows import put, take
from db.model.tables import key_of
from db.model.tree import is_leaf

from . import records
from .refusal import EditRefused
from .room import with_room


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
    scores = assessment.scores
    evidence = _with_evidence(assessment)
    for entry in entries:
        _check(assessment, entry)
        score = msgspec.structs.replace(
            _present(assessment, assessor, entry.option, entry.criterion),
            likely=_positive_zero(entry.likely),
            low=_positive_zero(entry.low),
            high=_positive_zero(entry.high),
        )
        scores = _kept(scores, score, evidence)
    return _with_scores(assessment, scores)


def annotate_score(
    assessment: Assessment,
    assessor: str,
    option: str,
    criterion: str,
    *,
    rationale: str | UnsetType = UNSET,
    basis: Basis | UnsetType | None = UNSET,
    confidence: Confidence | UnsetType | None = UNSET,
) -> Assessment:
    """Set a score's rationale, basis or confidence; there may be no number yet."""
    _find_assessor(assessment, assessor)
    _find_cell(assessment, option, criterion)
    said = {"rationale": rationale, "basis": basis, "confidence": confidence}
    score = msgspec.structs.replace(
        _present(assessment, assessor, option, criterion),
        **{field: value for field, value in said.items() if value is not UNSET},
    )
    tidy = records.tidied(assessment, "scores", score)
    scores = _kept(assessment.scores, tidy, _with_evidence(assessment))
    return _with_scores(assessment, scores)


def clear_scores(
    assessment: Assessment, assessor: str, cells: Iterable[tuple[str, str]]
) -> Assessment:
    """Take scores away, (option, criterion) each, with everything said of them."""
    gone = {(assessor, option, criterion) for option, criterion in cells}
    scores = tuple(row for row in assessment.scores if key_of(row) not in gone)
    links = tuple(row for row in assessment.score_evidence if key_of(row)[:3] not in gone)
    result = _with_scores(assessment, scores)
    if links == assessment.score_evidence:
        return result
    return msgspec.structs.replace(result, score_evidence=links)


def link_evidence(
    assessment: Assessment,
    assessor: str,
    option: str,
    criterion: str,
    extract: str,
    stance: Stance = Stance.SUPPORTS,
) -> Assessment:
    """Say that an extract supports or contradicts a score; there may be no number yet."""
    _find_assessor(assessment, assessor)
    _find_cell(assessment, option, criterion)
    records.find(assessment, "extracts", extract)
    link = ScoreEvidence(
        assessor=assessor, option=option, criterion=criterion, extract=extract, stance=stance
    )
    links = put(assessment.score_evidence, link)
    if links is assessment.score_evidence:
        return assessment
    scores = put(assessment.scores, _present(assessment, assessor, option, criterion))
    linked = msgspec.structs.replace(assessment, scores=scores, score_evidence=links)
    return with_room(linked, "scores", "score_evidence")


def unlink_evidence(
    assessment: Assessment, assessor: str, option: str, criterion: str, extract: str
) -> Assessment:
    """Take the link between an extract and a score away."""
    links = take(assessment.score_evidence, (assessor, option, criterion, extract))
    if links is assessment.score_evidence:
        return assessment
    result = msgspec.structs.replace(assessment, score_evidence=links)
    score = _present(result, assessor, option, criterion)
    return _with_scores(result, _kept(result.scores, score, _with_evidence(result)))


def _present(assessment: Assessment, assessor: str, option: str, criterion: str) -> Score:
    """The score as it is, or one about which nothing is said yet."""
    return assessment.score_by_key.get((assessor, option, criterion)) or Score(
        assessor=assessor, option=option, criterion=criterion
    )


def _with_evidence(assessment: Assessment) -> frozenset[tuple[str, str, str]]:
    return frozenset((row.assessor, row.option, row.criterion) for row in assessment.score_evidence)


def _kept(
    scores: tuple[Score, ...], score: Score, evidence: frozenset[tuple[str, str, str]]
) -> tuple[Score, ...]:
    """Scores with this one in its place, or without it when nothing is said of it."""
    key = (score.assessor, score.option, score.criterion)
    silent = Score(assessor=score.assessor, option=score.option, criterion=score.criterion)
    if score == silent and key not in evidence:
        return take(scores, key)
    return put(scores, score)


def _with_scores(assessment: Assessment, scores: tuple[Score, ...]) -> Assessment:
    if scores == assessment.scores:
        return assessment
    return with_room(msgspec.structs.replace(assessment, scores=scores), "scores")


def _find_assessor(assessment: Assessment, assessor: str) -> None:
    row = records.find(assessment, "perspectives", assessor)
    if row.kind is not PerspectiveKind.ASSESSOR:
        raise EditRefused(
            "“{name}” is an actor: it weighs, and the assessor of record scores.", name=row.name
        )


def _find_cell(assessment: Assessment, option: str, criterion: str) -> Criterion:
    records.find(assessment, "options", option)
    row: Criterion = records.find(assessment, "criteria", criterion)
    if not is_leaf(assessment, criterion):
        raise EditRefused("“{name}” is a branch; score the criteria below it.", name=row.name)
    return row


def _check(assessment: Assessment, entry: Entry) -> None:
    row = _find_cell(assessment, entry.option, entry.criterion)
    stated = [x for x in (entry.low, entry.likely, entry.high) if x is not None]
    if any(math.isnan(number) for number in stated):
        raise EditRefused("A score must be a number.")
    _check_bounds(row, stated)
    if stated != sorted(stated):
        raise EditRefused("Low, likely and high must not fall: give them from low to high.")
    if entry.likely is None and stated:
        raise EditRefused("A range needs a likely value between its ends.")


def _check_bounds(row: Criterion, stated: list[float]) -> None:
    if row.scale is ScaleKind.NUMERIC:
        bottom, top = -MAGNITUDE_LIMIT, MAGNITUDE_LIMIT
    else:
        bottom, top = 0.0, 100.0
    for number in stated:
        if not bottom <= number <= top:
            raise EditRefused(
                "{number:.10g} is outside the scale of “{name}”, which runs from {bottom:g} to "
                "{top:g}.",
                number=number,
                name=row.name,
                bottom=bottom,
                top=top,
            )


def _positive_zero(number: float | None) -> float | None:
    """The number as a float, never a negative zero: what is equal is kept alike."""
    return None if number is None else number + 0.0

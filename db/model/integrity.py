"""What must be true of a whole assessment beyond the bounds of its single fields."""

from collections.abc import Iterator
from operator import attrgetter

from msgspec import inspect

from .assessment import Assessment
from .bounds import crowding_problems
from .characters import is_blank, is_plain
from .criteria import ScaleKind
from .fields import PROSE_LIMIT, Row
from .judgements import PerspectiveKind, Score
from .tables import Column, Table, key_of, tables

_LINE_ENDS = frozenset("\n\u2028\u2029")


class InvalidAssessment(ValueError):
    """Content that cannot be an assessment; the message is a sentence for the officer."""


def check(assessment: Assessment) -> None:
    """Raise `InvalidAssessment` at the first thing that is wrong with the assessment as a whole."""
    for problem in problems(assessment):
        raise InvalidAssessment(problem)


def problems(assessment: Assessment) -> Iterator[str]:
    """Sentences on everything that is wrong with the assessment as a whole.

    Where there is too much of anything, or keys, references or the tree are broken, what rests on
    that is not looked at.
    """
    crowded = False
    for problem in crowding_problems(assessment):
        crowded = True
        yield problem
    if crowded:
        return
    broken = False
    for problem in _table_and_tree_problems(assessment):
        broken = True
        yield problem
    if not broken:
        yield from _scale_problems(assessment)
        yield from _judgement_problems(assessment)


def _table_and_tree_problems(assessment: Assessment) -> Iterator[str]:
    ids = {
        table.name: {row.id for row in getattr(assessment, table.name)}
        for table in tables().values()
        if table.ordered
    }
    for table in tables().values():
        rows = getattr(assessment, table.name)
        yield from _table_problems(table, (rows,) if table.single else rows, ids)
    yield from _tree_problems(assessment)


def _table_problems(table: Table, rows: tuple[Row, ...], ids: dict[str, set[str]]) -> Iterator[str]:
    if not table.single:
        keys = list(map(key_of, rows))
        if len(set(keys)) != len(keys):
            yield f"Two rows of “{table.name}” have the same key."
        if not table.ordered and keys != sorted(keys):
            yield f"The rows of “{table.name}” are not in the order of their keys."
    for column in table.columns:
        values = map(attrgetter(column.name), rows)
        if column.references is not None:
            yield from _reference_problems(table.name, column, values, ids[column.references])
        elif isinstance(column.type, inspect.StrType):
            yield from _text_problems(table.name, column, column.type, values)


def _reference_problems(
    table: str, column: Column, values: Iterator[str | None], ids: set[str]
) -> Iterator[str]:
    for _ in set(values) - ids - {None}:
        yield f"A row of “{table}” points at something that is not there (field “{column.name}”)."


def _text_problems(
    table: str, column: Column, kind: inspect.StrType, texts: Iterator[str]
) -> Iterator[str]:
    one_line = kind.max_length != PROSE_LIMIT
    for text in dict.fromkeys(texts):  # most are empty, or said of many rows
        if not is_plain(text):
            yield f"A text of “{table}” holds control characters (field “{column.name}”)."
        elif one_line and not _LINE_ENDS.isdisjoint(text):
            yield f"A text of “{table}” must stand on one line (field “{column.name}”)."
        elif kind.min_length and is_blank(text):
            yield f"A text of “{table}” is empty (field “{column.name}”)."
        elif text.strip() and is_blank(text):
            yield f"A text of “{table}” cannot be seen (field “{column.name}”)."


def _tree_problems(assessment: Assessment) -> Iterator[str]:
    if _has_circle({row.id: row.parent for row in assessment.criteria}):
        yield "The criteria form a circle instead of a tree."
    if _has_circle({row.id: row.cited_in for row in assessment.sources}):
        yield "Sources are cited in one another in a circle."


def _has_circle(above: dict[str, str | None]) -> bool:
    """Whether following what stands above each key ever comes back to it."""
    settled: set[str | None] = {None}
    for start in above:
        seen: set[str] = set()
        node: str | None = start
        while node is not None and node not in settled:
            if node in seen:
                return True
            seen.add(node)
            node = above.get(node)
        settled |= seen
    return False


def _scale_problems(assessment: Assessment) -> Iterator[str]:
    for row in assessment.criteria:
        if row.scale is ScaleKind.NUMERIC:
            if row.worst == row.best:
                yield f"The scale of “{row.name}” has the same worst and best."
        elif (row.worst, row.best) != (0.0, 100.0):
            yield f"The scale of “{row.name}” must run from 0 to 100."
        yield from _level_problems(assessment, row.id, row.name, min(row.worst, row.best))


def _level_problems(
    assessment: Assessment, criterion: str, name: str, bottom: float
) -> Iterator[str]:
    row = assessment.criterion_by_id[criterion]
    levels = assessment.levels_by_criterion.get(criterion, ())
    if any(not bottom <= level.at <= max(row.worst, row.best) for level in levels):
        yield f"A level of “{name}” lies outside its scale."
    stated = [(level.at, level.value) for level in levels if level.value is not None]
    ends = {row.worst: 0.0, row.best: 100.0}
    if any(value != ends.get(at, value) for at, value in stated):
        yield f"The worst of “{name}” must be worth 0 and its best 100."
    values = [value for _, value in sorted({**dict(stated), **ends}.items())]
    if values not in (sorted(values), sorted(values, reverse=True)):
        yield f"The value function of “{name}” goes up and down; it must run one way."


def _judgement_problems(assessment: Assessment) -> Iterator[str]:
    assessors = {row.id for row in assessment.perspectives if row.kind is PerspectiveKind.ASSESSOR}
    if assessment.decision.assessor is not None and assessment.decision.assessor not in assessors:
        yield "The assessor of record is not an assessor."
    if not {row.assessor for row in assessment.scores} <= assessors:
        yield "A score belongs to somebody who is not an assessor."
    leaves = {row.id for row in assessment.criteria} - {row.parent for row in assessment.criteria}
    if not {row.criterion for row in assessment.scores} <= leaves:
        yield "A score stands on a branch of the value tree; only leaves are scored."
    if not {row.criterion for row in assessment.weights} <= leaves:
        yield "A weight stands on a branch of the value tree; only leaves are weighted."
    if not {row.criterion for row in assessment.levels} <= leaves:
        yield "A level stands on a branch of the value tree; only leaves have a scale."
    judged = attrgetter("assessor", "option", "criterion")
    if set(map(judged, assessment.score_evidence)) - set(map(judged, assessment.scores)):
        yield "A piece of evidence is linked to a score that is not there."
    numeric = {row.id for row in assessment.criteria if row.scale is ScaleKind.NUMERIC}
    for row in assessment.scores:
        if not _is_sound(row, bounded=row.criterion not in numeric):
            yield from _score_problems(assessment, row)


def _is_sound(row: Score, *, bounded: bool) -> bool:
    """Whether nothing is wrong with a score: told of each of many thousands, so told quickly."""
    likely = row.likely
    if likely is None:
        return row.low is None and row.high is None
    low = likely if row.low is None else row.low
    high = likely if row.high is None else row.high
    return low <= likely <= high and not (bounded and (low < 0.0 or high > 100.0))


def _score_problems(assessment: Assessment, row: Score) -> Iterator[str]:
    stated = [x for x in (row.low, row.likely, row.high) if x is not None]
    if stated != sorted(stated):
        yield "A score has its low, likely and high in the wrong order."
    if row.likely is None and stated:
        yield "A score has a range but no likely value."
    criterion = assessment.criterion_by_id[row.criterion]
    bounded = criterion.scale is not ScaleKind.NUMERIC
    if bounded and any(not 0.0 <= number <= 100.0 for number in stated):
        yield f"A score on “{criterion.name}” lies outside 0 to 100."

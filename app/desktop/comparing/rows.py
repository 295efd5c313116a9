"""What two versions say differently, as rows: weights, and scores."""

from __future__ import annotations

from collections.abc import Iterator

from app.desktop.models.weights import standing
from app.desktop.widgets.plain_table import TableRow
from app.wording.changes import range_words
from app.wording.numbers import percent, signed
from db.model import Assessment
from db.model.tree import leaves

NOTHING = "–"
HUNDRED = 100.0


def weight_rows(before: Assessment, after: Assessment) -> tuple[TableRow, ...]:
    """The criteria whose share of the weight differs: name, share in each, and the difference.

    Shares are those of each version's assessor of record; a criterion that one of them lacks has
    none there.
    """
    was, now = _shares(before), _shares(after)
    rows = []
    for key, name in _names(before, after, "criteria"):
        old, new = was.get(key), now.get(key)
        said = _percent(old), _percent(new)
        if said[0] != said[1]:
            rows.append(TableRow(key, (name, *said, _moved(old, new))))
    return tuple(rows)


def score_rows(before: Assessment, after: Assessment) -> tuple[TableRow, ...]:
    """The scores that differ: option, criterion, and the score with its range in each.

    Scores are those of each version's assessor of record.
    """
    known = (before.score_by_key, after.score_by_key)
    judges = (before.decision.assessor or "", after.decision.assessor or "")
    criteria = tuple(_names(before, after, "criteria"))
    rows = []
    for option, named in _names(before, after, "options"):
        for criterion, called in criteria:
            pair = zip(known, judges, strict=True)
            said = [range_words(rows_of.get((who, option, criterion))) for rows_of, who in pair]
            if said[0] != said[1]:
                rows.append(TableRow((option, criterion), (named, called, *said)))
    return tuple(rows)


def _names(before: Assessment, after: Assessment, table: str) -> Iterator[tuple[str, str]]:
    """Ids and names of what either version has, as the later one calls it and in its order."""
    there = {row.id: row.name for row in getattr(after, table)}
    gone = {row.id: row.name for row in getattr(before, table) if row.id not in there}
    yield from (there | gone).items()


def _shares(assessment: Assessment) -> dict[str, float]:
    judge = assessment.decision.assessor
    if judge is None:
        return {}
    shares = standing(assessment, judge).shares
    return {leaf.id: shares[leaf.id] for leaf in leaves(assessment)}


def _percent(share: float | None) -> str:
    return NOTHING if share is None else percent(share)


def _moved(old: float | None, new: float | None) -> str:
    """The difference in hundredths of the weight."""
    return NOTHING if old is None or new is None else signed(HUNDRED * (new - old))

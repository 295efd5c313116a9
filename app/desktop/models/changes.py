"""What a scenario does to scores, as it is typed and read."""

from __future__ import annotations

from typing import NamedTuple

from app.desktop.models.numbers import read_number
from app.wording import _
from app.wording.numbers import score, typed, with_sign
from db.model import Assessment, ChangeKind, Criterion, Option

SIGNS = "+-−"


class ChangeLine(NamedTuple):
    """One changed score in words; `typed` is how the change would be typed."""

    option: str
    criterion: str
    option_short: str
    criterion_short: str
    base: str
    words: str
    then: str
    reason: str
    typed: str
    option_name: str
    criterion_name: str


def read_change(text: str) -> tuple[ChangeKind, float]:
    """Read "22" or "=22" (set to), "+5" or "-5" (change by). Raises `WrongEntry`."""
    entry = text.strip()
    if entry.startswith("="):
        return ChangeKind.SET, read_number(entry[1:])
    kind = ChangeKind.ADD if entry[:1] in SIGNS and entry else ChangeKind.SET
    return kind, read_number(entry)


def change_lines(assessment: Assessment, scenario: str) -> tuple[ChangeLine, ...]:
    """The scores that a scenario changes, in the order of options and criteria."""
    from app.analysis.policy.scenarios import in_scenario

    there = in_scenario(assessment, scenario)
    assessor = assessment.decision.assessor or ""
    options = [row.id for row in assessment.options]
    criteria = [row.id for row in assessment.criteria]
    rows = [row for row in assessment.score_changes if row.scenario == scenario]
    rows.sort(key=lambda row: (options.index(row.option), criteria.index(row.criterion)))
    return tuple(
        ChangeLine(
            option=row.option,
            criterion=row.criterion,
            option_short=_short(assessment.option_by_id[row.option]),
            criterion_short=_short(assessment.criterion_by_id[row.criterion]),
            base=_likely(assessment, assessor, row.option, row.criterion),
            words=_words(row.kind, row.amount),
            then=_likely(there, assessor, row.option, row.criterion),
            reason=row.reason,
            typed=_typed(row.kind, row.amount),
            option_name=assessment.option_by_id[row.option].name,
            criterion_name=assessment.criterion_by_id[row.criterion].name,
        )
        for row in rows
    )


def _short(row: Option | Criterion) -> str:
    return row.code or row.name


def _words(kind: ChangeKind, amount: float) -> str:
    if kind is ChangeKind.SET:
        return _("to {number}").format(number=score(amount))
    return _("by {number}").format(number=with_sign(amount))


def _typed(kind: ChangeKind, amount: float) -> str:
    if kind is ChangeKind.ADD:
        return f"+{typed(amount)}" if amount >= 0 else typed(amount)
    return typed(amount) if amount >= 0 else f"={typed(amount)}"


def _likely(assessment: Assessment, assessor: str, option: str, criterion: str) -> str:
    row = assessment.score_by_key.get((assessor, option, criterion))
    return "–" if row is None or row.likely is None else score(row.likely)

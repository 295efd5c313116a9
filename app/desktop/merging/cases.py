"""The conflicts of a merge with what can be chosen about each, and what a choice writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from msgspec import inspect

from app.analysis.outcome import Outcome, find_outcome
from app.wording import _
from app.wording.conflicts import Place
from app.wording.contests import Claim, Contest, put_contest
from app.wording.lists import series
from db.difference import Change, Difference, Mismatch, apply
from db.document import Document, Revision
from db.merge import Conflict, Side, settle
from db.model import LINE_LIMIT, PROSE_LIMIT, Assessment, InvalidAssessment, check
from db.model.tables import key_of, tables
from db.revisions import main_line

LATER: Final = 1_000
BOTH: Final = 1_001
"""Choices besides the number of a side; no conflict has so many."""

_NOTES = ("rationale", "note", "reason", "description")
"""Columns that take a note about their row, the best first."""


class Case(NamedTuple):
    """A conflict, its sides with mine first, how it reads, and where both could be noted."""

    conflict: Conflict
    sides: tuple[Side, ...]
    contest: Contest
    note: Place | None


def cases_of(
    assessment: Assessment,
    conflicts: Sequence[Conflict],
    mine: Document,
    authors: Mapping[str, str],
) -> tuple[Case, ...]:
    """The conflicts in an assessment that is the outcome of a merge, the weightiest first.

    mine: the document whose main line is mine; authors: names by session.
    """
    own = {(row.session, row.counter) for row in main_line(mine)}

    def is_mine(revision: Revision) -> bool:
        return (revision.session, revision.counter) in own

    standing = find_outcome(assessment)
    cases = [
        _with_note(
            assessment,
            _case(assessment, conflict, standing, is_mine, authors),
            _elsewhere(conflict, conflicts),
        )
        for conflict in conflicts
    ]
    return tuple(sorted(cases, key=lambda case: -case.contest.weight))


def decisions_of(assessment: Assessment, chosen: Iterable[tuple[Case, int]]) -> Difference:
    """What must be written so that these choices hold; what is left for later writes nothing."""
    made = [(case, choice) for case, choice in chosen if choice != LATER]
    changes: list[Change] = []
    for case, choice in made:
        changes += _settled(case, choice)
    state = apply(changes, assessment)
    for case, choice in made:
        if choice == BOTH and case.note is not None and case.note not in case.conflict.places:
            change = _noted(state, case.note, _note_text(case))
            changes.append(change)
            state = apply((change,), state)
    return tuple(changes)


def _case(
    assessment: Assessment,
    conflict: Conflict,
    standing: Outcome | None,
    is_mine: Callable[[Revision], bool],
    authors: Mapping[str, str],
) -> Case:
    sides = tuple(sorted(conflict.sides, key=lambda side: not is_mine(side.revision)))
    claims = [
        Claim(
            mine=is_mine(side.revision),
            author=authors.get(side.revision.session, ""),
            time=side.revision.time,
            values=side.values,
            outcome=_outcome(assessment, conflict, side),
        )
        for side in sides
    ]
    return Case(conflict, sides, put_contest(assessment, conflict, claims, standing), None)


def _with_note(assessment: Assessment, case: Case, elsewhere: frozenset[Place]) -> Case:
    place = _note_place(assessment, case.conflict)
    if place is None or place in elsewhere or not _fits(assessment, case, place):
        return case
    return case._replace(note=place)


def _elsewhere(conflict: Conflict, conflicts: Sequence[Conflict]) -> frozenset[Place]:
    """The cells about which other conflicts are: a note there would decide them unseen."""
    return frozenset(p for other in conflicts if other is not conflict for p in other.places)


def _outcome(assessment: Assessment, conflict: Conflict, side: Side) -> Assessment | None:
    try:
        after = apply(settle(conflict, side), assessment)
        if _touches_structure(conflict):
            check(after)
    except (Mismatch, InvalidAssessment):
        return None
    return after


def _touches_structure(conflict: Conflict) -> bool:
    """Whether deciding could leave rows that do not fit together; other cells stand alone."""
    for table, _key, column in conflict.places:
        known = {c.name: c for c in tables()[table].columns}
        if column is None or (column in known and known[column].references is not None):
            return True
    return conflict.kind in ("tree", "scale")


def _settled(case: Case, choice: int) -> Difference:
    if choice != BOTH:
        return settle(case.conflict, case.sides[choice])
    if case.note is not None and case.note in case.conflict.places:
        return (Change(*case.note, case.conflict.before[0], _joined_text(case)),)
    return settle(case.conflict, None)


def _note_place(assessment: Assessment, conflict: Conflict) -> Place | None:
    """Where both sides can be written down; None where there is no such place."""
    table, key, column = conflict.places[0]
    if conflict.kind in ("order", "tree") or any(p[2] is None for p in conflict.places):
        return None
    if conflict.kind == "cell" and column is not None and _takes_prose(table, column):
        return conflict.places[0]
    if table == "decision":
        return ("decision", (), "background")
    if conflict.kind == "weights":
        table, key = "perspectives", key[:1]
    names = [c.name for c in tables()[table].columns if c.name not in tables()[table].key]
    found = next((name for name in _NOTES if name in names), None)
    if found is None or not _is_there(assessment, table, key):
        return None
    return (table, key, found)


def _takes_prose(table: str, column: str) -> bool:
    kind = next(c.type for c in tables()[table].columns if c.name == column)
    return isinstance(kind, inspect.StrType) and (kind.max_length or 0) > LINE_LIMIT


def _is_there(assessment: Assessment, table: str, key: tuple[str | float, ...]) -> bool:
    return any(key_of(row) == tuple(key) for row in getattr(assessment, table))


def _fits(assessment: Assessment, case: Case, place: Place) -> bool:
    if place in case.conflict.places:
        return len(_joined_text(case)) <= PROSE_LIMIT
    return len(_noted(assessment, place, _note_text(case)).after) <= PROSE_LIMIT


def _joined_text(case: Case) -> str:
    """Both texts, one under the other, the second under its author's name."""
    texts = [str(side.values[0]) for side in case.sides]
    parts = [texts[0]]
    for offer, text in zip(case.contest.offers[1:], texts[1:], strict=True):
        parts.append(f"[{offer.whose}]\n{text}")
    return "\n\n".join(part for part in parts if part)


def _note_text(case: Case) -> str:
    said = series(f"{offer.whose}: {offer.words}" for offer in case.contest.offers)
    return _("Not agreed when merging, {title}. {sides}.").format(
        title=case.contest.title, sides=said
    )


def _noted(assessment: Assessment, place: Place, text: str) -> Change:
    table, key, column = place
    rows = getattr(assessment, table)
    row = rows if not key else next(row for row in rows if key_of(row) == tuple(key))
    before = getattr(row, str(column))
    return Change(table, key, column, before, f"{before}\n\n{text}" if before else text)

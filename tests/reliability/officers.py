"""Officers who edit copies of one file, mail them around and merge, with clocks that lie."""

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from unittest import mock

import msgspec

from db.difference import Difference, apply, difference
from db.document import Document, Revision, Session
from db.merge import (
    Conflict,
    Merge,
    merge,
    merged_document,
    settle,
    standing,
    with_affirmations,
)
from db.merge.log import dot_of, join_logs
from db.merge.merging import _joint
from db.model import Assessment, check
from db.model.tables import tables
from db.revisions import check_history
from db.share import History, share
from tests.reliability.hot_edits import hot_edit
from tests.reliability.witness import Witness
from tests.strategies import grown

NOW = datetime(2026, 11, 22, tzinfo=UTC)


@dataclass
class Outcome:
    """What was seen over all histories."""

    histories: int = 0
    edits: int = 0
    merges: int = 0
    restored: int = 0
    conflicts: int = 0
    troubles: Counter[str] = field(default_factory=Counter)


class Officer:
    """Somebody with a copy, a name and a clock."""

    def __init__(self, name: str, document: Document, chance: random.Random) -> None:
        self.name = name
        self.document = document
        self.chance = chance
        self.clock = timedelta(days=chance.randint(-3650, 3650))
        self.session: Session | None = None
        self.backups = [document]

    def edit(self) -> None:
        """Make one random edit, now and then after closing and reopening the file."""
        if self.chance.random() < 0.2:
            self.session = None
        after = hot_edit(self.document.assessment, self.chance)
        self._commit(difference(self.document.assessment, after), after)

    def decide(self) -> None:
        """Decide one open conflict, in favour of anybody."""
        conflicts = standing(self.document).conflicts
        if conflicts:
            conflict = self.chance.choice(conflicts)
            side = self.chance.choice([None, *conflict.sides])
            changes = settle(conflict, side)
            after = apply(changes, self.document.assessment)
            try:
                check(after)
            except ValueError:
                return  # one side alone may not fit what was changed since; the window asks again
            self._commit(changes, after)

    def _commit(self, changes: Difference, after: Assessment) -> None:
        changes = with_affirmations(changes, standing(self.document))
        revision = self._revision(changes)
        sessions = [s for s in self.document.sessions if s.id != revision.session]
        self.document = Document(
            assessment=after,
            sessions=(*sessions, self.session),
            revisions=(*self.document.revisions, revision),
        )

    def _revision(self, changes: Difference) -> Revision:
        if self.session is None:
            self.session = Session(id=_session_id(self.chance), author=self.name, seen=0)
        self.session = msgspec.structs.replace(self.session, seen=self.session.seen + 1)
        return Revision(
            number=self.document.head + 1,
            session=self.session.id,
            counter=self.session.seen,
            parent=self.document.head or None,
            time=int((NOW + self.clock).timestamp()),
            label="Edit",
            changes=changes,
        )

    def restore(self) -> None:
        """Go back to an earlier copy of one's own, as after the loss of a machine."""
        self.document, self.session = self.chance.choice(self.backups), None

    def receive(self, theirs: Document) -> Merge:
        """Merge another officer's copy into one's own."""
        self.backups.append(self.document)
        merged = merge(self.document, theirs)
        self.document = merged_document(
            self.document, merged, author=self.name, when=NOW + self.clock, label="Merge"
        )
        self.session = None
        return merged


def live_through(histories: int, seed: int, steps: int = 14) -> Outcome:
    """Let three officers work through so many random histories, and check every merge."""
    outcome = Outcome()
    for number in range(histories):
        chance = random.Random(seed * 1_000_003 + number)
        with mock.patch("db.merge.merging.new_session_id", partial(_session_id, chance)):
            _live(outcome, chance, steps)
    return outcome


def _session_id(chance: random.Random) -> str:
    return f"{chance.getrandbits(128):032x}"


def _live(outcome: Outcome, chance: random.Random, steps: int) -> None:
    """One history."""
    start = Document(assessment=grown(chance.getrandbits(32), chance.choice((2, 3, 5))))
    officers = [Officer(name, start, chance) for name in ("Amir", "Rosa", "Wei")]
    for _ in range(steps):
        officer = chance.choice(officers)
        step = chance.random()
        if step < 0.62:
            officer.edit()
            outcome.edits += 1
        elif step < 0.73:
            officer.decide()
        elif step < 0.76:
            officer.restore()
            outcome.restored += 1
        else:
            theirs = chance.choice([one for one in officers if one is not officer]).document
            if chance.random() < 0.2:
                theirs = share(theirs, History.ANONYMOUS)
            _check_merge(officer.document, theirs, outcome)
            officer.receive(theirs)
            check_history(officer.document)
            _check_own(officer.document, outcome)
    _check_all_orders([officer.document for officer in officers], outcome)
    outcome.histories += 1


def _check_merge(mine: Document, theirs: Document, outcome: Outcome) -> None:
    """Both directions come to the same, and nothing that anybody wrote is lost."""
    outcome.merges += 1
    ours, back = merge(mine, theirs), merge(theirs, mine)
    outcome.conflicts += len(ours.conflicts)
    if said(ours) != said(back):
        outcome.troubles["the order of a merge matters"] += 1
    if merge(mine, mine).brings_anything or merge(mine, mine).assessment != mine.assessment:
        outcome.troubles["merging a copy with itself changes it"] += 1
    _check_own(mine, outcome)
    try:
        check(ours.assessment)
    except ValueError as error:
        outcome.troubles[f"invalid: {error}"] += 1
    for loss in lost(mine, theirs, ours):
        outcome.troubles[f"lost: {loss}"] += 1


def _check_own(document: Document, outcome: Outcome) -> None:
    """A copy is what its own revisions lead to: the next merge starts from there."""
    if _joint(join_logs(document, document)).assessment() != document.assessment:
        outcome.troubles["a copy is not what its own revisions lead to"] += 1


def _check_all_orders(documents: list[Document], outcome: Outcome) -> None:
    """Whoever merges whom first, all come to the same in the end."""
    results = []
    for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2)):
        first, second, third = (documents[at] for at in order)
        joined = _joined(first, second)
        _check_own(joined, outcome)
        results.append(said(merge(joined, third)))
    if any(result != results[0] for result in results):
        outcome.troubles["the order of several merges matters"] += 1


def _joined(mine: Document, theirs: Document) -> Document:
    return merged_document(mine, merge(mine, theirs), author="X", when=NOW, label="Merge")


def said(merged: Merge) -> tuple[Assessment, frozenset[object]]:
    """What a merge comes to, without the numbers that revisions have in one copy."""
    return merged.assessment, frozenset(map(named, merged.conflicts))


def named(conflict: Conflict) -> object:
    """A conflict as something that can be compared between copies."""
    sides = [(dot_of(side.revision), repr(side.values)) for side in conflict.sides]
    return conflict.kind, conflict.places, repr(conflict.before), tuple(sorted(sides))


def lost(mine: Document, theirs: Document, merged: Merge) -> list[str]:
    """Cells whose last writer finds their value neither there, nor in a conflict, nor overruled."""
    witness = Witness(mine, theirs)
    disputed = {place for conflict in merged.conflicts for place in conflict.places}
    noted = {row for _, row in merged.notes}
    rows = _rows_of(merged.assessment)
    losses = []
    for cell in witness.writes:
        table, key, column = cell
        place = (table, key)
        if column.startswith("marking") or cell in disputed:
            continue
        if (*place, None) in disputed or place in noted:
            continue
        words = witness.last_words(cell)
        if place not in rows:
            if not all(witness.is_covered(dot, place) for dot in words):
                losses.append(f"row of {table}")
        elif msgspec.to_builtins(getattr(rows[place], column)) not in words.values():
            losses.append(f"{table}.{column}")
        elif len(set(map(repr, words.values()))) > 1:
            losses.append(f"undisputed {table}.{column}")
    return losses


def _rows_of(assessment: Assessment) -> dict[tuple[str, tuple[object, ...]], object]:
    found = {}
    for table in tables().values():
        value = getattr(assessment, table.name)
        for row in (value,) if table.single else value:
            found[table.name, tuple(getattr(row, part) for part in table.key)] = row
    return found

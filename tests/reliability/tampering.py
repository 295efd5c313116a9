"""Histories that somebody changed with care: digests and counts fit, only the story does not.

What the gate lets in must be usable: every command that reads a history comes to an answer or to a
sentence, both directions of a merge come to the same, and what a merge makes can be published.
"""

import random
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from db.difference import Change
from db.document import Document, Revision, Session
from db.errors import FileRefused, MergeRefused, Trouble
from db.gate import document_in
from db.image import build_image
from db.merge import merge, merged_document, standing
from db.model.tables import tables
from db.revisions import check_history, state_at, undo_steps
from db.share import History, contents, share
from tests.reliability.officers import NOW, Officer, said
from tests.strategies import grown

replace = msgspec.structs.replace
SECONDS = 5.0
VALUES: tuple[Any, ...] = (
    *(None, "", 0, -1, 1.5, 2.0**60, float("inf"), "x" * 30, "[1,2", b"ab", True, {}, []),
    *({"name": "x"}, ["a"], "TLP:CLEAR", 50.0, "2026-02-30", "a\0b", "\u202eb"),
)
COLUMNS = (None, "position", "name", "likely", "__class__", "marking", "parent", "key", "id")


@dataclass
class Outcome:
    """What was seen over all histories."""

    refused: int = 0
    let_in: int = 0
    slowest: float = 0.0
    troubles: Counter[str] = field(default_factory=Counter)


def tamper_often(number: int, seed: int) -> Outcome:
    """Put so many histories that were tampered with to every use."""
    outcome = Outcome()
    at = 0
    while outcome.refused + outcome.let_in < number:
        chance = random.Random(seed * 1_000_003 + at)
        at += 1
        officers = _at_work(chance)
        honest = chance.choice(officers).document
        for _ in range(12 if honest.revisions else 0):
            _try_one(_tampered(honest, chance), [one.document for one in officers], outcome)
    return outcome


def _at_work(chance: random.Random) -> list[Officer]:
    """Three officers after some edits and merges."""
    start = Document(assessment=grown(chance.getrandbits(32), 3))
    officers = [Officer(name, start, chance) for name in ("Amir", "Rosa", "Wei")]
    for _ in range(12):
        officer = chance.choice(officers)
        if chance.random() < 0.7:
            officer.edit()
        else:
            officer.receive(chance.choice([one for one in officers if one is not officer]).document)
    return officers


def _try_one(tampered: Document, copies: list[Document], outcome: Outcome) -> None:
    try:
        image = build_image(tampered)
    except Exception:  # noqa: BLE001  (our own writer cannot make it: somebody else's might not either)
        return
    start = time.perf_counter()
    try:
        document = document_in(image, Path("a.poise"))
    except FileRefused:
        outcome.refused += 1
        return
    except Exception as error:  # noqa: BLE001  (whatever it is, it is what we look for)
        outcome.troubles[f"the gate ended in {error!r}"[:120]] += 1
        return
    outcome.let_in += 1
    for name, use in _uses(document, copies):
        try:
            use()
        except Trouble:
            continue
        except Exception as error:  # noqa: BLE001
            outcome.troubles[f"{name} ended in {error!r}"[:120]] += 1
    outcome.slowest = max(outcome.slowest, time.perf_counter() - start)


def _uses(document: Document, copies: list[Document]) -> list[tuple[str, Callable[[], object]]]:
    uses: list[tuple[str, Callable[[], object]]] = [
        ("what is open", lambda: standing(document)),
        ("undo", lambda: undo_steps(document)),
        ("what a reader learns", lambda: contents(document)),
        ("every state", lambda: _every_state(document)),
        ("a merge with itself", lambda: merge(document, document)),
    ]
    uses += [(f"a copy with {how}", lambda how=how: share(document, how)) for how in History]
    return uses + [
        ("a merge", lambda copy=copy: _merge_both_ways(document, copy)) for copy in copies
    ]


def _every_state(document: Document) -> None:
    for number in range(document.head + 1):
        with suppress(LookupError):  # on a colleague's line
            state_at(document, number)


def _merge_both_ways(one: Document, other: Document) -> None:
    results = []
    for mine, theirs in ((one, other), (other, one)):
        try:
            merged = merge(mine, theirs)
        except MergeRefused:
            results.append(None)
            continue
        results.append(said(merged))
        check_history(merged_document(mine, merged, author="Wei", when=NOW, label="Merge"))
    assert results[0] == results[1], "the order of a merge matters"


def _tampered(document: Document, chance: random.Random) -> Document:
    """The document with one or two lies in its history."""
    for _ in range(chance.randint(1, 2)):
        document = chance.choice(LIES)(document, chance)
    return document


def _with_revision(document: Document, at: int, **fields: Any) -> Document:
    revisions = list(document.revisions)
    revisions[at] = replace(revisions[at], **fields)
    return replace(document, revisions=tuple(revisions))


def another_change(document: Document, chance: random.Random) -> Document:
    """A change says something else."""
    at = chance.randrange(len(document.revisions))
    changes = list(document.revisions[at].changes)
    if not changes:
        return document
    place = chance.randrange(len(changes))
    everything = [one for r in document.revisions for one in r.changes]
    fields: dict[str, Any] = {
        "before": chance.choice((*VALUES, *(one.before for one in everything))),
        "after": chance.choice((*VALUES, *(one.after for one in everything))),
        "key": chance.choice(everything).key,
        "column": chance.choice(COLUMNS),
        "table": chance.choice(list(tables())),
        "position": chance.choice((None, -1, 0, 5, 2**40)),
    }
    name = chance.choice(list(fields))
    changes[place] = replace(changes[place], **{name: fields[name]})
    return _with_revision(document, at, changes=tuple(changes))


def fewer_changes(document: Document, chance: random.Random) -> Document:
    """A revision leaves out what it did last, or tells it backwards."""
    at = chance.randrange(len(document.revisions))
    changes: tuple[Change, ...] = document.revisions[at].changes
    return _with_revision(document, at, changes=chance.choice((changes[:-1], changes[::-1])))


def another_link(document: Document, chance: random.Random) -> Document:
    """A revision claims to build upon, to merge or to undo another one."""
    at = chance.randrange(len(document.revisions))
    name = chance.choice(("parent", "merged", "undoes"))
    return _with_revision(document, at, **{name: chance.choice((None, *range(1, at + 1)))})


def another_time(document: Document, chance: random.Random) -> Document:
    """A revision from the end of time."""
    at = chance.randrange(len(document.revisions))
    return _with_revision(document, at, time=chance.choice((0, 2**37, 2**38, 2**48)))


def a_revision_of_nobody(document: Document, chance: random.Random) -> Document:
    """One revision more, upon which nothing may be built."""
    session = Session(id=f"{chance.getrandbits(128):032x}", author="Nobody", seen=1)
    source = chance.choice(document.revisions)
    at = chance.randrange(len(document.revisions))
    stranger = replace(source, number=0, session=session.id, counter=1, merged=None, undoes=None)
    told = [*document.revisions[:at], stranger, *document.revisions[at:]]
    numbers = {one.number: number for number, one in enumerate(told, 1)}

    def moved(number: int, one: Revision) -> Revision:
        links = {name: numbers.get(getattr(one, name)) for name in ("parent", "merged", "undoes")}
        if one is stranger:
            links["parent"] = chance.choice((None, number - 1 or None))
        return replace(one, number=number, **links)

    revisions = tuple(moved(number, one) for number, one in enumerate(told, 1))
    return replace(document, sessions=(*document.sessions, session), revisions=revisions)


def a_hidden_merge(document: Document, chance: random.Random) -> Document:
    """An ordinary edit is passed off as a merge, which says nothing by itself."""
    at = chance.randrange(len(document.revisions))
    return _with_revision(document, at, merged=chance.randint(1, at) if at else None)


LIES = (
    another_change,
    another_change,
    another_change,
    fewer_changes,
    another_link,
    another_time,
    a_revision_of_nobody,
    a_hidden_merge,
)

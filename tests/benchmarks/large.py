"""The largest assessment that we promise to handle: 100 options × 50 criteria × 5 assessors."""

import random
from datetime import UTC, datetime
from functools import cache

import msgspec

from db.difference import difference
from db.document import Document, Revision, Session
from db.model import (
    Assessment,
    Basis,
    Confidence,
    Criterion,
    Decision,
    Option,
    Perspective,
    Score,
    Weight,
)
from db.model.rows import canonical

WORDS = [
    "regional",
    "engagement",
    "conditional",
    "recognition",
    "security",
    "women",
    "rights",
    "drugs",
    "trade",
]
NOW = datetime(2026, 11, 22, tzinfo=UTC)


@cache
def large_assessment(options: int = 100, criteria: int = 50, assessors: int = 5) -> Assessment:
    """Every score given, a fifth of them with a note of some words."""
    chance = random.Random(1)
    people = [_row(Perspective, f"Assessor {n}", chance) for n in range(assessors)]
    courses = [_row(Option, f"Option {n}", chance) for n in range(options)]
    aims = [_row(Criterion, f"Criterion {n}", chance) for n in range(criteria)]
    return canonical(
        Assessment(
            decision=Decision(id=_id(chance), title="Large", assessor=people[0].id),
            options=tuple(courses),
            criteria=tuple(aims),
            perspectives=tuple(people),
            weights=tuple(
                Weight(perspective=p.id, criterion=c.id, swing=float(chance.randint(1, 100)))
                for p in people
                for c in aims
            ),
            scores=tuple(
                _score(p.id, o.id, c.id, chance) for p in people for o in courses for c in aims
            ),
        )
    )


def large_document(revisions: int = 200) -> Document:
    """The same with a history of so many edits of single scores."""
    return edited_copy(revisions, seed=2)


def edited_copy(revisions: int, seed: int) -> Document:
    """A copy of the large assessment that somebody edited so many times in one sitting."""
    chance = random.Random(seed)
    value = large_assessment()
    session = Session(id=f"{seed:032x}", author="Rosa", seen=revisions)
    history = []
    for number in range(1, revisions + 1):
        following = rescored(value, chance)
        history.append(
            Revision(
                number=number,
                session=session.id,
                counter=number,
                parent=number - 1 or None,
                time=int(NOW.timestamp()) + number,
                label="Set the score of an option",
                changes=difference(value, following),
            )
        )
        value = following
    return Document(assessment=value, sessions=(session,), revisions=tuple(history))


def rescored(value: Assessment, chance: random.Random) -> Assessment:
    """The assessment with one score changed."""
    at = chance.randrange(len(value.scores))
    score = msgspec.structs.replace(value.scores[at], likely=chance.randrange(200) / 2)
    scores = (*value.scores[:at], score, *value.scores[at + 1 :])
    return msgspec.structs.replace(value, scores=scores)


def _row(kind: type, name: str, chance: random.Random):
    return kind(id=_id(chance), name=name)


def _id(chance: random.Random) -> str:
    return f"{chance.getrandbits(132):033x}"[:22]


def _score(assessor: str, option: str, criterion: str, chance: random.Random) -> Score:
    return Score(
        assessor=assessor,
        option=option,
        criterion=criterion,
        likely=float(chance.randint(0, 100)),
        rationale=" ".join(chance.choices(WORDS, k=8)) if chance.random() < 0.2 else "",
        basis=chance.choice(list(Basis)),
        confidence=chance.choice(list(Confidence)),
    )

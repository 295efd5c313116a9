"""Edits that collide: everybody works on the same few options, weights, scales and texts."""

import random
from collections.abc import Callable

import msgspec

from db.model import Assessment, Level, PerspectiveKind, ScaleKind, Score, Weight, check
from db.model.rows import put, without
from tests.strategies import TEXTS, edited

Edit = Callable[[Assessment, random.Random], Assessment]
replace = msgspec.structs.replace


def hot_edit(assessment: Assessment, chance: random.Random) -> Assessment:
    """A valid assessment one edit away, most often in a place where others work too."""
    for _ in range(20):
        step = chance.choice(STEPS)
        try:
            found = step(assessment, chance)
            check(found)
        except (ValueError, IndexError):
            continue
        return found
    return edited(assessment, chance)


def score(value: Assessment, chance: random.Random) -> Assessment:
    """Score an option, new or again."""
    parents = {row.parent for row in value.criteria}
    leaves = [row for row in value.criteria if row.id not in parents]
    people = [row for row in value.perspectives if row.kind is PerspectiveKind.ASSESSOR]
    key = (people[0].id, value.options[0].id, leaves[0].id)
    old = value.score_by_key.get(key)
    new = old or Score(assessor=key[0], option=key[1], criterion=key[2])
    numbers = sorted(float(chance.randint(0, 20)) for _ in range(3))
    how = chance.randrange(4)
    if how == 0:
        new = replace(new, low=None, likely=numbers[1], high=None)
    elif how == 1:
        new = replace(new, low=numbers[0], likely=numbers[1], high=numbers[2])
    elif how == 2:
        new = replace(new, low=numbers[0])
    else:
        new = replace(new, rationale=chance.choice(TEXTS))
    return replace(value, scores=put(value.scores, new))


def weigh(value: Assessment, chance: random.Random) -> Assessment:
    """Change one swing."""
    parents = {row.parent for row in value.criteria}
    leaves = [row.id for row in value.criteria if row.id not in parents]
    row = Weight(
        perspective=value.perspectives[0].id,
        criterion=chance.choice(leaves),
        swing=float(chance.randint(1, 100)),
    )
    return replace(value, weights=put(value.weights, row))


def rename(value: Assessment, chance: random.Random) -> Assessment:
    """Give the first option another name."""
    row = replace(value.options[0], name=chance.choice(TEXTS))
    return replace(value, options=(row, *value.options[1:]))


def mark(value: Assessment, chance: random.Random) -> Assessment:
    """Mark otherwise."""
    marking = chance.choice(("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:RED"))
    return replace(value, decision=replace(value.decision, marking=marking))


def move(value: Assessment, chance: random.Random) -> Assessment:
    """Move a criterion below another one or to the top."""
    row = chance.choice(value.criteria)
    parent = chance.choice([None, *(other.id for other in value.criteria)])
    moved = replace(row, parent=parent)
    return replace(value, criteria=tuple(moved if r is row else r for r in value.criteria))


def rescale(value: Assessment, chance: random.Random) -> Assessment:
    """Give a criterion another kind of scale; its scores go along."""
    row = value.criteria[0]
    ends = {"scale": ScaleKind.NUMERIC, "worst": -5.0, "best": float(chance.randint(1, 9))}
    if row.scale is ScaleKind.NUMERIC:
        ends = {"scale": ScaleKind.DIRECT, "worst": 0.0, "best": 100.0}
    scaled = replace(row, **ends)
    scores = tuple(
        replace(s, low=None, likely=1.0, high=None) if s.criterion == row.id else s
        for s in value.scores
    )
    levels = tuple(level for level in value.levels if level.criterion != row.id)
    criteria = tuple(scaled if r is row else r for r in value.criteria)
    return replace(value, criteria=criteria, scores=scores, levels=levels)


def describe(value: Assessment, chance: random.Random) -> Assessment:
    """Set a level of a scale."""
    row = value.criteria[0]
    at = chance.choice((row.worst, row.best, (row.worst + row.best) / 2))
    worth = chance.choice((None, 30.0, 60.0)) if at not in (row.worst, row.best) else None
    level = Level(criterion=row.id, at=at, words=chance.choice(TEXTS), value=worth)
    return replace(value, levels=put(value.levels, level))


def remove(value: Assessment, chance: random.Random) -> Assessment:
    """Remove an option, a criterion or a person, with all that hangs on them."""
    table = chance.choice(("options", "criteria", "perspectives", "sources"))
    rows = getattr(value, table)
    return without(value, table, [chance.choice(rows).id]) if len(rows) > 1 else value


def add(value: Assessment, chance: random.Random) -> Assessment:
    """Add an option or a criterion somewhere."""
    table = chance.choice(("options", "criteria"))
    rows = getattr(value, table)
    row = type(rows[0])(id=f"{chance.getrandbits(64):x}", name=chance.choice(TEXTS))
    if table == "criteria" and chance.random() < 0.5:
        row = replace(row, parent=chance.choice(rows).id)
    at = chance.randint(0, len(rows))
    return replace(value, **{table: (*rows[:at], row, *rows[at:])})


def reorder(value: Assessment, chance: random.Random) -> Assessment:
    """Put the options in another order."""
    return replace(value, options=tuple(chance.sample(value.options, len(value.options))))


def demote(value: Assessment, chance: random.Random) -> Assessment:
    """Let an assessor be an actor, without scores, or the other way round."""
    row = chance.choice(value.perspectives[:2])
    kinds = list(PerspectiveKind)
    changed = replace(row, kind=kinds[1 - kinds.index(row.kind)])
    people = tuple(changed if r is row else r for r in value.perspectives)
    return replace(
        value,
        perspectives=people,
        scores=tuple(s for s in value.scores if s.assessor != row.id),
        score_evidence=tuple(s for s in value.score_evidence if s.assessor != row.id),
    )


def anything(value: Assessment, chance: random.Random) -> Assessment:
    """Whatever else can be done."""
    return edited(value, chance)


STEPS: tuple[Edit, ...] = (
    score,
    score,
    score,
    score,
    weigh,
    weigh,
    rename,
    rename,
    mark,
    move,
    rescale,
    describe,
    remove,
    remove,
    add,
    add,
    reorder,
    demote,
    anything,
)

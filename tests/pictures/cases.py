"""The assessments that pictures are made of: nothing yet, the worked example, and far too much."""

import random

from app.exchange.samples import read_sample
from db.model import Assessment, Criterion, Decision, Option, Perspective, Score, Weight
from db.model.rows import canonical

LONG = "that lasts beyond the present decade and holds in every neighbouring country at once"
ARABIC = "العضوية المشروطة على مراحل"


def empty() -> Assessment:
    """What stands when somebody has just begun."""
    return Assessment(decision=Decision(id="d", title="Untitled decision"))


def example() -> Assessment:
    """The worked example."""
    return read_sample()


def crowded(options: int = 50, criteria: int = 50) -> Assessment:
    """As many options and criteria as anybody has weighed, with names as long as they get."""
    chance = random.Random(7)
    branches = tuple(
        Criterion(id=f"b{n}", name=f"Objective {n}, {LONG}", code=f"Obj {n}") for n in range(10)
    )
    leaves = tuple(
        Criterion(id=f"c{n}", parent=f"b{n % 10}", name=f"Criterion {n} {LONG}", code=f"C{n}")
        for n in range(criteria)
    )
    courses = tuple(
        Option(
            id=f"o{n}",
            name=f"{ARABIC} {n}" if n % 9 == 4 else f"Option {n} {LONG}",
            code=f"O{n}",
        )
        for n in range(options)
    )
    desk = Perspective(id="desk", name="The desk for everything " + LONG)
    assessment = Assessment(
        decision=Decision(
            id="d", title="A decision " + LONG, question=f"What {LONG}?", assessor="desk"
        ),
        options=courses,
        criteria=branches + leaves,
        perspectives=(desk,),
        weights=tuple(
            Weight(perspective="desk", criterion=leaf.id, swing=float(chance.randint(1, 100)))
            for leaf in leaves
        ),
        scores=tuple(_score(option.id, leaf.id, chance) for option in courses for leaf in leaves),
    )
    return canonical(assessment)


def _score(option: str, criterion: str, chance: random.Random) -> Score:
    low, likely, high = sorted(chance.randint(0, 100) for _ in range(3))
    ends = {"low": float(low), "high": float(high)} if chance.random() < 0.3 else {}
    return Score(assessor="desk", option=option, criterion=criterion, likely=float(likely), **ends)


CASES = {"empty": empty, "example": example, "crowded": crowded}

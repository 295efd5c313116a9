"""What a dialog about weights is given, and what it gives back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.analysis.additive import PartialValues, evaluate
from app.analysis.outcome import find_outcome
from app.desktop.standing.breaches import Flag, flags_of
from app.desktop.standing.live import Place, Standing
from app.edits.weights import beside_reference, swings
from app.wording.scales import end_words, swing_sentence
from db.model import Assessment, Elicitation
from db.model.tree import ancestors, leaves

if TYPE_CHECKING:
    from app.analysis.arrays import FloatArray


class Leaf(NamedTuple):
    """A criterion to be weighed: its change from worst to best, and the part it belongs to."""

    key: str
    name: str
    words: str
    worst: str
    best: str
    part: int
    swing: float
    """What it weighs now, the largest being 100."""


class Ranked(NamedTuple):
    """An option whose place follows the weights."""

    key: str
    name: str
    code: str


class Case(NamedTuple):
    """Leaves to be weighed and options to be ranked; prepared is None while there are none."""

    whose: str
    leaves: tuple[Leaf, ...]
    options: tuple[Ranked, ...]
    prepared: PartialValues | None
    shares: FloatArray | None
    """The shares that the options are ranked by now."""
    flags: dict[str, Flag]
    """What is said of the options that do not clearly keep every red line."""


class Answer(NamedTuple):
    """Weights that were found: raw swings by leaf, how, and what was asked and answered."""

    swings: dict[str, float]
    kind: Elicitation
    summary: str


def make_case(assessment: Assessment, perspective: str) -> Case:
    """The case of a perspective as it stands."""
    known = beside_reference(swings(assessment, perspective))
    tops = [row.id for row in assessment.criteria if row.parent is None]
    rows = []
    for leaf in leaves(assessment):
        above = [row.id for row in ancestors(assessment, leaf.id)]
        top = next(key for key in (*above, leaf.id) if key in tops)
        worst, best = end_words(assessment, leaf)
        words = swing_sentence(assessment, leaf)
        swing = known[leaf.id]
        rows.append(Leaf(leaf.id, leaf.name, words, worst, best, tops.index(top), swing))
    whose = assessment.perspective_by_id[perspective].name
    outcome = find_outcome(assessment, perspective)
    if outcome is None:
        return Case(whose, tuple(rows), (), None, None, {})
    named = [assessment.option_by_id[key] for key in outcome.problem.options]
    options = tuple(Ranked(row.id, row.name, row.code) for row in named)
    shares, flags = outcome.problem.shares, flags_of(assessment)
    return Case(whose, tuple(rows), options, outcome.prepared, shares, flags)


def rank(case: Case, shares: FloatArray) -> Standing:
    """The ranking under other shares, compared with the one that the case began with."""
    if case.prepared is None or case.shares is None:
        return Standing()
    before, found = evaluate(case.prepared, case.shares), evaluate(case.prepared, shares)
    parts = max((leaf.part for leaf in case.leaves), default=0) + 1
    places = []
    for i in found.order.tolist():
        by_part = [0.0] * parts
        for leaf, part in zip(case.leaves, found.contributions[i].tolist(), strict=True):
            by_part[leaf.part] += part
        option = case.options[i]
        places.append(
            Place(
                option=option.key,
                rank=int(found.ranks[i]),
                name=option.name,
                code=option.code,
                total=float(found.totals[i]),
                low=float(found.low[i]),
                high=float(found.high[i]),
                provisional=bool(found.provisional[i]),
                parts=tuple(by_part),
                delta=float(found.totals[i] - before.totals[i]),
                moved=int(before.ranks[i] - found.ranks[i]),
            )
        )
    return Standing(tuple(places))

"""Weights as rows: branches and leaves with their swings and shares."""

import math
from typing import NamedTuple

from app.edits.weights import REFERENCE, swings
from app.wording import _
from app.wording.scales import swing_sentence
from db.model import Assessment, PerspectiveKind
from db.model.tree import ancestors, leaves, walk


class WeightLine(NamedTuple):
    """What does not move with the weights: a branch, or a leaf with its swing in words."""

    key: str
    name: str
    depth: int
    is_leaf: bool
    words: str = ""


class Standing(NamedTuple):
    """What moves with the weights."""

    swings: dict[str, float]
    """By leaf, none above 100."""
    shares: dict[str, float]
    """By leaf and by branch, of 1."""

    @property
    def reference(self) -> str | None:
        """The first leaf that no other outweighs; None while nothing is weighted."""
        largest = self.largest
        return next((key for key, swing in self.swings.items() if swing == largest), None)

    @property
    def largest(self) -> float:
        """The swing that the others are judged against; 100 while nothing is weighted."""
        return max(self.swings.values(), default=0.0) or REFERENCE


def people(assessment: Assessment) -> tuple[tuple[str, str], ...]:
    """Whose weights can be shown, each with a name: who makes the ranking, assessors, actors."""
    of_record = assessment.decision.assessor
    rows = sorted(
        assessment.perspectives,
        key=lambda row: (row.id != of_record, row.kind is not PerspectiveKind.ASSESSOR),
    )
    named = _("{name} (makes the ranking)")
    return tuple(
        (row.id, named.format(name=row.name) if row.id == of_record else row.name) for row in rows
    )


def tree_lines(assessment: Assessment) -> list[WeightLine]:
    """All branches and leaves in the order of the tree."""
    parents = {row.parent for row in assessment.criteria}
    return [
        WeightLine(row.id, row.name, depth, False)
        if row.id in parents
        else WeightLine(row.id, row.name, depth, True, swing_sentence(assessment, row))
        for depth, row in walk(assessment)
    ]


def ordered_lines(assessment: Assessment, perspective: str) -> list[WeightLine]:
    """The leaves alone, the most important first, each named with its branch."""
    known = swings(assessment, perspective)
    rows = sorted(leaves(assessment), key=lambda row: -known[row.id])
    return [WeightLine(row.id, row.name, 0, True, swing_sentence(assessment, row)) for row in rows]


def standing(assessment: Assessment, perspective: str) -> Standing:
    """The swings and shares of a perspective.

    While nothing is weighted the shares are equal for whoever makes the ranking. Nobody else has a
    view then: their shares are 0.
    """
    known = swings(assessment, perspective)
    total = math.fsum(known.values())
    unknown = 1 / len(known) if known and perspective == assessment.decision.assessor else 0.0
    shares = {key: swing / total if total else unknown for key, swing in known.items()}
    for leaf in tuple(shares):
        for branch in ancestors(assessment, leaf):
            shares[branch.id] = shares.get(branch.id, 0.0) + shares[leaf]
    return Standing(known, shares)


class StateLine(NamedTuple):
    """What stands above the rows, and whether these weights are not those of the ranking."""

    text: str
    others: bool


def state_line(assessment: Assessment, perspective: str | None, shown: Standing) -> StateLine:
    """What to do now, after a word on whose weights these are if the ranking rests on others."""
    people = assessment.perspective_by_id
    of_record = people.get(assessment.decision.assessor or "")
    judge = people.get(perspective or "")
    if judge is None or of_record is None or judge is of_record:
        return StateLine(_what_to_do(shown), others=False)
    text = _("These are the weights of {name}. The ranking beside rests on those of {assessor}.")
    usual = _what_to_do(shown)
    if shown.reference is None:
        text = _(
            "{name} has no weights yet, hence no view, and is left out of the analyses. The "
            "ranking beside rests on those of {assessor}."
        )
        usual = _("Begin with the change that matters most: give it 100.")
    said = text.format(name=judge.name, assessor=of_record.name)
    return StateLine(f"{said} {usual}", others=True)


def label_of(assessment: Assessment, perspective: str | None, label: str) -> str:
    """A change's name in the history, with whose weights it is about if not the ranking's."""
    if perspective in (None, assessment.decision.assessor):
        return label
    who = assessment.perspective_by_id[str(perspective)].name
    return _("{label}, for {who}").format(label=label, who=who)


def _what_to_do(shown: Standing) -> str:
    if shown.reference is None:
        return _(
            "Nothing is weighted yet, so all criteria count equally. Begin with the change that "
            "matters most: give it 100."
        )
    if shown.largest < REFERENCE:
        return _(
            "Drag, or type a number. Only the proportions count: the largest number is the "
            "reference, and none has to be 100."
        )
    return _("Drag, or type a number; Enter goes on to the next criterion.")

"""How somebody's weights were found and what they say, as sentences that follow the numbers."""

from __future__ import annotations

from app.edits.weights import changed_by_hand
from db.model import Assessment, Criterion, Elicitation
from db.model.tree import leaves

from .dates import long_date
from .language import _
from .lists import series
from .numbers import score
from .scales import swing_sentence
from .terms import term

SAME = 1e-6
"""Shares so close to what a rule gives were given by it."""


def origin_sentence(assessment: Assessment, perspective: str) -> str:
    """How the weights were found and when, and whether they have been changed by hand since."""
    row = assessment.perspective_by_id[perspective]
    day = "" if row.elicited_on is None else long_date(row.elicited_on)
    if changed_by_hand(row):
        return _(
            "The weights were found by asking on {date} and have been changed by hand since; they "
            "no longer follow from the answers of that day."
        ).format(date=day)
    if row.elicitation is Elicitation.DIRECT:
        return _("The weights were judged directly, each beside the others.")
    method = term(row.elicitation)
    if not day:
        return _("How the weights were found: {method}.").format(method=method)
    return _("How the weights were found: {method}, on {date}.").format(method=method, date=day)


def weights_sentence(assessment: Assessment, perspective: str) -> str:
    """What the weights say themselves: the largest change and the others beside it.

    Empty where nothing is weighted.
    """
    by_leaf = _weighed(assessment, perspective)
    if not any(by_leaf.values()):
        return ""
    if len(by_leaf) > 1 and len(set(by_leaf.values())) == 1:
        return _("All criteria were given the same weight.")
    names = {leaf.id: leaf for leaf in leaves(assessment)}
    ordered = sorted(by_leaf, key=lambda leaf: -by_leaf[leaf])
    if assessment.perspective_by_id[perspective].elicitation is Elicitation.RANKS:
        return _order_sentence([names[leaf] for leaf in ordered], by_leaf)
    first, *others = ordered
    said = _("The change that weighs most is {name} ({words}): {number}.").format(
        name=names[first].name,
        words=swing_sentence(assessment, names[first]),
        number=_stated(by_leaf[first]),
    )
    if not others:
        return said
    beside = series(f"{names[leaf].name} {_stated(by_leaf[leaf])}" for leaf in others)
    return said + " " + _("Beside it: {list}.").format(list=beside)


def _weighed(assessment: Assessment, perspective: str) -> dict[str, float]:
    """The swing of each leaf that has a weight, in the order of the criteria."""
    known = assessment.swing_by_key
    keys = [leaf.id for leaf in leaves(assessment)]
    return {key: known[perspective, key] for key in keys if (perspective, key) in known}


def _order_sentence(ordered: list[Criterion], by_leaf: dict[str, float]) -> str:
    names = " > ".join(leaf.name for leaf in ordered)
    rule = _rule(list(by_leaf.values()))
    if not rule:
        return _("Order of importance: {names}.").format(names=names)
    return _("Order of importance: {names}. Rule: {rule}.").format(names=names, rule=rule)


def _rule(swings: list[float]) -> str:
    """The rule that makes these weights of their order; empty where none does."""
    from app.analysis.rank_weights import rank_order_centroid, rank_sum
    from app.analysis.weights import normalise

    shares = normalise(swings)
    ranks = [float(1 + sum(other > swing for other in swings)) for swing in swings]
    for rule, words in (
        (rank_order_centroid, _("Centre of all weights in this order")),
        (rank_sum, _("In even steps down the order")),
    ):
        if abs(rule(ranks) - shares).max() < SAME:
            return words
    return ""


def _stated(swing: float) -> str:
    return score(round(swing, 1))

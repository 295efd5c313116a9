"""Weights and curves from answers, by the method that was used to ask."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, assert_never

import msgspec
import numpy as np

from app.analysis.arrays import FloatArray
from app.analysis.elicitation.best_worst import weigh_best_worst, weigh_best_worst_linear
from app.analysis.elicitation.curves import bend, bisect
from app.analysis.elicitation.pairwise import Judgement, build_matrix, combine, compare
from app.analysis.elicitation.tradeoffs import Indifference, weigh_tradeoffs
from app.analysis.elicitation.verbal import Difference, fit_scale
from app.analysis.rank_weights import equal, rank_order_centroid, rank_sum
from app.analysis.value_functions import ValueFunction
from app.analysis.weights import normalise, top_down
from app.wording import _
from db.model import Assessment, Criterion, Level, Weight
from db.model.rows import canonical
from db.model.tree import leaves, walk

from . import answers
from .failure import Failure

NOTHING = "nothing"
Find = Callable[[str], int]


@dataclass(frozen=True)
class Elicited:
    """Shares (criteria,) in the order of the leaves, and what the method says of the answers."""

    shares: FloatArray
    measures: dict[str, Any]


def elicit(assessment: Assessment, asked: answers.Asked) -> Elicited:
    """Find weights from answers; `Failure` with the method's sentence where they give none."""
    keys = [leaf.id for leaf in leaves(assessment)]
    find = answers.make_finder(assessment, keys)
    try:
        match asked:
            case answers.Swings():
                found = Elicited(normalise(_row(asked.values, find, len(keys))), {})
            case answers.Ranks():
                found = Elicited(_rank(asked, find, len(keys)), {"rule": asked.rule})
            case answers.Pairwise():
                found = _compare(asked, find, keys)
            case answers.BestWorst():
                found = _best_worst(asked, find, keys)
            case answers.TradeOffs():
                rows = [Indifference(find(a), x, find(b), y) for a, x, b, y in asked.equal]
                fitted = weigh_tradeoffs(len(keys), rows)
                found = Elicited(fitted.shares, {"misfit": fitted.misfit})
            case answers.Verbal():
                found = _verbal(asked, find, keys)
            case answers.TopDown():
                found = Elicited(_from_top(assessment, asked.weights), {})
            case _:
                assert_never(asked)
    except ValueError as problem:
        raise Failure(_("The answers give no weights: {problem}").format(problem=problem)) from None
    return found


def with_shares(assessment: Assessment, perspective: str, shares: FloatArray) -> Assessment:
    """The assessment in which a perspective holds these shares, in the order of the leaves."""
    others = tuple(row for row in assessment.weights if row.perspective != perspective)
    rows = tuple(
        Weight(perspective=perspective, criterion=leaf.id, swing=100.0 * share)
        for leaf, share in zip(leaves(assessment), shares.tolist(), strict=True)
    )
    return canonical(msgspec.structs.replace(assessment, weights=others + rows))


def with_curves(assessment: Assessment, curves: dict[str, answers.Curve]) -> Assessment:
    """The assessment with value functions bent as answered; `Failure` where an answer is none."""
    columns = leaves(assessment)
    find = answers.make_finder(assessment, [leaf.id for leaf in columns])
    for name, curve in curves.items():
        leaf = columns[find(name)]
        try:
            function = _draw(leaf, curve)
        except ValueError as problem:
            sentence = _("{criterion}: {problem}").format(criterion=leaf.name, problem=problem)
            raise Failure(sentence) from None
        points = zip(function.points.tolist(), function.values.tolist(), strict=True)
        bent = tuple(Level(criterion=leaf.id, at=at, value=value) for at, value in points)
        kept = tuple(row for row in assessment.levels if row.criterion != leaf.id)
        assessment = canonical(msgspec.structs.replace(assessment, levels=kept + bent))
    return assessment


def _draw(leaf: Criterion, curve: answers.Curve) -> ValueFunction:
    if curve.middle is None:
        return bisect(leaf.worst, curve.quarters, leaf.best)
    if curve.quarters:
        raise ValueError(_("a curve has quarters or a middle, not both."))
    return bend(leaf.worst, curve.middle, leaf.best)


def _row(values: dict[str, float], find: Find, count: int) -> FloatArray:
    row = np.zeros(count)
    places = [find(name) for name in values]
    if len(set(places)) < len(places):
        raise ValueError(_("a criterion is answered for twice."))
    row[places] = list(values.values())
    return row


def _full_row(values: dict[str, float], find: Find, count: int) -> FloatArray:
    if len({find(name) for name in values}) < count:
        raise ValueError(_("every criterion needs an answer."))
    return _row(values, find, count)


def _rank(asked: answers.Ranks, find: Find, count: int) -> FloatArray:
    if asked.rule == "equal":
        return equal(count)
    ranks = _full_row(asked.ranks, find, count)
    return rank_order_centroid(ranks) if asked.rule == "centroid" else rank_sum(ranks)


def _compare(asked: answers.Pairwise, find: Find, keys: list[str]) -> Elicited:
    votes = [
        build_matrix(len(keys), [Judgement(find(a), find(b), ratio) for a, b, ratio in member])
        for member in asked.members
    ]
    if not votes:
        raise ValueError(_("nobody compared anything."))
    found = compare(votes[0] if len(votes) == 1 else combine(votes), asked.random_index)
    worst = found.worst
    measures = {
        "eigenvector": dict(zip(keys, found.shares.tolist(), strict=True)),
        "geometric": dict(zip(keys, found.geometric.tolist(), strict=True)),
        "largest_eigenvalue": found.largest_eigenvalue,
        "consistency_index": found.consistency_index,
        "consistency_ratio": found.consistency_ratio,
        "random_index": asked.random_index,
        "most_inconsistent": worst
        and {"first": keys[worst.first], "second": keys[worst.second], "mended_by": worst.ratio},
    }
    return Elicited(found.geometric if asked.weights == "geometric" else found.shares, measures)


def _best_worst(asked: answers.BestWorst, find: Find, keys: list[str]) -> Elicited:
    rows = [
        _full_row(row, find, len(keys)) for row in (asked.best_to_others, asked.others_to_worst)
    ]
    found = (weigh_best_worst_linear if asked.model == "linear" else weigh_best_worst)(*rows)
    ranges = zip(keys, found.low.tolist(), found.high.tolist(), strict=True)
    measures = {
        "model": asked.model,
        "deviation": found.deviation,
        "consistency_ratio": found.consistency_ratio,
        "ranges": {key: [low, high] for key, low, high in ranges},
    }
    return Elicited(found.shares, measures)


def _verbal(asked: answers.Verbal, find: Find, keys: list[str]) -> Elicited:
    def place(name: str) -> int:
        return len(keys) if name == NOTHING else find(name)

    rows = [Difference(place(a), place(b), category) for a, b, category in asked.judgements]
    found = fit_scale(len(keys) + 1, rows)
    if not found.consistent:
        named = [*keys, NOTHING]
        pairs = "; ".join(
            f"{named[row.better]} – {named[row.worse]}: {row.category}" for row in found.conflicts
        )
        raise ValueError(_("these judgements contradict each other: {pairs}.").format(pairs=pairs))
    values = dict(zip([*keys, NOTHING], found.values.tolist(), strict=True))
    return Elicited(found.as_shares(len(keys)), {"scale": values})


def _from_top(assessment: Assessment, weights: dict[str, float]) -> FloatArray:
    nodes = [row for _depth, row in walk(assessment)]
    place = {row.id: i for i, row in enumerate(nodes)}
    find = answers.make_finder(assessment, place)
    parents = np.array([-1 if row.parent is None else place[row.parent] for row in nodes])
    leaf_nodes = np.array([place[leaf.id] for leaf in leaves(assessment)])
    return top_down(parents, leaf_nodes, _full_row(weights, find, len(nodes)))

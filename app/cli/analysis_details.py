"""Answers of `analyse --json` that no sentence holds: lines, triangle, methods."""

from typing import Any

import numpy as np

from app.analysis.arrays import BoolArray, as_matrix, as_numbers
from app.analysis.crosschecks.agreement import PREFERENCE
from app.analysis.crosschecks.promethee import Preference, find_flows
from app.analysis.crosschecks.topsis import find_closeness
from app.analysis.crosschecks.vikor import find_compromise
from app.analysis.flips import weight_line
from app.analysis.outcome import Outcome
from app.analysis.smaa.given import count_given
from app.analysis.smaa.indices import Acceptability, holistic_acceptability, rank_entropy
from app.analysis.triangle import find_triangle
from app.wording import _

from .answers import Answers, Drawn, make_finder

Document = dict[str, Any]


def acceptability_document(outcome: Outcome, found: Acceptability) -> Document:
    """All indices of one simulation by ids, each with its standard error."""
    options, criteria = outcome.problem.options, outcome.problem.criteria

    def by_option(rows: Any) -> Document:
        return dict(zip(options, rows, strict=True))

    def by_criterion(row: Any) -> Document | None:
        return None if row is None else dict(zip(criteria, row.tolist(), strict=True))

    def pairs(rows: Any) -> Document:
        return by_option([by_option(row) for row in rows.tolist()])

    def estimates(rows: Any) -> Document:
        return by_option([{"value": row.value, "error": row.error} for row in rows])

    return {
        "ranks": by_option(found.rank.tolist()),
        "ranks_error": by_option(found.rank_error.tolist()),
        "beats": pairs(found.pairwise),
        "beats_error": pairs(found.pairwise_error),
        "central_weights": by_option([by_criterion(row) for row in found.central_weights]),
        "central_weights_error": by_option(
            [by_criterion(row) for row in found.central_weights_error]
        ),
        "confidence": by_option(found.confidence),
        "confidence_error": by_option(found.confidence_error),
        "holistic": estimates(holistic_acceptability(found)),
        "entropy": estimates(rank_entropy(found)),
    }


def lines_document(outcome: Outcome) -> Document:
    """For every criterion and branch where options change places as its share runs from 0 to 1."""
    options = outcome.problem.options
    found = {}
    for node in outcome.problem.nodes:
        line = weight_line(outcome, node)
        places = line.crossovers
        rows = zip(
            places.share.tolist(),
            places.rising.tolist(),
            places.falling.tolist(),
            places.at_top.tolist(),
            strict=True,
        )
        found[node] = {
            "present": line.share,
            "stable": [line.stable_low, line.stable_high],
            "values_at_0": dict(zip(options, line.at_zero.tolist(), strict=True)),
            "values_at_1": dict(zip(options, line.at_one.tolist(), strict=True)),
            "crossovers": [
                {"at": at, "rising": options[up], "falling": options[down], "first": top}
                for at, up, down, top in rows
            ],
        }
    return found


def triangle_document(outcome: Outcome, nodes: list[str] | None) -> Document | None:
    """Who leads as three branches share their weight; by default the three heaviest at the top."""
    problem, rows = outcome.problem, outcome.assessment.criterion_by_id
    if nodes is None:
        tops = [node for node in problem.nodes if rows[node].parent is None]
        chosen = sorted(tops, key=lambda node: -problem.share_of(node))[:3]
    else:
        find = make_finder(outcome.assessment, problem.nodes)
        chosen = [problem.nodes[find(name)] for name in nodes]
    if len(chosen) < 3:
        return None
    masks = [problem.below[problem.nodes.index(node)] for node in chosen]
    found = find_triangle(outcome.prepared, problem.shares, (masks[0], masks[1], masks[2]))
    regions = [
        {
            "option": problem.options[region.option],
            "area": region.area,
            "corners": region.corners.tolist(),
        }
        for region in found.regions
    ]
    return {
        "branches": chosen,
        "joint": found.joint,
        "present": found.present.tolist(),
        "regions": regions,
    }


def methods_document(outcome: Outcome, answers: Answers) -> Document:
    """What the other methods say beyond a ranking: distances, conditions, flows, relations."""
    options, criteria = outcome.problem.options, outcome.problem.criteria
    values, shares = outcome.prepared.values, outcome.problem.shares
    near = find_closeness(values, shares)
    compromise = find_compromise(values, shares, answers.majority)
    find = make_finder(outcome.assessment, criteria)
    preferences = [PREFERENCE] * len(criteria)
    for name, liking in answers.promethee.items():
        preferences[find(name)] = Preference(liking.shape, q=liking.q, p=liking.p, s=liking.s)
    flows = find_flows(values, shares, preferences)

    def by_option(row: Any) -> Document:
        return dict(zip(options, row.tolist(), strict=True))

    def named(relation: BoolArray) -> list[list[str]]:
        return [[options[i], options[j]] for i, j in np.argwhere(relation).tolist()]

    return {
        "topsis": {
            "closeness": by_option(near.closeness),
            "to_best": by_option(near.to_best),
            "to_worst": by_option(near.to_worst),
        },
        "vikor": {
            **{name: by_option(getattr(compromise, name)) for name in ("S", "R", "Q")},
            "majority": answers.majority,
            "advantage": compromise.advantage,
            "stability": compromise.stability,
            "proposed": [options[i] for i in compromise.proposed],
        },
        "promethee": {
            **{name: by_option(getattr(flows, name)) for name in ("leaving", "entering", "net")},
            "preferred": named(flows.preferred),
            "incomparable": named(np.triu(flows.incomparable)),
        },
    }


def given_document(outcome: Outcome, drawn: Drawn) -> Document:
    """Counting on samples that somebody else drew, exactly; ValueError where they do not fit."""
    values = as_numbers(drawn.values, "Scores") if drawn.values else outcome.prepared.values
    if values.shape[-2:-1] != (len(outcome.problem.options),):
        raise ValueError(_("The samples must have values for every option that is ranked."))
    return acceptability_document(outcome, count_given(values, as_matrix(drawn.weights, "Weights")))

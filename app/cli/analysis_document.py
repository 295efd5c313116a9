"""An examination as one JSON document with full precision; docs/json-analysis.md describes it."""

from typing import Any

import numpy as np

from app.analysis.arrays import FloatArray, IntArray
from app.analysis.examination import Examination
from app.analysis.flips import Flip
from app.analysis.model_checks import Finding
from app.analysis.outcome import Outcome
from app.analysis.potential import WeightChange
from app.analysis.stability import JointStability
from app.analysis.verdict import find_verdict
from app.wording.robustness.account import Section
from app.wording.robustness.model_findings import finding_sentence, remedy_sentence

from .analysis_details import acceptability_document

Document = dict[str, Any]


def analysis_document(
    examination: Examination, sections: tuple[Section, ...], further: Document
) -> Document:
    """Every answer by ids; values and changes in points of 0 to 100, shares of 1.

    further: members that stand before the sentences, as `analysis_details` makes them.
    """
    outcome, found = examination.outcome, examination.found
    verdict = find_verdict(outcome)
    return {
        "format": "counterpoise-analysis",
        "version": 1,
        "perspective": outcome.problem.perspective,
        "samples": found.any_weights.samples,
        "seed": found.any_weights.seed,
        "options": _options(outcome),
        "weights": _by(outcome.problem.criteria, outcome.problem.shares),
        "firmness": verdict.firmness.value,
        "doubts": [{"option": row.option, "criterion": row.criterion} for row in verdict.doubts],
        "weightings": {
            "any": acceptability_document(outcome, found.any_weights),
            "near": acceptability_document(outcome, found.near_weights),
            "stated": acceptability_document(outcome, found.stated_weights),
        },
        "weight_flips": [_flip(row) for row in examination.flips],
        "stable_weights": [
            {"criterion": row.node, "present": row.present, "low": row.low, "high": row.high}
            for row in examination.stretches
        ],
        "all_weights": {
            "shares": _joint(outcome, found.by_shares),
            "swings": _joint(outcome, found.by_swings),
        },
        "first_under": _first_under(examination),
        "scores": _scores(examination),
        "learning": _learning(examination),
        "methods": [
            {
                "method": row.method,
                "scores": _by(outcome.problem.options, row.scores),
                "ranks": _by(outcome.problem.options, row.ranks),
                "same_winner": row.same_winner,
                "same_order": row.same_order,
                "tau": row.tau,
            }
            for row in found.crosschecks
        ],
        "findings": [_finding(outcome, row) for row in found.findings],
        **further,
        "sentences": {row.id: list(row.sentences) for row in sections},
    }


def _options(outcome: Outcome) -> list[Document]:
    names = outcome.assessment.option_by_id
    return [
        {"id": key, "name": names[key].name, "rank": outcome.rank(key), "value": outcome.total(key)}
        for key in outcome.ranked
    ]


def _flip(row: Flip) -> Document:
    return {"criterion": row.node, "present": row.present, "at": row.at, "leader": row.leader}


def _joint(outcome: Outcome, found: JointStability) -> Document:
    rival = None if found.rival is None else outcome.problem.options[found.rival]
    return {"change": found.change, "rival": rival}


def _first_under(examination: Examination) -> Document:
    """Per option: how far it can lead at best, and the nearest weights that make it first."""
    outcome, found = examination.outcome, examination.found
    return {
        option: {
            "greatest_lead": potential.lead,
            "least_sum": _change(outcome, by_sum),
            "least_largest": _change(outcome, by_largest),
        }
        for option, potential, by_sum, by_largest in zip(
            outcome.problem.options, found.potentials, found.by_sum, found.by_largest, strict=True
        )
    }


def _change(outcome: Outcome, change: WeightChange | None) -> Document | None:
    if change is None:
        return None
    weights = _by(outcome.problem.criteria, change.shares)
    return {"distance": change.distance, "weights": weights}


def _scores(examination: Examination) -> Document:
    outcome, found = examination.outcome, examination.found
    options, criteria = outcome.problem.options, outcome.problem.criteria
    flips, tornado = found.flips, found.tornado
    cells = [
        {
            "option": option,
            "criterion": criterion,
            "flips_at": float(flips.value[i, j]) if flips.possible[i, j] else None,
            "leader": options[flips.leader[i, j]] if flips.possible[i, j] else None,
            "fall": float(tornado.fall[i, j]),
            "rise": float(tornado.rise[i, j]),
            "unseats": bool(tornado.unseats[i, j]),
        }
        for i, option in enumerate(options)
        for j, criterion in enumerate(criteria)
    ]
    return {
        "tolerance": dict(zip(options, found.score_tolerance, strict=True)),
        "efforts": {
            option: None if row is None else {"total": row.total, "each": row.each}
            for option, row in zip(options, found.efforts, strict=True)
        },
        "cells": cells,
    }


def _learning(examination: Examination) -> Document:
    problem, found = examination.outcome.problem, examination.found.learning
    scores = [
        {
            "option": problem.options[i],
            "criterion": problem.criteria[j],
            "gain": float(found.scores_gain[i, j]),
            "change": float(found.scores_change[i, j]),
        }
        for i, j in np.argwhere(found.scores_change > 0.0).tolist()
    ]
    weights = [
        {
            "criterion": problem.criteria[j],
            "gain": float(found.weights_gain[j]),
            "change": float(found.weights_change[j]),
        }
        for j in np.flatnonzero(found.weights_change > 0.0).tolist()
    ]
    return {"winner": problem.options[found.winner], "scores": scores, "weights": weights}


def _finding(outcome: Outcome, row: Finding) -> Document:
    problem = outcome.problem
    return {
        "check": row.check.value,
        "options": [problem.options[i] for i in row.options],
        "criteria": [problem.criteria[j] for j in row.criteria],
        "measure": row.measure,
        "sentence": finding_sentence(outcome, row),
        "remedy": remedy_sentence(row),
    }


def _by(ids: tuple[str, ...], numbers: FloatArray | IntArray) -> Document:
    """Numbers (one, or one row, for each id) by the ids."""
    return dict(zip(ids, numbers.tolist(), strict=True))

"""Limits of the weights as they are typed or answered, and what follows from them."""

import argparse
import re
from itertools import pairwise
from typing import Any

import numpy as np

from app.analysis.admissible import (
    Admissible,
    NoAdmissibleWeights,
    admit_all,
    admit_around,
    admit_both,
    admit_intervals,
    admit_ratio,
)
from app.analysis.arrays import FloatArray
from app.analysis.limits import Limited, examine_limits
from app.analysis.outcome import Outcome
from app.analysis.smaa.score_samples import ScoreKind, vary
from app.analysis.smaa.simulation import Drawing
from app.analysis.smaa.weight_samples import OrderedWeights, WeightSampler
from app.analysis.watch import Watch
from app.wording import _

from .analysis_details import acceptability_document
from .answers import Answers, Limits, make_finder
from .failure import Failure

_BOUND = re.compile(r"(?P<name>.+?)\s*=\s*(?P<low>[\d.]+)\s*(?:\.\.|-)\s*(?P<high>[\d.]+)\s*%?")


def read_limits(order: str | None, bounds: list[str], ratios: list[str]) -> Limits | None:
    """Limits as typed: "A > B = C", "A=10..40" (in percent) and "A/B=2..4"."""
    if order is None and not bounds and not ratios:
        return None
    places = [] if order is None else [group.split("=") for group in order.split(">")]
    intervals = {}
    for name, low, high in (_read(text) for text in bounds):
        intervals[name] = (low / 100.0, high / 100.0)
    pairs = []
    for names, low, high in (_read(text) for text in ratios):
        first, slash, second = names.partition("/")
        if not slash:
            raise Failure(_not_read(names), status=2)
        pairs.append((first.strip(), second.strip(), low, high))
    stated = tuple(tuple(name.strip() for name in group) for group in places)
    return Limits(order=stated, intervals=intervals, ratios=tuple(pairs))


def _read(text: str) -> tuple[str, float, float]:
    found = _BOUND.fullmatch(text.strip())
    try:
        if found is not None:
            return found["name"], float(found["low"]), float(found["high"])
    except ValueError:
        pass
    raise Failure(_not_read(text), status=2)


def _not_read(text: str) -> str:
    return _("“{text}” is no limit. Write “Criterion=10..40” or “One/Another=2..4”.").format(
        text=text
    )


def choose_limits(arguments: argparse.Namespace, given: Answers) -> Limits | None:
    """The limits as typed, or as answered; `Failure` for both."""
    typed = read_limits(arguments.order, arguments.bound, arguments.ratio)
    if typed is not None and given.limits is not None:
        sentence = _("Limits stand either in the answers or on the command line, not in both.")
        raise Failure(sentence, status=2)
    return typed or given.limits


def examine_stated(
    outcome: Outcome,
    limits: Limits,
    kind: ScoreKind,
    watch: Watch | None,
    drawing: Drawing,
) -> Limited:
    """What follows from limits; `Failure` where they contradict each other or make no sense."""
    problem = outcome.problem
    try:
        admissible, sampler = _admit(outcome, limits)
        return examine_limits(
            outcome.prepared,
            vary(kind, problem.low, problem.likely, problem.high),
            admissible,
            sampler=sampler,
            watch=watch,
            **drawing,
        )
    except NoAdmissibleWeights:
        raise Failure(_("These limits of the weights contradict each other.")) from None
    except ValueError as error:
        text = _("These limits of the weights make no sense: {problem}")
        raise Failure(text.format(problem=error)) from None


def _admit(outcome: Outcome, limits: Limits) -> tuple[Admissible, WeightSampler | None]:
    criteria = outcome.problem.criteria
    find, count = make_finder(outcome.assessment, criteria), len(criteria)
    parts, sampler = [admit_all(count)], None
    groups = [[find(name) for name in group] for group in limits.order]
    if not all(groups):
        raise ValueError(_("an order has no empty place."))
    for group in groups:
        parts += [admit_ratio(count, group[0], other, 1.0, 1.0) for other in group[1:]]
    for upper, lower in pairwise(groups):
        parts.append(admit_ratio(count, upper[0], lower[0], 1.0, np.inf))
    alone = not limits.intervals and not limits.ratios and limits.around is None
    if alone and len(groups) == count:
        sampler = OrderedWeights(tuple(group[0] for group in groups))
    if limits.intervals:
        low, high = np.zeros(count), np.ones(count)
        for name, ends in limits.intervals.items():
            low[find(name)], high[find(name)] = ends
        parts.append(admit_intervals(low, high))
    for first, second, least, most in limits.ratios:
        top = np.inf if most is None else most
        parts.append(admit_ratio(count, find(first), find(second), least, top))
    if limits.around is not None:
        parts.append(admit_around(outcome.problem.shares, limits.around))
    return admit_both(*parts), sampler


def limits_document(outcome: Outcome, found: Limited) -> dict[str, Any]:
    """What follows from limits, by ids."""
    options, criteria = outcome.problem.options, outcome.problem.criteria
    question = found.next.question
    ends = zip(criteria, found.low.tolist(), found.high.tolist(), strict=True)
    winner = found.next.certain_winner
    return {
        "shares": {key: [low, high] for key, low, high in ends},
        "acceptability": acceptability_document(outcome, found.acceptability),
        "greatest_lead": {
            key: potential.lead for key, potential in zip(options, found.potentials, strict=True)
        },
        "dominates": [[options[i], options[j]] for i, j in np.argwhere(found.dominates).tolist()],
        "certain_winner": None if winner is None else options[winner],
        "next_question": question
        and {
            "first": criteria[question.first],
            "second": criteria[question.second],
            "ratio": question.ratio,
            "doubt": question.doubt,
            "gain": question.gain,
        },
    }


def stated_ranks(outcome: Outcome, limits: Limits) -> FloatArray:
    """The order that was stated, as ranks of the criteria; 0 where none was."""
    find = make_finder(outcome.assessment, outcome.problem.criteria)
    ranks = np.zeros(len(outcome.problem.criteria))
    for place, group in enumerate(limits.order, start=1):
        ranks[[find(name) for name in group]] = place
    return ranks

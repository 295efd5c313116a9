"""`counterpoise analyse`: how firm the first place is and what would change it, as text or JSON."""

import argparse
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from app.analysis.examination import Examination, examine
from app.analysis.limits import Limited
from app.analysis.outcome import Outcome, find_outcome
from app.analysis.smaa.simulation import Drawing
from app.wording import _
from app.wording.robustness.account import Section, give_account
from app.wording.robustness.changes import changes_section
from app.wording.robustness.elicited import elicited_section
from app.wording.robustness.limits import limits_section
from app.wording.robustness.weightings import simulation_note

from . import files
from .analysis_details import (
    given_document,
    lines_document,
    methods_document,
    triangle_document,
)
from .analysis_document import analysis_document
from .answers import Answers, Limits, read_answers
from .attribution import Since, changes_document, changes_since
from .elicited import Elicited, elicit, with_curves, with_shares
from .failure import Failure
from .limits import choose_limits, examine_stated, limits_document, stated_ranks
from .perspective import find_perspective
from .progress import watching


def run(arguments: argparse.Namespace) -> None:
    """Print everything that is known about the ranking as the chosen perspective weighs it."""
    given = Answers() if arguments.answers is None else read_answers(arguments.answers)
    limits = choose_limits(arguments, given)
    outcome, elicited = _rank(arguments, given)
    since = arguments.since and changes_since(arguments.since, arguments.file, outcome)
    drawing: Drawing = {
        "samples": arguments.samples,
        "seed": arguments.seed,
        "precision": arguments.precision,
    }
    limited = None
    with watching(_("Analysing: {share}")) as watch:
        if limits is not None:
            limited = examine_stated(outcome, limits, arguments.scores, watch, drawing)
        examination = examine(outcome, kind=arguments.scores, watch=watch, **drawing)
    asked = _Asked(limits, limited, elicited, since)
    sections = (*_asked_sections(outcome, asked), *give_account(examination))
    if not arguments.json:
        print(_as_text(examination, sections))
        return
    further = {**_further(arguments, given, outcome), **_asked_members(outcome, asked)}
    document = analysis_document(examination, sections, further)
    print(msgspec.json.format(msgspec.json.encode(document), indent=2).decode())


class _Asked(NamedTuple):
    """What was found besides the examination, as far as it was asked for."""

    limits: Limits | None
    limited: Limited | None
    elicited: Elicited | None
    since: Since | None


def _asked_sections(outcome: Outcome, asked: _Asked) -> Iterator[Section]:
    if asked.since is not None:
        yield changes_section(asked.since.before, outcome, asked.since.edits, asked.since.turn)
    if asked.elicited is not None:
        yield _elicited_section(outcome, asked.elicited)
    if asked.limits is not None and asked.limited is not None:
        yield limits_section(outcome, asked.limited, stated_ranks(outcome, asked.limits))


def _asked_members(outcome: Outcome, asked: _Asked) -> dict[str, Any]:
    members: dict[str, Any] = {}
    if asked.limited is not None:
        members["limits"] = limits_document(outcome, asked.limited)
    if asked.elicited is not None:
        members["elicited"] = asked.elicited.measures
    if asked.since is not None:
        members["changes"] = changes_document(asked.since, outcome)
    return members


def _rank(arguments: argparse.Namespace, given: Answers) -> tuple[Outcome, Elicited | None]:
    """The ranking that is analysed: the file's, with curves and weights as answered."""
    assessment = files.read(arguments.file)
    perspective = find_perspective(assessment, arguments.perspective)
    if given.curves:
        assessment = with_curves(assessment, given.curves)
    elicited = None if given.weights is None else elicit(assessment, given.weights)
    whose = perspective or assessment.decision.assessor
    if elicited is not None and whose is not None:
        assessment = with_shares(assessment, whose, elicited.shares)
    outcome = find_outcome(assessment, perspective)
    if outcome is None:
        sentence = _(
            "there is nothing to analyse yet. An analysis needs at least one option that is not "
            "screened out and one criterion."
        )
        raise Failure(sentence)
    return outcome, elicited


def _elicited_section(outcome: Outcome, found: Elicited) -> Section:
    shares = dict(zip(outcome.problem.criteria, found.shares.tolist(), strict=True))
    worst = found.measures.get("most_inconsistent")
    return elicited_section(
        outcome.assessment,
        shares,
        found.measures.get("consistency_ratio"),
        worst and (worst["first"], worst["second"], worst["mended_by"]),
    )


def _further(arguments: argparse.Namespace, given: Answers, outcome: Outcome) -> dict[str, Any]:
    try:
        further: dict[str, Any] = {
            "lines": lines_document(outcome),
            "triangle": triangle_document(outcome, arguments.triangle),
            "other_methods": methods_document(outcome, given),
        }
        if given.drawn is not None:
            further["given_samples"] = given_document(outcome, given.drawn)
    except ValueError as problem:
        sentence = _("What was asked for cannot be analysed: {problem}")
        raise Failure(sentence.format(problem=problem)) from None
    return further


def _as_text(examination: Examination, sections: tuple[Section, ...]) -> str:
    outcome = examination.outcome
    perspective = outcome.assessment.perspective_by_id[outcome.problem.perspective]
    lines = [
        outcome.assessment.decision.title,
        _("Weights: {name}").format(name=perspective.name),
    ]
    for section in sections:
        if section.sentences:
            lines += ["", section.question, *(f"- {said}" for said in section.sentences)]
    return "\n".join([*lines, "", simulation_note(examination.found.any_weights)])

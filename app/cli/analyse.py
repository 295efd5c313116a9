"""`counterpoise analyse`: how firm the first place is and what would change it, as text or JSON."""

import argparse

import msgspec

from app.analysis.examination import Examination, examine
from app.analysis.outcome import find_outcome
from app.wording import _
from app.wording.robustness.account import Section, give_account
from app.wording.robustness.weightings import simulation_note

from . import files
from .analysis_document import analysis_document
from .failure import Failure
from .perspective import find_perspective
from .progress import watching


def run(arguments: argparse.Namespace) -> None:
    """Print everything that is known about the ranking as the chosen perspective weighs it."""
    assessment = files.read(arguments.file)
    outcome = find_outcome(assessment, find_perspective(assessment, arguments.perspective))
    if outcome is None:
        sentence = _(
            "there is nothing to analyse yet. An analysis needs at least one option that is not "
            "screened out and one criterion."
        )
        raise Failure(sentence)
    with watching(_("Analysing: {share}")) as watch:
        examination = examine(outcome, samples=arguments.samples, seed=arguments.seed, watch=watch)
    sections = give_account(examination)
    if arguments.json:
        document = analysis_document(examination, sections)
        print(msgspec.json.format(msgspec.json.encode(document), indent=2).decode())
    else:
        print(_as_text(examination, sections))


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

"""`counterpoise check`: whether a file is whole, and what an officer still has to say in it."""

import argparse

from app.analysis.outcome import find_outcome
from app.brief.compose import missing_parts
from app.wording import _
from app.wording.verdicts import provisional_sentence
from db.model import Assessment

from . import files
from .provenance import file_lines


def run(arguments: argparse.Namespace) -> None:
    """Print what the gate found; a file that does not pass it is a failure."""
    document = files.read_document(arguments.file)
    assessment = document.assessment
    lines = [
        _("{path} is whole.").format(path=arguments.file),
        _("Title: {title}").format(title=assessment.decision.title),
        _("Marking: {marking}").format(marking=assessment.decision.marking),
        _contents(assessment),
        *file_lines(document),
        *(_("Missing for a brief: {part}.").format(part=p) for p in missing_parts(assessment)),
    ]
    outcome = find_outcome(assessment)
    if outcome is not None and provisional_sentence(outcome):
        said = provisional_sentence(outcome)
        lines.append(_("Provisional: {sentence}").format(sentence=said))
    print("\n".join(lines))


def _contents(assessment: Assessment) -> str:
    counts = (
        (_("options"), assessment.options),
        (_("criteria"), assessment.criteria),
        (_("scores"), assessment.scores),
        (_("perspectives"), assessment.perspectives),
        (_("scenarios"), assessment.scenarios),
        (_("sources"), assessment.sources),
    )
    told = ", ".join(f"{len(rows)} {name}" for name, rows in counts)
    return _("Holds {counts}.").format(counts=told)

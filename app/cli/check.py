"""`counterpoise check`: whether a file is whole, or whether a brief is true to it."""

import argparse

from app.analysis.outcome import find_outcome
from app.analysis.policy.red_team import ready_to_be_final
from app.brief.compose import missing_parts
from app.brief.guard import check_typed
from app.wording import _
from app.wording.remarks import remark_sentence
from app.wording.review import red_team_sentences
from app.wording.verdicts import provisional_sentence
from db.model import Assessment

from . import files
from .failure import Failure
from .provenance import file_lines


def run(arguments: argparse.Namespace) -> None:
    """Print what the gate found; a file that does not pass it is a failure."""
    document = files.read_document(arguments.file)
    assessment = document.assessment
    if arguments.brief is not None:
        from .verification import verify

        print(verify(arguments.brief, assessment, arguments.file, arguments.since))
        return
    if arguments.since is not None:
        raise Failure(_("--since goes with --brief. Say which brief to check."))
    lines = [
        _("{path} is whole.").format(path=arguments.file),
        _("Title: {title}").format(title=assessment.decision.title),
        _("Marking: {marking}").format(marking=assessment.decision.marking),
        _contents(assessment),
        *file_lines(document),
        *(_("Missing for a brief: {part}.").format(part=p) for p in missing_parts(assessment)),
        *(
            _("Not fit to be final: {lack}").format(lack=sentence)
            for sentence in red_team_sentences(assessment, ready_to_be_final(assessment))
        ),
        *(remark_sentence(remark) for remark in check_typed(assessment)),
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

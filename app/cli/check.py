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
from db.gate import Reading
from db.model import Assessment
from db.model.tables import tables

from . import files
from .failure import Failure
from .provenance import file_lines


def run(arguments: argparse.Namespace) -> None:
    """Print what the gate found; a file that does not pass it is a failure."""
    reading = files.open_file(arguments.file)
    assessment = reading.assessment
    if arguments.brief is not None:
        from .verification import verify

        print(verify(assessment, arguments))
        return
    if arguments.since is not None:
        raise Failure(_("--since goes with --brief. Say which brief to check."))
    if arguments.json:
        print(_as_json(reading))
        return
    lines = [
        _("{path} is whole.").format(path=arguments.file),
        _("Title: {title}").format(title=assessment.decision.title),
        _("Marking: {marking}").format(marking=assessment.decision.marking or _("none")),
        _contents(assessment),
        *file_lines(reading),
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


def _as_json(reading: Reading) -> str:
    """The same for scripts, as `json_answers.check` describes it."""
    import msgspec

    from .json_answers.check import CheckAnswer

    assessment = reading.assessment
    outcome = find_outcome(assessment)
    answer = CheckAnswer(
        format="counterpoise-check",
        version=1,
        whole=True,
        title=assessment.decision.title,
        marking=assessment.decision.marking,
        counts={
            table.name: len(getattr(assessment, table.name))
            for table in tables().values()
            if not table.single
        },
        file=file_lines(reading),
        missing=list(missing_parts(assessment)),
        remarks=[
            *red_team_sentences(assessment, ready_to_be_final(assessment)),
            *map(remark_sentence, check_typed(assessment)),
        ],
        provisional=(provisional_sentence(outcome) or "") if outcome is not None else "",
    )
    return msgspec.json.format(msgspec.json.encode(answer), indent=2).decode()


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

"""`counterpoise merge`: two copies of one assessment into one, and a report about it."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from app.analysis.outcome import Outcome, find_outcome
from app.wording import _, refusal
from app.wording.changes import change_sentences, effect_sentences
from app.wording.contests import Claim, Contest, contest_lines, put_contest
from app.wording.counts import open_conflicts
from app.wording.merges import arrival_sentence, merge_report, note_sentence
from db.difference import Mismatch, apply
from db.document import Document
from db.errors import Trouble
from db.merge import Conflict, Merge, Side, merge, merged_document, settle
from db.model import Assessment, InvalidAssessment, check
from db.revisions import is_merge, main_line

from . import files
from .failure import Failure
from .targets import put_bytes

Sections = tuple[tuple[str, tuple[str, ...]], ...]


def run(arguments: argparse.Namespace) -> None:
    """Write the merged file and print what the merge came to; conflicts stay open in it."""
    mine, theirs = files.open_file(arguments.mine), files.open_file(arguments.theirs)
    try:
        merged = merge(mine.document, theirs.document)
    except Trouble as trouble:
        raise Failure(refusal(trouble)) from trouble
    label = _("Merge with {file}").format(file=arguments.theirs.name)
    document = merged_document(
        mine.document, merged, author=arguments.author, when=datetime.now(UTC), label=label
    )
    files.write_document(
        document, arguments.output, force=arguments.force, known=(arguments.mine, mine.stamp)
    )
    sections = _sections(mine.document, theirs.document, merged)
    if arguments.report is not None:
        title = _("Merge of {file}: {title}").format(
            file=arguments.theirs.name, title=merged.assessment.decision.title
        )
        put_bytes(merge_report(sections, title).encode(), arguments.report)
    _print(sections, arguments.output, len(merged.conflicts))


def _print(sections: Sections, output: Path, conflicts: int) -> None:
    for heading, sentences in sections:
        if sentences:
            print("\n".join((f"{heading}:", *(f"- {sentence}" for sentence in sentences), "")))
    print(_("{path} is written.").format(path=output))
    if conflicts:
        text = _("It holds {conflicts}; open it in the window to decide.")
        print(text.format(conflicts=open_conflicts(conflicts)))


def _sections(mine: Document, theirs: Document, merged: Merge) -> Sections:
    before, after = mine.assessment, merged.assessment
    names = {session.id: session.author for session in theirs.sessions}
    authors = tuple(dict.fromkeys(names[row.session] for row in merged.imported))
    changes = sum(not is_merge(row) for row in merged.imported)
    standing = find_outcome(after)
    contests = (_contest(after, c, mine, merged, standing) for c in merged.conflicts)
    return (
        (_("What was merged"), (arrival_sentence(authors, changes, len(merged.conflicts)),)),
        (_("What it does to the ranking"), effect_sentences(before, after)),
        (
            _("Changed on both sides, left open"),
            tuple(line for contest in contests for line in contest_lines(contest)),
        ),
        (
            _("What changed"),
            (
                *(note_sentence(after, note) for note in merged.notes),
                *change_sentences(before, after),
            ),
        ),
    )


def _contest(
    assessment: Assessment,
    conflict: Conflict,
    mine: Document,
    merged: Merge,
    standing: Outcome | None,
) -> Contest:
    own = {(row.session, row.counter) for row in main_line(mine)}
    names = {session.id: session.author for session in merged.sessions}
    claims = [
        Claim(
            mine=(side.revision.session, side.revision.counter) in own,
            author=names.get(side.revision.session, ""),
            time=side.revision.time,
            values=side.values,
            outcome=_outcome(assessment, conflict, side),
        )
        for side in conflict.sides
    ]
    claims.sort(key=lambda claim: not claim.mine)
    return put_contest(assessment, conflict, claims, standing)


def _outcome(assessment: Assessment, conflict: Conflict, side: Side) -> Assessment | None:
    """The assessment if one side held; None where it does not go together with the rest."""
    try:
        after = apply(settle(conflict, side), assessment)
        check(after)
    except (Mismatch, InvalidAssessment):
        return None
    return after

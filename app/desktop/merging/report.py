"""What a merge comes to, in sentences: for the dialog, and as a report to keep."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.desktop.merging.cases import BOTH, LATER, Case, decisions_of
from app.wording import _
from app.wording.changes import change_sentences, effect_sentences
from app.wording.contests import contest_lines
from app.wording.merges import arrival_sentence, merge_report, note_sentence
from app.wording.rereading import OWN_WORDS, reread_sentences
from db.difference import apply
from db.revisions import state_when_written

if TYPE_CHECKING:
    from app.desktop.workspace.arrivals import Arrival
    from db.model import Assessment

Chosen = Sequence[tuple[Case, int]]


def lead_sentence(arrival: Arrival) -> str:
    """Who changed how much, and how much of it needs a decision."""
    return arrival_sentence(arrival.authors, arrival.changes, len(arrival.merged.conflicts))


def change_lines(arrival: Arrival, after: Assessment) -> tuple[str, ...]:
    """What going from mine to `after` changes, and what the merge did not leave as it was."""
    merged = arrival.merged
    return (
        *(note_sentence(merged.assessment, note) for note in merged.notes),
        *change_sentences(arrival.mine.assessment, after),
    )


def effect_lines(arrival: Arrival, after: Assessment) -> tuple[str, ...]:
    """What going from mine to the merged assessment does to the ranking, and to my own words."""
    return (
        *effect_sentences(arrival.mine.assessment, after),
        *reread_sentences(after, _written(arrival, after)),
    )


def _written(arrival: Arrival, after: Assessment) -> dict[str, Assessment | None]:
    """In which state the officer's texts were written: mine are known, theirs are not."""
    mine = arrival.mine
    return {
        field: state_when_written(mine, "brief", field)
        if getattr(after.brief, field) == getattr(mine.assessment.brief, field)
        else None
        for field in OWN_WORDS
    }


def report_of(arrival: Arrival, chosen: Chosen) -> str:
    """The report of a merge with these choices, as Markdown."""
    merged = arrival.merged.assessment
    after = apply(decisions_of(merged, chosen), merged)
    conflicts = [line for case, choice in chosen for line in _decided(case, choice)]
    return merge_report(
        (
            (_("What was merged"), (lead_sentence(arrival),)),
            (_("What it does to the ranking"), effect_lines(arrival, after)),
            (_("Changed on both sides"), conflicts),
            (_("What changed"), change_lines(arrival, after)),
        ),
        _("Merge of {file}: {title}").format(file=arrival.path.name, title=after.decision.title),
    )


def _decided(case: Case, choice: int) -> tuple[str, ...]:
    verdict = {LATER: _("Left open"), BOTH: _("Both kept as a note")}.get(choice)
    if verdict is None:
        verdict = _("Decided: {whose}").format(whose=case.contest.offers[choice].whose)
    title, *lines = contest_lines(case.contest)
    return (f"{title}. {verdict}.", *lines)

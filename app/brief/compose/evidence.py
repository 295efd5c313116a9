"""What the scores and the lead rest on, and where that is weak."""

from app.analysis.policy.coverage import Coverage
from app.brief.blocks import Block, Cell, Column, ListBlock, Table, said, typed
from app.wording import _
from app.wording.coverage import (
    basis_sentence,
    counts_sentence,
    weak_count_sentence,
    weak_sentence,
)
from app.wording.lists import series
from app.wording.policy import coverage_sentences
from db.model import Extract

from .matter import Matter, told
from .places import places_of

MOST_BARE = 8
"""With more scores without any source than this, a sentence counts them and no table lists them."""


def evidence(matter: Matter) -> list[Block]:
    """Which conclusions rest on weak sources, and which on assumption."""
    option = None if matter.weighed is None else matter.weighed.id
    sentences = coverage_sentences(matter.assessment, matter.policy, matter.outcome, option)
    if not sentences:
        return []
    see = matter.see("coverage")
    if not matter.in_full:
        weak = weak_sentence(matter.assessment, matter.policy.coverage)
        kept = [text for text in sentences if text not in {*_counts(matter), weak}]
        return told(weak_count_sentence(matter.policy.coverage), *kept, see=see)
    intro = _("What the scores and the lead stand on:")
    return [
        *told(intro, see=see),
        ListBlock(tuple((said(sentence),) for sentence in sentences)),
    ]


def _counts(matter: Matter) -> set[str]:
    """The sentences that only count scores, which tell a minister nothing to act upon."""
    counts = {counts_sentence(matter.policy.coverage)}
    if matter.outcome is not None:
        counts.add(basis_sentence(matter.assessment, matter.outcome.problem.assessor))
    return counts


def coverage_table(matter: Matter) -> list[Block]:
    """Annex: the scores without sources, on one weak source, or with sources at odds."""
    bare = [row for row in matter.policy.coverage if row.unsupported]
    found = [
        row
        for row in matter.policy.coverage
        if row.contested
        or (row.single and row.weak)
        or (row.unsupported and len(bare) <= MOST_BARE)
    ]
    rows = tuple(_row(matter, row) for row in found)
    columns = (
        Column(_("Score"), width=2.6),
        Column(_("Why it stands here"), width=1.8),
        Column(_("Supported by"), width=2.4),
        Column(_("Contradicted by"), width=2.4),
    )
    counts = [] if matter.in_full else told(*sorted(_counts(matter) - {""}))
    table = Table(columns, rows, caption=_("Scores to look at again"))
    return [*counts, table] if rows else []


def _row(matter: Matter, row: Coverage) -> tuple[Cell, ...]:
    option = matter.assessment.option_by_id[row.score.option].name
    criterion = matter.assessment.criterion_by_id[row.score.criterion].name
    reasons = [
        text
        for holds, text in (
            (row.unsupported, _("no source")),
            (row.single and row.weak, _("one document graded C or below")),
            (row.contested, _("sources at odds")),
        )
        if holds
    ]
    return (
        Cell((typed(option), said(": "), typed(criterion)), header=True),
        Cell((said(series(reasons)),)),
        _places(matter, row.supporting),
        _places(matter, row.contradicting),
    )


def _places(matter: Matter, extracts: tuple[Extract, ...]) -> Cell:
    found = places_of(matter.assessment, extracts)
    return Cell((typed("; ".join(found)),) if found else ())

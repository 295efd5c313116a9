"""Past cases: what was done, what came of it, and which conditions held there."""

from collections.abc import Sequence

from app.analysis.policy.conditions import Case
from app.brief.blocks import Block, Cell, Column, ListBlock, Runs, Table, Tone, said, typed
from app.wording import _
from app.wording.conditions import precedents_sentence
from app.wording.precedents import comparison_sentences
from app.wording.terms import term
from db.model import Condition, Holds, Precedent, PrecedentCondition

from .matter import Matter, told
from .places import located

TONES: dict[Holds, Tone] = {Holds.FAILS: "bad", Holds.HOLDS: "good"}


def precedents(matter: Matter) -> list[Block]:
    """Annex: past cases, what was done and what came of it; then how their conditions stood."""
    rows = tuple(
        (
            Cell((typed(row.name),), header=True),
            Cell((typed(_tried(row)),)),
            Cell((typed(row.outcome),)),
        )
        for row in matter.assessment.precedents
    )
    columns = (
        Column(_("Case"), width=1.5),
        Column(_("What was done"), width=2.3),
        Column(_("What came of it"), width=3),
    )
    if not rows:
        return []
    return [Table(columns, rows, caption=_("Past cases")), *_conditions_there(matter)]


def precedents_of(matter: Matter, cases: Sequence[Case]) -> list[Block]:
    """The past cases of some mechanisms, and how their conditions stood there and stand here."""
    mechanisms = {case.mechanism for case in cases}
    rows = [row for row in matter.assessment.precedents if row.mechanism in mechanisms]
    if not rows:
        return []
    intro = _("Past cases that relied on the same mechanism:")
    return [
        *told(intro, see=matter.see("precedents")),
        ListBlock(tuple(_precedent(row) for row in rows)),
        *_compared(matter, cases),
    ]


def before(matter: Matter, cases: Sequence[Case]) -> list[Block]:
    """How the conditions of some cases stood before; or, where nothing is stated, where to look."""
    compared = {row.mechanism for row in matter.policy.compared if row.stated}
    relied_on = dict.fromkeys(case.mechanism for case in cases)
    silent = [
        precedents_sentence(matter.assessment, mechanism)
        for mechanism in relied_on
        if mechanism not in compared
    ]
    return [*told(*silent, see=matter.see("precedents")), *_compared(matter, cases)]


def rated(rating: Holds) -> Cell:
    """A rating as a cell that shows at a glance what holds and what fails."""
    tone: Tone = TONES.get(rating, "neutral")
    return Cell((said(term(rating)),), shade=0.0 if tone == "neutral" else 0.35, tone=tone)


def _compared(matter: Matter, cases: Sequence[Case]) -> list[Block]:
    wanted = {(case.option, case.mechanism, case.aim) for case in cases}
    comparisons = [
        row for row in matter.policy.compared if (row.option, row.mechanism, row.aim) in wanted
    ]
    sentences = comparison_sentences(matter.assessment, comparisons)
    if not sentences:
        return []
    intro = _("How the conditions stood in past cases, and how they stand here:")
    return [
        *told(intro, see=matter.see("precedents")),
        ListBlock(tuple((said(sentence),) for sentence in sentences)),
    ]


def _conditions_there(matter: Matter) -> list[Block]:
    """What is stated of each condition in each past case, with its place; and what is not."""
    assessment = matter.assessment
    stated = {(row.precedent, row.condition): row for row in assessment.precedent_conditions}
    rows: list[tuple[Cell, ...]] = []
    for case in assessment.precedents:
        below = [
            (condition, stated.get((case.id, condition.id)))
            for condition in assessment.conditions
            if condition.mechanism == case.mechanism
        ]
        if any(row is not None for _condition, row in below):
            rows.append((Cell((typed(case.name),), header=True, span=4),))
            rows += [_there(condition, row) for condition, row in below]
    columns = (
        Column(_("Condition"), width=2),
        Column(_("Held there"), width=0.9),
        Column(_("Holds here"), width=0.9),
        Column(_("Reason"), width=3.2),
    )
    caption = _("Conditions in the past cases, as far as anything is stated")
    return [Table(columns, tuple(rows), caption=caption)] if rows else []


def _there(condition: Condition, row: PrecedentCondition | None) -> tuple[Cell, ...]:
    reason = "" if row is None else located(row.reason, row.locator)
    return (
        Cell((typed(condition.name),), header=True, level=1),
        Cell((said(_("not stated")),)) if row is None else rated(row.rating),
        rated(condition.rating),
        Cell((typed(reason),) if reason else ()),
    )


def _precedent(row: Precedent) -> Runs:
    parts = (typed(row.name, bold=True), said(". "), typed(_tried(row)), said(" "))
    return (*parts, typed(row.outcome))


def _tried(row: Precedent) -> str:
    """What was tried, and where that is written unless the outcome says so."""
    return row.approach if row.locator in row.outcome else located(row.approach, row.locator)

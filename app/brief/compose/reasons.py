"""Annex: why each score is what it is, and which scores nobody gave a reason or evidence for."""

from collections.abc import Iterator

from app.analysis.policy.coverage import Coverage
from app.brief.blocks import Block, Cell, Column, Heading, Runs, Table, said, typed
from app.wording import _
from app.wording.lists import series
from app.wording.numbers import score
from app.wording.terms import term
from db.model import Option, Score

from .matter import Matter, labelled, told
from .places import claims_of

Key = tuple[str, str]
"""An option and a criterion."""


def rationales(matter: Matter) -> list[Block]:
    """Every score for which something is said, with its reason and evidence; the others counted.

    What was stated is shown for all scores where a range or another scale would else be lost.
    Nothing where nobody gave a reason, evidence or a grade, nor anything beyond values.
    """
    if matter.outcome is None:
        return []
    stated = dict(_stated(matter))
    found = {(row.score.option, row.score.criterion): row for row in matter.policy.coverage}
    explained = {key for key, row in stated.items() if _is_explained(row, found.get(key))}
    bare = [key for key in stated if key not in explained]
    more = any(_says_more(matter, key, stated[key]) for key in bare)
    if not explained and not more:
        return []
    blocks: list[Block] = []
    if bare and explained:  # nothing is missed where nobody works with reasons
        blocks += told(_bare_sentence(matter, bare, len(stated)))
    for option in _ranked(matter):
        rows = [
            _row(matter, criterion, stated[option.id, criterion], found)
            for criterion in matter.outcome.problem.criteria
            if (option.id, criterion) in explained
        ]
        if rows:
            blocks += [Heading(3, option.name), Table(_columns(), tuple(rows))]
    return [*blocks, _stated_table(matter, stated)] if more else blocks


def _ranked(matter: Matter) -> list[Option]:
    """The options in their order, without those that were screened out."""
    return [row for row in matter.assessment.options if not row.screened_out]


def _stated(matter: Matter) -> Iterator[tuple[Key, Score]]:
    """The judge's scores of the options that are ranked."""
    assert matter.outcome is not None
    problem, known = matter.outcome.problem, matter.assessment.score_by_key
    for option in _ranked(matter):
        for criterion in problem.criteria:
            row = known.get((problem.assessor, option.id, criterion))
            if row is not None:
                yield (option.id, criterion), row


def _is_explained(row: Score, coverage: Coverage | None) -> bool:
    linked = coverage is not None and (coverage.supporting or coverage.contradicting)
    return bool(row.rationale or row.basis or row.confidence or linked)


def _says_more(matter: Matter, key: Key, row: Score) -> bool:
    """Whether a score was stated with a range, or on another scale than from 0 to 100."""
    assert matter.outcome is not None
    problem = matter.outcome.problem
    option, criterion = problem.options.index(key[0]), problem.criteria.index(key[1])
    value = float(problem.likely[option, criterion])
    return any(number not in {None, value} for number in (row.low, row.likely, row.high))


def _bare_sentence(matter: Matter, bare: list[Key], total: int) -> str:
    """How many scores have neither reason nor evidence, option by option."""
    counts = ((row.name, sum(key[0] == row.id for key in bare)) for row in _ranked(matter))
    parts = series(
        _("{option}: {count}").format(option=name, count=count) for name, count in counts if count
    )
    return _(
        "Of {total} scores, {count} have neither a reason nor evidence and are left out here "
        "({parts})."
    ).format(total=total, count=len(bare), parts=parts)


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Criterion"), width=1.5),
        Column(_("Score"), width=1.1),
        Column(_("Rests on; confidence"), width=1.0),
        Column(_("Reason and evidence"), width=5.6),
    )


def _row(
    matter: Matter, criterion: str, row: Score, found: dict[Key, Coverage]
) -> tuple[Cell, ...]:
    name = matter.assessment.criterion_by_id[criterion].name
    coverage = found.get((row.option, criterion))
    supporting = coverage.supporting if coverage else ()
    against = claims_of(matter.assessment, coverage.contradicting if coverage else ())
    evidence = "; ".join(claims_of(matter.assessment, supporting, row.rationale))
    reason: Runs = (typed(row.rationale),) if row.rationale else ()
    if evidence:
        reason += (said((" " if reason else "") + labelled(_("Evidence")) + " "), typed(evidence))
    if against:
        gap = " " if reason else ""
        reason += (said(gap + _("Against it:") + " "), typed("; ".join(against)))
    return (
        Cell((typed(name),), header=True),
        Cell((said(_range(row)),)),
        Cell((said(_grades(row)),)),
        Cell(reason),
    )


def _stated_table(matter: Matter, stated: dict[Key, Score]) -> Table:
    """All scores on their own scales with their ranges, options by criteria."""
    assert matter.outcome is not None
    names, criteria = matter.assessment.criterion_by_id, matter.outcome.problem.criteria
    columns = (
        Column(_("Option"), width=2.0),
        *(Column(names[c].code or names[c].name, align="end") for c in criteria),
    )
    rows = tuple(
        (
            Cell((typed(option.name),), header=True),
            *(
                Cell((said(_range(row) if (row := stated.get((option.id, c))) else "–"),))
                for c in criteria
            ),
        )
        for option in _ranked(matter)
    )
    return Table(columns, rows, caption=_("Scores as stated, with their ranges"))


def _range(row: Score) -> str:
    if row.likely is None:
        return _("missing")
    if row.low is None and row.high is None:
        return score(row.likely)
    low = row.likely if row.low is None else row.low
    high = row.likely if row.high is None else row.high
    return f"{score(row.likely)} ({score(low)}–{score(high)})"


def _grades(row: Score) -> str:
    """What a score rests on, and how sure its assessor is; the heading says which is which."""
    basis = _("not stated") if row.basis is None else term(row.basis)
    if row.confidence is None:
        return "" if row.basis is None else basis
    return f"{basis}; {term(row.confidence)}"

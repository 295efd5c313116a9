"""Annexes: the score matrix, why each score is what it is, and the sources."""

from app.analysis.outcome import Outcome
from app.brief.blocks import Block, Cell, Column, Heading, Run, Runs, Table, said, typed
from app.wording import _
from app.wording.lists import series
from app.wording.numbers import points, score
from app.wording.terms import term
from db.model import Option, Score, Source

from .matter import Matter, told


def score_matrix(matter: Matter) -> list[Block]:
    """Each option's value on each criterion, tinted by value."""
    outcome = matter.outcome
    if outcome is None:
        return []
    problem = outcome.problem
    names = matter.assessment.criterion_by_id
    columns = (
        Column(_("Option"), width=2.4),
        *(Column(names[c].code or names[c].name, align="end") for c in problem.criteria),
    )
    rows = tuple(
        (
            Cell((typed(matter.assessment.option_by_id[option].name),), header=True),
            *(_value_cell(outcome.problem.likely[i, j]) for j in range(len(problem.criteria))),
        )
        for i, option in enumerate(problem.options)
    )
    coded = [names[c] for c in problem.criteria if names[c].code]
    note = (typed(series(f"{row.code}: {row.name}" for row in coded) + "."),) if coded else ()
    return [Table(columns, rows, caption=_("Values from 0 to 100"), note=note)]


def rationales(matter: Matter) -> list[Block]:
    """Every score with its range, its grades and the reason given for it, option by option.

    An option is left out where nothing is said but values, which stand among the scores as values.
    """
    if matter.outcome is None:
        return []
    blocks: list[Block] = []
    for option in matter.assessment.options:
        table = _rationale_table(matter, option)
        if table is not None and not option.screened_out:
            blocks += [Heading(3, option.name), table]
    return blocks


def sources(matter: Matter) -> list[Block]:
    """The evidence register."""
    if not matter.assessment.sources:
        return []
    names = {row.id: _author(row) for row in matter.assessment.sources}
    intro = _(
        "Reliability is graded from A (completely reliable) to F (cannot be judged). A source "
        "marked “as cited in” was not read itself."
    )
    columns = (
        Column(_("Source"), width=1.6),
        Column(_("Reference"), width=5.6),
        Column(_("Reliability"), align="centre", width=0.9),
    )
    rows = tuple(
        (
            Cell((typed(_author(row)),), header=True),
            Cell(_reference(row, names)),
            Cell((said(row.reliability.value),)),
        )
        for row in matter.assessment.sources
    )
    return [
        *told(intro),
        Table(columns, rows, caption=_("Evidence register")),
    ]


def _value_cell(value: float) -> Cell:
    if value != value:  # noqa: PLR0124 - NaN marks a missing score
        return Cell((said("–"),))
    return Cell((said(points(value, 0)),), shade=value / 100, tone="good")


def _rationale_table(matter: Matter, option: Option) -> Table | None:
    outcome = matter.outcome
    assert outcome is not None
    names = matter.assessment.criterion_by_id
    known = matter.assessment.score_by_key
    rows, says_more = [], False
    for leaf, value in _values_of(outcome, option):
        row = known.get((outcome.problem.assessor, option.id, leaf))
        if row is not None:
            says_more |= _says_more(row, value)
            reason: Runs = (typed(row.rationale),) if row.rationale else ()
            grades = (said(_grades(row)),)
            name = Cell((typed(names[leaf].name),), header=True)
            rows.append((name, Cell((said(_range(row)),)), Cell(grades), Cell(reason)))
    if not says_more:
        return None
    columns = (
        Column(_("Criterion"), width=1.5),
        Column(_("Score"), width=1.1),
        Column(_("Rests on; confidence"), width=1.0),
        Column(_("Rationale"), width=5.6),
    )
    return Table(columns, tuple(rows))


def _values_of(outcome: Outcome, option: Option) -> list[tuple[str, float]]:
    """Each criterion with the option's value on it; nothing for an option that is not ranked."""
    problem = outcome.problem
    if option.id not in problem.options:
        return []
    values = problem.likely[problem.options.index(option.id)]
    return [(leaf, float(value)) for leaf, value in zip(problem.criteria, values, strict=True)]


def _says_more(row: Score, value: float) -> bool:
    """Whether a score tells anything beyond its value from 0 to 100."""
    told_of = (row.rationale, row.basis, row.confidence)
    stated = (row.low, row.likely, row.high)
    return any(told_of) or any(number not in {None, value} for number in stated)


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
    basis = "–" if row.basis is None else term(row.basis)
    if row.confidence is None:
        return "" if row.basis is None else basis
    return f"{basis}; {term(row.confidence)}"


def _author(row: Source) -> str:
    """By whom and of when a source is; its title where nobody is named."""
    parts = (row.authors or row.name, f"({row.year})" if row.year else "")
    return " ".join(part for part in parts if part)


def _reference(row: Source, names: dict[str, str]) -> Runs:
    ended = row.name.endswith((".", "…", "?", "!"))
    parts: list[Runs] = [(typed(row.name, italic=True), said("" if ended else "."))]
    if row.published:
        parts.append((typed(row.published), said(".")))
    if row.link:
        parts.append((Run(row.link, link=row.link, typed=True),))
    if row.cited_in is not None:
        place = f", {row.cited_at}" if row.cited_at else ""
        parts.append((said(_("As cited in") + " "), typed(names[row.cited_in] + place), said(".")))
    if row.note:
        parts.append((typed(row.note),))
    return tuple(run for part in parts for run in (*part, said(" ")))[:-1]

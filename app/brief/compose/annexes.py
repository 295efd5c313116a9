"""Annexes: the score matrix and the sources."""

from app.brief.blocks import Block, Cell, Column, Run, Runs, Table, said, typed
from app.wording import _
from app.wording.lists import series
from app.wording.numbers import points
from db.model import Source

from .matter import Matter, told
from .places import source_name


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


def sources(matter: Matter) -> list[Block]:
    """The evidence register."""
    if not matter.assessment.sources:
        return []
    names = {row.id: source_name(row) for row in matter.assessment.sources}
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
            Cell((typed(source_name(row)),), header=True),
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

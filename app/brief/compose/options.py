"""The options by rank, the baseline among them, what they take, and those screened out."""

from app.brief.blocks import Block, Cell, Column, Paragraph, Runs, Table, said, typed
from app.wording import _
from app.wording.numbers import points, score, signed
from app.wording.red_lines import flag
from db.model import Option

from .matter import Matter, told

SHORT = 300
"""A description of at most so many characters stands in the table of a memo's body."""


def options(matter: Matter) -> list[Block]:
    """Each option with its rank, what it is and its value; then what was screened out and why."""
    ranked = [row for row in matter.assessment.options if not row.screened_out]
    out = [row for row in matter.assessment.options if row.screened_out]
    blocks: list[Block] = []
    if ranked:
        blocks.append(_table(matter, ranked))
    if matter.in_full:
        blocks += [Paragraph(_screened_out(row), numbered=True) for row in out]
    elif out:
        names = "; ".join(row.name for row in out)
        text = _("Screened out beforehand: {options}.").format(options=names)
        blocks += told(text, see=matter.see("options"))
    return blocks


def descriptions(matter: Matter) -> list[Block]:
    """Annex: what the table of the body has no room for, and why options were screened out."""
    if matter.in_full:
        return []
    rows = tuple(
        (Cell((typed(row.name),), header=True), Cell((typed(row.description),)))
        for row in matter.assessment.options
        if not row.screened_out and len(row.description) > SHORT
    )
    columns = (Column(_("Option"), width=1.2), Column(_("What it is"), width=3))
    blocks: list[Block] = [Table(columns, rows, caption=_("The options weighed"))] if rows else []
    return blocks + [
        Paragraph(_screened_out(row), numbered=True)
        for row in matter.assessment.options
        if row.screened_out
    ]


def implications(matter: Matter) -> list[Block]:
    """What the options take, in the unit that the decision states."""
    unit = matter.assessment.decision.effort_unit
    parts = [
        _("{option} {effort}").format(option=row.name, effort=score(row.effort))
        for row in matter.assessment.options
        if row.effort is not None and not row.screened_out
    ]
    if not parts:
        return []
    if not unit:
        return told(_("What the options take: {efforts}.").format(efforts="; ".join(parts)))
    return told(
        _("What the options take, in {unit}: {efforts}.").format(
            unit=unit, efforts="; ".join(parts)
        )
    )


def _table(matter: Matter, ranked: list[Option]) -> Table:
    outcome = matter.outcome
    columns = [Column(_("Option"), width=1.9), Column(_("What it is"), width=3.3)]
    if outcome is None:
        plain = tuple((_name(matter, row), _description(matter, row)) for row in ranked)
        return Table(tuple(columns), plain, caption=_("The options weighed"))
    columns = [Column(_("Rank"), align="end", width=0.55), *columns]
    columns.append(Column(_("Value"), align="end", width=0.75))
    by_rank = [matter.assessment.option_by_id[option] for option in outcome.ranked]
    rows = tuple(_ranked_row(matter, row) for row in by_rank)
    note: Runs = ()
    baseline = matter.assessment.decision.baseline
    if baseline in outcome.problem.options:
        columns.append(Column(_("Against baseline"), align="end", width=0.95))
    if outcome.provisional:
        note = (said(_("In brackets: what the missing scores allow.")),)
    return Table(tuple(columns), rows, caption=_("The options, best first"), note=note)


def _ranked_row(matter: Matter, option: Option) -> tuple[Cell, ...]:
    outcome = matter.outcome
    assert outcome is not None
    total = outcome.total(option.id)
    value = points(total)
    if outcome.provisional:
        low, high = outcome.interval(option.id)
        value += f" ({points(low)}–{points(high)})"
    row = [
        Cell((said(str(outcome.rank(option.id))),)),
        _name(matter, option),
        _description(matter, option),
        Cell((said(value),)),
    ]
    baseline = matter.assessment.decision.baseline
    if baseline is not None and baseline in outcome.problem.options:
        difference = signed(total - outcome.total(baseline))
        row.append(Cell((said("–" if option.id == baseline else difference),)))
    return tuple(row)


def _name(matter: Matter, option: Option) -> Cell:
    name: Runs = (typed(option.name),)
    mark = flag(matter.policy.breaches, option.id)
    if mark:
        name += (said(f" – {mark}", italic=True),)
    if matter.assessment.decision.baseline == option.id:
        name += (said(" – " + _("baseline")),)
    return Cell(name, header=True)


def _description(matter: Matter, option: Option) -> Cell:
    text = option.description
    if len(text) > SHORT and not matter.in_full:
        see = matter.see("options")
        return Cell((said(_("See")), *see) if see else ())
    return Cell((typed(text),) if text else ())


def _screened_out(option: Option) -> Runs:
    return (
        said(_("Screened out:") + " ", bold=True),
        typed(option.name),
        said(". "),
        typed(option.screened_out),
    )

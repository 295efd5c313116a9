"""The options by rank, the baseline among them, what they take, and those screened out."""

from app.analysis.policy.red_lines import tried
from app.brief.blocks import Block, Cell, Column, Paragraph, Run, Runs, Table, said, typed
from app.wording import _
from app.wording.lists import series
from app.wording.numbers import points, score, signed
from app.wording.red_lines import flag
from db.model import Option

from .efforts import value_for_effort
from .matter import Matter, told

SHORT = 80
"""A memo's table tells what the options are where each does so in as many characters, one line."""


def options(matter: Matter) -> list[Block]:
    """Each option with its rank, what it is and its value; then what was screened out and why."""
    ranked = [row for row in matter.assessment.options if not row.screened_out]
    out = [row for row in matter.assessment.options if row.screened_out]
    blocks: list[Block] = []
    if ranked:
        blocks.append(_table(matter, ranked))
    if matter.in_full or not ranked:
        blocks += [Paragraph(_screened_out(row), numbered=True) for row in out]
    return blocks


def descriptions(matter: Matter) -> list[Block]:
    """Annex: what the body has no room for, why options were screened out, what value costs."""
    if matter.in_full:
        return []
    out = [row for row in matter.assessment.options if row.screened_out]
    if not _annexed(matter):
        told_of: list[Block] = [Paragraph(_screened_out(row), numbered=True) for row in out]
        return told_of + value_for_effort(matter)
    ranked = [row for row in matter.assessment.options if not row.screened_out]
    rows: list[tuple[str, Runs]] = [(row.name, (typed(row.description),)) for row in ranked]
    rows += [(row.name, (_out_because(), typed(row.screened_out))) for row in out]
    columns = (Column(_("Option"), width=1.5), Column(_("What it is"), width=4.4))
    cells = tuple((Cell((typed(name),), header=True), Cell(runs)) for name, runs in rows)
    table = Table(columns, cells, caption=_("What the options are"))
    return [table, *value_for_effort(matter)]


def implications(matter: Matter) -> list[Block]:
    """What the options take, in the unit that the decision states; a report shows it too."""
    return [*_efforts(matter), *(value_for_effort(matter) if matter.in_full else [])]


def _efforts(matter: Matter) -> list[Block]:
    unit = matter.assessment.decision.effort_unit
    parts = [
        _("{option} {effort}").format(option=row.name, effort=score(row.effort))
        for row in matter.assessment.options
        if row.effort is not None and not row.screened_out
    ]
    if not parts:
        return []
    if not unit:
        return told(_("What the options take: {efforts}.").format(efforts=series(parts)))
    return told(
        _("What the options take, in {unit}: {efforts}.").format(unit=unit, efforts=series(parts))
    )


def _table(matter: Matter, ranked: list[Option]) -> Table:
    outcome = matter.outcome
    told_here = not _annexed(matter) and any(row.description for row in ranked)
    columns = [Column(_("Option"), width=1.75 if told_here else 5)]
    if told_here:
        columns.append(Column(_("What it is"), width=4))
    if outcome is None:
        plain = tuple(_described(matter, row, told_here=told_here) for row in ranked)
        caption = _("The options weighed")
        return Table(tuple(columns), plain, caption=caption, note=_notes(matter))
    columns = [Column(_("Rank"), align="end", width=0.6), *columns]
    columns.append(Column(_("Value"), align="end", width=0.65))
    by_rank = [matter.assessment.option_by_id[option] for option in outcome.ranked]
    rows = tuple(_ranked_row(matter, row, told_here=told_here) for row in by_rank)
    baseline = matter.assessment.decision.baseline
    if baseline in outcome.problem.options:
        columns.append(Column(_("Against baseline"), align="end", width=0.85 if told_here else 1.1))
    caption = _("The options, best first")
    return Table(tuple(columns), rows, caption=caption, note=_notes(matter))


def _notes(matter: Matter) -> Runs:
    """What numbers in brackets mean, what was screened out, and where the options are described."""
    sentences = []
    if matter.outcome is not None and matter.outcome.provisional:
        sentences.append(_("In brackets: what the missing scores allow."))
    out = [row.name for row in matter.assessment.options if row.screened_out]
    if out and not matter.in_full:
        sentences.append(_("Screened out beforehand: {options}.").format(options=series(out)))
    if _annexed(matter):
        sentences.append(_("What each option is:"))
    see = matter.see("options")
    return (said(" ".join(sentences)), *see) if sentences else ()


def _ranked_row(matter: Matter, option: Option, *, told_here: bool) -> tuple[Cell, ...]:
    outcome = matter.outcome
    assert outcome is not None
    total = outcome.total(option.id)
    value = points(total)
    if outcome.provisional:
        low, high = outcome.interval(option.id)
        value += f" ({points(low)}–{points(high)})"
    row = [
        Cell((said(str(outcome.rank(option.id))),)),
        *_described(matter, option, told_here=told_here),
        Cell((said(value),)),
    ]
    baseline = matter.assessment.decision.baseline
    if baseline is not None and baseline in outcome.problem.options:
        difference = signed(total - outcome.total(baseline))
        row.append(Cell((said(_("baseline") if option.id == baseline else difference),)))
    return tuple(row)


def _name(matter: Matter, option: Option) -> Cell:
    name: Runs = (typed(option.name),)
    mark = flag(matter.assessment, tried(matter.assessment, matter.policy.breaches), option.id)
    if mark:
        name += (said(f" – {mark}", italic=True),)
    if matter.outcome is None and matter.assessment.decision.baseline == option.id:
        name += (said(" – " + _("baseline")),)
    return Cell(name, header=True)


def _described(matter: Matter, option: Option, *, told_here: bool) -> tuple[Cell, ...]:
    name = _name(matter, option)
    if not told_here:
        return (name,)
    return name, Cell((typed(option.description),) if option.description else ())


def _annexed(matter: Matter) -> bool:
    """Whether the descriptions are too long for the table in the body."""
    ranked = [row for row in matter.assessment.options if not row.screened_out]
    return not matter.in_full and any(len(row.description) > SHORT for row in ranked)


def _out_because() -> Run:
    return said(_("Screened out:") + " ", bold=True)


def _screened_out(option: Option) -> Runs:
    return (
        _out_because(),
        typed(option.name),
        said(". "),
        typed(option.screened_out),
    )

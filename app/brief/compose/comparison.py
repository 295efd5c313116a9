"""The ranking as picture and table, and what would change it."""

from app.analysis.outcome import Outcome
from app.analysis.verdict import Verdict
from app.brief.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Runs,
    Table,
    said,
)
from app.charts.pictures import ranking_picture, ranking_text, weight_picture
from app.wording import _
from app.wording.numbers import points, signed
from app.wording.verdicts import flip_sentence, no_flip_sentence

from .matter import Matter
from .red_lines import flagged

MOST_FLIPS = 6
"""More than these few tell a minister nothing: they are further away than the ones shown."""


def ranking(matter: Matter) -> list[Block]:
    """The options by value, as stacked bars and as a table against the baseline."""
    if matter.outcome is None:
        return []
    intro = _(
        "Each option is worth the weighted sum of its values on the criteria, from 0 (the worst "
        "on everything) to 100 (the best on everything)."
    )
    figure = Figure(
        ranking_picture(matter.outcome),
        alternative=ranking_text(matter.outcome),
        caption=_("Value of each option and what it is made of"),
    )
    return [
        Heading(2, _("Comparison")),
        Paragraph((said(intro),), numbered=True),
        figure,
        _ranking_table(matter, matter.outcome),
    ]


def what_would_change_it(matter: Matter) -> list[Block]:
    """The shares of weight at which another option takes the lead, nearest first."""
    if matter.outcome is None or matter.verdict is None or matter.verdict.runner_up is None:
        return []
    if len(matter.outcome.leaders) > 1:
        return []
    heading = Heading(2, _("What would change the ranking"))
    flips = matter.verdict.flips
    if not flips:
        sentence = no_flip_sentence(matter.assessment, matter.verdict.leader)
        return [heading, Paragraph((said(sentence),), numbered=True)]
    intro = _("With all other weights kept in proportion to one another:")
    if len(flips) > MOST_FLIPS:
        intro = _(
            "With all other weights kept in proportion to one another, the nearest {count} of "
            "{total} changes:"
        ).format(count=MOST_FLIPS, total=len(flips))
    return [
        heading,
        Paragraph((said(intro),), numbered=True),
        ListBlock(_flip_items(matter, matter.verdict)),
        _nearest_flip_figure(matter.outcome, matter.verdict),
    ]


def _flip_items(matter: Matter, verdict: Verdict) -> tuple[Runs, ...]:
    return tuple(
        (said(flip_sentence(matter.assessment, verdict.leader, flip)),)
        for flip in verdict.flips[:MOST_FLIPS]
    )


def _nearest_flip_figure(outcome: Outcome, verdict: Verdict) -> Figure:
    flip = verdict.flips[0]
    criterion = outcome.assessment.criterion_by_id[flip.node].name
    return Figure(
        weight_picture(outcome, flip.node),
        alternative=flip_sentence(outcome.assessment, verdict.leader, flip),
        caption=_("Values as the weight of {criterion} changes").format(criterion=criterion),
    )


def _ranking_table(matter: Matter, outcome: Outcome) -> Table:
    baseline = outcome.assessment.decision.baseline
    against = baseline if baseline in outcome.problem.options else None
    columns = [Column(_("Rank"), align="end", width=0.6), Column(_("Option"), width=4)]
    columns.append(Column(_("Value"), align="end"))
    if outcome.provisional:
        columns.append(Column(_("Possible range"), align="end", width=1.4))
    if against is not None:
        columns.append(Column(_("Against baseline"), align="end", width=1.4))
    rows = []
    for option in outcome.ranked:
        total = outcome.total(option)
        row = [
            Cell((said(str(outcome.rank(option))),)),
            Cell(flagged(matter, option), header=True),
            Cell((said(points(total)),)),
        ]
        if outcome.provisional:
            low, high = outcome.interval(option)
            row.append(Cell((said(f"{points(low)}–{points(high)}"),)))
        if against is not None:
            difference = signed(total - outcome.total(against)) if option != against else "–"
            row.append(Cell((said(difference),)))
        rows.append(tuple(row))
    return Table(tuple(columns), tuple(rows), caption=_("The ranking"))

"""The one-page note for a minister: bottom line, advice, ranking, what would change it."""

from app.brief.blocks import Block, Cell, Column, ListBlock, Paragraph, Runs, Table, said
from app.wording import _
from app.wording.futures import lead_sentence
from app.wording.numbers import points, signed
from app.wording.verdicts import (
    flip_sentence,
    no_flip_sentence,
    provisional_sentence,
    verdict_sentence,
)

from .actors import dissent_sentence
from .advice import advised, answer, decision_taken_runs
from .matter import Matter, marked, told, typed_paragraphs
from .red_lines import flagged, warning_on_advice

MOST_FLIPS = 2
BOTTOM_LINE_LIMIT = 360
"""As many characters as four lines of the note hold."""


def bottom_line(matter: Matter) -> list[Block]:
    """The officer's bottom line; the verdict where there is none."""
    own = typed_paragraphs(matter.assessment.brief.bottom_line, numbered=False)
    return own or _verdict(matter)


def recommendation(matter: Matter) -> list[Block]:
    """What is recommended, with boxes for the answer."""
    blocks = typed_paragraphs(matter.assessment.brief.recommendation, numbered=False)
    runs = advised(matter)
    if runs:
        blocks.append(Paragraph(marked((*runs, *dissent_sentence(matter)))))
    return [*blocks, *warning_on_advice(matter), answer()] if blocks else []


def decision_taken(matter: Matter) -> list[Block]:
    """What was decided, in one line."""
    runs = decision_taken_runs(matter)
    return [Paragraph(marked(runs))] if runs else []


def ranking(matter: Matter) -> list[Block]:
    """The options by value, and how firmly the first leads."""
    outcome = matter.outcome
    if outcome is None:
        return []
    baseline = outcome.assessment.decision.baseline
    against = baseline if baseline in outcome.problem.options else None
    columns = [
        Column(_("Rank"), align="end", width=0.6),
        Column(_("Option"), width=5),
        Column(_("Value"), align="end", width=0.8),
    ]
    if against is not None:
        columns.append(Column(_("Against baseline"), align="end", width=1.6))
    rows = []
    for option in outcome.ranked:
        row = [
            Cell((said(str(outcome.rank(option))),)),
            Cell(flagged(matter, option), header=True),
            Cell((said(points(outcome.total(option))),)),
        ]
        if against is not None:
            difference = signed(outcome.total(option) - outcome.total(against))
            row.append(Cell((said("–" if option == against else difference),)))
        rows.append(tuple(row))
    own = matter.assessment.brief.bottom_line
    return [*(_verdict(matter) if own else []), Table(tuple(columns), tuple(rows))]


def what_would_change_it(matter: Matter) -> list[Block]:
    """The nearest weights and the scenarios in which another option leads."""
    items: list[Runs] = []
    verdict, table, option = matter.verdict, matter.policy.scenarios, matter.weighed
    if verdict is not None and verdict.runner_up is not None:
        flips = verdict.flips[:MOST_FLIPS]
        items += [(said(flip_sentence(matter.assessment, verdict.leader, flip)),) for flip in flips]
        if not flips and matter.leader is not None:
            items.append((said(no_flip_sentence(matter.assessment, verdict.leader)),))
    if table is not None and option is not None:
        items.append((said(lead_sentence(matter.assessment, table, option.id)),))
    return [ListBlock(tuple(items))] if items else []


def _verdict(matter: Matter) -> list[Block]:
    if matter.outcome is None or matter.verdict is None:
        return []
    return told(
        verdict_sentence(matter.outcome, matter.verdict),
        provisional_sentence(matter.outcome),
        numbered=False,
    )

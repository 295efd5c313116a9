"""The one-page note for a minister: bottom line, advice, ranking, what would change it."""

from app.analysis.outcome import Outcome
from app.brief.blocks import (
    Block,
    Cell,
    Choices,
    Column,
    Paragraph,
    Runs,
    Table,
    said,
)
from app.wording import _
from app.wording.futures import lead_sentence
from app.wording.numbers import points, signed
from app.wording.reservations import reservations_sentence
from app.wording.verdicts import (
    flip_sentence,
    no_flip_sentence,
    provisional_sentence,
    verdict_sentence,
)

from .advice import answers, decision_taken_runs, recommended
from .frame import warning
from .matter import Matter, labelled, marked, told, typed_paragraphs
from .red_lines import flagged, warning_on_advice
from .room import PAGE, lines_of

MOST_OPTIONS = 3
MOST_FLIPS = 1
ALWAYS = 13.0
"""Lines of a note's title, address, three headings and explanation of its mark."""
BOTTOM_LINE_LIMIT = 360
"""As many characters as four lines of the note hold."""


def question(matter: Matter) -> list[Block]:
    """The question, where the page has room for it."""
    asked = _question(matter)
    return asked if _has_room(matter, asked) else []


def next_steps(matter: Matter) -> list[Block]:
    """What follows, where the page has room for it beside the question."""
    steps = _next_steps(matter)
    return steps if _has_room(matter, [*_question(matter), *steps]) else []


def bottom_line(matter: Matter) -> list[Block]:
    """The officer's bottom line; the verdict where there is none."""
    own = typed_paragraphs(matter.assessment.brief.bottom_line, numbered=False)
    return own or _verdict(matter)


def recommendation(matter: Matter) -> list[Block]:
    """What is recommended, with boxes for the answer."""
    blocks = recommended(matter, numbered=False)
    return [*blocks, *warning_on_advice(matter), Choices(answers())] if blocks else []


def decision_taken(matter: Matter) -> list[Block]:
    """What was decided, in one line."""
    runs = decision_taken_runs(matter)
    return [Paragraph(marked(runs))] if runs else []


def ranking(matter: Matter) -> list[Block]:
    """How firmly the first option leads; the first few and the one advised, the rest in a line."""
    outcome = matter.outcome
    if outcome is None:
        return []
    advised = None if matter.weighed is None else matter.weighed.id
    shown = [o for o in outcome.ranked if outcome.rank(o) <= MOST_OPTIONS or o == advised]
    shown = list(outcome.ranked) if len(outcome.ranked) == len(shown) + 1 else shown
    columns = [
        Column(_("Rank"), align="end", width=0.6),
        Column(_("Option"), width=5),
        Column(_("Value"), align="end", width=0.8),
    ]
    if _baseline(outcome) is not None:
        columns.append(Column(_("Against baseline"), align="end", width=1.9))
    rows = tuple(_row(matter, outcome, option) for option in shown)
    rest = tuple(o for o in outcome.ranked if o not in shown)
    table = Table(tuple(columns), rows, note=_rest(matter, outcome, rest))
    own = matter.assessment.brief.bottom_line
    return [*(_verdict(matter) if own else []), table]


def what_would_change_it(matter: Matter) -> list[Block]:
    """The nearest weight and the scenarios in which another option leads."""
    sentences = []
    verdict, table, option = matter.verdict, matter.policy.scenarios, matter.weighed
    if verdict is not None and verdict.runner_up is not None and matter.leader is not None:
        flips = verdict.flips[:MOST_FLIPS]
        sentences += [flip_sentence(matter.assessment, verdict.leader, flip) for flip in flips]
        if not flips:
            sentences.append(no_flip_sentence(matter.assessment, verdict.leader))
    if table is not None and option is not None and not _is_told(matter, option.id):
        sentences.append(lead_sentence(matter.assessment, table, option.id))
    if not sentences:
        return []
    label = said(_("What would change it:") + " ", bold=True)
    return [Paragraph(marked((label, said(" ".join(sentences)))))]


def _is_told(matter: Matter, option: str) -> bool:
    """Whether the limits of the lead tell already where the option advised loses."""
    table = matter.policy.scenarios
    if table is None or matter.leader is None or option != matter.leader.id:
        return False
    return any(option not in found.leaders for found in table.outcomes)


def _row(matter: Matter, outcome: Outcome, option: str) -> tuple[Cell, ...]:
    total, baseline = outcome.total(option), _baseline(outcome)
    row = [
        Cell((said(str(outcome.rank(option))),)),
        Cell(flagged(matter, option), header=True),
        Cell((said(points(total)),)),
    ]
    if baseline is not None:
        difference = (
            _("baseline") if option == baseline else signed(total - outcome.total(baseline))
        )
        row.append(Cell((said(difference),)))
    return tuple(row)


def _rest(matter: Matter, outcome: Outcome, options: tuple[str, ...]) -> Runs:
    """The options that the table leaves out, with value and flag."""
    if not options:
        return ()
    runs: Runs = (said(_("After them:") + " "),)
    for i, option in enumerate(options):
        ended = "." if i == len(options) - 1 else "; "
        value = points(outcome.total(option))
        runs += (*flagged(matter, option), said(f" {value}{ended}"))
    return runs


def _baseline(outcome: Outcome) -> str | None:
    baseline = outcome.assessment.decision.baseline
    return baseline if baseline in outcome.problem.options else None


def _verdict(matter: Matter) -> list[Block]:
    if matter.outcome is None or matter.verdict is None:
        return []
    return told(
        verdict_sentence(matter.outcome, matter.verdict),
        reservations_sentence(matter.outcome, matter.policy),
        provisional_sentence(matter.outcome),
        numbered=False,
    )


def _question(matter: Matter) -> list[Block]:
    return typed_paragraphs(matter.assessment.decision.question, numbered=False)


def _next_steps(matter: Matter) -> list[Block]:
    """The next steps behind a label, which takes less room than a heading."""
    steps = typed_paragraphs(matter.assessment.brief.next_steps, numbered=False)
    if not steps:
        return []
    first, *others = steps
    assert isinstance(first, Paragraph)
    label = said(labelled(_("Next steps")) + " ", bold=True)
    return [Paragraph((label, *first.runs)), *others]


def _has_room(matter: Matter, further: list[Block]) -> bool:
    """Whether these blocks find room on the page beside those that every note holds."""
    parts = (bottom_line, recommendation, decision_taken, ranking, what_would_change_it, warning)
    always = [block for part in parts for block in part(matter)]
    taken = ALWAYS + lines_of([*always, *further])
    return taken <= PAGE[matter.assessment.brief.paper.value]

"""What is asked, what it comes to, what is recommended and what follows."""

from app.brief.blocks import Block, Callout, Choices, Paragraph, Runs, said, typed
from app.wording import _
from app.wording.dates import long_date
from app.wording.reservations import reservations_sentence
from app.wording.verdicts import provisional_sentence, verdict_sentence
from db.model import BriefKind

from .actors import dissent, dissent_sentence
from .matter import Matter, marked, told, typed_paragraphs
from .red_lines import warning_on_advice


def issue(matter: Matter) -> list[Block]:
    """The question and, first of all answers, the bottom line."""
    blocks = typed_paragraphs(matter.assessment.decision.question)
    lines = _bottom_line(matter)
    return [*blocks, Callout(_("Bottom line"), tuple(lines))] if lines else blocks


def recommendation(matter: Matter) -> list[Block]:
    """What is recommended and who dissents, with boxes for the answer."""
    blocks = recommended(matter, numbered=True)
    if not matter.in_full:
        blocks += dissent(matter)
    return [*blocks, *warning_on_advice(matter), answer()] if blocks else []


def recommended(matter: Matter, *, numbered: bool) -> list[Block]:
    """The option advised with the officer's words about it; then what speaks against it."""
    option, leader = matter.recommended, matter.leader
    own = typed_paragraphs(matter.assessment.brief.recommendation, numbered=numbered)
    blocks: list[Block] = []
    if option is not None and own:
        first, *own = own
        assert isinstance(first, Paragraph)
        runs: Runs = (typed(option.name, bold=True), said(". ", bold=True), *first.runs)
        blocks.append(Paragraph(runs, numbered=numbered))
    elif option is not None:
        named = said(_("Option recommended:") + " "), typed(option.name, bold=True), said(".")
        blocks.append(Paragraph(marked(named), numbered=numbered))
    against = [dissent_sentence(matter) if matter.kind is not BriefKind.MEMO else ""]
    if option is not None and leader is not None and leader.id != option.id:
        text = _("It does not rank first; the ranking is led by {leader}.")
        against.insert(0, text.format(leader=leader.name))
    said_against = told(*against, numbered=numbered)
    if numbered or not said_against or not [*blocks, *own]:
        return [*blocks, *own, *said_against]
    *others, last = [*blocks, *own]  # a note has no line to lose
    return [*others, _joined(last, said_against[0])]


def _joined(one: Block, other: Block) -> Paragraph:
    assert isinstance(one, Paragraph)
    assert isinstance(other, Paragraph)
    return Paragraph((*one.runs, said(" "), *other.runs))


def answer() -> Choices:
    """Boxes for the answer to a recommendation, with room to sign it."""
    return Choices(answers(), (_("Signature"), _("Date")))


def answers() -> tuple[str, ...]:
    """What can be answered to a recommendation."""
    return _("Agree"), _("Do not agree"), _("Discuss")


def decision_taken(matter: Matter) -> list[Block]:
    """What was decided, even against the advice or the ranking."""
    runs = decision_taken_runs(matter)
    if not runs:
        return []
    because = typed_paragraphs(matter.assessment.decision.taken_because)
    return [Paragraph(marked(runs), numbered=True), *because]


def decision_taken_runs(matter: Matter) -> Runs:
    """Which option was taken and when, and how it stands to advice and ranking."""
    decision = matter.assessment.decision
    if decision.taken is None:
        return ()
    option = matter.assessment.option_by_id[decision.taken]
    runs: Runs = (said(_("Option taken:") + " "), typed(option.name, bold=True), said("."))
    if decision.taken_on is not None:
        date = _("Decided on {date}.").format(date=long_date(decision.taken_on))
        runs += (said(" " + date),)
    for other, text in (
        (matter.recommended, _("The advice was {option}.")),
        (matter.leader, _("First in the ranking is {option}.")),
    ):
        if other is not None and other.id != option.id:
            runs += (said(" " + text.format(option=other.name)),)
    return runs


def next_steps(matter: Matter) -> list[Block]:
    """What follows, in the officer's words."""
    return typed_paragraphs(matter.assessment.brief.next_steps)


def _bottom_line(matter: Matter) -> list[Runs]:
    lines: list[Runs] = []
    own = matter.assessment.brief.bottom_line
    if own:
        lines.append((typed(own),))
    if matter.outcome is not None and matter.verdict is not None:
        verdict = verdict_sentence(matter.outcome, matter.verdict)
        limits = reservations_sentence(matter.outcome, matter.policy)
        lines.append(marked((said(f"{verdict} {limits}".strip()),)))
        provisional = provisional_sentence(matter.outcome)
        if provisional:
            label = said(_("Provisional:") + " ", bold=True)
            lines.append(marked((label, said(provisional))))
    return lines

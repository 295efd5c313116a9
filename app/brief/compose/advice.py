"""What is asked, what it comes to, what is recommended and what follows."""

from app.brief.blocks import Block, Callout, Choices, Paragraph, Runs, said, typed
from app.wording import _
from app.wording.dates import long_date
from app.wording.verdicts import provisional_sentence, verdict_sentence

from .actors import dissent_sentence
from .matter import Matter, marked, typed_paragraphs
from .red_lines import warning_on_advice


def issue(matter: Matter) -> list[Block]:
    """The question and, first of all answers, the bottom line."""
    blocks = typed_paragraphs(matter.assessment.decision.question)
    lines = _bottom_line(matter)
    return [*blocks, Callout(_("Bottom line"), tuple(lines))] if lines else blocks


def recommendation(matter: Matter) -> list[Block]:
    """What is recommended and who dissents, with boxes for the answer."""
    told = typed_paragraphs(matter.assessment.brief.recommendation)
    runs = advised(matter)
    if runs:
        told.append(Paragraph(marked((*runs, *dissent_sentence(matter))), numbered=True))
    if not told:
        return []
    return [*told, *warning_on_advice(matter), answer()]


def answer() -> Choices:
    """Boxes for the answer to a recommendation."""
    return Choices((_("Agree"), _("Do not agree"), _("Discuss")), (_("Signature"), _("Date")))


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


def advised(matter: Matter) -> Runs:
    """Which option is advised, and whether it is the one that ranks first."""
    leader, option = matter.leader, matter.recommended
    if option is None:
        return ()
    runs: Runs = (said(_("Option recommended:") + " "), typed(option.name, bold=True), said("."))
    if leader is not None and leader.id != option.id:
        runs += (
            said(" " + _("It does not rank first; the ranking is led by") + " "),
            typed(leader.name),
            said("."),
        )
    return runs


def _bottom_line(matter: Matter) -> list[Runs]:
    lines: list[Runs] = []
    own = matter.assessment.brief.bottom_line
    if own:
        lines.append((typed(own),))
    if matter.outcome is not None and matter.verdict is not None:
        lines.append(marked((said(verdict_sentence(matter.outcome, matter.verdict)),)))
        provisional = provisional_sentence(matter.outcome)
        if provisional:
            label = said(_("Provisional:") + " ", bold=True)
            lines.append(marked((label, said(provisional))))
    return lines

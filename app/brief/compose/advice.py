"""What is asked, what it comes to, what is recommended and what follows."""

from app.brief.blocks import Block, Callout, Choices, Heading, Paragraph, Runs, said, typed
from app.wording import _
from app.wording.dates import long_date
from app.wording.verdicts import provisional_sentence, verdict_sentence

from .matter import Matter, typed_paragraphs
from .red_lines import warning_on_advice


def issue(matter: Matter) -> list[Block]:
    """The question and, first of all answers, the bottom line."""
    question = matter.assessment.decision.question
    blocks: list[Block] = []
    if question:
        blocks += [Heading(2, _("Issue")), *typed_paragraphs(question)]
    lines = _bottom_line(matter)
    if lines:
        blocks.append(Callout(_("Bottom line"), tuple(lines)))
    return blocks


def recommendation(matter: Matter) -> list[Block]:
    """What is recommended, with boxes for the answer."""
    told = typed_paragraphs(matter.assessment.brief.recommendation)
    advised = _advised(matter)
    if advised:
        told.append(Paragraph(advised, numbered=True))
    if not told:
        return []
    answer = Choices((_("Agree"), _("Do not agree"), _("Discuss")), (_("Signature"), _("Date")))
    return [Heading(2, _("Recommendation")), *told, *warning_on_advice(matter), answer]


def decision_taken(matter: Matter) -> list[Block]:
    """What was decided, even against the advice or the ranking."""
    decision = matter.assessment.decision
    if decision.taken is None:
        return []
    option = matter.assessment.option_by_id[decision.taken]
    runs: Runs = (said(_("Option taken:") + " "), typed(option.name, bold=True), said("."))
    if decision.taken_on is not None:
        date = _("Decided on {date}.").format(date=long_date(decision.taken_on))
        runs += (said(" " + date),)
    advised = matter.recommended
    if advised is not None and advised.id != option.id:
        text = _("The advice was {option}.").format(option=advised.name)
        runs += (said(" " + text),)
    told = typed_paragraphs(decision.taken_because)
    return [Heading(2, _("Decision taken")), Paragraph(runs, numbered=True), *told]


def next_steps(matter: Matter) -> list[Block]:
    """What follows, in the officer's words."""
    told = typed_paragraphs(matter.assessment.brief.next_steps)
    return [Heading(2, _("Next steps")), *told] if told else []


def _bottom_line(matter: Matter) -> list[Runs]:
    lines: list[Runs] = []
    own = matter.assessment.brief.bottom_line
    if own:
        lines.append((typed(own),))
    if matter.outcome is not None and matter.verdict is not None:
        lines.append((said(verdict_sentence(matter.outcome, matter.verdict)),))
        provisional = provisional_sentence(matter.outcome)
        if provisional:
            lines.append((said(_("Provisional:") + " ", bold=True), said(provisional)))
    return lines


def _advised(matter: Matter) -> Runs:
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

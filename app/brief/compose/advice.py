"""What is asked, what it comes to, what is recommended and what follows."""

from app.brief.blocks import Block, Callout, Choices, Heading, Paragraph, Runs, said, typed
from app.wording import _
from app.wording.verdicts import provisional_sentence, verdict_sentence

from .matter import Matter, typed_paragraphs


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
    return [Heading(2, _("Recommendation")), *told, answer]


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
    chosen = matter.assessment.brief.recommended
    leader = matter.leader
    if chosen is None and leader is None:
        return ()
    option = matter.assessment.option_by_id[chosen] if chosen else leader
    assert option is not None
    runs: Runs = (said(_("Option recommended:") + " "), typed(option.name, bold=True), said("."))
    if leader is not None and leader.id != option.id:
        runs += (
            said(" " + _("It does not rank first; the ranking is led by") + " "),
            typed(leader.name),
            said("."),
        )
    return runs

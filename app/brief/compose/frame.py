"""To whom, from whom, about what, under which warning, and against which background."""

from app.brief.blocks import Block, Callout, Heading, KeyValues, Runs, said, typed
from app.wording import _
from app.wording.dates import long_date

from .matter import Matter, typed_paragraphs


def address(matter: Matter) -> list[Block]:
    """To, from, reference, date, subject and what the decision waits for."""
    brief = matter.assessment.brief
    rows: list[tuple[str, Runs]] = [
        (label, (typed(text),))
        for label, text in (
            (_("To"), brief.to),
            (_("From"), brief.sender),
            (_("Copies"), brief.copies),
            (_("Reference"), brief.reference),
            (_("Decision-maker"), matter.assessment.decision.decision_maker),
        )
        if text
    ]
    rows.append((_("Date"), (said(long_date(matter.dated)),)))
    if brief.decide_by is not None:
        reason = (said(" – "), typed(brief.decide_because)) if brief.decide_because else ()
        rows.append((_("Decision needed by"), (said(long_date(brief.decide_by)), *reason)))
    return [KeyValues(tuple(rows))]


def warning(matter: Matter) -> list[Block]:
    """That the content is only an example, where it is."""
    text = matter.assessment.decision.illustrative
    return [Callout(_("Illustration"), ((typed(text),),), tone="neutral")] if text else []


def background(matter: Matter) -> list[Block]:
    """What the reader needs to know first, and up to when facts are taken in."""
    decision = matter.assessment.decision
    told = typed_paragraphs(decision.background) + typed_paragraphs(decision.state_of_affairs)
    return [Heading(2, _("Background")), *told] if told else []

"""To whom, from whom, about what, under which warning, and against which background."""

from app.brief.blocks import Block, Callout, Contents, KeyValues, Paragraph, Runs, said, typed
from app.wording import _
from app.wording.dates import long_date
from db.model import BriefKind

from .matter import Matter, labelled, typed_paragraphs


def address(matter: Matter) -> list[Block]:
    """To, from, reference, date and what the decision waits for."""
    brief = matter.assessment.brief
    maker = matter.assessment.decision.decision_maker
    if maker == brief.to or (brief.to and not matter.in_full):
        maker = ""
    rows: list[tuple[str, Runs]] = [
        (label, (typed(text),))
        for label, text in (
            (_("To"), brief.to),
            (_("From"), brief.sender),
            (_("Copies"), brief.copies),
            (_("Reference"), brief.reference),
            (_("Decision-maker"), maker),
        )
        if text
    ]
    rows.append((_("Date"), (said(long_date(matter.dated)),)))
    if brief.decide_by is not None:
        reason = (said(" – "), typed(brief.decide_because)) if brief.decide_because else ()
        rows.append((_("Decision needed by"), (said(long_date(brief.decide_by)), *reason)))
    if matter.kind is BriefKind.NOTE:
        return [_address_line(rows)]
    return [KeyValues(tuple(rows))]


def _address_line(rows: list[tuple[str, Runs]]) -> Paragraph:
    """The address in a line or two, where a page must do."""
    runs: Runs = ()
    for label, text in rows:
        gap = "\u2003" if runs else ""
        runs += (said(gap), said(labelled(label), bold=True), said(" "), *text)
    return Paragraph(runs, style="small")


def contents(matter: Matter) -> list[Block]:
    """The contents of a full report; shorter briefs need none."""
    return [Contents(_("Contents"))] if matter.in_full else []


def warning(matter: Matter) -> list[Block]:
    """That the content is only an example, where it is."""
    text = matter.assessment.decision.illustrative
    if not text:
        return []
    if matter.in_full:
        return [Callout(_("Illustration"), ((typed(text),),), tone="neutral")]
    label = said(_("Illustration.") + " ", bold=True)
    return [Paragraph((label, typed(text)), style="small")]


def background(matter: Matter) -> list[Block]:
    """What the reader needs to know first, and up to when facts are taken in."""
    decision = matter.assessment.decision
    return typed_paragraphs(decision.background) + typed_paragraphs(decision.state_of_affairs)


def nothing(_matter: Matter) -> list[Block]:
    """A section that holds the officer's own words alone."""
    return []

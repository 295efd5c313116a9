"""What could go wrong: other futures, failing conditions, red lines, and the case against."""

from app.brief.blocks import Block, Heading, Paragraph, said, typed
from app.wording import _

from .conditions import conditions
from .futures import futures
from .matter import Matter, is_short, labelled, told, typed_paragraphs
from .red_lines import red_lines


def risks(matter: Matter) -> list[Block]:
    """The risks of the advice, under headings of their own in a full report."""
    parts = (
        (_("If the situation changes"), futures(matter)),
        (_("What the option advised rests on"), conditions(matter)),
        (_("Red lines"), red_lines(matter)),
        *_red_team(matter),
    )
    blocks: list[Block] = []
    for title, content in parts:
        if content and matter.in_full:
            blocks.append(Heading(3, title))
        blocks += content
    return blocks


def case_against(matter: Matter) -> list[Block]:
    """Annex of a memo: the arguments against the advice that are too long for its body."""
    told_of = [*_arguments(matter), *((row.name, row.text) for row in matter.assessment.dissents)]
    blocks: list[Block] = []
    for title, text in told_of:
        if text and not is_short(text, matter):
            blocks += [Heading(3, title), *typed_paragraphs(text)]
    return blocks


def _red_team(matter: Matter) -> list[tuple[str, list[Block]]]:
    """The best case against the advice, and how it would have failed, in people's own words."""
    if matter.in_full:
        return [(title, typed_paragraphs(text)) for title, text in _arguments(matter)]
    given = [(title, text) for title, text in _arguments(matter) if text]
    short = [_labelled(title, text) for title, text in given if is_short(text, matter)]
    referred = any(not is_short(row.text, matter) for row in matter.assessment.dissents)
    if referred or len(short) == len(given):  # the dissenters' line leads to the same annex
        return [("", [*short])]
    sentence = _("What speaks against the advice, put by those who mean it, stands in the annex.")
    return [("", [*short, *told(sentence, see=matter.see("against"))])]


def _arguments(matter: Matter) -> tuple[tuple[str, str], ...]:
    decision = matter.assessment.decision
    return (
        (_("The strongest case against"), decision.strongest_case_against),
        (_("If it fails: how it came about"), decision.pre_mortem),
    )


def _labelled(title: str, text: str) -> Paragraph:
    words = " ".join(text.split())
    return Paragraph((said(labelled(title) + " ", bold=True), typed(words)), numbered=True)

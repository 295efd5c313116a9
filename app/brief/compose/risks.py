"""What could go wrong: other futures, failing conditions, red lines, and the case against."""

from app.brief.blocks import Block, Heading
from app.wording import _

from .conditions import conditions
from .futures import futures
from .matter import Matter, typed_paragraphs
from .red_lines import red_lines


def risks(matter: Matter) -> list[Block]:
    """The risks of the advice; nothing where nothing about them is said."""
    return [
        *futures(matter),
        *conditions(matter),
        *red_lines(matter),
        *_red_team(matter),
    ]


def _red_team(matter: Matter) -> list[Block]:
    """The best case against the advice, and how it would have failed, in people's own words."""
    decision = matter.assessment.decision
    parts = (
        (_("The strongest case against"), decision.strongest_case_against),
        (_("If it fails: how it came about"), decision.pre_mortem),
    )
    blocks: list[Block] = []
    for title, text in parts:
        paragraphs = typed_paragraphs(text)
        if paragraphs:
            blocks += [Heading(3, title), *paragraphs]
    return blocks

"""Who leads as three branches share their weight, in a sentence."""

from app.analysis.outcome import Outcome
from app.analysis.triangle import Triangle
from app.wording.language import _
from app.wording.lists import listed, series
from app.wording.numbers import percent

from .names import option_name


def triangle_sentence(outcome: Outcome, found: Triangle, nodes: tuple[str, str, str]) -> str:
    """In which share of all divisions of the weight among three branches each option leads."""
    names = outcome.assessment.criterion_by_id
    largest = sorted(found.regions, key=lambda region: -region.area)
    leaders = [
        _("{option} in {share}").format(
            option=option_name(outcome, region.option), share=percent(region.area)
        )
        for region in largest
    ]
    return _(
        "Of all ways in which {branches} could share the {joint} of the weight that they have "
        "together, first is: {leaders}."
    ).format(
        branches=listed([names[node].name for node in nodes]),
        joint=percent(found.joint),
        leaders=series(leaders),
    )

"""What answers to questions about weights amount to, in sentences."""

from collections.abc import Mapping

from app.wording.language import _
from app.wording.lists import series
from app.wording.numbers import percent, points
from db.model import Assessment

from .account import Part, Section

Judged = tuple[str, str, float]


def elicited_section(
    assessment: Assessment,
    shares: Mapping[str, float],
    consistency_ratio: float | None,
    worst: Judged | None,
) -> Section:
    """The weights that the answers give (by leaf), and how well the answers agree.

    worst: the judgement most at odds with the rest (two leaves) and the ratio that would agree.
    """
    names = assessment.criterion_by_id
    text = _("{criterion} {share}")
    weights = [
        text.format(criterion=names[leaf].name, share=percent(share))
        for leaf, share in shares.items()
    ]
    said = [_("The answers give these weights: {weights}.").format(weights=series(weights))]
    if consistency_ratio is not None:
        text = _("Their consistency ratio is {ratio}; by custom up to 0.1 is consistent enough.")
        said.append(text.format(ratio=points(consistency_ratio, 2)))
    if worst is not None:
        first, second, ratio = worst
        text = _("Most at odds with the rest: {first} against {second}; {ratio} would agree.")
        said.append(
            text.format(first=names[first].name, second=names[second].name, ratio=f"{ratio:.3g}")
        )
    return Section("answers", _("What do the answers say?"), (Part("", tuple(said)),))

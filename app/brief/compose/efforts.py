"""What value costs: the options by value and by what they take."""

from app.analysis.frontier import effort_frontier
from app.brief.blocks import Block, Figure, ListBlock, said
from app.charts.comparison_pictures import effort_picture
from app.wording import _
from app.wording.frontier import frontier_sentences
from app.wording.lists import series

from .matter import Matter


def value_for_effort(matter: Matter) -> list[Block]:
    """Value against effort as a picture with what each further point takes.

    Nothing where fewer than two ranked options state what they take.
    """
    if matter.outcome is None:
        return []
    found = effort_frontier(matter.outcome)
    if found is None:
        return []
    sentences = frontier_sentences(matter.outcome, *found)
    picture = effort_picture(matter.outcome, *found)
    marks = (
        _("{option} {points} for {effort}").format(
            option=mark.label, points=mark.value_text, effort=mark.effort_text
        )
        for mark in picture.marks
    )
    alternative = _("Value of each option and what it takes: {list}.").format(list=series(marks))
    figure = Figure(picture, alternative=alternative, caption=_("What value costs"))
    return [figure, ListBlock(tuple((said(sentence),) for sentence in sentences))]

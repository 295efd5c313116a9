"""The pictures that go with an assessment, by the names of their files."""

from typing import NamedTuple

from app.analysis.examination import Examination
from app.charts import Chart
from app.charts.captions import Caption
from app.charts.pictures import nearest_flip, ranking_picture, ranking_text, weight_picture
from app.charts.robustness_pictures import (
    acceptability_picture,
    stable_weights_picture,
    tornado_picture,
)
from app.wording import _


class Picture(NamedTuple):
    """A chart, the name of its file without an ending, the text that stands for it, its caption."""

    name: str
    chart: Chart
    text: str
    caption: Caption


def list_pictures(examination: Examination) -> tuple[Picture, ...]:
    """The ranking and what was found out about it; a picture that would be empty is left out."""
    outcome = examination.outcome
    decision = outcome.assessment.decision
    pictures: list[Picture] = []

    def add(name: str, chart: Chart, text: str, title: str) -> None:
        caption = Caption(title, decision.title, decision.marking)
        pictures.append(Picture(name, chart, text, caption))

    add("ranking", ranking_picture(outcome), ranking_text(outcome), _("Ranking"))
    flip = nearest_flip(outcome)
    if flip is not None:
        name = outcome.assessment.criterion_by_id[flip.node].name
        text = _("Values of the options over the weight of {criterion}.").format(criterion=name)
        title = _("If the weight of {name} moves").format(name=name)
        add("weight", weight_picture(outcome, flip.node), text, title)
    ranks = acceptability_picture(outcome, examination.found.any_weights)
    title = _("How often each option takes each rank")
    add("ranks", ranks, _("How often each option takes each rank."), title)
    tornado = tornado_picture(examination)
    if tornado.bars:
        title = _("The scores whose range matters most")
        add("ranges", tornado, _("What the ranges of scores do."), title)
    stretches = stable_weights_picture(examination)
    if stretches.spans:
        text = _("The shares of weight within which the first place stays.")
        title = _("How far each weight can move before the first place changes")
        add("stable-weights", stretches, text, title)
    return tuple(pictures)

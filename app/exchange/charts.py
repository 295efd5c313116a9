"""The pictures that go with an assessment, by the names of their files."""

from typing import NamedTuple

from app.analysis.examination import Examination
from app.charts import Chart
from app.charts.pictures import nearest_flip, ranking_picture, ranking_text, weight_picture
from app.charts.robustness_pictures import (
    acceptability_picture,
    stable_weights_picture,
    tornado_picture,
)
from app.wording import _


class Picture(NamedTuple):
    """A chart, the name of its file without an ending, and the text that stands for it."""

    name: str
    chart: Chart
    text: str


def list_pictures(examination: Examination) -> tuple[Picture, ...]:
    """The ranking and what was found out about it; a picture that would be empty is left out."""
    outcome = examination.outcome
    pictures = [Picture("ranking", ranking_picture(outcome), ranking_text(outcome))]
    flip = nearest_flip(outcome)
    if flip is not None:
        name = outcome.assessment.criterion_by_id[flip.node].name
        text = _("Values of the options over the weight of {criterion}.").format(criterion=name)
        pictures.append(Picture("weight", weight_picture(outcome, flip.node), text))
    ranks = acceptability_picture(outcome, examination.found.any_weights)
    pictures.append(Picture("ranks", ranks, _("How often each option takes each rank.")))
    tornado = tornado_picture(examination)
    if tornado.bars:
        pictures.append(Picture("ranges", tornado, _("What the ranges of scores do.")))
    stretches = stable_weights_picture(examination)
    if stretches.spans:
        text = _("The shares of weight within which the first place stays.")
        pictures.append(Picture("stable-weights", stretches, text))
    return tuple(pictures)

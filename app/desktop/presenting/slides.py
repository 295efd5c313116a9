"""Which pictures a meeting is shown, in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.wording import _

if TYPE_CHECKING:
    from app.analysis.outcome import Outcome
    from app.charts import Chart

MOST_LINES = 3


class Slide(NamedTuple):
    """One picture with its heading, the sentence under it, and its alternative text."""

    heading: str
    chart: Chart
    sentence: str
    alternative: str


def make_slides(outcome: Outcome) -> tuple[Slide, ...]:
    """The ranking, and then the weights that come nearest to changing the first place."""
    from app.analysis.flips import find_flips, weight_line
    from app.analysis.verdict import find_verdict
    from app.charts.pictures import ranking_picture, ranking_text, weight_picture
    from app.wording.reasons import crossover_sentence
    from app.wording.verdicts import verdict_sentence

    slides = [
        Slide(
            outcome.assessment.decision.title,
            ranking_picture(outcome),
            verdict_sentence(outcome, find_verdict(outcome)),
            ranking_text(outcome),
        )
    ]
    nodes = list(dict.fromkeys(flip.node for flip in find_flips(outcome)))
    for node in nodes[:MOST_LINES]:
        name = outcome.assessment.criterion_by_id[node].name
        sentence = crossover_sentence(outcome, node, weight_line(outcome, node))
        heading = _("If the weight of {name} moves").format(name=name)
        slides.append(Slide(heading, weight_picture(outcome, node), sentence, sentence))
    return tuple(slides)

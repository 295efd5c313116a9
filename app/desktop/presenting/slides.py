"""Which pictures a meeting is shown, in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.wording import _

if TYPE_CHECKING:
    from app.analysis.outcome import Outcome
    from app.charts import Chart
    from app.desktop.robustness.report import Report

MOST_LINES = 3


class Slide(NamedTuple):
    """One picture with its heading, the sentence under it, and its alternative text."""

    heading: str
    chart: Chart
    sentence: str
    alternative: str


def make_slides(outcome: Outcome) -> tuple[Slide, ...]:
    """The ranking, where its lead comes from, and the weights that come nearest to changing it."""
    from app.analysis.flips import find_flips, weight_line
    from app.analysis.verdict import find_verdict
    from app.charts.comparison_pictures import lead_picture, lead_text
    from app.charts.pictures import ranking_picture, ranking_text, weight_picture
    from app.wording.reasons import crossover_sentence, reason_sentences
    from app.wording.verdicts import verdict_sentence

    slides = [
        Slide(
            outcome.assessment.decision.title,
            ranking_picture(outcome),
            verdict_sentence(outcome, find_verdict(outcome)),
            ranking_text(outcome),
        )
    ]
    if len(outcome.ranked) > 1:
        first, second = outcome.ranked[:2]
        reasons = reason_sentences(outcome, first, second)
        slides.append(
            Slide(
                _("Where the lead comes from"),
                lead_picture(outcome, first, second),
                reasons[0],
                lead_text(outcome, first, second),
            )
        )
    nodes = list(dict.fromkeys(flip.node for flip in find_flips(outcome)))
    for node in nodes[:MOST_LINES]:
        name = outcome.assessment.criterion_by_id[node].name
        sentence = crossover_sentence(outcome, node, weight_line(outcome, node))
        heading = _("If the weight of {name} moves").format(name=name)
        slides.append(Slide(heading, weight_picture(outcome, node), sentence, sentence))
    return tuple(slides)


def robustness_slides(report: Report) -> tuple[Slide, ...]:
    """How firm the first place is, in pictures; none where there is nobody to take it."""
    from app.wording.robustness.score_moves import unseating_sentence
    from app.wording.robustness.weight_moves import joint_stability_sentence
    from app.wording.robustness.weightings import any_weights_sentence

    if report.alone:
        return ()
    outcome, found = report.examination.outcome, report.examination.found
    slides = [
        Slide(
            _("How often each option takes each rank"),
            report.ranks,
            any_weights_sentence(outcome, found.any_weights),
            report.ranks_text,
        )
    ]
    if report.spans.spans:
        heading = _("How far each weight can move before the first place changes")
        said = joint_stability_sentence(outcome, found.by_swings)
        slides.append(Slide(heading, report.spans, said, report.spans_text))
    if report.tornado.bars:
        heading = _("The scores whose range matters most")
        said = unseating_sentence(outcome, found.tornado)
        slides.append(Slide(heading, report.tornado, said, report.tornado_text))
    return tuple(slides)

"""Which slides a meeting is shown: only those of which there is something to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desktop.presenting.slides import Point, Slide, first_sentences, picture_slide, word_slides
from app.wording import _
from app.wording.lists import series

if TYPE_CHECKING:
    from app.analysis.outcome import Outcome
    from app.brief.compose.matter import Matter
    from app.desktop.robustness.report import Report

MOST_LINES = 1
MOST_REASONS = 2
MOST_OPTIONS = 9
OPTION_LETTERS = 120
"""No more is said of an option beside its name."""


def make_slides(outcome: Outcome) -> tuple[Slide, ...]:
    """The question, what leads and why, what would change it, what stands against it, the advice.

    How firm the first place is takes a while to find out: see `robustness_slides`.
    """
    from app.desktop.presenting.judgement import judgement_slides

    matter = _find_matter(outcome)
    return (
        *_question(matter),
        *_lead(outcome),
        *_changes(outcome),
        *judgement_slides(matter),
    )


def _find_matter(outcome: Outcome) -> Matter:
    """What a brief is made of, in the window's language."""
    from datetime import UTC, datetime

    from app.brief.compose.composition import find_matter
    from app.brief.origin import Origin
    from db.model import BriefKind

    today = datetime.now(UTC).astimezone().date()
    return find_matter(outcome.assessment, today, BriefKind.NOTE, Origin())


def _question(matter: Matter) -> tuple[Slide, ...]:
    assessment = matter.assessment
    ranked = [row for row in assessment.options if not row.screened_out]
    more = len(ranked) - MOST_OPTIONS
    points = [
        *(Point(line) for line in assessment.decision.question.split("\n")),
        *(
            Point(first_sentences(row.description, OPTION_LETTERS), row.name)
            for row in ranked[:MOST_OPTIONS]
        ),
        *([Point(_("… and {count} more.").format(count=more))] if more > 0 else []),
    ]
    out = [row.name for row in assessment.options if row.screened_out]
    if 0 < len(out) <= MOST_OPTIONS:
        points.append(Point(_("Screened out: {names}.").format(names=series(out))))
    return word_slides("question", assessment.decision.title, points)


def _lead(outcome: Outcome) -> tuple[Slide, ...]:
    from app.analysis.verdict import find_verdict
    from app.charts.comparison_pictures import lead_picture, lead_text
    from app.charts.pictures import ranking_picture, ranking_text
    from app.wording.reasons import reason_sentences
    from app.wording.verdicts import provisional_sentence, verdict_sentence

    said = (verdict_sentence(outcome, find_verdict(outcome)), provisional_sentence(outcome))
    ranking = picture_slide(
        "lead", _("Who leads"), ranking_picture(outcome), ranking_text(outcome), said
    )
    if len(outcome.ranked) < 2:
        return (ranking,)
    first, second = outcome.ranked[:2]
    reasons = picture_slide(
        "lead",
        _("Where the lead comes from"),
        lead_picture(outcome, first, second),
        lead_text(outcome, first, second),
        reason_sentences(outcome, first, second)[:MOST_REASONS],
    )
    return ranking, reasons


def _changes(outcome: Outcome) -> tuple[Slide, ...]:
    """The weights that come nearest to changing the first place."""
    from app.analysis.flips import find_flips, weight_line
    from app.charts.pictures import weight_picture
    from app.wording.reasons import crossover_sentence

    nodes = list(dict.fromkeys(flip.node for flip in find_flips(outcome)))[:MOST_LINES]
    slides = []
    for node in nodes:
        name = outcome.assessment.criterion_by_id[node].name
        said = crossover_sentence(outcome, node, weight_line(outcome, node))
        heading = _("If the weight of {name} moves").format(name=name)
        picture = weight_picture(outcome, node)
        slides.append(picture_slide("changes", heading, picture, said, [said]))
    return tuple(slides)


def robustness_slides(report: Report) -> tuple[Slide, ...]:
    """How firm the first place is, in pictures; none where there is nobody to take it."""
    from app.wording.robustness.score_moves import unseating_sentence
    from app.wording.robustness.weight_moves import joint_stability_sentence
    from app.wording.robustness.weightings import any_weights_sentence

    if report.alone:
        return ()
    outcome, found = report.examination.outcome, report.examination.found
    said = any_weights_sentence(outcome, found.any_weights)
    heading = _("How often each option takes each rank")
    slides = [picture_slide("changes", heading, report.ranks, report.ranks_text, [said])]
    if report.spans.spans:
        heading = _("How far each weight can move before the first place changes")
        said = joint_stability_sentence(outcome, found.by_swings)
        slides.append(picture_slide("changes", heading, report.spans, report.spans_text, [said]))
    if report.tornado.bars:
        heading = _("The scores whose range matters most")
        said = unseating_sentence(outcome, found.tornado)
        picture = report.tornado
        slides.append(picture_slide("changes", heading, picture, report.tornado_text, [said]))
    return tuple(slides)

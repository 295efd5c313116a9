"""What stands beside the ranking: red lines, other eyes, other futures, doubts, and the advice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.desktop.presenting.slides import Point, Slide, picture_slide, word_slides
from app.wording import _

if TYPE_CHECKING:
    from app.brief.blocks import Block, Run
    from app.brief.compose.matter import Matter

MOST_SENTENCES = 3
_ISOLATED = "\u2068{text}\u2069"
"""Keeps a name in the direction of its own script within a sentence (Unicode, UAX 9)."""


def judgement_slides(matter: Matter) -> tuple[Slide, ...]:
    """The slides that come after the ranking and what would change it."""
    others = (*_actors(matter), *_futures(matter))
    return (*_lines(matter), *others, *_against(matter), *_advice(matter))


def _lines(matter: Matter) -> tuple[Slide, ...]:
    """Each red line and who crosses it; then what that does to the ranking."""
    from app.analysis.policy.red_lines import crossing_options
    from app.wording.red_lines import crossed_sentence, without_sentence

    assessment, found = matter.assessment, matter.policy.breaches
    points = [
        Point(crossed_sentence(assessment, found, line), line.name) for line in assessment.red_lines
    ]
    if points and matter.outcome is not None:
        points.append(Point(without_sentence(matter.outcome, crossing_options(found))))
    return word_slides("lines", _("Red lines: who crosses them"), points)


def _actors(matter: Matter) -> tuple[Slide, ...]:
    from app.charts.heat_pictures import actor_picture, heat_text
    from app.wording.actors import acceptance_sentence, leader_sentences

    table, option = matter.policy.actors, matter.weighed
    if table is None:
        return ()
    picture = actor_picture(matter.assessment, table)
    said = list(leader_sentences(matter.assessment, table))[:MOST_SENTENCES]
    if option is not None:
        said.insert(0, acceptance_sentence(matter.assessment, table, option.id))
    heading = _("Who would support what")
    return (picture_slide("actors", heading, picture, heat_text(picture), said),)


def _futures(matter: Matter) -> tuple[Slide, ...]:
    from app.charts.heat_pictures import heat_text, scenario_picture
    from app.wording.policy import scenario_sentences

    table, option = matter.policy.scenarios, matter.weighed
    if table is None:
        return ()
    picture = scenario_picture(matter.assessment, table, matter.outcome)
    advised = None if option is None else option.id
    said = scenario_sentences(matter.assessment, matter.policy, advised)[:MOST_SENTENCES]
    heading = _("If the situation changes")
    return (picture_slide("futures", heading, picture, heat_text(picture), said),)


def _against(matter: Matter) -> tuple[Slide, ...]:
    """What the advice rests on, and what those say who would not give it."""
    from app.brief.compose.actors import dissent
    from app.wording.conditions import benchmark_sentence, case_sentence, failing_sentence

    assessment, decision, option = matter.assessment, matter.assessment.decision, matter.weighed
    rests: list[str] = []
    if option is not None:
        cases = [case for case in matter.policy.cases if case.option == option.id]
        rests = [case_sentence(assessment, case) for case in cases[:MOST_SENTENCES]]
        rests += [failing_sentence(cases), benchmark_sentence(assessment, option.id)]
    against = (
        Point(decision.strongest_case_against, _("The strongest case against")),
        Point(decision.pre_mortem, _("If it fails: how it came about")),
    )
    heading = _("What the option advised rests on")
    return (
        *word_slides("against", heading, map(Point, rests)),
        *word_slides(
            "against",
            _("What speaks against it"),
            [*(point for point in against if point.text), *_points(dissent(matter))],
        ),
    )


def _advice(matter: Matter) -> tuple[Slide, ...]:
    from app.brief.compose.advice import decision_taken, next_steps, recommended
    from app.brief.compose.red_lines import warning_on_advice

    advice = [*recommended(matter, numbered=True), *warning_on_advice(matter)]
    points = [
        *_points(advice),
        *_named(_("Next steps"), _points(next_steps(matter))),
        *_named(_("Decision taken"), _points(decision_taken(matter))),
    ]
    return word_slides("advice", _("Recommendation"), points)


def _named(name: str, points: list[Point]) -> list[Point]:
    """Points of which the first says what they are about."""
    return [points[0]._replace(name=name), *points[1:]] if points else []


def _points(blocks: Iterable[Block]) -> list[Point]:
    """Paragraphs and boxes of a brief as points; what is only for paper is left out."""
    from app.brief.blocks import Callout, Paragraph

    points = []
    for block in blocks:
        if isinstance(block, Paragraph):
            points.append(_point(block.runs))
        elif isinstance(block, Callout):
            points += [Point(_joined(runs), block.title) for runs in block.paragraphs]
    return points


def _point(runs: tuple[Run, ...]) -> Point:
    """A paragraph, with what it begins with in bold as its name."""
    bold = 0
    while bold < len(runs) and runs[bold].bold:
        bold += 1
    return Point(_joined(runs[bold:]).strip(), _joined(runs[:bold]).strip())


def _joined(runs: tuple[Run, ...]) -> str:
    shown = [run for run in runs if not run.raised and run.text]
    alone = len(shown) == 1
    return "".join(
        _ISOLATED.format(text=run.text) if run.typed and not alone else run.text for run in shown
    )

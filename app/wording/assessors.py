"""What colleagues find by their own scores and weights, each and together, as sentences."""

from app.analysis.policy.assessors import AssessorTable
from db.model import Assessment

from .language import _, ngettext
from .lists import actor_names, option_names
from .numbers import percent, points


def table_sentences(assessment: Assessment, table: AssessorTable) -> tuple[str, ...]:
    """Who puts what first; the consensus, the mean, and how far the rankings agree."""
    said = [
        *_first_sentences(assessment, table),
        _together(assessment, table),
        _(
            "Their rankings agree to {number}, from 0 (not at all) to 1 (the same; Kendall's W)."
        ).format(number=points(table.concordance, 2)),
        _furthest(assessment, table),
    ]
    return tuple(sentence for sentence in said if sentence)


def _first_sentences(assessment: Assessment, table: AssessorTable) -> tuple[str, ...]:
    first: dict[tuple[str, ...], list[str]] = {}
    for assessor, outcome in zip(table.assessors, table.outcomes, strict=True):
        first.setdefault(outcome.leaders, []).append(assessor)
    return tuple(
        ngettext(
            "By their own scores and weights {assessors} puts {options} first.",
            "By their own scores and weights {assessors} put {options} first.",
            len(judges),
        ).format(
            assessors=actor_names(assessment, judges), options=option_names(assessment, options)
        )
        for options, judges in first.items()
    )


def _together(assessment: Assessment, table: AssessorTable) -> str:
    values = {
        "consensus": option_names(assessment, table.consensus),
        "mean": option_names(assessment, table.best_mean),
        "points": points(float(table.mean.max())),
    }
    if table.consensus == table.best_mean:
        return _(
            "Taken together {consensus} is first, by the sum of their ranks (Borda) as by the mean "
            "of their values ({points})."
        ).format(**values)
    return _(
        "Taken together {consensus} is first by the sum of their ranks (Borda); by the mean of "
        "their values it would be {mean} ({points})."
    ).format(**values)


def _furthest(assessment: Assessment, table: AssessorTable) -> str:
    worst = float(table.distances.max())
    if not worst:
        return _("All have the same ranking.")
    who = [
        assessor
        for assessor, distance in zip(table.assessors, table.distances, strict=True)
        if distance == worst
    ]
    if len(who) == len(table.assessors):
        return ""
    return ngettext(
        "The ranking of {assessors} is furthest from the consensus: {share} of the way to its "
        "reverse (Kemeny's distance).",
        "The rankings of {assessors} are furthest from the consensus: {share} of the way to its "
        "reverse (Kemeny's distance).",
        len(who),
    ).format(assessors=actor_names(assessment, who), share=percent(worst, 0))

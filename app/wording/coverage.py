"""What scores and conclusions rest on, as sentences."""

from collections.abc import Sequence

from app.analysis.policy.coverage import Coverage
from db.model import Assessment, Basis, Widening

from .language import _, ngettext
from .lists import series
from .numbers import percent, score

ALL = 0.9995
"""From this share on, “all” is said; below the mirror of it, “none”."""

MOST_NAMED = 4
"""So many scores are named in a sentence; whoever wants them all finds them in a table."""


def weak_sentence(assessment: Assessment, coverage: Sequence[Coverage]) -> str:
    """Which scores rest on one document that is graded C or below; empty when none does."""
    found = [row for row in coverage if row.single and row.weak]
    if not found:
        return ""
    return ngettext(
        "{count} score rests on a single document graded C or below: {scores}.",
        "{count} scores each rest on a single document graded C or below: {scores}.",
        len(found),
    ).format(count=len(found), scores=score_names(assessment, found))


def weak_count_sentence(coverage: Sequence[Coverage]) -> str:
    """How many scores rest on one document that is graded C or below; empty when none does."""
    count = sum(row.single and row.weak for row in coverage)
    if not count:
        return ""
    return ngettext(
        "{count} score rests on a single document graded C or below.",
        "{count} scores each rest on a single document graded C or below.",
        count,
    ).format(count=count)


def unsupported_sentence(assessment: Assessment, coverage: Sequence[Coverage]) -> str:
    """Which scores rest on no source; empty when none does."""
    found = [row for row in coverage if row.unsupported]
    if not found:
        return ""
    return ngettext(
        "{count} score rests on no source: {scores}.",
        "{count} scores rest on no source: {scores}.",
        len(found),
    ).format(count=len(found), scores=score_names(assessment, found))


def counts_sentence(coverage: Sequence[Coverage]) -> str:
    """Of all scores, how many rest on one document alone and how many are contested."""
    single = sum(row.single for row in coverage)
    contested = sum(row.contested for row in coverage)
    return _(
        "Scores that rest on one document alone: {single} of {total}; with sources for and "
        "against them: {contested}."
    ).format(total=len(coverage), single=single, contested=contested)


def basis_sentence(assessment: Assessment, assessor: str) -> str:
    """How many of an assessor's scores rest on information and how many on assumption."""
    bases = [row.basis for row in assessment.scores if row.assessor == assessor]
    informed, assumed = bases.count(Basis.INFORMATION), bases.count(Basis.ASSUMPTION)
    if not informed and not assumed:
        return ""
    return _("{informed} scores are marked as information and {assumed} as assumption.").format(
        informed=informed, assumed=assumed
    )


def lead_sentence(assessment: Assessment, first: str, second: str, share: float) -> str:
    """How much of a lead stands on claims graded 1 or 2 in sources graded A or B."""
    values = {
        "first": assessment.option_by_id[first].name,
        "second": assessment.option_by_id[second].name,
        "share": percent(share, 0),
    }
    if share >= ALL:
        text = _(
            "Every point by which {first} gains on {second} has claims graded 1 or 2 in sources "
            "graded A or B behind both scores."
        )
    elif share <= 1 - ALL:
        text = _(
            "{first}’s lead over {second} rests on no well-graded evidence: nowhere do both scores "
            "rest on claims graded 1 or 2 in sources graded A or B."
        )
    else:
        text = _(
            "{share} of the points by which {first} gains on {second} have claims graded 1 or 2 in "
            "sources graded A or B behind both scores."
        )
    return text.format(**values)


def assumed_sentence(assessment: Assessment, option: str, share: float) -> str:
    """How much of an option's value comes from scores that rest on assumption."""
    values = {"option": assessment.option_by_id[option].name, "share": percent(share, 0)}
    if share >= ALL:
        text = _("All of the value of {option} comes from scores marked as assumptions.")
    elif share <= 1 - ALL:
        text = _("None of the value of {option} comes from scores marked as assumptions.")
    else:
        text = _("{share} of the value of {option} comes from scores marked as assumptions.")
    return text.format(**values)


def widened_sentence(assessment: Assessment, widened: int) -> str:
    """That grades of evidence widen ranges, how far and how many; empty while they do not."""
    decision = assessment.decision
    if decision.widening is Widening.OFF:
        return ""
    return ngettext(
        "What scores rest on widens {count} range: to at least {fair} hundredths of the scale "
        "either way on fair evidence, {weak} on weak or contested evidence and {none} on none. "
        "The ranking stays as it is.",
        "What scores rest on widens {count} ranges: to at least {fair} hundredths of the scale "
        "either way on fair evidence, {weak} on weak or contested evidence and {none} on none. "
        "The ranking stays as it is.",
        widened,
    ).format(
        count=widened,
        fair=score(decision.widen_fair),
        weak=score(decision.widen_weak),
        none=score(decision.widen_none),
    )


def score_names(assessment: Assessment, coverage: Sequence[Coverage]) -> str:
    """Scores by option and criterion, as one phrase; of many only the first."""
    named = series(
        _("{option} on {criterion}").format(
            option=assessment.option_by_id[row.score.option].name,
            criterion=assessment.criterion_by_id[row.score.criterion].name,
        )
        for row in coverage[:MOST_NAMED]
    )
    rest = len(coverage) - MOST_NAMED
    return _("{list} and {count} more").format(list=named, count=rest) if rest > 0 else named

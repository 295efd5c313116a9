"""What a format cannot hold: said before anybody relies on the file."""

from collections.abc import Callable, Iterator
from typing import Literal

from app.wording import _
from db.model import Assessment, BriefSettings, Score

Format = Literal["csv", "xlsx", "xmcda"]
_POLICY = (
    *("scenarios", "score_changes", "mechanisms", "conditions", "benchmarks", "red_lines"),
    *("precedents", "stages", "assumptions", "signposts", "dissents", "brief_sections"),
)


def lost(assessment: Assessment, form: Format) -> tuple[str, ...]:
    """Sentences on everything in the assessment that is not in a file of this format.

    An assessment as JSON loses nothing but its history.
    """
    return tuple(sentence for find in _FINDERS for sentence in find(assessment, form))


def _screened_out(assessment: Assessment, form: Format) -> Iterator[str]:
    if not any(row.screened_out for row in assessment.options):
        return
    if form == "xmcda":
        yield _("Why options are screened out; they are marked as not active.")
    else:
        yield _("The options that are screened out.")


def _options(assessment: Assessment, form: Format) -> Iterator[str]:
    rows = assessment.options
    if form == "xmcda" and any(row.code for row in rows):
        yield _("The short codes of options.")
    if any(row.effort is not None or row.locator or row.recognition != "none" for row in rows):
        yield _("What options take, the recognition they confer, and where they are described.")
    if assessment.decision.baseline is not None:
        yield _("Which option is the baseline.")


def _scales(assessment: Assessment, form: Format) -> Iterator[str]:
    if any(level.words for level in assessment.levels):
        yield _("What the points of the scales mean, in words.")
    if form == "csv" and any(level.value not in (None, 0.0, 100.0) for level in assessment.levels):
        yield _("The bends of value functions: between worst and best everything is straight.")
    if any(row.code for row in assessment.criteria):
        yield _("The short codes of criteria.")


def _judgements(assessment: Assessment, form: Format) -> Iterator[str]:
    own = [row for row in assessment.scores if row.assessor == assessment.decision.assessor]
    if form != "xmcda" and any(row.low is not None or row.high is not None for row in own):
        yield _("The ranges of scores.")
    if any(_is_reasoned(row) for row in own):
        yield _("The reasons, the basis and the confidence of scores.")
    if len(assessment.perspectives) > 1:
        yield _("Actors and further assessors with their weights and scores.")
    if any(row.reason for row in assessment.weights):
        yield _("The reasons of weights.")


def _is_reasoned(score: Score) -> bool:
    return bool(score.rationale or score.basis or score.confidence)


def _around(assessment: Assessment, form: Format) -> Iterator[str]:
    decision = assessment.decision
    told = decision.question or decision.background or decision.taken
    if told and form == "xlsx":
        yield _("The question, its background, and what was decided.")
    elif told:
        yield _("The question, its background, the marking, and what was decided.")
    elif form != "xlsx":
        yield _("The marking of the assessment.")
    if assessment.sources or assessment.extracts:
        yield _("Sources, extracts and what they support.")
    if any(getattr(assessment, table) for table in _POLICY):
        yield _("Scenarios, conditions, benchmarks, red lines, precedents and dissents.")
    if assessment.brief != BriefSettings():
        yield _("How the brief is addressed and what it says in your own words.")


_FINDERS: tuple[Callable[[Assessment, Format], Iterator[str]], ...] = (
    _screened_out,
    _options,
    _scales,
    _judgements,
    _around,
)

"""The decision memo: its sections in order, and what is missing from it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

from app.analysis.outcome import find_outcome
from app.analysis.policy.findings import find_policy
from app.analysis.verdict import find_verdict
from app.brief.blocks import Block, Document, Heading
from app.wording import _
from db.model import Assessment, Paper

from . import actors, advice, benchmarks, comparison, evidence, frame, options, risks, weights
from .lettering import letter_annexes
from .matter import Matter


def compose_memo(assessment: Assessment, today: date) -> Document:
    """The brief of an assessment.

    It is dated as its settings say, or `today`; equal input gives an equal document. What is not
    in the assessment is left out, never printed hollow (see `missing_parts`).
    """
    outcome = find_outcome(assessment)
    matter = Matter(
        assessment=assessment,
        outcome=outcome,
        verdict=None if outcome is None else find_verdict(outcome),
        policy=find_policy(assessment, outcome),
        dated=assessment.brief.dated or today,
    )
    matter, annexes = letter_annexes(matter)
    blocks: list[Block] = [Heading(1, matter.subject)]
    for section in _SECTIONS:
        blocks.extend(section(matter))
    blocks.extend(annexes)
    return Document(
        title=matter.subject,
        subject=assessment.decision.question.split("\n")[0],
        author=assessment.brief.sender,
        blocks=tuple(blocks),
        date=datetime.combine(matter.dated, time(12), UTC),
        marking=assessment.decision.marking,
        identifier=assessment.brief.reference,
        footer=assessment.brief.reference,
        page_size="Letter" if assessment.brief.paper is Paper.LETTER else "A4",
        page_label=_("Page {page} of {pages}"),
        continued=_("(continued)"),
    )


def missing_parts(assessment: Assessment) -> tuple[str, ...]:
    """What a decision memo should have and this assessment does not, in words."""
    outcome = find_outcome(assessment)
    brief, decision = assessment.brief, assessment.decision
    needed = (
        (decision.question, _("the question")),
        (brief.to, _("whom the brief is for")),
        (brief.sender, _("whom the brief is from")),
        (decision.marking, _("the marking")),
        (brief.bottom_line, _("the bottom line in your own words")),
        (brief.recommendation, _("the recommendation in your own words")),
        (outcome, _("a ranking (options, criteria and scores)")),
    )
    return tuple(words for value, words in needed if not value)


_SECTIONS: tuple[Callable[[Matter], list[Block]], ...] = (
    frame.address,
    frame.warning,
    advice.issue,
    advice.recommendation,
    advice.decision_taken,
    frame.background,
    weights.criteria_and_weights,
    options.options,
    comparison.ranking,
    comparison.what_would_change_it,
    risks.risks,
    actors.views,
    benchmarks.benchmarks,
    advice.next_steps,
    benchmarks.signposts,
    evidence.evidence,
)

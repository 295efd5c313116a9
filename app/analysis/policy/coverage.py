"""What the scores rest on: nothing, one source, weak sources, or sources that disagree."""

from __future__ import annotations

from dataclasses import dataclass

from app.analysis.outcome import Outcome
from db.model import Assessment, Extract, Reliability, Score, Stance

STRONG = frozenset({Reliability.A, Reliability.B})
"""Grades of sources that are usually reliable or better."""
PROBABLE = 2
"""Claims graded up to this are probably true or confirmed."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The evidence linked to one score.

    sources: ids of the documents that support it, each document standing for the works that are
    only known through it.
    """

    score: Score
    supporting: tuple[Extract, ...]
    contradicting: tuple[Extract, ...]
    sources: frozenset[str]
    weak: bool
    """Whether it has support, and none of it from a source graded A or B."""

    @property
    def unsupported(self) -> bool:
        """Whether no extract supports the score."""
        return not self.supporting

    @property
    def single(self) -> bool:
        """Whether all support comes out of one document."""
        return len(self.sources) == 1

    @property
    def contested(self) -> bool:
        """Whether some evidence supports the score and some contradicts it."""
        return bool(self.supporting) and bool(self.contradicting)


def find_coverage(assessment: Assessment, assessor: str | None = None) -> tuple[Coverage, ...]:
    """The coverage of each score of an assessor (None: of record), in order of the scores."""
    whose = assessor or assessment.decision.assessor
    extracts = {row.id: row for row in assessment.extracts}
    links: dict[tuple[str, str], dict[Stance, list[Extract]]] = {}
    for link in assessment.score_evidence:
        if link.assessor == whose:
            stances = links.setdefault((link.option, link.criterion), {})
            stances.setdefault(link.stance, []).append(extracts[link.extract])
    return tuple(
        _coverage(assessment, row, links.get((row.option, row.criterion), {}))
        for row in assessment.scores
        if row.assessor == whose
    )


def lead_on_strong_evidence(outcome: Outcome, first: str, second: str) -> float | None:
    """The share (0–1) of the points in which `first` beats `second` that stands on strong evidence.

    Of all criteria on which the first option gains on the second, the part of the gain where both
    scores are supported by a claim graded 1 or 2 in a source graded A or B. None when the first
    gains nowhere.
    """
    strong = {
        (found.score.option, found.score.criterion)
        for found in find_coverage(outcome.assessment, outcome.problem.assessor)
        if any(_is_strong(outcome.assessment, extract) for extract in found.supporting)
    }
    gains = {
        leaf: outcome.contribution(first, leaf) - outcome.contribution(second, leaf)
        for leaf in outcome.problem.criteria
    }
    total = sum(gain for gain in gains.values() if gain > 0)
    held = sum(
        gain
        for leaf, gain in gains.items()
        if gain > 0 and (first, leaf) in strong and (second, leaf) in strong
    )
    return held / total if total > 0 else None


def _coverage(assessment: Assessment, score: Score, found: dict[Stance, list[Extract]]) -> Coverage:
    supporting = tuple(found.get(Stance.SUPPORTS, ()))
    documents = {row.id: row for row in assessment.sources}
    read = frozenset(documents[e.source].cited_in or e.source for e in supporting)
    strong = any(documents[source].reliability in STRONG for source in read)
    return Coverage(
        score, supporting, tuple(found.get(Stance.CONTRADICTS, ())), read, bool(read) and not strong
    )


def _is_strong(assessment: Assessment, extract: Extract) -> bool:
    source = next(row for row in assessment.sources if row.id == extract.source)
    return source.reliability in STRONG and extract.credibility <= PROBABLE

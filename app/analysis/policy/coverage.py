"""What the scores rest on: nothing, one source, weak sources, or sources that disagree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.analysis.outcome import Outcome
from app.analysis.policy.grades import STRONG, Footing, document_read, footing_of_claim
from db.model import Assessment, Basis, Extract, Score, Source, Stance
from db.model.tree import leaves


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
    """The coverage of each score of an assessor (None: of record).

    In the order of the options and, for each, of the criteria; what is missing or screened out
    is left aside.
    """
    whose = assessor or assessment.decision.assessor
    extracts = {row.id: row for row in assessment.extracts}
    documents = {row.id: row for row in assessment.sources}
    links: dict[tuple[str, str], dict[Stance, list[Extract]]] = {}
    for link in assessment.score_evidence:
        if link.assessor == whose:
            stances = links.setdefault((link.option, link.criterion), {})
            stances.setdefault(link.stance, []).append(extracts[link.extract])
    known = assessment.score_by_key
    return tuple(
        _coverage(documents, row, links.get((row.option, row.criterion), {}))
        for option in assessment.options
        for leaf in leaves(assessment)
        if not option.screened_out
        and (row := known.get((whose or "", option.id, leaf.id))) is not None
        and row.likely is not None
    )


def lead_on_strong_evidence(outcome: Outcome, first: str, second: str) -> float | None:
    """The share (0–1) of the points in which `first` beats `second` that stands on strong evidence.

    Of all criteria on which the first option gains on the second, the part of the gain where both
    scores are supported by a claim graded 1 or 2 in a source graded A or B. None when the first
    gains nowhere.
    """
    documents = {row.id: row for row in outcome.assessment.sources}
    strong = {
        (found.score.option, found.score.criterion)
        for found in find_coverage(outcome.assessment, outcome.problem.assessor)
        if any(_is_strong(documents, extract) for extract in found.supporting)
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


def assumed_share(outcome: Outcome, option: str) -> float | None:
    """The share (0-1) of an option's value that comes from scores resting on assumption.

    None where no score of the option says what it rests on, or the option is worth nothing.
    """
    known = outcome.assessment.score_by_key
    assessor, total = outcome.problem.assessor, outcome.total(option)
    bases = {
        leaf: row.basis
        for leaf in outcome.problem.criteria
        if (row := known.get((assessor, option, leaf))) is not None and row.basis is not None
    }
    if not bases or total <= 0:
        return None
    assumed = (leaf for leaf, basis in bases.items() if basis is Basis.ASSUMPTION)
    return sum(outcome.contribution(option, leaf) for leaf in assumed) / total


def _coverage(
    documents: Mapping[str, Source], score: Score, found: dict[Stance, list[Extract]]
) -> Coverage:
    supporting = tuple(found.get(Stance.SUPPORTS, ()))
    read = frozenset(document_read(documents, extract.source) for extract in supporting)
    strong = any(documents[source].reliability in STRONG for source in read)
    return Coverage(
        score, supporting, tuple(found.get(Stance.CONTRADICTS, ())), read, bool(read) and not strong
    )


def _is_strong(documents: Mapping[str, Source], extract: Extract) -> bool:
    """Whether a claim is graded 1 or 2 in a source graded A or B, as the one it was read in."""
    return footing_of_claim(documents, extract) is Footing.STRONG

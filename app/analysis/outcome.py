"""The answer to the first question: which option leads, and by how much."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.analysis.additive import Evaluation, PartialValues, evaluate, prepare
from app.analysis.problem import Problem, ScoreTable, judge_for, make_problem, read_scores
from app.analysis.ranking import leaders
from db.model import Assessment, Widening


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """A problem with its values, contributions and ranks."""

    assessment: Assessment
    scores: ScoreTable
    problem: Problem
    prepared: PartialValues
    evaluation: Evaluation

    @property
    def perspective(self) -> str:
        """Whose weights were applied."""
        return self.problem.perspective

    @property
    def weighted(self) -> bool:
        """False while the perspective has no weight, so that all criteria count equally."""
        return self.problem.weighted

    @property
    def unweighted(self) -> tuple[str, ...]:
        """Leaves without a weight of their own beside weighted ones."""
        return self.problem.unweighted

    @property
    def weights(self) -> Mapping[str, float]:
        """The share of each leaf, 0 to 1."""
        return dict(zip(self.problem.criteria, self.problem.shares.tolist(), strict=True))

    @property
    def gaps(self) -> int:
        """How many scores are missing."""
        return int(self.prepared.missing.sum())

    @property
    def ranked(self) -> tuple[str, ...]:
        """Option ids, best first."""
        return tuple(self.problem.options[i] for i in self.evaluation.order)

    @property
    def leaders(self) -> tuple[str, ...]:
        """The options that are first: more than one where they tie."""
        return tuple(self.problem.options[i] for i in leaders(self.evaluation.totals))

    @property
    def provisional(self) -> bool:
        """Whether a missing score could change a total."""
        return bool(self.evaluation.provisional.any())

    def total(self, option: str) -> float:
        """An option's value, 0 to 100."""
        return float(self.evaluation.totals[self.problem.options.index(option)])

    def interval(self, option: str) -> tuple[float, float]:
        """The lowest and highest value that the missing scores allow an option."""
        i = self.problem.options.index(option)
        return float(self.evaluation.low[i]), float(self.evaluation.high[i])

    def rank(self, option: str) -> int:
        """An option's place; tied options share the better one."""
        return int(self.evaluation.ranks[self.problem.options.index(option)])

    def contribution(self, option: str, node: str) -> float:
        """What a leaf or a branch adds to an option's value."""
        row = self.evaluation.contributions[self.problem.options.index(option)]
        return float(row[self.problem.below[self.problem.nodes.index(node)]].sum())


def find_outcome(
    assessment: Assessment, perspective: str | None = None, before: Outcome | None = None
) -> Outcome | None:
    """Rank the options as a perspective weighs them (None: the assessor of record).

    `before` is an earlier outcome of the same assessment: what only depends on tables that are
    still the same objects is taken from it, which makes a moving weight cheap. Returns None
    while there is nothing to rank.
    """
    whose = perspective or assessment.decision.assessor
    assessor = None if whose is None else judge_for(assessment, whose)
    if whose is None or assessor is None:
        return None
    if (
        before is not None
        and before.scores.assessor == assessor
        and _same_scores(before.assessment, assessment)
    ):
        scores, prepared = before.scores, before.prepared
    else:
        scores, prepared = read_scores(assessment, assessor), None
    problem = make_problem(assessment, whose, scores)
    if problem is None:
        return None
    prepared = prepared or prepare(problem.likely)
    return Outcome(assessment, scores, problem, prepared, evaluate(prepared, problem.shares))


def _same_scores(one: Assessment, other: Assessment) -> bool:
    """Whether everything that values are made of is the very same."""
    tables: tuple[str, ...] = ("options", "criteria", "levels", "scores")
    if Widening.ON in (one.decision.widening, other.decision.widening):
        tables += ("decision", "sources", "extracts", "score_evidence")
    return all(getattr(one, table) is getattr(other, table) for table in tables)

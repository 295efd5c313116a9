"""Each actor's view of the options: their order, and which ones they could accept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.analysis.arrays import TIE, BoolArray, FloatArray, IntArray, freeze
from app.analysis.outcome import Outcome, find_outcome
from app.analysis.policy.agreement import concordance, mean_ranks, rank_sums
from app.analysis.ranking import leaders
from db.model import Assessment, PerspectiveKind


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What an actor accepts: a value of `enough`, or one within `close` of the actor's best."""

    enough: float
    close: float

    def least(self, values: FloatArray) -> float:
        """The least value that is acceptable among these (options,)."""
        return min(self.enough, float(values.max()) - self.close)


@dataclass(frozen=True, slots=True, eq=False)
class ActorTable:
    """The options as every actor values them with their own weights.

    options, actors: ids; thresholds: one for each actor; values, ranks, acceptable: (options,
    actors). concordance is Kendall's W over the actors' rankings.
    """

    options: tuple[str, ...]
    actors: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    thresholds: tuple[Thresholds, ...]
    values: FloatArray
    ranks: IntArray
    acceptable: BoolArray
    concordance: float

    def leaders(self, actor: str) -> tuple[str, ...]:
        """The options that are first for an actor."""
        return self.outcomes[self.actors.index(actor)].leaders

    def accepted_by(self, option: str) -> tuple[str, ...]:
        """The actors to whom an option is acceptable."""
        row = self.acceptable[self.options.index(option)]
        return tuple(actor for actor, yes in zip(self.actors, row, strict=True) if yes)


@dataclass(frozen=True, slots=True, eq=False)
class CommonPosition:
    """Orders of the options that a group could settle on; arrays are (options,).

    least: each option's value for the actor who likes it least, actors' values being scaled to
    0 (their worst option) … 1 (their best): the maximin position has the greatest (Rawls 1971;
    Kalai & Smorodinsky 1975 for the scaling). nash: product of the scaled values, where 0 is the
    breakdown (Nash 1950). rank_sums: Borda's sums of ranks, the least being best (Borda 1781).
    """

    options: tuple[str, ...]
    least: FloatArray
    nash: FloatArray
    rank_sums: FloatArray

    @property
    def maximin(self) -> tuple[str, ...]:
        """The least-bad common position; several where they tie."""
        return self._best(self.least)

    @property
    def nash_best(self) -> tuple[str, ...]:
        """The options with the greatest product; none where every product is zero."""
        return self._best(self.nash) if self.nash.any() else ()

    @property
    def borda_best(self) -> tuple[str, ...]:
        """The options with the least sum of ranks."""
        return self._best(-self.rank_sums)

    def _best(self, merits: FloatArray) -> tuple[str, ...]:
        return tuple(self.options[i] for i in leaders(merits))


def find_actors(assessment: Assessment, before: Outcome | None = None) -> ActorTable | None:
    """Value, rank and acceptability of each option for each actor.

    before: what the assessor of record finds, whose scores need not be read again then.

    An option is acceptable when its value reaches the actor's threshold, or comes as close to
    the actor's best as the actor's tolerance (both inclusive up to a tie, unrounded, over all
    ranked options). An actor without weights has no view yet and is left out. None while there
    is nothing to rank or nobody's view is modelled.
    """
    found = [
        (row, find_outcome(assessment, row.id, before))
        for row in assessment.perspectives
        if row.kind is PerspectiveKind.ACTOR
    ]
    views = [(row, seen) for row, seen in found if seen is not None and seen.problem.weighted]
    if not views:
        return None
    actors = tuple(row for row, _ in views)
    outcomes = tuple(seen for _, seen in views)
    values: FloatArray = np.stack([outcome.evaluation.totals for outcome in outcomes], axis=1)
    ranks: IntArray = np.stack([outcome.evaluation.ranks for outcome in outcomes], axis=1)
    thresholds = tuple(Thresholds(row.accepts_from, row.accepts_within) for row in actors)
    least = np.array([t.least(values[:, j]) for j, t in enumerate(thresholds)])
    return ActorTable(
        options=outcomes[0].problem.options,
        actors=tuple(actor.id for actor in actors),
        outcomes=outcomes,
        thresholds=thresholds,
        values=freeze(values),
        ranks=freeze(ranks),
        acceptable=freeze(values >= least - TIE),
        concordance=concordance(mean_ranks(values)),
    )


def find_common_position(table: ActorTable) -> CommonPosition:
    """How well each option would do as the position of all actors together."""
    scaled = _scaled(table.values)
    return CommonPosition(
        options=table.options,
        least=freeze(scaled.min(axis=1)),
        nash=freeze(scaled.prod(axis=1)),
        rank_sums=freeze(rank_sums(mean_ranks(table.values))),
    )


def blocking(table: ActorTable, option: str) -> tuple[str, ...]:
    """The actors who would not accept an option, and so stand in the way of unanimity."""
    accepted = table.accepted_by(option)
    return tuple(actor for actor in table.actors if actor not in accepted)


def _scaled(values: FloatArray) -> FloatArray:
    """Each actor's values from 0 (their worst option) to 1 (their best); 1 where all are equal."""
    low, high = values.min(axis=0), values.max(axis=0)
    run = high - low
    scaled: FloatArray = np.divide(values - low, run, out=np.ones_like(values), where=run > TIE)
    return scaled

"""The next question about weights, and when to stop asking.

Of all comparisons "is this swing worth more than r times that one?" the best is the one whose
answer is expected to leave least doubt about the winner (Shannon entropy of who comes first; the
idea of asking by expected information is Lindley's, 1956). Asking ends with a proof when no
admissible weights change the winner.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations

import numpy as np

from app.analysis.additive import PartialValues
from app.analysis.admissible import Admissible, admit_both, admit_ratio
from app.analysis.arrays import FloatArray
from app.analysis.elicitation.splits import Splits
from app.analysis.potential import find_certain_winner, find_potential
from app.analysis.smaa.hit_and_run import PolytopeWeights
from app.analysis.smaa.products import multiply
from app.analysis.smaa.random_numbers import Stream
from app.analysis.watch import Watch, report

RATIOS = (1.0, 2.0, 3.0, 5.0)
"""The multiples asked about, each pair in both directions; others when these tell too little."""

_SAMPLES = 2048
_STEPS = 33
_LESS = 1e-9
_CRITERIA = 16
_MOST = 256  # questions weighed on all drawn weights
_PART = 8  # of the drawn weights one in so many judges which questions promise most


@dataclass(frozen=True, slots=True)
class Question:
    """Is the swing of criterion `first` worth more than `ratio` times that of `second`?

    doubt: bits of entropy about the winner now; expected_doubt: after the answer, on average;
    likely_yes: the share of admissible weights that answer yes.
    """

    first: int
    second: int
    ratio: float
    doubt: float
    expected_doubt: float
    likely_yes: float

    @property
    def gain(self) -> float:
        """Bits of doubt that the answer is expected to remove."""
        return self.doubt - self.expected_doubt


@dataclass(frozen=True, slots=True)
class NextStep:
    """The proved winner, or the next question; both None when no comparison can help further."""

    certain_winner: int | None
    question: Question | None


def find_next_step(
    prepared: PartialValues, admissible: Admissible, seed: int = 0, watch: Watch | None = None
) -> NextStep:
    """Return what to ask next, or the winner under every admissible weighting.

    Raises NoAdmissibleWeights when the answers so far contradict each other, and Cancelled as
    `watch` says; it is asked often enough to stop within a tenth of a second.
    """
    winner = find_certain_winner(prepared, admissible, watch)
    if winner is not None:
        return NextStep(winner, None)
    drawn, halfway = _draw(prepared, admissible, seed, watch)
    firsts = _totals(prepared, drawn).argmax(axis=0)
    splits = Splits(drawn, firsts, prepared.options, watch)
    plain = _find_best(splits, np.ones((prepared.criteria, 1)), RATIOS)
    sharp = _find_best(splits, halfway, (1.0,))
    # A whole multiple is easier to judge: it is asked while it tells at least half as much.
    if plain is not None and (sharp is None or plain.gain >= sharp.gain / 2.0):
        return NextStep(None, plain)
    return NextStep(None, sharp)


def _draw(
    prepared: PartialValues, admissible: Admissible, seed: int, watch: Watch | None
) -> tuple[FloatArray, FloatArray]:
    """Return weights to judge questions by, and points halfway to where each option is best.

    Beside uniform samples stand points on the way from the middle of the admissible weights to
    those that favour each option most, so that no possible winner goes unseen.
    """
    walks = PolytopeWeights(admissible, thorough=False)
    uniform = walks.begin(Stream(seed), watch)(_SAMPLES).astype(np.float64)
    centre = uniform.mean(axis=1)
    favours = _find_favours(prepared, admissible, uniform, watch)
    steps = np.linspace(0.0, 1.0, _STEPS)
    ways = [centre + np.outer(steps, shares - centre) for shares in favours]
    halfway = np.array([(centre + shares) / 2.0 for shares in favours]).T
    return np.hstack([uniform, *(way.T for way in ways)]), halfway


def _find_favours(
    prepared: PartialValues, admissible: Admissible, drawn: FloatArray, watch: Watch | None
) -> list[FloatArray]:
    """Return for each option that can be first weights (criteria,) that favour it.

    Of drawn weights those where it leads most; where it never does, those of a linear programme.
    """
    totals = _totals(prepared, drawn)
    best = np.argmax(totals, axis=0)
    favours = []
    for option in range(prepared.options):
        where = np.flatnonzero(best == option)
        if where.size:
            rivals = np.delete(totals[:, where], option, axis=0).max(axis=0)
            favours.append(drawn[:, where[np.argmax(totals[option, where] - rivals)]])
            continue
        report(watch, option, prepared.options)
        potential = find_potential(prepared, option, admissible, watch)
        if potential.optimal:
            favours.append(potential.shares)
    return favours


def _totals(prepared: PartialValues, drawn: FloatArray) -> FloatArray:
    """Return the totals (options, points) under drawn weights, whatever the number of threads."""
    return multiply(prepared.values, drawn, np.empty((prepared.options, drawn.shape[1])))


def _find_best(splits: Splits, points: FloatArray, multiples: tuple[float, ...]) -> Question | None:
    """Return the question that leaves least doubt, or None when none lessens it.

    Each pair is asked at the ratio of its weights at each of `points` (criteria, points), times
    each multiple. Of many criteria those whose weights tell most are asked about. Where there are
    still many questions, all are weighed on a part of the drawn weights, and the most promising
    again on all of them.
    """
    telling = splits.find_telling(_CRITERIA).tolist()
    pairs = np.array(list(permutations(telling, 2)), dtype=np.int64).reshape(-1, 2)
    over = points[pairs[:, 1]]
    ratios = np.divide(points[pairs[:, 0]], over, out=np.full(over.shape, -1.0), where=over > 0.0)
    asked = (ratios[:, :, np.newaxis] * np.array(multiples)).reshape(len(pairs), -1)
    pair, column = np.nonzero(asked >= 0.0)
    first, second, ratio = pairs[pair, 0], pairs[pair, 1], asked[pair, column]
    if ratio.size > _MOST:
        rough, _ = splits.weigh(first, second, ratio, part=_PART)
        kept = np.sort(np.argsort(rough, kind="stable")[:_MOST])
        first, second, ratio = first[kept], second[kept], ratio[kept]
    if not ratio.size:
        return None
    after, likely = splits.weigh(first, second, ratio)
    best = int(np.flatnonzero(after <= after.min() + _LESS)[0])
    found = Question(
        int(first[best]),
        int(second[best]),
        float(ratio[best]),
        splits.doubt,
        float(after[best]),
        float(likely[best]),
    )
    return found if found.gain > _LESS else None


def answer(admissible: Admissible, question: Question, *, yes: bool) -> Admissible:
    """Return the weights that remain admissible after an answer."""
    low, high = (question.ratio, np.inf) if yes else (0.0, question.ratio)
    criteria = admissible.criteria
    told = admit_ratio(criteria, question.first, question.second, low, high)
    return admit_both(admissible, told)

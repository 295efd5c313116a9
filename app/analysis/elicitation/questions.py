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
from app.analysis.arrays import FloatArray, IntArray
from app.analysis.potential import find_certain_winner, find_potentials
from app.analysis.smaa.hit_and_run import PolytopeWeights
from app.analysis.smaa.random_numbers import Stream

RATIOS = (1.0, 2.0, 3.0, 5.0)
"""The multiples asked about, each pair in both directions; others when these tell too little."""

_SAMPLES = 2048
_STEPS = 33
_LESS = 1e-9
_BORDER = 1e-6


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


def find_next_step(prepared: PartialValues, admissible: Admissible, seed: int = 0) -> NextStep:
    """Return what to ask next, or the winner under every admissible weighting.

    Raises NoAdmissibleWeights when the answers so far contradict each other.
    """
    winner = find_certain_winner(prepared, admissible)
    if winner is not None:
        return NextStep(winner, None)
    drawn, halfway = _draw(prepared, admissible, seed)
    firsts = (prepared.values @ drawn).argmax(axis=0)
    plain = _find_best(prepared, drawn, firsts, np.ones((prepared.criteria, 1)), RATIOS)
    sharp = _find_best(prepared, drawn, firsts, halfway, (1.0,))
    # A whole multiple is easier to judge: it is asked while it tells at least half as much.
    if plain is not None and (sharp is None or plain.gain >= sharp.gain / 2.0):
        return NextStep(None, plain)
    return NextStep(None, sharp)


def _draw(
    prepared: PartialValues, admissible: Admissible, seed: int
) -> tuple[FloatArray, FloatArray]:
    """Return weights to judge questions by, and points halfway to where each option is best.

    Beside uniform samples stand points on the way from the middle of the admissible weights to
    those that favour each option most, so that no possible winner goes unseen.
    """
    uniform = PolytopeWeights(admissible).begin(Stream(seed))(_SAMPLES).astype(np.float64)
    centre = uniform.mean(axis=1)
    favours = [found.shares for found in find_potentials(prepared, admissible) if found.optimal]
    steps = np.linspace(0.0, 1.0, _STEPS)
    ways = [centre + np.outer(steps, shares - centre) for shares in favours]
    halfway = np.array([(centre + shares) / 2.0 for shares in favours]).T
    return np.hstack([uniform, *(way.T for way in ways)]), halfway


def _find_best(
    prepared: PartialValues,
    drawn: FloatArray,
    firsts: IntArray,
    points: FloatArray,
    multiples: tuple[float, ...],
) -> Question | None:
    """Return the question that leaves least doubt, or None when none lessens it.

    Each pair is asked at the ratio of its weights at each of `points` (criteria, points), times
    each multiple.
    """
    doubt = _entropy(firsts, prepared.options)
    best = None
    for first, second in permutations(range(prepared.criteria), 2):
        for point in points.T:
            if point[second] <= 0.0:
                continue
            for multiple in multiples:
                ratio = float(multiple * point[first] / point[second])
                question = _weigh_question(
                    (first, second, ratio),
                    drawn[first] - ratio * drawn[second],
                    firsts,
                    doubt,
                    prepared.options,
                )
                if question.expected_doubt < (best or question).expected_doubt - _LESS or (
                    best is None and question.gain > _LESS
                ):
                    best = question
    return best


def answer(admissible: Admissible, question: Question, *, yes: bool) -> Admissible:
    """Return the weights that remain admissible after an answer."""
    low, high = (question.ratio, np.inf) if yes else (0.0, question.ratio)
    criteria = admissible.criteria
    told = admit_ratio(criteria, question.first, question.second, low, high)
    return admit_both(admissible, told)


def _weigh_question(
    question: tuple[int, int, float], lead: FloatArray, firsts: IntArray, doubt: float, options: int
) -> Question:
    """Return the question with what its answer is expected to tell.

    lead: how far each drawn point is on the side of yes. A point on the border stays admissible
    after either answer, so it counts on both sides.
    """
    yes, no = lead >= -_BORDER, lead <= _BORDER
    share = float(yes.sum() / (yes.sum() + no.sum()))
    after = share * _entropy(firsts[yes], options) + (1.0 - share) * _entropy(firsts[no], options)
    return Question(*question, doubt, after, share)


def _entropy(firsts: IntArray, options: int) -> float:
    """Return the entropy in bits of who is first among samples."""
    shares = np.bincount(firsts, minlength=options) / max(1, firsts.size)
    known = shares[shares > 0.0]
    return float(-(known * np.log2(known)).sum()) + 0.0

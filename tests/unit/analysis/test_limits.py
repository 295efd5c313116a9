"""What follows from limits of the weights alone."""

import numpy as np
import pytest

from app.analysis.additive import prepare
from app.analysis.admissible import NoAdmissibleWeights, admit_both, admit_order, admit_ratio
from app.analysis.limits import examine_limits
from app.analysis.smaa.score_samples import fix_scores
from app.analysis.smaa.weight_samples import OrderedWeights
from app.analysis.watch import Cancelled

VALUES = np.array([[90.0, 20, 40], [40, 70, 60], [30, 50, 95], [20, 10, 30]])


def examine(admissible, **more):
    return examine_limits(prepare(VALUES), fix_scores(VALUES), admissible, samples=4000, **more)


def test_every_answer_agrees_with_the_samples():
    found = examine(admit_order([1, 2, 3]))
    assert found.high == pytest.approx([1.0, 0.5, 1 / 3])
    first = found.acceptability.first
    for option, potential in enumerate(found.potentials):
        assert potential.optimal or first[option] == 0.0
    assert found.dominates[:, 3].tolist() == [True, True, True, False]
    for better, worse in np.argwhere(found.dominates).tolist():
        assert found.acceptability.pairwise[worse, better] == 0.0
    assert found.next.certain_winner is None
    assert found.next.question.gain > 0.0


def test_limits_can_prove_the_winner():
    narrow = admit_both(admit_ratio(3, 0, 1, 4.0, 9.0), admit_ratio(3, 0, 2, 4.0, 9.0))
    found = examine(narrow)
    assert found.next.certain_winner == 0
    assert found.acceptability.first.tolist() == [1.0, 0.0, 0.0, 0.0]


def test_a_faster_sampler_of_the_same_limits_says_the_same():
    walked = examine(admit_order([1, 2, 3]))
    drawn = examine(admit_order([1, 2, 3]), sampler=OrderedWeights((0, 1, 2)))
    assert drawn.acceptability.rank == pytest.approx(walked.acceptability.rank, abs=0.05)


def test_contradictions_and_a_wish_to_stop_end_it():
    wrong = admit_both(admit_ratio(3, 0, 1, 2.0, np.inf), admit_ratio(3, 1, 0, 2.0, np.inf))
    nothing = admit_both(wrong, admit_ratio(3, 2, 0, 0.0, 1.0))
    with pytest.raises(NoAdmissibleWeights):
        examine(nothing)
    asked = []

    def stop_in_the_programmes(done, total):
        asked.append((done, total))
        return len([row for row in asked if row == (1, 1)]) < 5

    with pytest.raises(Cancelled):
        examine(admit_order([1, 2, 3]), watch=stop_in_the_programmes)

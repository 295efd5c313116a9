"""Colleagues' assessments side by side: laws of the table, the consensus and the mean."""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.outcome import find_outcome
from app.analysis.policy.assessors import find_assessors
from app.exchange.samples import read_sample
from app.wording.assessors import table_sentences
from db.model import Perspective
from db.model.rows import canonical

SAMPLE = read_sample()
DESK = SAMPLE.decision.assessor


def with_colleagues(*changes, alike=0):
    """The worked example with a colleague for each change of the likely scores."""
    people, scores, weights = [], [], []
    for number, change in enumerate((*changes, *([lambda score: score] * alike))):
        key = f"colleague{number}"
        people.append(Perspective(id=key, name=f"Colleague {number}"))
        scores += [
            msgspec.structs.replace(
                row, assessor=key, likely=change(row.likely), low=None, high=None
            )
            for row in SAMPLE.scores
        ]
        weights += [
            msgspec.structs.replace(row, perspective=key)
            for row in SAMPLE.weights
            if row.perspective == DESK
        ]
    return canonical(
        msgspec.structs.replace(
            SAMPLE,
            perspectives=(*SAMPLE.perspectives, *people),
            scores=(*SAMPLE.scores, *scores),
            weights=(*SAMPLE.weights, *weights),
        )
    )


def mirrored(likely):
    return 100.0 - likely


def test_one_assessor_makes_no_table():
    assert find_assessors(SAMPLE) is None


def test_a_colleague_who_judged_nothing_has_no_view():
    people = (*SAMPLE.perspectives, Perspective(id="new", name="New"))
    assert find_assessors(msgspec.structs.replace(SAMPLE, perspectives=people)) is None


def test_colleagues_of_one_mind_agree_fully():
    table = find_assessors(with_colleagues(alike=2))
    assert table.concordance == pytest.approx(1.0)
    assert table.distances.tolist() == [0.0, 0.0, 0.0]
    assert table.consensus == table.best_mean == ("CM",)
    assert "All have the same ranking." in table_sentences(with_colleagues(alike=2), table)


def test_each_ranking_is_that_of_its_own_scores_and_weights():
    case = with_colleagues(mirrored)
    table = find_assessors(case)
    for j, assessor in enumerate(table.assessors):
        seen = find_outcome(case, assessor)
        assert table.values[:, j].tolist() == seen.evaluation.totals.tolist()
        assert table.ranks[:, j].tolist() == seen.evaluation.ranks.tolist()


def test_two_mirror_images_cancel_out_and_one_more_decides():
    two = find_assessors(with_colleagues(mirrored))
    assert two.mean == pytest.approx(np.full(len(two.options), 50.0))
    assert set(two.rank_sums) == {len(two.options) + 1.0}
    case = with_colleagues(mirrored, alike=1)
    three = find_assessors(case)
    assert three.consensus == ("CM",)
    assert three.distances.tolist() == [0.0, 1.0, 0.0]
    said = table_sentences(case, three)
    assert any("The ranking of Colleague 0 is furthest from the consensus: 100%" in s for s in said)


@given(st.permutations(range(3)), st.integers(0, 30))
def test_the_order_of_the_colleagues_changes_nothing(order, shift):
    changes = [lambda x: x, mirrored, lambda x: min(100.0, x + shift)]
    table = find_assessors(with_colleagues(*changes))
    other = find_assessors(with_colleagues(*(changes[i] for i in order)))
    assert other.mean == pytest.approx(table.mean)
    assert other.rank_sums.tolist() == table.rank_sums.tolist()
    assert other.concordance == pytest.approx(table.concordance)
    assert sorted(other.distances) == pytest.approx(sorted(table.distances))

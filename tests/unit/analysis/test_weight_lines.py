"""One weight at a time: exact crossovers, stability and leaders."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.additive import evaluate, prepare
from app.analysis.ranking import leaders
from app.analysis.weight_lines import totals_along, vary_weight
from app.analysis.weights import normalise, with_share


def vary(values, raw, leaves):
    return vary_weight(prepare(values), normalise(raw), np.array(leaves))


def test_two_options_cross_where_their_lines_meet():
    line = vary([[100, 0], [0, 50]], [1, 3], [True, False])
    assert line.crossovers.share == pytest.approx([1 / 3])
    assert line.crossovers.rising.tolist() == [0]
    assert line.crossovers.falling.tolist() == [1]
    assert line.crossovers.total == pytest.approx([100 / 3])
    assert [span.leaders for span in line.spans] == [(1,), (0,)]
    assert (line.stable_low, line.stable_high) == (0.0, pytest.approx(1 / 3))


@given(st.data())
def test_lines_say_what_a_new_evaluation_says(draw_decisions, data):
    values, raw = data.draw(draw_decisions())
    column = data.draw(st.integers(0, values.shape[1] - 1))
    share = data.draw(st.floats(0, 1))
    leaves = np.arange(values.shape[1]) == column
    line = vary(values, raw, leaves)
    if not line.movable:
        assert line.share == 1.0
        return
    again = evaluate(prepare(values), with_share(normalise(raw), leaves, share))
    assert totals_along(line, np.array([share]))[0] == pytest.approx(again.totals, abs=1e-9)


@given(st.data())
def test_spans_cover_every_share_and_name_the_leader(draw_decisions, data):
    values, raw = data.draw(draw_decisions())
    line = vary(values, raw, np.arange(values.shape[1]) == 0)
    assert line.spans[0].low == 0.0
    assert line.spans[-1].high == 1.0
    for before, after in zip(line.spans, line.spans[1:], strict=False):
        assert before.high == after.low
    for span in line.spans:
        totals = totals_along(line, np.array([(span.low + span.high) / 2]))[0]
        assert set(span.leaders) <= set(leaders(totals, 1e-8))


@given(st.data())
def test_the_leader_stays_first_inside_its_stable_range_and_not_outside(draw_decisions, data):
    values, raw = data.draw(draw_decisions())
    line = vary(values, raw, np.arange(values.shape[1]) == 0)
    leader = line.leaders[0]
    assert line.stable_low <= line.share <= line.stable_high
    if not line.movable:
        return
    for share in np.linspace(line.stable_low, line.stable_high, 5):
        totals = totals_along(line, np.array([share]))[0]
        assert totals[leader] >= totals.max() - 1e-8
    for share in (line.stable_low - 0.01, line.stable_high + 0.01):
        if 0 <= share <= 1 and len(line.leaders) == 1:
            totals = totals_along(line, np.array([share]))[0]
            assert totals[leader] < totals.max()


@given(st.data())
def test_at_each_crossover_two_totals_meet_and_change_places(draw_decisions, data):
    values, raw = data.draw(draw_decisions())
    line = vary(values, raw, np.arange(values.shape[1]) == 0)
    found = line.crossovers
    assert (np.diff(found.share) >= 0).all()
    for share, up, down in zip(found.share, found.rising, found.falling, strict=True):
        totals = totals_along(line, np.array([share]))[0]
        assert totals[up] == pytest.approx(totals[down], abs=1e-9)
        assert line.at_zero[up] < line.at_zero[down]
        assert line.at_one[up] > line.at_one[down]


def test_equal_options_never_cross_and_lead_together():
    line = vary([[10, 20], [10, 20]], [1, 1], [True, False])
    assert line.crossovers.share.size == 0
    assert line.leaders == (0, 1)
    assert [span.leaders for span in line.spans] == [(0, 1)]
    assert (line.stable_low, line.stable_high) == (0.0, 1.0)


def test_a_single_criterion_cannot_move():
    line = vary([[10], [20]], [3], [True])
    assert not line.movable
    assert line.share == 1.0
    assert (line.stable_low, line.stable_high) == (0.0, 1.0)


def test_assumed_proportions_are_said():
    line = vary([[10, 20, 30]], [1, 0, 0], [False, True, True])
    assert (line.inside_assumed, line.outside_assumed) == (True, False)
    line = vary([[10, 20, 30]], [1, 0, 0], [True, False, False])
    assert (line.inside_assumed, line.outside_assumed) == (False, True)


def test_a_leader_only_at_one_point_has_no_span():
    # Three lines through one point: the middle one touches the top only there.
    line = vary([[100, 0], [50, 50], [0, 100]], [1, 1], [True, False])
    assert [span.leaders for span in line.spans] == [(2,), (0,)]
    assert line.crossovers.share == pytest.approx([0.5, 0.5, 0.5])
    assert line.crossovers.at_top.all()


def test_nothing_marked_is_refused():
    with pytest.raises(ValueError, match=r"\.$"):
        vary([[10, 20]], [1, 1], [False, False])

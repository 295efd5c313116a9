"""How much must change before the winner does: all answers exact."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.analysis.additive import evaluate, prepare, weigh
from app.analysis.admissible import admit_all, admit_around, admit_order, find_least
from app.analysis.potential import (
    find_certain_winner,
    find_pairwise_dominance,
    find_potentials,
    find_smallest_change,
)
from app.analysis.score_flips import find_efforts, find_score_flips
from app.analysis.stability import find_joint_stability, find_score_tolerance, spread_evenly
from app.analysis.tornado import find_tornado
from app.analysis.triangle import find_triangle
from app.analysis.weights import normalise


def decide(draw_decisions, data, options=2):
    values, raw = data.draw(draw_decisions())
    assume(values.shape[0] >= options)
    prepared, shares = prepare(values), normalise(raw)
    return values, prepared, shares, evaluate(prepared, shares)


@given(st.data())
@settings(max_examples=60)
def test_joint_stability_of_shares_is_the_linear_programme_it_replaces(draw_decisions, data):
    values, prepared, shares, now = decide(draw_decisions, data)
    winner = int(now.order[0])
    found = find_joint_stability(prepared, shares, winner)
    inside = admit_around(shares, max(0.0, found.change - 1e-6))
    outside = admit_around(shares, min(1.0, found.change + 1e-6))
    for other in range(values.shape[0]):
        assert find_least(inside, values[winner] - values[other]).value >= -1e-3
    if found.rival is not None:
        assert find_least(outside, values[winner] - values[found.rival]).value <= 1e-7


@given(st.data())
@settings(max_examples=60)
def test_joint_stability_of_swings_is_reached_at_a_corner(draw_decisions, data):
    values, prepared, shares, now = decide(draw_decisions, data)
    winner = int(now.order[0])
    found = find_joint_stability(prepared, shares, winner, "swings")
    for other in range(values.shape[0]):
        worst = shares * (1 - found.change * np.sign(values[winner] - values[other]))
        assert worst @ (values[winner] - values[other]) >= -1e-7
    if found.rival is not None:
        gaps = values[winner] - values[found.rival]
        assert shares * (1 - found.change * np.sign(gaps)) @ gaps == pytest.approx(0, abs=1e-7)
    wider = find_joint_stability(prepared, shares, winner, "shares")
    assert wider.change >= found.change - 1e-9


@given(st.data())
@settings(max_examples=60)
def test_score_tolerance_makes_the_option_level_and_no_less_does(draw_decisions, data):
    values, prepared, shares, now = decide(draw_decisions, data)
    winner = int(now.order[0])
    for other, points in enumerate(find_score_tolerance(prepared, shares, winner)):
        if points is None:
            assert (100 - values[other]) @ shares + values[winner] @ shares < now.totals[
                winner
            ] - now.totals[other] + 1e-7
            continue
        raised = np.minimum(values[other] + points, np.maximum(values[other], 100))
        lowered = np.maximum(values[winner] - points, 0)
        if other != winner:
            assert (raised - lowered) @ shares >= -1e-7
            if points > 1e-6:
                assert (raised - lowered) @ shares == pytest.approx(0, abs=1e-6)


@given(st.data())
@settings(max_examples=60)
def test_each_score_flip_puts_its_leader_level_with_the_winner(draw_decisions, data):
    values, prepared, shares, now = decide(draw_decisions, data)
    found = find_score_flips(prepared, shares)
    for row, column in np.argwhere(found.possible):
        changed = values.copy()
        changed[row, column] = found.value[row, column]
        totals = weigh(prepare(changed), shares)[1]
        assert totals[found.leader[row, column]] == pytest.approx(totals.max(), abs=1e-7)
    for row, column in np.argwhere(~found.possible):
        for end in (0.0, 100.0):
            changed = values.copy()
            changed[row, column] = end
            totals = weigh(prepare(changed), shares)[1]
            assert totals[now.order[0]] >= totals.max() - 1e-7


@given(st.data())
@settings(max_examples=60)
def test_efforts_lift_an_option_level_with_the_winner(draw_decisions, data):
    values, prepared, shares, now = decide(draw_decisions, data, options=1)
    for option, effort in enumerate(find_efforts(prepared, shares)):
        if effort is None:
            assert np.maximum(values[option], 100) @ shares < now.totals.max() + 1e-7
            continue
        assert effort.values @ shares == pytest.approx(now.totals.max(), abs=1e-7)
        assert effort.total == pytest.approx((effort.values - values[option]).sum(), abs=1e-7)
        evenly = np.minimum(values[option] + effort.each, 100) - values[option]
        assert evenly @ shares == pytest.approx(now.totals.max() - now.totals[option], abs=1e-6)
        assert effort.total <= evenly.sum() + 1e-6


def test_spreading_evenly_respects_the_room_of_each_cell():
    shares = np.array([0.5, 0.5])
    assert spread_evenly(10.0, shares, np.array([5.0, 50.0])) == pytest.approx(15.0)
    assert spread_evenly(40.0, shares, np.array([5.0, 50.0])) is None
    assert spread_evenly(0.0, shares, np.array([5.0, 50.0])) == 0.0


@given(st.data(), st.sampled_from(["sum", "largest"]))
@settings(max_examples=60)
def test_the_smallest_change_of_weights_is_feasible_and_no_sample_beats_it(
    draw_decisions, data, distance
):
    values, prepared, shares, _ = decide(draw_decisions, data)
    option = data.draw(st.integers(0, values.shape[0] - 1))
    found = find_smallest_change(prepared, shares, option, distance)
    free = np.random.default_rng(1).exponential(size=(3000, shares.size))
    free /= free.sum(axis=1, keepdims=True)
    totals = free @ values.T
    winning = free[totals[:, option] >= totals.max(axis=1)]
    change = np.abs(winning - shares)
    if found is None:
        assert not winning.size
        return
    assert found.shares.sum() == pytest.approx(1.0)
    result = found.shares @ values.T
    assert result[option] >= result.max() - 1e-6
    reached = change.sum(axis=1) if distance == "sum" else change.max(axis=1)
    assert found.distance <= reached.min(initial=np.inf) + 1e-6


def test_the_smallest_change_of_two_weights_is_the_crossover():
    prepared, shares = prepare([[100, 0], [0, 50]]), np.array([0.75, 0.25])
    found = find_smallest_change(prepared, shares, 1, "largest")
    assert found.shares == pytest.approx([1 / 3, 2 / 3])
    assert found.distance == pytest.approx(0.75 - 1 / 3)
    assert find_smallest_change(prepared, shares, 1).distance == pytest.approx(2 * (0.75 - 1 / 3))
    assert find_smallest_change(prepared, shares, 0).distance == 0.0


@given(st.data())
@settings(max_examples=60)
def test_potential_optimality_agrees_with_what_samples_show(draw_decisions, data):
    values, prepared, _, _ = decide(draw_decisions, data, options=1)
    found = find_potentials(prepared, admit_all(values.shape[1]))
    for option, potential in enumerate(found):
        totals = values @ potential.shares
        rivals = np.delete(totals, option)
        if rivals.size:
            assert totals[option] - rivals.max() == pytest.approx(potential.lead, abs=1e-6)
    free = np.random.default_rng(2).exponential(size=(500, values.shape[1]))
    firsts = np.unique((free @ values.T).argmax(axis=1))
    assert all(found[option].optimal for option in firsts)


def test_an_option_beaten_by_every_mixture_is_never_best():
    found = find_potentials(prepare([[100, 0], [0, 100], [40, 40]]), admit_all(2))
    assert [p.optimal for p in found] == [True, True, False]
    assert found[2].lead == pytest.approx(-10.0)


def test_an_order_of_weights_can_settle_what_free_weights_leave_open():
    prepared = prepare([[80, 20], [50, 45]])
    assert find_certain_winner(prepared, admit_all(2)) is None
    assert find_certain_winner(prepared, admit_order([1, 2])) == 0
    assert find_pairwise_dominance(prepared, admit_order([1, 2])).tolist() == [
        [False, True],
        [False, False],
    ]


def test_certain_winners_that_always_tie_do_not_loop():
    assert find_certain_winner(prepare([[10, 10], [50, 50], [50, 50]]), admit_all(2)) == 1


def test_the_tornado_names_the_ranges_that_unseat_the_winner():
    found = find_tornado(
        [[40, 60], [30, 45]], [[60, 60], [50, 50]], [[70, 60], [75, 55]], np.array([0.5, 0.5])
    )
    assert found.fall.tolist() == [[-10, 0], [-10, -2.5]]
    assert found.rise.tolist() == [[5, 0], [12.5, 2.5]]
    assert found.unseats.tolist() == [[True, False], [True, False]]


def test_a_missing_score_in_the_tornado_runs_over_its_scale():
    nan = float("nan")
    found = find_tornado([[nan]], [[nan]], [[nan]], np.ones(1))
    assert (found.fall.tolist(), found.rise.tolist()) == ([[-50.0]], [[50.0]])
    assert not found.unseats.any()
    with pytest.raises(ValueError, match="order"):
        find_tornado([[3.0]], [[2.0]], [[4.0]], np.ones(1))


MASKS = tuple(np.eye(3, dtype=bool))


def test_the_triangle_is_divided_among_the_leaders():
    found = find_triangle(prepare(np.eye(3) * 100), normalise([2, 1, 1]), MASKS)
    assert [r.option for r in found.regions] == [0, 1, 2]
    assert [r.area for r in found.regions] == pytest.approx([1 / 3] * 3)
    assert found.present == pytest.approx([0.5, 0.25, 0.25])
    assert found.joint == pytest.approx(1.0)


@given(st.data())
@settings(max_examples=60)
def test_regions_cover_the_triangle_and_their_option_leads_inside(draw_decisions, data):
    values, raw = data.draw(draw_decisions())
    assume(values.shape[1] >= 3)
    masks = tuple(np.arange(values.shape[1]) == k for k in range(3))
    found = find_triangle(prepare(values), normalise(raw), masks)
    assert sum(region.area for region in found.regions) >= 1.0 - 1e-6
    for region in found.regions:
        middle = region.corners.mean(axis=0)
        totals = middle @ found.corner_totals
        assert totals[region.option] >= totals.max() - 1e-6


def test_parts_without_weight_divide_the_whole():
    found = find_triangle(
        prepare(np.ones((1, 4))),
        np.array([0.0, 0.0, 0.0, 1.0]),
        tuple(np.arange(4) == k for k in range(3)),
    )
    assert found.joint == 1.0
    assert found.present == pytest.approx([1 / 3] * 3)


def test_overlapping_parts_are_refused():
    with pytest.raises(ValueError, match="three parts"):
        find_triangle(prepare(np.eye(3)), normalise([1, 1, 1]), (MASKS[0], MASKS[0], MASKS[1]))


@pytest.mark.parametrize("values", [[[50.0]], [[50.0, 50.0], [50.0, 50.0]], [[0.0], [100.0]]])
def test_the_smallest_decisions_make_no_trouble(values):
    prepared = prepare(values)
    shares = np.full(prepared.criteria, 1 / prepared.criteria)
    winner = int(evaluate(prepared, shares).order[0])
    assert 0.0 <= find_joint_stability(prepared, shares, winner).change <= 1.0
    assert find_score_flips(prepared, shares).value.shape == prepared.values.shape
    assert find_efforts(prepared, shares)[winner].total == 0.0
    assert find_smallest_change(prepared, shares, winner).distance == 0.0
    assert find_certain_winner(prepared, admit_all(prepared.criteria)) == winner


@pytest.mark.parametrize("magnitude", [1e-12, 1e-6, 1e6, 1e12])
def test_potentials_are_in_proportion_at_any_magnitude(magnitude):
    values = np.array([[100.0, 0.0], [0.0, 100.0], [40.0, 40.0], [40.0, 40.0]])
    found = find_potentials(prepare(values * magnitude), admit_all(2))
    leads = np.array([potential.lead for potential in found]) / magnitude
    assert leads == pytest.approx([60.0, 60.0, -10.0, -10.0])

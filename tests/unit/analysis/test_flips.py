"""Where the winner changes as one weight moves."""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.flips import find_flips, weight_line
from app.analysis.outcome import find_outcome
from app.analysis.ranking import leaders
from app.analysis.weight_lines import totals_along
from app.edits import criteria, scores, weights
from db.model import Assessment, Criterion, Decision, Option, Perspective, Score, Weight
from db.model.rows import canonical
from tests.cases import small_case


@pytest.fixture
def case():
    """Return a small assessment with readable keys."""
    return small_case()


POINTS = st.one_of(st.integers(0, 20).map(lambda n: 5.0 * n), st.floats(0, 100))
SWINGS = st.one_of(st.just(0.0), st.integers(1, 100).map(float), st.floats(1e-3, 100))
SHAPE = (("a", None), ("a1", "a"), ("a2", "a"), ("b", None), ("b1", "b"), ("c", None))
LEAVES = ("a1", "a2", "b1", "c")


@st.composite
def decisions(draw):
    """Draw three options on a tree with a branch, a branch of one leaf and a leaf."""
    swings = draw(st.tuples(*[SWINGS] * 4).filter(any))
    points = draw(st.tuples(*[st.tuples(*[POINTS] * 4)] * 3))
    return canonical(
        Assessment(
            decision=Decision(id="d", title="D", assessor="me"),
            options=tuple(Option(id=key, name=key) for key in "xyz"),
            criteria=tuple(Criterion(id=key, name=key, parent=top) for key, top in SHAPE),
            perspectives=(Perspective(id="me", name="Me"),),
            weights=tuple(
                Weight(perspective="me", criterion=leaf, swing=swing)
                for leaf, swing in zip(LEAVES, swings, strict=True)
            ),
            scores=tuple(
                Score(assessor="me", option=option, criterion=leaf, likely=value)
                for option, row in zip("xyz", points, strict=True)
                for leaf, value in zip(LEAVES, row, strict=True)
            ),
        )
    )


def leading(outcome, node, share):
    """Return who leads when the share of one criterion is moved to `share`."""
    totals = totals_along(weight_line(outcome, node), np.array([share]))[0]
    return {outcome.problem.options[i] for i in leaders(totals, 1e-7)}


def test_the_worked_flip(case):
    # Talking leads by 50 on peace, by -20 on borders, by 50 on aid. With peace and aid kept at two
    # to one, borders must hold the share b at which 50 (1 - b) = 20 b.
    flips = find_flips(find_outcome(case))
    assert [(flip.node, flip.leader) for flip in flips] == [("borders", "hold")]
    assert flips[0].present == 0.25
    assert flips[0].at == pytest.approx(50 / 70)
    assert flips[0].distance == pytest.approx(50 / 70 - 0.25)


def test_a_branch_flips_as_a_whole(case):
    case = scores.set_score(case, "me", "talk", "peace", 20.0)
    flips = {flip.node: flip for flip in find_flips(find_outcome(case))}
    # Within safety peace weighs twice what borders does: talking is 20/3 behind there, 50 ahead
    # on aid.
    assert flips["safety"].at == pytest.approx(50 / (50 + 20 / 3))
    assert flips["safety"].leader == "hold"


def test_a_branch_of_one_criterion_is_told_once(case):
    wrapped = criteria.add_criterion(case, "all-aid", "All aid")
    wrapped = criteria.move_criterion(wrapped, "aid", "all-aid")
    wrapped = scores.set_score(wrapped, "me", "hold", "aid", 100.0)
    nodes = [flip.node for flip in find_flips(find_outcome(wrapped))]
    assert "aid" in nodes
    assert "all-aid" not in nodes


def test_a_branch_that_holds_everything_cannot_move(case):
    case = criteria.add_criterion(case, "top", "Everything")
    for key in ("safety", "aid"):
        case = criteria.move_criterion(case, key, "top")
    assert "top" not in [flip.node for flip in find_flips(find_outcome(case))]


def test_a_winner_on_every_criterion_is_never_unseated(case):
    best = scores.set_score(case, "me", "talk", "borders", 100.0)
    assert find_flips(find_outcome(best)) == ()


def test_tied_winners_have_no_flips(case):
    for leaf in ("peace", "borders", "aid"):
        case = scores.set_score(case, "me", "hold", leaf, 50.0)
        case = scores.set_score(case, "me", "talk", leaf, 50.0)
    assert find_flips(find_outcome(case)) == ()


def test_a_criterion_without_weight_can_flip_the_winner(case):
    case = criteria.add_criterion(case, "cost", "Cost")
    case = scores.set_score(case, "me", "hold", "cost", 100.0)
    case = scores.set_score(case, "me", "talk", "cost", 0.0)
    flip = next(f for f in find_flips(find_outcome(case)) if f.node == "cost")
    assert flip.present == 0.0
    assert flip.at == pytest.approx(32.5 / 132.5)


def test_both_sides_of_a_weight_can_flip(case):
    third = msgspec.structs.replace(
        case, options=tuple(msgspec.structs.replace(o, screened_out="") for o in case.options)
    )
    judged = {
        "talk": {"peace": 60.0, "borders": 60.0, "aid": 60.0},
        "hold": {"peace": 100.0, "borders": 0.0, "aid": 0.0},
        "fight": {"peace": 0.0, "borders": 90.0, "aid": 90.0},
    }
    for option, row in judged.items():
        for leaf, points in row.items():
            third = scores.set_score(third, "me", option, leaf, points)
    flips = [flip for flip in find_flips(find_outcome(third)) if flip.node == "peace"]
    assert {(flip.leader, round(flip.at, 9)) for flip in flips} == {
        ("hold", 0.6),
        ("fight", round(30 / 90, 9)),
    }


def test_of_rivals_that_draw_level_together_the_one_ahead_beyond_is_named(case):
    third = msgspec.structs.replace(
        case, options=tuple(msgspec.structs.replace(o, screened_out="") for o in case.options)
    )
    third = weights.set_swings(third, "me", {"peace": 100.0, "aid": 25.0, "borders": 0.0})
    judged = {"talk": (50.0, 50.0), "hold": (40.0, 60.0), "fight": (20.0, 80.0)}
    for option, (peace, aid) in judged.items():
        third = scores.set_score(third, "me", option, "peace", peace)
        third = scores.set_score(third, "me", option, "aid", aid)
        third = scores.set_score(third, "me", option, "borders", 0.0)
    flip = next(f for f in find_flips(find_outcome(third)) if f.node == "aid")
    assert flip.at == pytest.approx(0.5)
    assert flip.leader == "fight"


@given(decisions())
def test_the_winner_leads_up_to_each_flip_and_its_leader_just_beyond(assessment):
    outcome = find_outcome(assessment)
    for flip in find_flips(outcome):
        step = 1e-3 if flip.at >= flip.present else -1e-3
        between = (flip.present + flip.at) / 2
        assert outcome.leaders[0] in leading(outcome, flip.node, between)
        beyond = flip.at + step * min(1.0, (1.0 - flip.at) if step > 0 else flip.at)
        assert (
            outcome.leaders[0] not in leading(outcome, flip.node, beyond)
            or abs(beyond - flip.at) < 1e-6
        )
        assert flip.leader in leading(outcome, flip.node, flip.at)


@given(decisions())
def test_flips_are_the_ends_of_the_stable_range(assessment):
    outcome = find_outcome(assessment)
    found = {(flip.node, flip.at >= flip.present): flip.at for flip in find_flips(outcome)}
    if len(outcome.leaders) > 1:
        assert found == {}
        return
    for node in ("a", "a1", "a2", "b1", "c"):
        line = weight_line(outcome, node)
        above = found.get((node, True), 1.0)
        below = found.get((node, False), 0.0)
        assert above == pytest.approx(line.stable_high, abs=1e-9)
        assert below == pytest.approx(line.stable_low, abs=1e-9)


@given(decisions())
def test_flips_come_nearest_first(assessment):
    distances = [flip.distance for flip in find_flips(find_outcome(assessment))]
    assert distances == sorted(distances)

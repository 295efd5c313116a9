"""Each edit takes what it changed when it was made, and the parts add up."""

import pytest

from app.analysis.edit_shares import Edit, find_turn, share_edits
from app.analysis.outcome import find_outcome
from app.edits.options import add_option
from app.edits.scores import set_score
from app.edits.weights import set_swings
from tests.cases import small_case

CASE = small_case()
STATES = [
    CASE,
    set_score(CASE, "me", "talk", "peace", 0),
    add_option(set_score(CASE, "me", "talk", "peace", 0), "wait", "Wait"),
]
STATES.append(set_swings(STATES[-1], "me", {"peace": 100, "borders": 20, "aid": 5}))
EDITS = [Edit(1, "Score"), Edit(2, "Option"), Edit(3, "Weights")]


def test_the_shares_of_all_edits_add_up_to_the_change():
    outcomes = [find_outcome(state) for state in STATES]
    shares = share_edits(EDITS, outcomes)
    assert [row.edit for row in shares] == EDITS
    for option in ("talk", "hold"):
        total = sum(row.points[option] for row in shares)
        assert total == pytest.approx(outcomes[-1].total(option) - outcomes[0].total(option))
    assert shares[1].points == {"talk": 0.0, "hold": 0.0}
    assert "wait" in shares[2].points


def test_the_last_edit_that_changed_who_leads_is_found():
    outcomes = [find_outcome(state) for state in STATES]
    turn = find_turn(EDITS[:1], outcomes[:2])
    assert (turn.edit, turn.before, turn.after) == (EDITS[0], ("talk",), ("hold",))
    # An option without scores stands in the middle of its scales, and here that is first.
    assert find_turn(EDITS[:2], outcomes[:3]).after == ("wait",)


def test_states_without_a_ranking_take_no_share():
    now = find_outcome(CASE)
    assert share_edits(EDITS[:1], [None, now])[0].points == {}
    assert find_turn(EDITS[:1], [None, now]).after == ("talk",)
    assert find_turn(EDITS[:1], [now, now]) is None

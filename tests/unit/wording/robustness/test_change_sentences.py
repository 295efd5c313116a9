"""What has changed since an earlier state, and by which edit, in sentences."""

from app.analysis.edit_shares import Edit, EditShare, Turn, find_turn, share_edits
from app.analysis.outcome import find_outcome
from app.edits.options import remove_option
from app.edits.scores import set_score
from app.wording.robustness.changes import changes_section
from tests.cases import small_case

CASE = small_case()
LATER = set_score(CASE, "me", "talk", "peace", 0)
BEFORE, AFTER = find_outcome(CASE), find_outcome(LATER)
NAMES = {row.id: row.name for row in CASE.options}


def test_each_change_is_told_with_its_parts_and_edits():
    edits = [Edit(4, "Rescore talks")]
    outcomes = [BEFORE, AFTER]
    shares = share_edits(edits, outcomes)
    section = changes_section(BEFORE, AFTER, shares, find_turn(edits, outcomes))
    value, edit, turn = section.sentences
    assert value.startswith(f"{NAMES['talk']} goes from ")
    assert "the scores on Peace (−35.0)" in value
    assert edit == f"Edit 4 (“Rescore talks”) did this: {NAMES['talk']} −35.0."
    assert turn.endswith(f"changed who is first: from {NAMES['talk']} to {NAMES['hold']}.")


def test_what_did_not_change_is_said_too():
    section = changes_section(BEFORE, BEFORE, [EditShare(Edit(1, "Word"), {"talk": 0.0})], None)
    assert section.sentences == (
        "No option's value has changed.",
        "No edit on the way changed who is first.",
    )


def test_a_history_that_does_not_reach_back_is_admitted():
    (_value, edits) = changes_section(BEFORE, AFTER, None, None).sentences
    assert "does not reach back" in edits


def test_options_that_have_gone_are_not_named():
    left = find_outcome(remove_option(LATER, "talk"))
    turn = Turn(Edit(2, "Leave out"), ("talk",), ("hold",))
    said = changes_section(BEFORE, left, [EditShare(turn.edit, {"talk": -9.0, "hold": 1.0})], turn)
    assert said.sentences[-2:] == (
        f"Edit 2 (“Leave out”) did this: {NAMES['hold']} +1.0.",
        "Edit 2 (“Leave out”) changed who is first.",
    )

"""Going back to a past state."""

import msgspec
import pytest

from app.edits import EditRefused
from app.edits.decision import change_decision
from app.edits.history import go_back
from app.edits.options import rename_option
from tests.cases import small_case


def test_going_back_brings_the_state_back():
    then = small_case()
    now = rename_option(then, "hold", "Something else")

    assert go_back(now, then) == then


def test_going_back_never_changes_the_marking():
    then = small_case()
    now = change_decision(then, marking="TLP:RED")

    assert go_back(now, then).decision.marking == "TLP:RED"


def test_another_assessment_is_no_past_state():
    now = small_case()
    decision = msgspec.structs.replace(now.decision, id="another")

    with pytest.raises(EditRefused, match="another assessment"):
        go_back(now, msgspec.structs.replace(now, decision=decision))

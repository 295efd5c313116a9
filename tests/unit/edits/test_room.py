"""Edits refuse what an assessment has no room for, in a sentence, and change nothing."""

import msgspec
import pytest

from app.edits import EditRefused, relations
from app.edits.criteria import add_criterion, move_criterion
from app.edits.options import add_option
from db.model import Criterion, Option, Weight
from db.model.bounds import DEEPEST, most_rows


def test_one_option_more_than_there_is_room_for_is_refused(case):
    most = most_rows()["options"]
    options = tuple(Option(id=f"o{at}", name=f"Option {at}") for at in range(most - 1))
    full = add_option(msgspec.structs.replace(case, options=options), "last", "Last")
    with pytest.raises(EditRefused, match=f"at most {most}"):
        add_option(full, "more", "More")


def test_one_relation_more_than_there_is_room_for_is_refused(case, monkeypatch):
    monkeypatch.setattr("app.edits.room.most_rows", lambda: {"weights": len(case.weights)})
    same = msgspec.structs.replace(case.weights[0], swing=1.0)
    assert relations.state(case, "weights", same).weights[0].swing == 1.0
    more = Weight(perspective="them", criterion=same.criterion, swing=1.0)
    with pytest.raises(EditRefused, match="no room"):
        relations.state(case, "weights", more)


@pytest.fixture
def deep(case):
    rows = tuple(
        Criterion(id=f"c{at}", name="Link", parent=f"c{at - 1}" if at else None)
        for at in range(DEEPEST)
    )
    return msgspec.structs.replace(case, criteria=(*case.criteria, *rows))


def test_a_criterion_too_deep_is_refused(deep):
    with pytest.raises(EditRefused, match=f"more than {DEEPEST} levels"):
        add_criterion(deep, "new", "New", f"c{DEEPEST - 1}")


def test_a_branch_that_would_come_to_stand_too_deep_is_refused(deep):
    with pytest.raises(EditRefused, match=f"more than {DEEPEST} levels"):
        move_criterion(add_criterion(deep, "top", "Top"), "c0", "top")

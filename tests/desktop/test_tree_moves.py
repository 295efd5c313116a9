"""Alt with an arrow carries a criterion through its group and on into the one beside it."""

import pytest

from app.desktop.models.tree_moves import Move, move_down, move_up
from app.edits.criteria import move_criterion
from db.model import Assessment, Criterion, Decision, check
from db.model.tree import children, walk

GROUPS = {"A": ("a1", "a2"), "B": ("b1", "b2"), "c": (), "D": ("d1",)}


@pytest.fixture
def tree():
    """Group A with two leaves, group B with two, a leaf, and group D with one."""
    rows = [Criterion(id=name, name=name) for name in GROUPS]
    rows += [
        Criterion(id=leaf, name=leaf, parent=group)
        for group, inside in GROUPS.items()
        for leaf in inside
    ]
    return Assessment(decision=Decision(id="D", title="T"), criteria=tuple(rows))


@pytest.mark.parametrize(
    ("key", "move"),
    [
        ("a1", Move("A", 1)),
        ("a2", Move("B", 0)),  # on into the next group
        ("b2", Move(None, 2)),  # between its group and the leaf beside it
        ("d1", None),
        ("D", None),
        ("A", Move(None, 1)),
    ],
)
def test_where_down_leads(tree, key, move):
    assert move_down(tree, key) == move


@pytest.mark.parametrize(
    ("key", "move"),
    [("b1", Move("A", 2)), ("a1", None), ("d1", Move(None, 3)), ("A", None), ("b2", Move("B", 0))],
)
def test_where_up_leads(tree, key, move):
    assert move_up(tree, key) == move


def test_down_into_the_next_group_and_up_again_is_where_it_was(tree):
    moved = move_criterion(tree, "a2", *move_down(tree, "a2"))
    check(moved)
    assert [row.id for row in children(moved, "B")] == ["a2", "b1", "b2"]

    again = move_criterion(moved, "a2", *move_up(moved, "a2"))
    assert [row.id for _depth, row in walk(again)] == [row.id for _depth, row in walk(tree)]

"""How much an assessment can hold."""

import msgspec
import pytest

from db.model import Assessment, Criterion, Decision, InvalidAssessment, Option, check
from db.model.bounds import DEEPEST, most_rows, tree_depth
from db.model.tables import tables


def with_options(number):
    options = tuple(Option(id=f"o{at}", name=f"Option {at}") for at in range(number))
    return Assessment(decision=Decision(id="d", title="D"), options=options)


def chain(length):
    rows = tuple(
        Criterion(id=f"c{at}", name="Link", parent=f"c{at - 1}" if at else None)
        for at in range(length)
    )
    return Assessment(decision=Decision(id="d", title="D"), criteria=rows)


def test_every_table_has_a_bound():
    assert set(most_rows()) == set(tables())


@pytest.mark.parametrize(
    ("table", "promised"),
    [("options", 100), ("criteria", 50), ("scores", 25_000), ("weights", 12 * 20)],
)
def test_there_is_twice_the_room_that_the_largest_promised_assessment_needs(table, promised):
    assert most_rows()[table] >= 2 * promised


def test_as_much_as_there_is_room_for_is_accepted_and_one_more_is_not():
    most = most_rows()["options"]
    check(with_options(most))
    with pytest.raises(InvalidAssessment, match=f"{most + 1} rows of “options”; {most} are"):
        check(with_options(most + 1))


def test_a_tree_of_criteria_can_only_be_so_deep():
    check(chain(DEEPEST))
    with pytest.raises(InvalidAssessment, match=f"{DEEPEST + 1} levels deep"):
        check(chain(DEEPEST + 1))


def test_depth_counts_criteria_above_each_other():
    assert tree_depth(chain(0)) == 0
    assert tree_depth(chain(3)) == 3
    circle = Criterion(id="a", name="A", parent="a")
    assert tree_depth(msgspec.structs.replace(chain(2), criteria=(circle,))) == 0


def test_two_criteria_of_one_id_below_each_other_are_refused_and_not_followed_for_ever():
    root = Criterion(id="a", name="A")
    below = Criterion(id="b", name="B", parent="a")
    again = Criterion(id="a", name="A", parent="b")
    twice = msgspec.structs.replace(chain(0), criteria=(root, below, again))
    assert tree_depth(twice) == 2
    with pytest.raises(InvalidAssessment):
        check(twice)

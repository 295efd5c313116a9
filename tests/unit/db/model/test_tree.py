"""Walking the value tree."""

from hypothesis import given

from db.model.tree import ancestors, children, is_leaf, leaves, walk
from tests.strategies import assessments


def keys(rows):
    return [row.id for row in rows]


def test_the_tree_is_walked_branch_first_in_order(case):
    assert [(depth, row.id) for depth, row in walk(case)] == [
        (0, "safety"),
        (1, "peace"),
        (1, "borders"),
        (0, "aid"),
    ]
    assert [(depth, row.id) for depth, row in walk(case, "safety")] == [
        (0, "peace"),
        (0, "borders"),
    ]


def test_children_leaves_and_ancestors(case):
    assert keys(children(case, None)) == ["safety", "aid"]
    assert keys(leaves(case)) == ["peace", "borders", "aid"]
    assert keys(leaves(case, "safety")) == ["peace", "borders"]
    assert keys(leaves(case, "aid")) == ["aid"]
    assert keys(ancestors(case, "peace")) == ["safety"]
    assert keys(ancestors(case, "safety")) == []


@given(assessments())
def test_the_walk_meets_every_criterion_once_after_all_above_it(assessment):
    met = [row.id for _, row in walk(assessment)]
    assert sorted(met) == sorted(keys(assessment.criteria))
    for depth, row in walk(assessment):
        above = keys(ancestors(assessment, row.id))
        assert len(above) == depth
        assert all(met.index(key) < met.index(row.id) for key in above)


@given(assessments())
def test_leaves_are_what_nothing_stands_below(assessment):
    assert set(keys(leaves(assessment))) == {
        row.id for row in assessment.criteria if is_leaf(assessment, row.id)
    }
    for row in assessment.criteria:
        below = [
            leaf for leaf in leaves(assessment) if row in (leaf, *ancestors(assessment, leaf.id))
        ]
        assert list(leaves(assessment, row.id)) == below

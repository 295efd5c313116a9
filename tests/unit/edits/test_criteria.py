"""Edits of the value tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.outcome import find_outcome
from app.edits import EditRefused, criteria, records, scales, weights
from db.model import ChangeKind, RedLine, RedLineTest, ScaleKind, Scenario, ScoreChange, new_id
from db.model.rows import canonical
from db.model.tables import tables
from db.model.tree import children, leaves, walk
from tests.cases import with_ranking
from tests.strategies import assessments


def outline(assessment):
    return [f"{'-' * depth}{row.id}" for depth, row in walk(assessment)]


def judged_on(assessment, criterion):
    names = ("levels", "weights", "scores", "score_evidence", "score_changes", "red_lines")
    return [
        (name, row)
        for name in names
        for row in getattr(assessment, name)
        if row.criterion == criterion
    ]


def test_a_criterion_is_added_among_its_siblings(case):
    assert outline(criteria.add_criterion(case, "cost", "Cost"))[-1] == "cost"
    first = criteria.add_criterion(case, "cost", "Cost", None, 0)
    assert outline(first) == ["cost", "safety", "-peace", "-borders", "aid"]
    between = criteria.add_criterion(case, "trust", "Trust", "safety", 1)
    assert outline(between) == ["safety", "-peace", "-trust", "-borders", "aid"]
    last = criteria.add_criterion(case, "trust", "Trust", "safety", 9)
    assert outline(last) == ["safety", "-peace", "-borders", "-trust", "aid"]


def test_one_name_may_stand_in_two_branches_but_not_twice_in_one(case):
    assert criteria.add_criterion(case, "other", "Peace").criterion_by_id["other"].name == "Peace"
    with pytest.raises(EditRefused, match="already one called “peace”"):
        criteria.add_criterion(case, "other", "peace", "safety")
    with pytest.raises(EditRefused, match="already one called “Borders”"):
        criteria.rename_criterion(case, "peace", "Borders")


def test_a_criterion_below_what_is_gone_is_refused(case):
    with pytest.raises(EditRefused, match="no longer there"):
        criteria.add_criterion(case, "cost", "Cost", "gone")


def test_a_leaf_that_is_split_passes_all_its_judgements_to_its_first_child(case):
    case = scales.set_level(case, "peace", 50.0, "Uneasy truce", 40.0)
    case = records.add(case, "scenarios", Scenario(id="war", name="War"))
    line = RedLine(id="r", name="No war", test=RedLineTest.SCORE_BELOW, criterion="peace")
    case = records.add(case, "red_lines", line)
    change = ScoreChange(
        scenario="war", option="talk", criterion="peace", kind=ChangeKind.SET, amount=5.0
    )
    case = canonical(case.__class__(**{**fields(case), "score_changes": (change,)}))
    split = criteria.add_criterion(case, "a-truce", "Truce", "peace")
    assert judged_on(split, "peace") == []
    assert len(judged_on(split, "a-truce")) == len(judged_on(case, "peace"))
    assert find_outcome(split).total("talk") == find_outcome(case).total("talk")


def test_a_leaf_that_is_split_passes_on_its_scale(case):
    case = criteria.add_criterion(case, "cost", "Cost")
    case = scales.set_scale(case, "cost", ScaleKind.NUMERIC, "m€", 900.0, 0.0)
    split = criteria.add_criterion(case, "transport", "Transport", "cost")
    child, branch = split.criterion_by_id["transport"], split.criterion_by_id["cost"]
    assert (child.scale, child.unit, child.worst, child.best) == (
        ScaleKind.NUMERIC,
        "m€",
        900.0,
        0.0,
    )
    assert (branch.scale, branch.unit, branch.worst, branch.best) == (
        ScaleKind.DIRECT,
        "",
        0.0,
        100.0,
    )


def test_a_second_child_takes_no_judgements(case):
    split = criteria.add_criterion(case, "truce", "Truce", "peace")
    again = criteria.add_criterion(split, "treaty", "Treaty", "peace", 0)
    assert judged_on(again, "treaty") == []
    assert judged_on(again, "truce") == judged_on(split, "truce")


def test_only_words_are_changed_by_changing_a_criterion(case):
    changed = criteria.change_criterion(case, "aid", name="Relief", code="R", description="Food.")
    assert changed.criterion_by_id["aid"].code == "R"
    for fields_ in ({"parent": "aid"}, {"scale": ScaleKind.NUMERIC}, {"worst": 5.0}):
        with pytest.raises(TypeError, match="name, code and description"):
            criteria.change_criterion(case, "aid", **fields_)


def test_a_criterion_moves_with_all_below_it_and_keeps_its_judgements(case):
    case = criteria.add_criterion(case, "all", "Everything")
    moved = criteria.move_criterion(case, "safety", "all")
    assert outline(moved) == ["aid", "all", "-safety", "--peace", "--borders"]
    assert moved.scores is case.scores
    assert moved.weights is case.weights


@pytest.mark.parametrize(
    ("at", "order"),
    [
        (0, ["-borders", "-peace"]),
        (-3, ["-borders", "-peace"]),
        (1, ["-peace", "-borders"]),
        (None, ["-peace", "-borders"]),
    ],
)
def test_a_criterion_moves_among_its_siblings(case, at, order):
    moved = criteria.move_criterion(case, "borders", "safety", at)
    assert outline(moved) == ["safety", *order, "aid"]


def test_a_criterion_that_moves_to_where_it_is_changes_nothing(case):
    assert criteria.move_criterion(case, "peace", "safety", 0) is case
    assert criteria.move_criterion(case, "aid", None) is case


@pytest.mark.parametrize("parent", ["safety", "peace"])
def test_a_branch_cannot_be_put_below_itself(case, parent):
    with pytest.raises(EditRefused, match="“Safety” cannot be put below itself"):
        criteria.move_criterion(case, "safety", parent)


def test_a_criterion_cannot_move_to_a_branch_that_has_one_of_its_name(case):
    case = criteria.add_criterion(case, "other", "Peace")
    with pytest.raises(EditRefused, match="already one called “Peace”"):
        criteria.move_criterion(case, "other", "safety")


@pytest.mark.parametrize("leaf", ["peace", "aid"])
def test_nothing_moves_below_a_leaf_that_is_judged(case, leaf):
    case = criteria.add_criterion(case, "cost", "Cost")
    with pytest.raises(EditRefused, match="judgements of its own"):
        criteria.move_criterion(case, "cost", leaf)


def test_nothing_moves_below_a_leaf_with_a_described_scale(case):
    case = criteria.add_criterion(criteria.add_criterion(case, "cost", "Cost"), "new", "New")
    described = scales.set_level(case, "new", 0.0, "Nothing")
    numeric = scales.set_scale(case, "new", ScaleKind.NUMERIC, "t", 0.0, 5.0)
    for each in (described, numeric):
        with pytest.raises(EditRefused, match="a scale or judgements of its own"):
            criteria.move_criterion(each, "cost", "new")


def test_a_leaf_moves_below_one_that_is_not_judged_yet(case):
    case = criteria.add_criterion(case, "cost", "Cost")
    assert outline(criteria.move_criterion(case, "aid", "cost"))[-2:] == ["cost", "-aid"]


def test_a_branch_that_loses_its_last_child_is_a_leaf_to_be_judged(case):
    for leaf in ("peace", "borders"):
        case = criteria.move_criterion(case, leaf, None)
    assert "safety" in [row.id for row in leaves(case)]
    assert int(find_outcome(case).prepared.missing.sum()) == 2


def test_removing_a_branch_removes_all_below_it_and_what_was_judged_there(case):
    left = criteria.remove_criterion(case, "safety")
    assert outline(left) == ["aid"]
    assert {row.criterion for row in (*left.scores, *left.weights, *left.levels)} == {"aid"}
    assert left.score_evidence == ()


def test_removing_a_leaf_keeps_the_proportions_of_the_others(case):
    left = criteria.remove_criterion(case, "peace")
    assert left.swing_by_key[("me", "borders")] == 50.0
    assert weights.swings(left, "me") == {"borders": 50.0, "aid": 50.0}


def test_removing_what_is_gone_is_refused(case):
    with pytest.raises(EditRefused, match="no longer there"):
        criteria.remove_criterion(case, "gone")


@given(assessments())
def test_nothing_points_at_a_removed_criterion_or_what_was_below_it(assessment):
    for criterion in assessment.criteria:
        gone = {criterion.id, *(row.id for _, row in walk(assessment, criterion.id))}
        left = criteria.remove_criterion(assessment, criterion.id)
        assert {row.id for row in assessment.criteria} - {row.id for row in left.criteria} == gone
        for table in tables().values():
            for column in table.columns:
                if column.references == "criteria" and not table.single:
                    values = {getattr(row, column.name) for row in getattr(left, table.name)}
                    assert not values & gone


@given(assessments())
def test_removing_a_criterion_keeps_every_weight_and_score_of_the_others(assessment):
    for criterion in leaves(assessment):
        left = criteria.remove_criterion(assessment, criterion.id)
        for table in ("weights", "scores"):
            kept = [r for r in getattr(assessment, table) if r.criterion != criterion.id]
            assert list(getattr(left, table)) == kept


@given(assessments(), st.randoms(use_true_random=False))
def test_splitting_a_leaf_changes_no_total(assessment, chance):
    assessment = with_ranking(assessment)
    before = find_outcome(assessment)
    leaf = chance.choice(leaves(assessment)).id
    after = find_outcome(criteria.add_criterion(assessment, new_id(), "Part", leaf))
    for option in before.ranked:
        assert after.total(option) == before.total(option)


@given(assessments(), st.randoms(use_true_random=False), st.integers(-1, 6))
def test_moving_keeps_everything_below_and_every_other_order(assessment, chance, at):
    if not assessment.criteria:
        return
    moving = chance.choice(assessment.criteria)
    parent = chance.choice([None, *(row.id for row in assessment.criteria)])
    try:
        moved = criteria.move_criterion(assessment, moving.id, parent, at)
    except EditRefused:
        return
    siblings = [row.id for row in children(moved, parent)]
    others = [row.id for row in children(assessment, parent) if row.id != moving.id]
    assert siblings.index(moving.id) == min(max(at, 0), len(others))
    assert [key for key in siblings if key != moving.id] == others
    assert children(moved, moving.id) == children(assessment, moving.id)
    assert len(list(walk(moved))) == len(assessment.criteria)


def fields(assessment):
    return {name: getattr(assessment, name) for name in assessment.__struct_fields__}


def test_every_table_that_is_judged_on_leaves_is_passed_on():
    pointing = {
        table.name
        for table in tables().values()
        if any(c.name == "criterion" and c.references == "criteria" for c in table.columns)
    }
    assert set(criteria._JUDGED_ON_LEAVES) == pointing

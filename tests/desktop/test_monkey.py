"""Whatever is done in whatever order: undo leads back, and the file holds what the screen shows."""

import random

import pytest

from app.desktop.steps import STEPS
from app.desktop.telling import messages
from app.edits.criteria import add_criterion, remove_criterion
from app.edits.decision import change_brief, change_decision, set_baseline
from app.edits.options import add_option, move_option, readmit, remove_option, screen_out
from app.edits.scores import clear_scores, set_score
from app.edits.weights import set_equal, set_swing
from db import gate
from db.model import new_id
from db.model.tree import leaves
from tests.desktop.monkey import AnyAnswer, Monkey

ACTIONS = 40
ACTS = 250


def an_option(value, chance):
    return chance.choice(value.options).id if value.options else "none"


def a_leaf(value, chance):
    rows = leaves(value)
    return chance.choice(rows).id if rows else "none"


def random_edit(value, chance):
    """An edit with its arguments; it may well be refused."""
    judge, option, leaf = value.decision.assessor, an_option(value, chance), a_leaf(value, chance)
    number = round(chance.uniform(-20, 120), 1)
    return chance.choice(
        [
            (set_swing, (judge, leaf, number * 2)),
            (set_equal, (judge,)),
            (set_score, (judge, option, leaf, number)),
            (clear_scores, (judge, [(option, leaf)])),
            (add_option, (new_id(), f"Option {number}")),
            (remove_option, (option,)),
            (move_option, (option, chance.randrange(4))),
            (screen_out, (option, "Ruled out")),
            (readmit, (option,)),
            (set_baseline, (option,)),
            (add_criterion, (new_id(), f"Criterion {number}", chance.choice([None, leaf]))),
            (remove_criterion, (leaf,)),
        ]
    )


def do_something(window, chance):
    workspace = window.workspace
    what = chance.random()
    if what < 0.15:
        window.show_step(chance.choice(STEPS).id)
    elif what < 0.25:
        window.actions_by_id[chance.choice(["undo", "redo"])].trigger()
    elif what < 0.35:
        edit, arguments = random_edit(workspace.value, chance)
        workspace.preview(edit, *arguments)
        workspace.drop_preview()
    elif what < 0.45:
        text = chance.choice(["", "x" * 300, "<b>", "مذكرة", "Plain"])
        edit = chance.choice([change_decision, change_brief])
        field = {change_decision: "title", change_brief: "subject"}[edit]
        workspace.apply("Text", edit, **{field: text})
    else:
        edit, arguments = random_edit(workspace.value, chance)
        workspace.apply(edit.__name__, edit, *arguments)


@pytest.mark.parametrize("seed", range(4))
def test_undo_leads_back_and_the_file_holds_what_is_on_screen(open_window, sample_file, seed):
    chance = random.Random(seed)
    window = open_window()
    window.commands.open(sample_file)
    start = window.workspace.value
    for _ in range(ACTIONS):
        do_something(window, chance)

    while window.workspace.undo_stack.canRedo():
        window.workspace.undo_stack.redo()
    reached = window.workspace.value
    while window.workspace.undo_stack.canUndo():
        window.workspace.undo_stack.undo()
    assert window.workspace.value == start
    while window.workspace.undo_stack.canRedo():
        window.workspace.undo_stack.redo()
    window.close()

    assert gate.read(sample_file).assessment == reached


@pytest.fixture
def monkey(open_window, sample_file, monkeypatch, request):
    """Hands on a window with the worked example, which break nothing that they were given."""
    window = open_window()
    window.commands.open(sample_file)
    other = sample_file.with_name("other.poise")
    other.write_bytes(sample_file.read_bytes())
    hands = Monkey(window, [sample_file, other], request.param)
    hands.takes_over(monkeypatch)
    before = messages.use_desk(AnyAnswer(hands.chance))
    yield hands
    messages.use_desk(before)


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("monkey", [1, 2], indirect=True)
def test_no_act_in_any_order_meets_an_error(monkey, sample_file, qtbot):
    try:
        with qtbot.captureExceptions() as errors:
            for _ in range(ACTS):
                monkey.act()
                if errors:
                    break
    finally:
        monkey.window.workspace.close()  # asks nobody whether what was tried shall be kept

    assert not errors, (list(monkey.done), errors)
    gate.read(sample_file)

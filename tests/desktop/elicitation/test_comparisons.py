"""Weighing by comparing: pairs, the most and the least important, words."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from app.desktop.elicitation.pair_row import judgement_words
from tests.desktop.elicitation.asking import (
    choose,
    fill,
)

Key = Qt.Key


def test_comparisons_must_connect_all_criteria(ask):
    dialog = ask("pairwise")
    needed = len(dialog.case.leaves) - 1
    for row in dialog.rows[: needed - 1]:
        row.set_ratio(2.0)
    assert not dialog.accept_button.isEnabled()

    dialog.rows[needed - 1].set_ratio(2.0)

    assert dialog.accept_button.isEnabled()


def test_the_judgement_at_odds_is_named_and_mended(qtbot, ask):
    dialog = ask("pairwise")
    weights = [2.0 ** -(number / 4) for number in range(len(dialog.case.leaves))]
    numbers = {leaf.key: number for number, leaf in enumerate(dialog.case.leaves)}
    for row in dialog.rows:
        row.set_ratio(weights[numbers[row.first.key]] / weights[numbers[row.second.key]])
    odd = dialog.rows[-1]
    odd.set_ratio(1 / 9)
    before = dialog._found.consistency_ratio
    assert dialog.mend_button.isVisible()
    assert judgement_words(odd.first.name, odd.second.name, 1 / 9) in dialog._doubt_words.text()

    dialog.mend_button.click()

    right = weights[numbers[odd.first.key]] / weights[numbers[odd.second.key]]
    assert odd.ratio == pytest.approx(right, rel=1e-6)
    assert before > 0.1 > dialog._found.consistency_ratio
    assert not dialog.mend_button.isVisible()


def test_a_pair_is_judged_with_the_keyboard(qtbot, ask):
    row = ask("pairwise").rows[0]
    row.slider.setFocus()

    qtbot.keyClick(row.slider, Key.Key_Space)
    assert row.ratio == 1.0
    qtbot.keyClick(row.slider, Key.Key_Left)
    assert row.ratio == 2.0
    for _press in range(3):
        qtbot.keyClick(row.slider, Key.Key_Right)
    assert row.ratio == pytest.approx(1 / 3)
    assert "3 times as much" in row.slider.accessibleDescription()


def test_the_best_cannot_be_the_worst(ask):
    dialog = ask("best_worst")
    dialog.least.show_choice(dialog.most.key)
    dialog.least.chosen.emit(dialog.most.key)

    assert not dialog.accept_button.isEnabled()
    assert "two different" in dialog.state.text()


@given(st.integers(0, 8))
@settings(max_examples=9, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_judgement_reads_the_same_from_both_sides(strength):
    ratio = 1.0 + strength

    assert judgement_words("A", "B", ratio).replace("A and B", "") == judgement_words(
        "B", "A", 1.0 / ratio
    ).replace("B and A", "")


def test_words_become_weights_in_their_order(ask):
    dialog = ask("verbal")
    fill(dialog)
    shares = dialog.shares()
    for one, left in enumerate(dialog.alone):
        for other, right in enumerate(dialog.alone):
            if left.key > right.key:
                assert shares[one] > shares[other]


def test_words_that_contradict_each_other_are_named_and_give_no_weights(ask):
    dialog = ask("verbal")
    for choice in dialog.alone:
        choose(choice, 2)
    dialog._job.wait()
    choose(dialog.alone[0], 6)
    dialog._job.wait()
    choose(dialog.between[0], (-1, 3))
    dialog._job.wait()
    assert dialog.shares() is None
    assert not dialog.accept_button.isEnabled()
    assert dialog._doubt.isVisible()
    assert dialog.case.leaves[0].name in dialog._doubt_words.text()
    choose(dialog.between[0], None)
    dialog._job.wait()
    assert dialog.shares() is not None
    assert not dialog._doubt.isVisible()

"""Weighing by an order of importance."""

import pytest
from PySide6.QtCore import Qt

Key = Qt.Key


def test_an_order_changes_with_alt_and_the_arrows(qtbot, ask):
    dialog = ask("ranks")
    first, second = dialog.order()[:2]
    dialog.list.setCurrentRow(0)
    dialog.list.setFocus()

    qtbot.keyClick(dialog.list, Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert dialog.order()[:2] == [second, first]
    assert dialog.answer().swings[second] == 100.0


def test_all_changes_to_be_ordered_are_seen_at_once(ask):
    listed = ask("ranks").list
    assert listed.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(("rule", "last"), [("sum", 12.5), ("equal", 100.0)])
def test_a_rule_makes_weights_of_places(ask, rule, last):
    dialog = ask("ranks")
    dialog.rule.show_choice(rule)
    dialog.rule.chosen.emit(rule)

    assert dialog.answer().swings[dialog.order()[-1]] == pytest.approx(last)

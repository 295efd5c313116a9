"""Weighing by how much of one change is worth all of another."""

import pytest
from PySide6.QtCore import Qt

from tests.desktop.elicitation.asking import (
    fill,
)

Key = Qt.Key


def test_a_trade_off_of_forty_gives_four_tenths_of_the_weight(ask):
    dialog = ask("tradeoff")
    fill(dialog)
    swings_found = dialog.answer().swings
    others = {key: swing for key, swing in swings_found.items() if key != dialog.measure.key}
    assert swings_found[dialog.measure.key] == pytest.approx(100)
    assert list(others.values()) == pytest.approx([40] * len(others))


def test_trade_offs_that_disagree_say_by_how_much(ask):
    dialog = ask("tradeoff")
    fill(dialog)
    assert dialog.status() == ""
    check = next(pair for pair in dialog.fields if pair[0] != dialog.measure.key)
    dialog.fields[check].setText("50")
    dialog.fields[check].commit()
    assert "do not quite agree" in dialog.status()
    assert dialog.accept_button.isEnabled()


def test_a_trade_off_of_nothing_is_refused(ask):
    dialog = ask("tradeoff")
    field = next(iter(dialog.fields.values()))
    field.setText("0")
    field.commit()
    assert "above 0" in dialog.state.text()
    assert dialog.shares() is None


def test_a_trade_off_that_is_no_number_is_named_and_kept_from_use(qtbot, sample_window, ask):
    before = sample_window.workspace.value
    dialog = ask("tradeoff")
    fill(dialog)
    field = next(iter(dialog.fields.values()))
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "half")
    qtbot.keyClick(field, Key.Key_Return)
    assert field.hasFocus()
    assert "not a number" in dialog.state.text()

    dialog.accept_button.click()

    assert dialog.isVisible()
    assert sample_window.workspace.value is before

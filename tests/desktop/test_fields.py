"""Text fields give back what they were given, and what was typed into them."""

import pytest
from PySide6.QtCore import Qt

from app.desktop.widgets.fields import LineField, ProseField


@pytest.mark.parametrize("kind", [LineField, ProseField])
def test_a_text_that_was_only_read_is_not_announced_as_changed(qtbot, kind):
    field = kind("A text")
    qtbot.addWidget(field)
    field.load_text("Quoi\u00a0? 37\u202f% – 10\u00a0km")

    with qtbot.assertNotEmitted(field.committed):
        field.commit()


def test_no_break_spaces_stay_beside_what_is_typed(qtbot):
    field = ProseField("A text")
    qtbot.addWidget(field)
    field.load_text("Quoi\u00a0?\nOui.")
    qtbot.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, " Non.")

    with qtbot.waitSignal(field.committed) as told:
        field.commit()

    assert told.args == ["Quoi\u00a0?\nOui. Non."]

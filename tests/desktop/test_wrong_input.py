"""Whatever is typed: a plain sentence or plain text, never a traceback, never a lost edit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.edits.weights import set_swing

MARKUP = '<b>bold</b> <img src="file:///etc/hostname"> & more'
ARABIC = "مشاركة إقليمية دون اعتراف"


def field(window, step, name):
    window.show_step(step)
    return window.page(step).findChild(object, name)


def type_into(field, text):
    """Type a text and leave the field."""
    field.setFocus()
    field.setText(text) if hasattr(field, "setText") else field.setPlainText(text)
    field.commit()


def test_a_weight_below_nothing_is_refused(sample_window):
    before = sample_window.workspace.value
    assessor = before.decision.assessor

    assert not sample_window.workspace.apply("Weight", set_swing, assessor, "security", -3.0)

    assert sample_window.workspace.value is before
    assert sample_window.notices.text.endswith(".")


def test_a_name_of_300_characters_is_refused_and_stays_to_be_mended(sample_window):
    title = field(sample_window, "decision", "title")
    before = sample_window.workspace.value

    type_into(title, "x" * 300)

    assert sample_window.workspace.value is before
    assert "300" in sample_window.notices.text
    assert title.text() == "x" * 300
    type_into(title, "x" * 200)
    assert sample_window.workspace.value.decision.title == "x" * 200
    assert not sample_window.notices.text


def test_a_refused_text_survives_a_change_elsewhere(sample_window):
    title = field(sample_window, "decision", "title")
    type_into(title, "x" * 300)

    type_into(field(sample_window, "decision", "question"), "Another question?")

    assert title.text() == "x" * 300
    assert sample_window.workspace.value.decision.question == "Another question?"


def test_an_empty_name_is_refused(sample_window):
    type_into(field(sample_window, "decision", "title"), "   ")

    assert "empty" in sample_window.notices.text


@pytest.mark.parametrize("text", [MARKUP, ARABIC])
def test_a_name_is_shown_as_it_was_typed_everywhere(sample_window, text, qtbot):
    options = sample_window.page("options")
    sample_window.show_step("options")
    options.choose("CM")
    type_into(field(sample_window, "options", "name"), text)

    assert sample_window.document.ranking.places[0].name == text
    qtbot.waitUntil(lambda: text in sample_window.document.ranking.verdict)
    for step in ("results", "scores", "weights", "decision"):
        sample_window.show_step(step)
    plain = Qt.TextFormat.PlainText
    assert all(label.textFormat() == plain for label in sample_window.findChildren(QLabel))


def test_a_title_with_markup_is_plain_in_the_list_of_unfinished_work(open_window, qtbot):
    first = open_window()
    first.actions_by_id["new"].trigger()
    type_into(field(first, "decision", "title"), MARKUP)
    first.close()

    second = open_window()
    second.look_for_unfinished()

    def labels():
        return second.start.findChildren(QLabel)

    qtbot.waitUntil(lambda: any(label.text() == MARKUP for label in labels()))
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels())


def test_tooltips_show_markup_as_text(sample_window):
    sample_window.show_step("options")
    options = sample_window.page("options")
    options.choose("CM")
    type_into(field(sample_window, "options", "description"), MARKUP)

    tip = options._list.currentItem().toolTip()

    assert "<b>" not in tip
    assert "&lt;b&gt;" in tip


def test_a_date_that_is_none_is_refused(sample_window):
    before = sample_window.workspace.value

    dated = field(sample_window, "brief", "dated")
    type_into(dated, "next week")

    assert sample_window.workspace.value is before
    assert "“next week” is not a date." in dated.problem.text()
    sample_window.show_step("decision")
    assert "“next week” is not a date and was not kept." in sample_window.notices.text
    assert dated.text() == "7 April 2025", "nothing wrong stands there on coming back"


def test_screening_out_the_baseline_is_refused_in_a_sentence(sample_window):
    sample_window.show_step("options")
    options = sample_window.page("options")
    options.choose(sample_window.workspace.value.decision.baseline)
    reason = options._editor._screened_out

    type_into(reason, "Too costly")

    assert "baseline" in sample_window.notices.text
    assert reason.toPlainText() == "Too costly"

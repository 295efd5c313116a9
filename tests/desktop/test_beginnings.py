"""The start page: templates to begin with, and work on this computer that cannot be opened."""

import pytest
from PySide6.QtWidgets import QLabel

from app.desktop.completeness import completeness
from app.desktop.steps import STEPS
from app.exchange.templates import list_templates
from db.store import SUFFIX


def chosen(window, name):
    """Begin from a template as an officer does, through the start page."""
    window.start.template_button.click()
    dialog = window.commands.from_template.dialog
    dialog.choose(name)
    dialog.start_button.click()


@pytest.mark.parametrize("template", list_templates(), ids=lambda template: template.name)
def test_an_assessment_begins_from_each_template(window, template):
    chosen(window, template.name)

    value = window.workspace.value
    assert value.decision.title == template.title
    assert value.decision.question
    assert value.scores == ()
    assert value.perspective_by_id[value.decision.assessor].name == "Assessor"
    assert window.document.step == "decision"


@pytest.mark.parametrize("template", list_templates(), ids=lambda template: template.name)
def test_every_step_of_a_fresh_template_can_be_shown_and_says_what_is_to_do(
    window, qtbot, template
):
    chosen(window, template.name)

    for step, state in completeness(window.workspace.value).items():
        assert state.complete or state.missing or state.said, step
    for spec in STEPS:
        window.show_step(spec.id)
        page = window.page(spec.id)
        for tab in page.tabs() if hasattr(page, "tabs") else ():
            page.show_tab(tab.id)
    ranking = window.document.ranking
    qtbot.waitUntil(lambda: "missing scores could change the first place" in ranking.verdict)
    assert "not judged" not in ranking.red_lines


def test_a_template_takes_the_officers_name_office_and_marking(window):
    window.settings.setValue("author", "A. Officer")
    window.settings.setValue("organisation", "The desk")
    window.settings.setValue("marking", "TLP:AMBER")
    chosen(window, "access")

    value = window.workspace.value
    assert value.perspective_by_id[value.decision.assessor].name == "A. Officer"
    assert (value.brief.sender, value.decision.marking) == ("The desk", "TLP:AMBER")


def test_two_beginnings_from_one_template_are_two_documents(window):
    ids = set()
    for _turn in range(2):
        chosen(window, "sanctions")
        ids.add(window.workspace.value.decision.id)
        window.commands.close()

    assert len(ids) == 2


def test_a_dialog_that_is_left_begins_nothing(window):
    window.start.template_button.click()
    window.commands.from_template.dialog.reject()

    assert not window.workspace.is_open


def test_the_dialog_says_what_each_template_is_for(window):
    window.actions_by_id["new_from_template"].trigger()
    said = {label.text() for label in window.commands.from_template.dialog.findChildren(QLabel)}

    assert said >= {template.line for template in list_templates()}
    window.commands.from_template.dialog.reject()


def test_kept_work_that_cannot_be_read_is_named_and_left_where_it_is(window, qtbot):
    def said_of_damage():
        said = [label.text() for label in window.start.findChildren(QLabel) if label.isVisible()]
        return any("is damaged" in text and "Last changed" in text for text in said)

    folder = window.workspace.leftovers.folder
    folder.mkdir(parents=True, exist_ok=True)
    broken = folder / f"broken{SUFFIX}"
    broken.write_bytes(b"made by something else" * 400)

    window.look_for_unfinished()

    qtbot.waitUntil(said_of_damage)
    assert broken.exists()

    broken.unlink()
    window.look_for_unfinished()
    assert not said_of_damage()
    assert window.workspace.leftovers.unreadable() == ()

"""An assessment that names nobody who judges, as one written by another program may."""

from app.exchange.samples import read_sample
from db.model import Assessment, Decision


def test_scores_and_weights_of_the_last_assessment_are_not_left_standing(open_window):
    window = open_window()
    window.workspace.new(read_sample())
    window.show_step("scores")
    window.show_step("weights")
    window.workspace.new(Assessment(decision=Decision(id="d", title="Bare")))
    for step in ("scores", "weights"):
        window.show_step(step)
        page = window.document.page(step)
        assert page._empty.isVisible()
        assert "Nobody is named yet who judges" in page._empty.sentence


def test_the_first_step_names_who_judges(open_window):
    window = open_window()
    window.workspace.new(Assessment(decision=Decision(id="d", title="Bare")))
    field = window.document.page("decision")._assessor
    field.setText("The desk")
    field.commit()
    value = window.workspace.value
    assert value.perspective_by_id[value.decision.assessor].name == "The desk"
    window.workspace.undo_stack.undo()
    assert window.workspace.value.decision.assessor is None

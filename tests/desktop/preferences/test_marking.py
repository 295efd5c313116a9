"""New assessments carry the marking that the house uses, in words of its own too."""

from db.model import MarkingScheme


def set_marking(window, chosen, words=""):
    window.actions_by_id["settings"].trigger()
    dialog = window.commands.setting_up.dialog
    dialog.marking.show_choice(chosen)
    dialog.marking.chosen.emit(chosen)
    dialog.own_marking.setText(words)
    return dialog


def choose(field, key):
    field.choice.show_choice(key)
    field.choice.chosen.emit(key)


def begun(window):
    window.commands.new()
    return window.workspace.value.decision


def test_our_own_words_mark_what_is_begun(window):
    dialog = set_marking(window, "own", "  OFFICIAL -  SENSITIVE ")
    assert dialog.own_marking.isEnabled()
    dialog.accept()

    decision = begun(window)

    assert decision.marking == "OFFICIAL - SENSITIVE"
    assert decision.marking_scheme is MarkingScheme.OWN


def test_our_own_words_hold_after_the_next_start(open_window):
    first = open_window()
    set_marking(first, "own", "RESTRICTED").accept()
    first.close()
    again = open_window()

    again.actions_by_id["settings"].trigger()

    dialog = again.commands.setting_up.dialog
    assert (dialog.marking.key, dialog.own_marking.text()) == ("own", "RESTRICTED")
    dialog.reject()


def test_without_words_nothing_is_marked(window):
    set_marking(window, "own").accept()

    decision = begun(window)

    assert decision.marking_scheme is MarkingScheme.TLP
    assert decision.marking == ""


def test_nothing_is_marked_that_nobody_marked(window):
    assert begun(window).marking == ""
    assert window.marking_label.isHidden()
    window.show_step("brief")
    form = window.page("brief")._form
    assert form.marking.choice.currentText() == "No marking"
    assert "the marking" in window.page("brief")._lacking.text()

    choose(form.marking, "TLP:AMBER")

    assert window.workspace.value.decision.marking == "TLP:AMBER"
    assert window.marking_label.text() == "TLP:AMBER"
    assert "the marking" not in window.page("brief")._lacking.text()
    choose(form.marking, "")
    assert window.workspace.value.decision.marking == ""


def test_the_brief_page_takes_a_marking_in_our_own_words(window):
    begun(window)
    window.show_step("brief")
    marking = window.page("brief")._form.marking
    choose(marking, "own")
    assert marking.words.isVisible()

    marking.words.setText("OFFICIAL")
    marking.words.commit()

    decision = window.workspace.value.decision
    assert (decision.marking_scheme, decision.marking) == (MarkingScheme.OWN, "OFFICIAL")
    window.show_step("decision")
    assert window.page("decision").marking.words.text() == "OFFICIAL"
    choose(window.page("decision").marking, "TLP:RED")
    decision = window.workspace.value.decision
    assert (decision.marking_scheme, decision.marking) == (MarkingScheme.TLP, "TLP:RED")
    window.show_step("brief")
    assert marking.words.isHidden()


def test_an_assessment_from_a_template_has_no_marking_of_its_own(window):
    window.actions_by_id["new_from_template"].trigger()
    window.commands.from_template.dialog.accept()

    assert window.workspace.value.decision.marking == ""


def test_a_marking_of_the_protocol_stays_one(window):
    set_marking(window, "TLP:RED", "not these words").accept()

    decision = begun(window)

    assert (decision.marking, decision.marking_scheme) == ("TLP:RED", MarkingScheme.TLP)

"""New assessments carry the marking that the house uses, in words of its own too."""

from db.model import MarkingScheme


def set_marking(window, chosen, words=""):
    window.actions_by_id["settings"].trigger()
    dialog = window.commands.setting_up.dialog
    dialog.marking.show_choice(chosen)
    dialog.marking.chosen.emit(chosen)
    dialog.own_marking.setText(words)
    return dialog


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


def test_without_words_the_usual_marking_is_used(window):
    set_marking(window, "own").accept()

    decision = begun(window)

    assert decision.marking_scheme is MarkingScheme.TLP
    assert decision.marking == "TLP:CLEAR"


def test_a_marking_of_the_protocol_stays_one(window):
    set_marking(window, "TLP:RED", "not these words").accept()

    decision = begun(window)

    assert (decision.marking, decision.marking_scheme) == ("TLP:RED", MarkingScheme.TLP)

"""Two officers, two copies: what arrives is offered, decided, and taken in as one step."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from app.desktop.merging.cases import BOTH, LATER
from app.edits.decision import change_decision
from app.edits.options import change_option, rename_option
from app.edits.scores import annotate_score, set_score
from app.edits.weights import set_swing
from db import gate
from db.errors import StoreFailed
from db.merge import standing
from db.publish import publish
from db.store import Store

DESK = "policy-desk"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def rosa(tmp_path):
    """Rosa, who edits a file elsewhere and puts it back, or into another place."""

    def edit(source, target, *edits):
        reading = gate.read(source)
        store = Store.create(tmp_path / "rosa", reading.document)
        for label, change in edits:
            before = store.document().assessment
            store.commit(label, before, change(before), author="Rosa", when=NOON)
        expected = reading.stamp if target == source else None
        publish(store.document(), target, expected)
        store.discard()
        return target

    return edit


def scored(option, criterion, likely, low=None, high=None):
    return ("Score", lambda a: set_score(a, DESK, option, criterion, likely, low, high))


def weighed(criterion, swing):
    return ("Weight", lambda a: set_swing(a, DESK, criterion, swing))


def retitled(title):
    return ("Title", lambda a: change_decision(a, title=title))


def apply(window, label, edit, *arguments, **fields):
    assert window.workspace.apply(label, edit, *arguments, **fields)


def review(window, qtbot, path):
    """Have a version read and return the dialog about it."""
    colleagues = window.commands.colleagues
    colleagues.read(path)
    qtbot.waitUntil(lambda: colleagues.dialog is not None)
    return colleagues.dialog


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def card(dialog, part):
    (found,) = (c for c in dialog.cards if part in c.case.contest.title)
    return found


def likely(value, option, criterion):
    return value.score_by_key[DESK, option, criterion].likely


def test_two_officers_merge_decide_undo_redo_and_publish(sample_window, sample_file, rosa, qtbot):
    window, workspace = sample_window, sample_window.workspace
    theirs = rosa(
        sample_file,
        sample_file.with_name("rosas copy.poise"),
        scored("CM", "security", 20, 10, 30),
        scored("BR", "norm", 61),
        scored("RE", "security", 80, 70, 90),
        ("Name", lambda a: rename_option(a, "HP", "Protection first")),
    )
    apply(window, "Score", set_score, DESK, "CM", "security", 70, 60, 80)
    apply(window, "Score", set_score, DESK, "RE", "security", 60, 50, 70)
    apply(window, "Note", annotate_score, DESK, "BR", "norm", rationale="Mine alone.")
    mine = workspace.value

    dialog = review(window, qtbot, theirs)
    assert {c.choice for c in dialog.cards} == {LATER}, "nothing is discarded by default"
    mine_card, their_card = card(dialog, "Conditional"), card(dialog, "Regional")
    words = [offer.words for offer in mine_card.case.contest.offers]
    assert words == ["70 (60–80)", "20 (10–30)"]
    assert mine_card.case.contest.before.words == "54 (44–64)"
    assert "stays first; its lead goes" in mine_card.case.contest.offers[0].effect
    assert "The first place goes" in mine_card.case.contest.offers[1].effect
    mine_card.choose(0)
    their_card.choose(1)
    dialog.merge_button.click()

    merged = workspace.value
    assert likely(merged, "CM", "security") == 70
    assert likely(merged, "RE", "security") == 80
    assert likely(merged, "BR", "norm") == 61
    assert merged.option_by_id["HP"].name == "Protection first"
    assert merged.score_by_key[DESK, "BR", "norm"].rationale == "Mine alone."
    assert workspace.versions.conflicts() == ()
    assert "is merged" in window.notices.text

    window.actions_by_id["undo"].trigger()
    assert workspace.value == mine, "the whole merge is one step"
    window.actions_by_id["redo"].trigger()
    assert workspace.value == merged

    workspace.publish()
    qtbot.waitUntil(lambda: not workspace.file_state.unpublished)
    published = gate.read(sample_file)
    assert published.assessment == merged
    assert standing(published.document).conflicts == ()


def test_a_colleagues_version_that_arrives_is_offered_and_merged(
    sample_window, sample_file, rosa, qtbot
):
    window, workspace = sample_window, sample_window.workspace
    workspace.publish_after_ms = 60_000
    apply(window, "Score", set_score, DESK, "CM", "norm", 33)
    rosa(sample_file, sample_file, retitled("As Rosa sees it"))

    workspace.versions.watch.look()
    qtbot.waitUntil(lambda: workspace.file_state.theirs == sample_file)
    assert "another version" in window.notices.text
    assert "another version" in window.file_notices.label.text()

    window.notices.findChildren(type(window.notices._buttons[0]))[0].click()
    qtbot.waitUntil(lambda: window.commands.colleagues.dialog is not None)
    window.commands.colleagues.dialog.accept()

    assert workspace.value.decision.title == "As Rosa sees it"
    assert likely(workspace.value, "CM", "norm") == 33
    assert workspace.file_state.theirs is None
    workspace.publish()
    qtbot.waitUntil(lambda: not workspace.file_state.unpublished)
    assert gate.read(sample_file).assessment == workspace.value


def test_a_version_is_noticed_when_the_window_comes_to_the_front(
    sample_window, sample_file, rosa, qtbot
):
    watch = sample_window.workspace.versions.watch
    watch.look()
    qtbot.waitUntil(lambda: watch._signature is not None)
    rosa(sample_file, sample_file, retitled("While nobody looked"))

    application = QGuiApplication.instance()
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)

    qtbot.waitUntil(lambda: sample_window.workspace.file_state.theirs is not None)


def test_what_we_publish_ourselves_is_no_arrival(sample_window, qtbot):
    workspace = sample_window.workspace
    said = []
    workspace.versions.watch.changed.connect(said.append)
    apply(sample_window, "Title", change_decision, title="Ours")
    qtbot.waitUntil(lambda: not workspace.file_state.unpublished)

    workspace.versions.watch.look()
    qtbot.waitUntil(lambda: not workspace.versions.watch._job.busy)

    assert said == []
    assert workspace.file_state.theirs is None


def test_taking_in_a_version_that_has_all_of_ours_writes_nothing_back(
    sample_window, sample_file, rosa, qtbot
):
    workspace = sample_window.workspace
    rosa(sample_file, sample_file, retitled("Rosa alone"))
    before = sample_file.read_bytes()

    review(sample_window, qtbot, sample_file).accept()
    workspace.publish()

    assert workspace.value.decision.title == "Rosa alone"
    assert not workspace.file_state.unpublished
    assert sample_file.read_bytes() == before


def test_a_conflict_at_publishing_leads_to_the_merge(sample_window, sample_file, rosa, qtbot):
    workspace = sample_window.workspace
    rosa(sample_file, sample_file, scored("RE", "norm", 90))
    apply(sample_window, "Title", change_decision, title="I was slower")
    qtbot.waitUntil(lambda: bool(workspace.file_state.trouble))
    assert workspace.file_state.theirs is not None

    sample_window.commands.colleagues.review()
    qtbot.waitUntil(lambda: sample_window.commands.colleagues.dialog is not None)
    sample_window.commands.colleagues.dialog.accept()

    qtbot.waitUntil(lambda: not workspace.file_state.unpublished)
    published = gate.read(sample_file).assessment
    assert published.decision.title == "I was slower"
    assert likely(published, "RE", "norm") == 90
    assert not workspace.file_state.trouble


def test_what_is_left_for_later_stays_open_in_the_file(sample_window, sample_file, rosa, qtbot):
    workspace = sample_window.workspace
    theirs = rosa(sample_file, sample_file.with_name("r.poise"), retitled("Hers"))
    apply(sample_window, "Title", change_decision, title="Mine")
    before = gate.read(sample_file).assessment.decision.title

    review(sample_window, qtbot, theirs).accept()

    assert workspace.value.decision.title == before, "undecided, it says what it said before"
    assert "1 open conflict" in sample_window.file_notices.label.text()
    assert "1 open conflict" in sample_window.notices.text
    workspace.publish()
    qtbot.waitUntil(lambda: not workspace.file_state.unpublished)
    assert len(standing(gate.read(sample_file).document).conflicts) == 1


def test_both_can_be_kept_as_a_note(sample_window, sample_file, rosa, qtbot):
    theirs = rosa(sample_file, sample_file.with_name("r.poise"), scored("CM", "security", 20))
    apply(sample_window, "Score", set_score, DESK, "CM", "security", 70)
    before = gate.read(sample_file).assessment.score_by_key[DESK, "CM", "security"]
    dialog = review(sample_window, qtbot, theirs)

    card(dialog, "Conditional").choose(BOTH)
    dialog.accept()

    row = sample_window.workspace.value.score_by_key[DESK, "CM", "security"]
    assert row.likely == before.likely
    assert row.rationale.startswith(before.rationale)
    assert "70" in row.rationale.removeprefix(before.rationale)
    assert "20" in row.rationale.removeprefix(before.rationale)
    assert "Rosa" in row.rationale
    assert sample_window.workspace.versions.conflicts() == ()


def test_two_texts_can_stand_one_under_the_other(sample_window, sample_file, rosa, qtbot):
    hers = ("Text", lambda a: change_option(a, "CM", description="Her words."))
    theirs = rosa(sample_file, sample_file.with_name("r.poise"), hers)
    apply(sample_window, "Text", change_option, "CM", description="My words.")
    dialog = review(sample_window, qtbot, theirs)

    dialog.cards[0].choose(BOTH)
    dialog.accept()

    said = sample_window.workspace.value.option_by_id["CM"].description
    assert said.startswith("My words.")
    assert said.endswith("Her words.")


def test_a_set_of_weights_is_decided_as_a_whole(sample_window, sample_file, rosa, qtbot):
    theirs = rosa(sample_file, sample_file.with_name("r.poise"), weighed("norm", 5))
    apply(sample_window, "Weight", set_swing, DESK, "civic", 5)
    dialog = review(sample_window, qtbot, theirs)
    weights = card(dialog, "within Human rights leverage")

    weights.choose(1)
    dialog.accept()

    hers = gate.read(theirs).assessment.swing_by_key
    swings = sample_window.workspace.value.swing_by_key
    assert len(weights.case.conflict.places) > 1
    for _table, key, _column in weights.case.conflict.places:
        assert swings[key] == hers[key]


def test_not_now_changes_nothing(sample_window, sample_file, rosa, qtbot):
    before = sample_window.workspace.value
    theirs = rosa(sample_file, sample_file.with_name("r.poise"), retitled("Hers"))

    review(sample_window, qtbot, theirs).reject()

    assert sample_window.workspace.value is before
    assert not sample_window.workspace.undo_stack.canUndo()


def test_a_copy_that_says_nothing_new_is_told_so(sample_window, sample_file, qtbot):
    copy = sample_file.with_name("same.poise")
    copy.write_bytes(sample_file.read_bytes())

    sample_window.commands.colleagues.read(copy)

    qtbot.waitUntil(lambda: "nothing that yours does not" in sample_window.notices.text)
    assert not sample_window.workspace.undo_stack.canUndo()


def test_a_file_about_something_else_is_refused(sample_window, sample_file, qtbot):
    from app.edits.start import new_assessment

    other = sample_file.with_name("other.poise")
    publish(new_assessment("Other", "Me"), other, None)

    sample_window.commands.colleagues.read(other)

    qtbot.waitUntil(lambda: "not copies of the same assessment" in sample_window.notices.text)


def test_an_edit_made_while_the_dialog_is_open_is_not_overrun(
    sample_window, sample_file, rosa, qtbot
):
    theirs = rosa(sample_file, sample_file.with_name("r.poise"), retitled("Hers"))
    dialog = review(sample_window, qtbot, theirs)
    apply(sample_window, "Title", change_decision, title="Typed meanwhile")

    dialog.accept()

    assert sample_window.workspace.value.decision.title == "Typed meanwhile"
    assert "changed meanwhile" in sample_window.notices.text


def test_the_report_tells_the_merge_as_it_is_chosen(
    sample_window, sample_file, rosa, qtbot, monkeypatch
):
    theirs = rosa(
        sample_file, sample_file.with_name("r.poise"), scored("CM", "security", 20), retitled("*H*")
    )
    apply(sample_window, "Score", set_score, DESK, "CM", "security", 70)
    dialog = review(sample_window, qtbot, theirs)
    dialog.cards[0].choose(1)
    target = sample_file.with_name("report.md")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    dialog.report_wanted.emit("")  # the signal carries what the button's slot makes
    dialog._want_report()

    report = target.read_text(encoding="utf-8")
    assert report.startswith("# Merge of r.poise")
    assert "Decided: Theirs (Rosa" in report
    assert "\\*H\\*" in report
    dialog.reject()


def test_the_merge_can_be_asked_for_from_the_menu(
    sample_window, sample_file, rosa, qtbot, monkeypatch
):
    theirs = rosa(sample_file, sample_file.with_name("r.poise"), retitled("Hers"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(theirs), ""))

    sample_window.actions_by_id["merge"].trigger()

    qtbot.waitUntil(lambda: sample_window.commands.colleagues.dialog is not None)
    sample_window.commands.colleagues.dialog.reject()


def test_every_choice_can_be_told_by_a_screen_reader(sample_window, sample_file, rosa, qtbot):
    from PySide6.QtWidgets import QRadioButton

    theirs = rosa(sample_file, sample_file.with_name("r.poise"), scored("CM", "security", 20))
    apply(sample_window, "Score", set_score, DESK, "CM", "security", 70)
    dialog = review(sample_window, qtbot, theirs)

    radios = dialog.findChildren(QRadioButton)
    assert len(radios) == 4
    for radio in radios:
        assert "Conditional membership" in radio.accessibleName()
        assert radio.accessibleDescription()
    dialog.reject()


def test_nothing_is_merged_while_the_last_change_is_not_saved(
    sample_window, sample_file, rosa, qtbot, monkeypatch
):
    theirs = rosa(sample_file, sample_file.with_name("r.poise"), retitled("Hers"))
    apply(sample_window, "Title", change_decision, title="First")

    def full(*arguments, **more):
        raise StoreFailed("The disk is full. Free some space.")

    monkeypatch.setattr(sample_window.workspace._copy.store, "commit", full)
    apply(sample_window, "Title", change_decision, title="Second")

    sample_window.commands.colleagues.read(theirs)

    assert "not saved yet, so nothing else was done" in sample_window.notices.text
    assert sample_window.workspace.value.decision.title == "Second"
    monkeypatch.undo()
    sample_window.workspace._copy._try_again()


def test_what_changes_is_told_anew_with_each_choice(sample_window, sample_file, rosa, qtbot):
    theirs = rosa(
        sample_file, sample_file.with_name("rosas copy.poise"), scored("CM", "security", 20, 10, 30)
    )
    apply(sample_window, "Score", set_score, DESK, "CM", "security", 70, 60, 80)
    dialog = review(sample_window, qtbot, theirs)
    conflict = card(dialog, "Conditional")

    conflict.choose(0)
    assert dialog.changes.text().endswith("Nothing.")
    conflict.choose(1)
    assert "70 (60–80) → 20 (10–30)" in dialog.changes.text()
    dialog.reject()


def test_the_whole_merge_is_decided_by_keyboard(sample_window, sample_file, rosa, qtbot):
    theirs = rosa(
        sample_file,
        sample_file.with_name("r.poise"),
        scored("CM", "security", 20),
        scored("RE", "norm", 81),
        retitled("Hers"),
    )
    apply(sample_window, "Score", set_score, DESK, "CM", "security", 70)
    apply(sample_window, "Score", set_score, DESK, "RE", "norm", 9)
    apply(sample_window, "Title", change_decision, title="Mine")
    dialog = review(sample_window, qtbot, theirs)
    qtbot.waitUntil(dialog.isActiveWindow)
    cards = dialog.cards
    assert len(cards) == 3

    def focused():
        return QApplication.focusWidget()

    assert focused() is cards[0].chosen_button, "the ring stands on what is chosen"
    assert cards[0].choice == LATER
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Up)
    assert (cards[0].choice, focused()) == (0, cards[0].chosen_button)
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() is cards[1].chosen_button
    press(qtbot, Qt.Key.Key_Up)
    assert (cards[1].choice, focused()) == (BOTH, cards[1].chosen_button)
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() is cards[2].chosen_button
    assert not focused().visibleRegion().isEmpty(), "what has the keyboard is in sight"
    press(qtbot, Qt.Key.Key_Backtab)
    assert focused() is cards[1].chosen_button, "and Tab comes back to what is chosen now"
    for _stop in range(3):
        press(qtbot, Qt.Key.Key_Tab)
    assert focused() is not dialog.merge_button
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() is dialog.merge_button
    press(qtbot, Qt.Key.Key_Space)

    assert len(sample_window.workspace.versions.conflicts()) == 1


def test_the_pages_of_a_long_merge_are_turned_by_keyboard(sample_window, sample_file, rosa, qtbot):
    theirs = rosa(sample_file, sample_file.with_name("r.poise"), scored("CM", "security", 20))
    apply(sample_window, "Score", set_score, DESK, "CM", "security", 70)
    dialog = review(sample_window, qtbot, theirs)
    dialog.resize(900, 360)
    qtbot.waitUntil(dialog.isActiveWindow)
    bar = dialog._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)

    press(qtbot, Qt.Key.Key_PageDown)

    assert bar.value() > 0
    dialog.reject()


def test_a_choice_stands_above_its_words_where_the_type_is_large_for_the_room(
    sample_window, sample_file, rosa, qtbot
):
    theirs = rosa(sample_file, sample_file.with_name("r.poise"), scored("CM", "security", 20))
    apply(sample_window, "Score", set_score, DESK, "CM", "security", 70)
    dialog = review(sample_window, qtbot, theirs)
    conflict = dialog.cards[0]
    head, words, effect = conflict._rows[1]
    qtbot.waitUntil(lambda: words.x() > head.geometry().right())

    dialog.resize(560, 680)

    qtbot.waitUntil(lambda: words.y() > head.geometry().bottom() - 4)
    assert effect.y() == words.y()
    dialog.reject()

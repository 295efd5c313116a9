"""Opening, keeping and leaving files: nothing lost, nothing written unasked, always a sentence."""

from datetime import UTC, datetime

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from app.desktop.files.recent import recent_files
from app.desktop.files.state import Caution
from app.desktop.telling.messages import Answer
from app.edits.decision import change_decision
from app.edits.start import fresh_copy
from db import gate
from db.errors import StoreFailed
from db.merge import merge
from db.publish import publish
from db.store import Store
from tests.desktop.sample import read_sample


def give_title(window, title):
    assert window.workspace.apply("Title", change_decision, title=title)


def test_an_edit_reaches_the_officers_file_a_moment_later(sample_window, sample_file, qtbot):
    give_title(sample_window, "New title")

    qtbot.waitUntil(lambda: not sample_window.workspace.file_state.unpublished)
    assert gate.read(sample_file).assessment.decision.title == "New title"
    qtbot.waitUntil(lambda: "All changes are in" in sample_window.file_notices.label.text())


def test_closing_publishes_what_is_not_published_yet(sample_window, sample_file):
    sample_window.workspace.publish_after_ms = 60_000
    give_title(sample_window, "On closing")

    sample_window.close()

    assert gate.read(sample_file).assessment.decision.title == "On closing"


def test_opening_and_closing_changes_no_byte_of_a_file(sample_window, sample_file):
    before = sample_file.read_bytes()

    sample_window.close()

    assert sample_file.read_bytes() == before


def test_a_new_assessment_is_safe_before_it_has_a_file(open_window):
    first = open_window()
    first.actions_by_id["new"].trigger()
    give_title(first, "Without a file")
    first.close()

    second = open_window()
    second.look_for_unfinished()
    (left,) = second.workspace.leftovers.unfinished()
    assert left.title == "Without a file"
    assert second.commands.resume(left)
    assert second.workspace.value.decision.title == "Without a file"


def test_an_untouched_new_assessment_leaves_nothing_behind(open_window):
    first = open_window()
    first.actions_by_id["new"].trigger()
    first.close()

    assert open_window().workspace.leftovers.unfinished() == ()


def test_unfinished_work_is_deleted_only_after_asking(open_window, desk):
    first = open_window()
    first.actions_by_id["new"].trigger()
    give_title(first, "To be deleted")
    first.close()
    second = open_window()
    (left,) = second.workspace.leftovers.unfinished()

    desk.answers = [Answer.CANCEL, Answer.YES]
    second.start.unfinished_dropped.emit(left)
    assert second.workspace.leftovers.unfinished()
    second.start.unfinished_dropped.emit(left)

    assert second.workspace.leftovers.unfinished() == ()
    assert "To be deleted" in desk.asked[0]


def test_edits_that_never_reached_their_file_are_there_when_it_is_opened_again(
    open_window, sample_file
):
    first = open_window()
    first.commands.open(sample_file)
    first.workspace.publish_after_ms = 60_000
    give_title(first, "Not published")
    first.workspace._copy.store.close()  # as if the process had been killed
    first.workspace._copy.store = None

    second = open_window()
    assert second.commands.open(sample_file)

    assert second.workspace.value.decision.title == "Not published"
    assert "1 change that had not reached afghanistan.poise" in second.notices.text


def test_a_file_that_is_not_ours_is_refused_in_a_sentence(sample_window, home):
    foreign = home / "documents" / "letter.poise"
    foreign.write_bytes(b"%PDF-1.7 something else entirely" * 50)
    before = sample_window.workspace.value

    assert not sample_window.commands.open(foreign)

    assert "letter.poise" in sample_window.notices.text
    assert sample_window.workspace.value is before
    assert foreign.read_bytes().startswith(b"%PDF")


def test_a_file_that_is_gone_is_said_to_be_gone(window, home):
    assert not window.commands.open(home / "documents" / "gone.poise")

    assert "gone.poise" in window.notices.text
    assert not window.workspace.is_open


def test_a_recent_file_that_is_gone_leaves_the_list(window, sample_file):
    window.commands.open(sample_file)
    window.commands.close()
    sample_file.unlink()

    window.open_recent(sample_file)

    assert recent_files(window.settings) == ()
    assert "moved or renamed" in window.notices.text


def test_a_read_only_file_keeps_its_bytes_and_the_edit_is_kept_here(
    window, sample_file, monkeypatch
):
    before = sample_file.read_bytes()
    # The administrator may write whatever the mode says, so the answer is given here.
    monkeypatch.setattr("os.access", lambda *_: False)
    window.commands.open(sample_file)
    assert window.workspace.file_state.caution is Caution.READ_ONLY
    assert "cannot be written" in window.notices.text
    give_title(window, "Kept here only")
    window.close()

    assert sample_file.read_bytes() == before


def test_a_file_in_a_place_for_passing_files_is_not_written_unasked(window, home, qtbot):
    passed = home / "temporary" / "from-a-colleague.poise"
    publish(read_sample(), passed, None)
    before = passed.read_bytes()
    window.commands.open(passed)
    assert "temporary files" in window.notices.text
    give_title(window, "Mine")
    window.workspace.publish()
    assert passed.read_bytes() == before
    assert "left as it was" in window.file_notices.label.text()

    window.workspace.allow_publishing()

    qtbot.waitUntil(lambda: not window.workspace.file_state.unpublished)
    assert gate.read(passed).assessment.decision.title == "Mine"


def test_a_file_that_the_officer_chose_in_such_a_place_is_warned_about_once(
    open_window, home, qtbot
):
    chosen = home / "temporary" / "mine.poise"
    first = open_window()
    first.commands.open_example()
    assert first.commands.save_as(chosen)
    assert "may empty" in first.notices.text
    first.close()

    second = open_window()
    second.commands.open(chosen)
    assert not second.notices.text
    give_title(second, "Written without asking")

    qtbot.waitUntil(lambda: not second.workspace.file_state.unpublished)
    assert gate.read(chosen).assessment.decision.title == "Written without asking"
    assert second.commands.save_as(chosen)
    assert not second.notices.text


def test_a_file_that_was_allowed_once_is_written_at_the_next_opening(window, home):
    passed = home / "temporary" / "from-a-colleague.poise"
    publish(read_sample(), passed, None)
    window.commands.open(passed)
    window.workspace.allow_publishing()
    window.commands.close()

    window.commands.open(passed)

    assert not window.notices.text
    assert window.workspace.file_state.caution is Caution.NONE


def test_another_assessment_under_the_name_of_a_chosen_file_is_left_as_it_is(window, home):
    passed = home / "temporary" / "attachment.poise"
    publish(read_sample(), passed, None)
    window.commands.open(passed)
    window.workspace.allow_publishing()
    window.commands.close()
    passed.unlink()
    publish(fresh_copy(read_sample()), passed, None)

    window.commands.open(passed)

    assert window.workspace.file_state.caution is Caution.PASSING_PLACE


def test_writing_to_a_passing_file_can_still_be_allowed_after_a_merge(window, home, qtbot):
    passed = home / "temporary" / "from-a-colleague.poise"
    other = home / "other.poise"
    publish(read_sample(), passed, None)
    store = Store.create(home / "theirs", gate.read(passed).document)
    before = store.document().assessment
    after = change_decision(before, background="Seen by Rosa")
    store.commit("Background", before, after, author="Rosa", when=datetime(2026, 1, 2, tzinfo=UTC))
    publish(store.document(), other, None)
    store.discard()
    window.commands.open(passed)

    window.commands.colleagues.read(other)
    qtbot.waitUntil(lambda: window.commands.colleagues.dialog is not None)
    window.commands.colleagues.dialog.accept()

    assert "is merged" in window.notices.text
    window.show_step("history")
    window.page("history").show_tab("file")
    panel = window.page("history").tab("file")
    assert panel.allow.isVisible()
    window.notices._buttons[0].click()
    qtbot.waitUntil(lambda: not window.workspace.file_state.unpublished)
    assert gate.read(passed).assessment.decision.background == "Seen by Rosa"
    assert "All changes are in" in window.file_notices.label.text()
    assert not window.notices.text
    assert not panel.allow.isVisible()


def test_what_stands_in_the_notice_comes_back_after_a_passing_word(window, home):
    passed = home / "temporary" / "from-a-colleague.poise"
    publish(read_sample(), passed, None)
    window.commands.open(passed)
    standing = window.notices.text

    window.notices.show_message("A passing word.")
    assert window.notices.text == "A passing word."
    window.notices.dismiss()
    assert window.notices.text == standing

    window.notices._close()
    assert not window.notices.text


def test_a_colleagues_version_is_never_covered(sample_window, sample_file, qtbot):
    theirs = gate.read(sample_file)
    changed = change_decision(theirs.assessment, title="A colleague was faster")
    publish(changed, sample_file, theirs.stamp)

    give_title(sample_window, "I was slower")

    qtbot.waitUntil(lambda: bool(sample_window.workspace.file_state.trouble))
    assert gate.read(sample_file).assessment == changed
    assert sample_window.notices.text == sample_window.workspace.file_state.trouble
    other = sample_file.with_name("mine.poise")
    assert sample_window.commands.save_as(other)
    assert gate.read(other).assessment.decision.title == "I was slower"
    assert not sample_window.workspace.file_state.trouble


def test_a_copy_goes_elsewhere_and_work_goes_on_here(sample_window, sample_file):
    copy = sample_file.with_name("copy.poise")

    assert sample_window.commands.save_copy(copy)

    assert gate.read(copy).assessment == sample_window.workspace.value
    assert sample_window.workspace.path == sample_file


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_lost(sample_window, home):
    assert not sample_window.commands.save_as(home / "no such folder" / "x.poise")

    assert sample_window.notices.text
    assert sample_window.workspace.is_open


def test_an_edit_that_cannot_be_kept_is_told_and_kept_later(sample_window, monkeypatch):
    give_title(sample_window, "First")
    store = sample_window.workspace._copy.store
    commit = store.commit

    def full(*arguments, **more):
        raise StoreFailed("The disk is full. Free some space.")

    monkeypatch.setattr(store, "commit", full)
    give_title(sample_window, "Second")
    assert "NOT saved" in sample_window.file_notices.label.text()
    assert "disk is full" in sample_window.notices.text
    assert sample_window.workspace.value.decision.title == "Second"

    monkeypatch.setattr(store, "commit", commit)
    sample_window.workspace._copy._try_again()
    assert not sample_window.notices.text

    assert store.load().decision.title == "Second"
    assert not sample_window.workspace.file_state.unkept


def test_what_cannot_be_kept_here_can_be_kept_in_another_file(sample_window, monkeypatch, tmp_path):
    give_title(sample_window, "First")
    store = sample_window.workspace._copy.store
    commit = store.commit

    def full(*arguments, **more):
        raise StoreFailed("The disk is full. Free some space.")

    monkeypatch.setattr(store, "commit", full)
    give_title(sample_window, "Second")
    sample_window.workspace.save_as(tmp_path / "stick.poise")

    saved = gate.read(tmp_path / "stick.poise")
    assert saved.assessment.decision.title == "Second"
    assert [row.label for row in saved.document.revisions][-1] == (
        "Changes that could not be saved before"
    )
    assert sample_window.workspace.file_state.unkept  # it is a copy: the trouble is not over

    monkeypatch.setattr(store, "commit", commit)
    sample_window.workspace.save_copy(tmp_path / "later.poise")
    assert not sample_window.workspace.file_state.unkept
    assert store.load() == gate.read(tmp_path / "later.poise").assessment
    merged = merge(gate.read(tmp_path / "later.poise").document, saved.document)
    assert merged.conflicts == ()


def test_closing_asks_before_an_unsaved_edit_is_lost(sample_window, monkeypatch, desk):
    give_title(sample_window, "First")

    def full(*arguments, **more):
        raise StoreFailed("The disk is full. Free some space.")

    monkeypatch.setattr(sample_window.workspace._copy.store, "commit", full)
    give_title(sample_window, "Second")

    desk.answers = [Answer.CANCEL]
    sample_window.actions_by_id["close"].trigger()
    assert sample_window.workspace.is_open
    desk.answers = [Answer.YES]
    sample_window.actions_by_id["close"].trigger()
    assert not sample_window.workspace.is_open


def test_a_dropped_file_is_opened_when_the_drop_has_ended(window, sample_file, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sample_file))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    window.dropEvent(event)

    assert not window.workspace.is_open
    qtbot.waitUntil(lambda: window.workspace.path == sample_file)


def test_undo_and_redo_reach_the_working_copy(sample_window):
    give_title(sample_window, "Changed")
    sample_window.workspace.undo_stack.undo()
    sample_window.workspace.undo_stack.redo()
    sample_window.workspace.undo_stack.undo()

    store = sample_window.workspace._copy.store
    assert store.load() == sample_window.workspace.value
    assert store.load().decision.title == read_sample().decision.title


def test_saving_writes_the_file_at_once(sample_window, sample_file, qtbot):
    sample_window.workspace.publish_after_ms = 60_000
    give_title(sample_window, "At once")

    sample_window.actions_by_id["save"].trigger()

    qtbot.waitUntil(lambda: not sample_window.workspace.file_state.unpublished)
    assert gate.read(sample_file).assessment.decision.title == "At once"


def test_saving_without_a_file_asks_for_one(window, monkeypatch):
    asked = []
    monkeypatch.setattr(window.commands, "ask_save_as", lambda: asked.append("file"))
    window.actions_by_id["new"].trigger()

    window.actions_by_id["save"].trigger()

    assert asked == ["file"]


def test_edits_that_a_file_was_not_given_are_there_when_it_is_opened_again(open_window, home):
    passed = home / "temporary" / "passed.poise"
    publish(read_sample(), passed, None)
    first = open_window()
    first.commands.open(passed)
    give_title(first, "Kept here")
    first.close()

    second = open_window()
    second.commands.open(passed)

    assert second.workspace.value.decision.title == "Kept here"
    assert gate.read(passed).assessment == read_sample()


def test_a_file_of_a_newer_version_is_refused_kindly(window, sample_file):
    image = bytearray(sample_file.read_bytes())
    image[60:64] = (9_999).to_bytes(4, "big")  # SQLite's user_version
    sample_file.write_bytes(image)

    assert not window.commands.open(sample_file)

    assert "newer" in window.notices.text
    assert sample_file.read_bytes() == bytes(image)


def test_an_empty_file_is_refused_in_a_sentence(window, sample_file):
    sample_file.write_bytes(b"")

    assert not window.commands.open(sample_file)

    assert "afghanistan.poise" in window.notices.text
    assert window.notices.text.endswith(".")


def test_a_trouble_leaves_when_another_file_is_opened(window, sample_file, home):
    window.commands.open(home / "gone.poise")
    assert window.notices.text

    window.commands.open(sample_file)

    assert not window.notices.text


def test_the_line_about_the_file_never_widens_the_window_and_says_all_in_its_tip(window, home):
    name = "a very long name of a file " * 8
    window.commands.open_example()
    least = window.minimumSizeHint().width()
    assert window.commands.save_as(home / f"{name}.poise")

    label = window.file_notices.label

    assert window.minimumSizeHint().width() == least
    assert label.text().startswith("All changes are in a very long name")
    assert label.shown.endswith("…")
    assert label.text() in label.toolTip()
    assert label.accessibleName() == label.text()
    window.commands.close()
    assert label.accessibleName() == ""


def test_the_panel_about_the_file_follows_while_another_tab_is_in_sight(window, home):
    window.commands.open_example()
    window.show_step("history")
    page = window.page("history")
    page.show_tab("file")
    panel = page.tab("file")
    assert panel.fact("Where it is") == "not in a file yet"
    page.show_tab("changes")

    assert window.commands.save_as(home / "kept.poise")
    page.show_tab("file")

    assert panel.fact("Where it is").endswith("kept.poise")
    assert panel.fact("State") == window.file_notices.label.text()


def test_what_is_asked_for_while_the_file_is_written_is_written_after_it(sample_window, qtbot):
    workspace = sample_window.workspace
    for title in ("First", "Second", "Third"):
        assert workspace.apply("Title", change_decision, title=title)
        workspace.publish()  # the first goes on while the others are asked for

    qtbot.waitUntil(lambda: not workspace.file_state.unpublished)

    assert workspace.file_state.trouble == ""
    assert gate.read(workspace.path).assessment.decision.title == "Third"

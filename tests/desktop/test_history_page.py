"""The history page: what was changed and by whom, the way back, and the state of the file."""

from datetime import UTC, datetime

import pytest

from app.desktop.merging.cases import LATER
from app.desktop.pages.past_changes import SINCE
from app.edits.decision import change_decision
from app.edits.options import rename_option
from app.edits.perspectives import add_perspective
from app.edits.scores import Entry, set_score, set_scores
from db import gate
from db.digest import content_digest
from db.model import PerspectiveKind
from db.publish import publish
from db.store import Store
from tests.desktop.sample import read_sample

DESK = "policy-desk"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def page(sample_window):
    """The history page of the worked example after two edits."""
    workspace = sample_window.workspace
    workspace.author = "Anna"
    assert workspace.apply("Score of security", set_score, DESK, "CM", "security", 20)
    assert workspace.apply("Name of an option", rename_option, "HP", "Protection first")
    sample_window.show_step("history")
    return sample_window.page("history")


def choose(page, number):
    changes = page.tab("changes")
    at = [row.key for row in changes.table.rows].index(number)
    changes.table.setCurrentIndex(changes.table.model().index(at, 0))
    return changes


def cells(page):
    return [row.cells for row in page.tab("changes").table.rows]


def test_the_latest_change_comes_first_and_is_told(page):
    rows = cells(page)

    assert [row[2] for row in rows] == ["Name of an option", "Score of security", "As it began"]
    assert [row[1] for row in rows] == ["Anna", "Anna", ""]
    assert "renamed “Protection first”" in page.tab("changes").changes.text()
    assert page.tab("changes").effect.text() == "The ranking does not change."


def test_an_earlier_change_is_told_with_its_effect_on_the_ranking(page):
    changes = choose(page, 1)

    assert "54 (44–64) → 20" in changes.changes.text()
    assert "lead" in changes.effect.text() or "first place" in changes.effect.text()


def test_a_state_is_compared_with_the_present_one(page):
    changes = choose(page, 1)
    changes.compare.show_choice(SINCE)
    changes.compare.chosen.emit(SINCE)

    assert "renamed" in changes.changes.text()
    assert "20" not in changes.changes.text()


def test_going_back_is_one_step_that_can_be_undone(page, sample_window):
    now = sample_window.workspace.value
    changes = choose(page, 0)
    assert changes.heading.text() == "As it began"

    changes.back.click()

    assert sample_window.workspace.value == read_sample()
    assert cells(page)[0][2].startswith("Go back to")
    assert changes.table.currentIndex().row() == 0, "the new entry is the chosen one"
    assert not changes.back.isEnabled()
    assert "is back" in sample_window.notices.text
    sample_window.actions_by_id["undo"].trigger()
    assert sample_window.workspace.value == now


def test_one_cannot_go_back_to_where_one_is(page):
    assert not page.tab("changes").back.isEnabled()
    assert choose(page, 1).back.isEnabled()


def test_going_back_keeps_the_marking(page, sample_window):
    sample_window.workspace.apply("Marking", change_decision, marking="TLP:RED")

    choose(page, 1).back.click()

    assert sample_window.workspace.value.decision.marking == "TLP:RED"


def test_the_page_follows_an_edit_while_it_is_shown(page, sample_window):
    sample_window.workspace.apply("Another title", change_decision, title="T")

    assert cells(page)[0][2] == "Another title"
    assert "title" in page.tab("changes").changes.text()


def test_an_undo_stands_in_the_history_too(page, sample_window):
    sample_window.actions_by_id["undo"].trigger()

    assert len(cells(page)) == 4
    assert "taken back" in cells(page)[0][2]


def test_the_history_is_there_when_the_file_is_opened_again(
    page, sample_window, sample_file, open_window
):
    sample_window.close()
    second = open_window()
    second.commands.open(sample_file)
    second.show_step("history")

    assert cells(second.page("history"))[0][2] == "Name of an option"


def test_the_file_panel_tells_where_and_what_the_file_is(page, sample_window, sample_file, qtbot):
    page.show_tab("file")
    panel = page.tab("file")
    qtbot.waitUntil(lambda: "All changes are in" in panel.fact("State"))

    assert panel.fact("Where it is") == str(sample_file)
    assert panel.fact("Changes").startswith("2, the last ")
    assert panel.fact("Made by") == "Anna"
    assert panel.fact("Conflicts") == "0 open conflicts"
    fingerprint = content_digest(gate.read(sample_file).document)
    qtbot.waitUntil(lambda: panel.fact("Fingerprint") == fingerprint)
    assert panel.fact("Format") == "1.00"


def test_the_file_panel_tells_the_format_that_the_file_has(page, sample_window, qtbot):
    page.show_tab("file")
    panel = page.tab("file")
    qtbot.waitUntil(lambda: "All changes are in" in panel.fact("State"))
    sample_window.workspace._publication.format = 203

    panel.show_value(sample_window.workspace.value)

    assert panel.fact("Format") == "2.03"


def test_an_earlier_version_is_restored_as_a_step(page, sample_window, qtbot):
    workspace = sample_window.workspace
    page.show_tab("file")
    panel = page.tab("file")
    qtbot.waitUntil(lambda: bool(panel.kept.rows))
    now = workspace.value

    panel.restore.click()

    assert workspace.value == read_sample()
    workspace.undo_stack.undo()
    assert workspace.value == now


def test_nothing_kept_is_said_so(sample_window):
    sample_window.show_step("history")
    sample_window.page("history").show_tab("file")
    panel = sample_window.page("history").tab("file")

    assert not panel.restore.isVisible()
    assert "kept each time" in panel._none.text()


# --- open conflicts


@pytest.fixture
def conflict(sample_window, sample_file, tmp_path, qtbot):
    """A window in which a merge has left one conflict open."""
    reading = gate.read(sample_file)
    store = Store.create(tmp_path / "rosa", reading.document)
    before = store.document().assessment
    after = set_score(before, DESK, "CM", "security", 20)
    store.commit("Score", before, after, author="Rosa", when=NOON)
    theirs = sample_file.with_name("rosa.poise")
    publish(store.document(), theirs, None)
    store.discard()
    sample_window.workspace.apply("Score", set_score, DESK, "CM", "security", 70)
    colleagues = sample_window.commands.colleagues
    colleagues.read(theirs)
    qtbot.waitUntil(lambda: colleagues.dialog is not None)
    colleagues.dialog.accept()
    return sample_window


def test_the_notice_leads_to_what_is_open(conflict):
    conflict.notices._buttons[0].click()

    assert conflict.document.step == "history"
    assert conflict.page("history").shown_tab == "conflicts"
    (card,) = conflict.page("history").tab("conflicts").cards
    assert "Conditional membership" in card.case.contest.title


def test_an_open_conflict_is_decided_later_as_one_step(conflict):
    conflict.commands.colleagues._show_open()
    tab = conflict.page("history").tab("conflicts")
    assert not tab.decide_button.isEnabled(), "nothing is chosen yet"
    assert tab.cards[0].choice == LATER

    tab.cards[0].choose(1)
    tab.decide_button.click()

    assert conflict.workspace.value.score_by_key[DESK, "CM", "security"].likely == 20
    assert conflict.workspace.versions.conflicts() == ()
    assert tab.cards == []
    assert "Nothing waits" in tab._lead.text()
    conflict.actions_by_id["undo"].trigger()
    assert conflict.workspace.value.score_by_key[DESK, "CM", "security"].likely == 54


def test_deciding_for_what_was_before_closes_the_conflict(conflict):
    from app.desktop.merging.cases import BOTH

    conflict.commands.colleagues._show_open()
    tab = conflict.page("history").tab("conflicts")

    tab.cards[0].choose(BOTH)
    tab.decide_button.click()

    assert conflict.workspace.versions.conflicts() == ()
    assert tab.cards == []


def test_scoring_the_cell_anew_decides_it_too(conflict):
    conflict.workspace.apply("Score", set_score, DESK, "CM", "security", 45)

    assert conflict.workspace.versions.conflicts() == ()
    assert "open conflict" not in conflict.file_notices.label.text()


def test_what_came_with_a_merge_is_shown_under_it(conflict):
    conflict.show_step("history")
    page = conflict.page("history")

    assert any(row[2].startswith("↳ ") and row[1] == "Rosa" for row in cells(page))
    number = next(r.key for r in page.tab("changes").table.rows if r.cells[1] == "Rosa")
    changes = choose(page, number)
    assert not changes.back.isEnabled()
    assert "came with a merge" in changes.effect.text()


# --- between assessors


def test_one_assessor_has_nobody_to_differ_from(sample_window):
    sample_window.show_step("history")
    page = sample_window.page("history")
    page.show_tab("assessors")

    assert "one assessor only" in page.tab("assessors").lead.text()


def test_differences_that_decide_stand_apart_from_those_that_do_not(sample_window):
    def rosa_judges(value):
        value = add_perspective(value, "rosa", "Rosa", PerspectiveKind.ASSESSOR)
        entries = [
            Entry(
                option=row.option,
                criterion=row.criterion,
                likely=row.likely,
                low=row.low,
                high=row.high,
            )
            for row in value.scores
            if row.assessor == DESK
        ]
        value = set_scores(value, "rosa", entries)
        value = set_score(value, "rosa", "CM", "norm", 0)
        return set_score(value, "rosa", "RE", "security", 60)

    sample_window.workspace.apply("Second assessor", rosa_judges)
    sample_window.show_step("history")
    page = sample_window.page("history")
    page.show_tab("assessors")
    view = page.tab("assessors")

    assert "Norm change in the regime of Conditional membership" in view.deciding.text()
    assert "Security and counter-terrorism of Regional engagement" in view.idle.text()
    assert "Rosa" in view.lead.text()


def test_a_state_is_named_and_found_among_the_named_ones(page, desk):
    changes = choose(page, 1)
    desk.lines = ["  as sent to\tthe minister "]

    changes.name.click()

    assert cells(page)[1][2] == "as sent to the minister – Score of security"
    changes.named_only.setChecked(True)
    assert [row.key for row in changes.table.rows] == [1, 0]
    changes.named_only.setChecked(False)


def test_a_name_reaches_the_file_and_can_be_taken_away(page, desk, sample_file, qtbot):
    changes = choose(page, 1)
    desk.lines = ["Draft", ""]
    changes.name.click()

    def names():
        return [row.name for row in gate.read(sample_file).document.revisions]

    qtbot.waitUntil(lambda: names() == ["Draft", ""], timeout=10_000)
    changes.name.click()
    qtbot.waitUntil(lambda: names() == ["", ""], timeout=10_000)


def test_two_states_are_held_beside_each_other(page, desk):
    desk.lines = ["Draft"]
    choose(page, 1).name.click()
    changes = choose(page, 2)

    changes.compare.show_choice(1)
    changes.compare.chosen.emit(1)

    assert "renamed" in changes.changes.text()
    assert "20" not in changes.changes.text()
    assert changes.effect.text() == "The ranking does not change."


def test_the_beginning_has_no_name_to_give(page):
    assert not choose(page, 0).name.isEnabled()

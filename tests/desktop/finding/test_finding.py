"""Anything is found by a few letters and gone to, with the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from app.desktop.finding.places import named_places
from app.desktop.finding.texts import every_text, excerpt, find_texts
from app.desktop.steps import STEPS
from app.edits.decision import change_decision
from tests.desktop.sample import read_sample

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def seek(qtbot, sample_window):
    """Press keys in the window and return the finder that opens."""

    def press(key):
        sample_window.activateWindow()
        qtbot.waitUntil(sample_window.isActiveWindow)
        qtbot.keyClick(QApplication.focusWidget() or sample_window, key, CONTROL)
        qtbot.waitUntil(lambda: sample_window.commands.seeking.finder is not None)
        return sample_window.commands.seeking.finder

    return press


def type_and_choose(qtbot, finder, text):
    qtbot.keyClicks(finder.field, text)
    qtbot.keyClick(finder.field, Key.Key_Return)


def test_an_option_is_gone_to_by_a_few_letters(qtbot, sample_window, seek):
    option = sample_window.workspace.value.options[-1]

    type_and_choose(qtbot, seek(Key.Key_K), option.name)

    qtbot.waitUntil(lambda: sample_window.page("options").chosen == option.id)
    assert sample_window.document.step == "options"


def test_a_criterion_is_gone_to(qtbot, sample_window, seek):
    leaf = sample_window.workspace.value.criteria[-1]

    type_and_choose(qtbot, seek(Key.Key_K), leaf.name)

    qtbot.waitUntil(lambda: sample_window.page("criteria").tree.current_key() == leaf.id)
    assert sample_window.document.step == "criteria"


def test_an_action_is_carried_out(qtbot, sample_window, seek):
    type_and_choose(qtbot, seek(Key.Key_K), "dark colours")

    qtbot.waitUntil(lambda: sample_window.appearance.choice == "dark")


def test_what_a_page_alone_can_do_is_found_while_it_is_shown(qtbot, sample_window, seek):
    leaf = sample_window.workspace.value.criteria[-1]
    sample_window.show_step("criteria")
    sample_window.page("criteria").go_to(leaf.id)

    type_and_choose(qtbot, seek(Key.Key_K), "criterion out of its branch")

    qtbot.waitUntil(sample_window.workspace.undo_stack.canUndo)
    assert sample_window.workspace.value.criterion_by_id[leaf.id].parent is None
    sample_window.show_step("options")
    finder = seek(Key.Key_K)
    qtbot.keyClicks(finder.field, "criterion out of its branch")
    assert not any("branch" in hit.title for hit in finder.hits)
    finder.reject()


def test_a_click_ends_before_what_it_chose_is_done(qtbot, sample_window, seek):
    finder = seek(Key.Key_K)
    qtbot.keyClicks(finder.field, "dark colours")
    alive = []
    action = finder.hits[0].key
    action.triggered.connect(lambda: alive.append(isValid(finder) and finder.list.isVisible()))
    row = finder.list.visualRect(finder.list.currentIndex()).center()
    released = []
    finder.list.clicked.connect(lambda: released.append(len(alive)))

    qtbot.mouseClick(finder.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    inside_the_click = list(alive)
    qtbot.waitUntil(lambda: bool(alive))

    assert released == [0]
    assert inside_the_click == []
    assert alive == [False]


def test_the_arrows_choose_among_what_fits(qtbot, sample_window, seek):
    finder = seek(Key.Key_K)
    qtbot.keyClicks(finder.field, "e")
    second = finder.hits[1]

    qtbot.keyClick(finder.field, Key.Key_Down)

    assert finder.list.currentIndex().row() == 1
    assert second.title in finder.field.accessibleDescription()


def test_escape_closes_and_goes_nowhere(qtbot, sample_window, seek):
    before = sample_window.document.step
    finder = seek(Key.Key_K)
    qtbot.keyClicks(finder.field, "brief")

    qtbot.keyClick(finder.field, Key.Key_Escape)

    assert sample_window.commands.seeking.finder is None
    assert sample_window.document.step == before


def test_the_keys_work_while_a_text_is_being_typed(qtbot, sample_window, seek):
    sample_window.show_step("decision")
    sample_window.page("decision").begin_typing()
    qtbot.keyClicks(QApplication.focusWidget(), "Another")

    seek(Key.Key_K).reject()

    assert sample_window.workspace.value.decision.title == "Another"


def test_words_of_a_rationale_lead_to_its_score(qtbot, sample_window, seek):
    score = next(row for row in sample_window.workspace.value.scores if row.rationale)
    finder = seek(Key.Key_F)

    type_and_choose(qtbot, finder, score.rationale[:40])

    qtbot.waitUntil(lambda: sample_window.document.step == "scores")
    page = sample_window.page("scores")
    at = page.table.currentIndex()
    assert page.model.grid.options[at.row()].id == score.option
    assert page.model.grid.leaves[at.column()].id == score.criterion


def selected_words(field):
    if isinstance(field, QLineEdit):
        return field.selectedText()
    return field.textCursor().selectedText() if isinstance(field, QPlainTextEdit) else ""


def test_the_words_of_a_rationale_are_selected_in_its_field(qtbot, sample_window, seek):
    score = next(row for row in sample_window.workspace.value.scores if row.rationale)
    words = " ".join(score.rationale.split()[2:5])
    finder = seek(Key.Key_F)
    qtbot.keyClicks(finder.field, words.upper())
    hit = next(hit for hit in finder.hits if hit.key.words == score.rationale)
    finder.list.setCurrentIndex(finder.model.index(finder.hits.index(hit)))

    qtbot.keyClick(finder.field, Key.Key_Return)

    qtbot.waitUntil(lambda: selected_words(sample_window.focusWidget()) == words)
    field = sample_window.document.side.inspector.score.rationale
    assert sample_window.focusWidget() is field
    assert field.toPlainText() == score.rationale


def test_the_pane_beside_opens_for_words_that_stand_there(qtbot, sample_window, seek):
    score = next(row for row in sample_window.workspace.value.scores if row.rationale)
    words = score.rationale[:40].rsplit(" ", 1)[0]
    sample_window.document.toggle_side()

    type_and_choose(qtbot, seek(Key.Key_F), words)

    qtbot.waitUntil(lambda: selected_words(sample_window.focusWidget()) == words)
    assert sample_window.document.split.sizes()[1] > 0


@pytest.mark.parametrize(
    ("table", "field", "step"),
    [
        ("sources", "note", "evidence"),
        ("extracts", "claim", "evidence"),
        ("levels", "words", "criteria"),
        ("options", "description", "options"),
        ("dissents", "text", "challenge"),
        ("precedents", "outcome", "conditions"),
        ("signposts", "reopen_if", "scenarios"),
    ],
)
def test_the_words_of_any_register_are_selected_where_they_stand(
    qtbot, sample_window, seek, table, field, step
):
    texts = [getattr(row, field) for row in getattr(sample_window.workspace.value, table)]
    words = next(text for text in reversed(texts) if len(text) > 30)[:30].rsplit(" ", 1)[0]

    type_and_choose(qtbot, seek(Key.Key_F), words)

    qtbot.waitUntil(lambda: selected_words(sample_window.focusWidget()) == words)
    assert sample_window.document.step == step
    assert sample_window.workspace.undo_stack.count() == 0


def test_texts_come_step_by_step():
    order = [step.id for step in STEPS]
    steps = [order.index(text.place.step) for text in every_text(read_sample())]

    assert steps == sorted(steps)


def test_what_came_of_the_decision_is_found_under_its_tab(qtbot, sample_window, seek):
    sample_window.workspace.apply("Why", change_decision, taken_because="It asked least of others.")

    type_and_choose(qtbot, seek(Key.Key_F), "asked least")

    qtbot.waitUntil(lambda: selected_words(sample_window.focusWidget()) == "asked least")
    assert sample_window.page("challenge").shown_tab == "outcome"


def test_dissents_precedents_and_steps_have_names_to_go_to():
    kinds = {place.kind for place in named_places(read_sample())}

    assert {"dissent", "precedent", "step of an option"} <= kinds


def test_a_code_of_the_file_is_no_text():
    assert all(text.field != "language" for text in every_text(read_sample()))


def test_words_are_found_again_where_the_search_was_left(qtbot, sample_window, seek):
    type_and_choose(qtbot, seek(Key.Key_F), "monitor")

    assert seek(Key.Key_F).field.text() == "monitor"


def test_nothing_found_is_said(qtbot, sample_window, seek):
    finder = seek(Key.Key_F)

    qtbot.keyClicks(finder.field, "no text says this")

    assert finder.hits == []
    assert "No text" in finder.verdict.text()


def test_only_actions_can_be_found_while_nothing_is_open(qtbot, window):
    window.actions_by_id["palette"].trigger()
    finder = window.commands.seeking.finder

    qtbot.keyClicks(finder.field, "new assessment")

    assert finder.hits[0].title == "New assessment"
    finder.reject()


def test_every_place_of_a_name_or_text_opens(sample_window):
    value = sample_window.workspace.value
    places = {text.place.step: set() for text in every_text(value)}
    for place in (*named_places(value), *(text.place for text in every_text(value))):
        places.setdefault(place.step, set()).add(place.target)
    for step, targets in places.items():
        for target in list(targets)[:8]:
            sample_window.show_step(step)
            if target is not None:
                sample_window.page(step).go_to(target)
        assert sample_window.document.step == step


def test_every_rationale_is_among_the_texts():
    assessment = read_sample()
    words = {text.words for text in every_text(assessment)}

    assert {row.rationale for row in assessment.scores if row.rationale} <= words
    assert assessment.decision.question in words


def test_texts_are_found_whatever_their_case():
    texts = every_text(read_sample())

    assert find_texts(texts, "AFGHANISTAN") == find_texts(texts, "afghanistan") != []


def test_the_deadline_is_found_by_that_word_on_the_page_of_the_decision(qtbot, sample_window, seek):
    type_and_choose(qtbot, seek(Key.Key_K), "deadline")

    deadline = sample_window.page("decision").deadline
    qtbot.waitUntil(lambda: sample_window.focusWidget() is deadline)
    qtbot.keyClicks(deadline, "15 January 2027")
    qtbot.keyClick(deadline, Key.Key_Return)
    assert sample_window.workspace.value.brief.decide_by.isoformat() == "2027-01-15"
    sample_window.show_step("brief")
    field = sample_window.page("brief").findChild(QLineEdit, "decide_by")
    assert field.text() == "15 January 2027", "one date, shown in two places"


def test_an_excerpt_begins_and_ends_with_whole_words():
    words = " ".join(f"word{number}" for number in range(40))
    shown = excerpt(words, "word20").removeprefix("… ").removesuffix(" …").split()

    assert "word20" in shown
    assert set(shown) < set(words.split())


def test_the_baseline_is_found_on_the_page_of_the_decision(qtbot, sample_window, seek):
    type_and_choose(qtbot, seek(Key.Key_K), "baseline")

    page = sample_window.page("decision")
    qtbot.waitUntil(lambda: sample_window.focusWidget() is page._baseline)


def test_resetting_the_keys_is_found_by_that_word(qtbot, sample_window, seek):
    finder = seek(Key.Key_K)
    qtbot.keyClicks(finder.field, "reset")

    assert "Keyboard shortcuts" in finder.hits[0].title
    finder.reject()

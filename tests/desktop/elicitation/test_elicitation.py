"""Weights are found by asking: in a dialog, with the keyboard, as one step of undo."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QWidget

from app.analysis.outcome import find_outcome
from app.desktop.elicitation.case import make_case
from app.desktop.elicitation.pair_row import judgement_words
from app.desktop.elicitation.ways import ways
from app.edits.weights import swings
from db.model import Elicitation
from tests.desktop.sample import read_sample

Key = Qt.Key
WAYS = [way.id for way in ways()]


@pytest.fixture
def ask(qtbot, sample_window):
    """Open one of the dialogs from the page on weights."""
    sample_window.show_step("weights")
    page = sample_window.page("weights")

    def open_dialog(way):
        page.asking.actions_by_id[way].trigger()
        page.asking.dialog.activateWindow()
        qtbot.waitUntil(page.asking.dialog.isActiveWindow)
        return page.asking.dialog

    yield open_dialog
    if page.asking.dialog is not None:
        page.asking.dialog.reject()


def weights_of(window):
    value = window.workspace.value
    return swings(value, value.decision.assessor)


def perspective_of(window):
    value = window.workspace.value
    return value.perspective_by_id[value.decision.assessor]


def answer_as(dialog, shares, most=60):
    """Answer the questions as somebody with these shares would."""
    dialog._job.wait()
    for _turn in range(most):
        if dialog.question is None:
            return
        asked = dialog.question
        yes = shares[asked.first] > asked.ratio * shares[asked.second]
        dialog.give("yes" if yes else "no")
        dialog._job.wait()


def choose(choice, key):
    """Choose as an officer would."""
    choice.show_choice(key)
    choice.activated.emit(choice.currentIndex())


def fill(dialog):
    """Answer so much that there are weights."""
    kind = dialog.kind
    if kind is Elicitation.SWING:
        next(iter(dialog.choices.values())).click()
        dialog.next_button.click()
    elif kind is Elicitation.PAIRWISE:
        for row in dialog.rows:
            row.set_ratio(2.0)
    elif kind is Elicitation.VERBAL:
        for number, choice in enumerate(dialog.alone):
            choose(choice, 1 + number % 6)
        dialog._job.wait()
    elif hasattr(dialog, "measure"):
        for (first, _other), field in dialog.fields.items():
            if first == dialog.measure.key:
                field.setText("40")
                field.commit()
    elif kind is Elicitation.TRADE_OFF:
        answer_as(dialog, dialog.case.shares, most=2)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_found_becomes_one_step_of_undo(sample_window, ask, way):
    before, steps = sample_window.workspace.value, sample_window.workspace.undo_stack.count()
    dialog = ask(way)
    fill(dialog)
    found, reason = dialog.answer(), perspective_of(sample_window).reason

    dialog.accept()

    assert sample_window.workspace.undo_stack.count() == steps + 1
    assert weights_of(sample_window) == pytest.approx(found.swings)
    assert perspective_of(sample_window).elicitation is found.kind
    assert perspective_of(sample_window).elicited_on is not None
    assert perspective_of(sample_window).reason.endswith(found.summary)
    assert (perspective_of(sample_window).reason == reason) is (way in {"swing", "ranks"})
    sample_window.workspace.undo_stack.undo()
    assert sample_window.workspace.value == before


@pytest.mark.parametrize("way", WAYS)
def test_enter_on_cancel_cancels_and_changes_nothing(qtbot, sample_window, ask, way):
    before = sample_window.workspace.value
    dialog = ask(way)
    fill(dialog)
    dialog.cancel_button.setFocus()

    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.cancel_button, Key.Key_Return)

    assert sample_window.workspace.value is before


@pytest.mark.parametrize("way", WAYS)
def test_the_ranking_beside_follows_the_answers(sample_window, ask, way):
    dialog = ask(way)
    fill(dialog)

    places = {place.option: place.total for place in dialog.ranking.places}

    dialog.accept()
    outcome = find_outcome(sample_window.workspace.value)
    assert places == pytest.approx({key: outcome.total(key) for key in places})


@pytest.mark.parametrize("way", WAYS)
def test_every_control_has_a_name_and_tab_comes_round_to_all_of_them(qtbot, ask, way):
    dialog = ask(way)
    if way == "questions":
        dialog._job.wait()
    wanted = {
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not isinstance(widget.parent(), QAbstractSpinBox)
    }
    unnamed = [w for w in wanted if not (w.accessibleName() or getattr(w, "text", str)())]
    assert not unnamed
    dialog.activateWindow()
    reached = set()
    for _press in range(3 * len(wanted) + 10):
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget() or dialog, Key.Key_Tab)
    radios = {w for w in wanted if w.inherits("QRadioButton")}  # the arrows go between these
    assert wanted - reached <= radios


def test_the_change_wanted_most_becomes_the_reference(ask):
    dialog = ask("swing")
    second = list(dialog.choices)[1]

    dialog.choices[second].click()
    dialog.next_button.click()

    assert dialog.rows[second].field.number() == 100.0
    assert dialog.answer().swings[second] == 100.0


def test_swings_can_be_given_by_keyboard_alone(qtbot, sample_window, ask):
    dialog = ask("swing")
    first = next(iter(dialog.choices))
    assert dialog.choices[first].hasFocus()
    qtbot.keyClick(dialog.choices[first], Key.Key_Space)
    qtbot.keyClick(dialog.choices[first], Key.Key_Return)
    others = list(dialog.rows)[1:]
    for number, key in enumerate(others):
        field = QApplication.focusWidget()
        assert field is dialog.rows[key].field
        qtbot.keyClicks(field, str(70 - number))
        qtbot.keyClick(field, Key.Key_Return)
    assert QApplication.focusWidget() is dialog.accept_button

    qtbot.keyClick(dialog.accept_button, Key.Key_Return)

    wanted = {first: 100.0} | {key: 70.0 - number for number, key in enumerate(others)}
    assert weights_of(sample_window) == pytest.approx(wanted)


def test_a_number_that_is_typed_and_not_left_counts(qtbot, sample_window, ask):
    dialog = ask("swing")
    next(iter(dialog.choices.values())).click()
    dialog.next_button.click()
    key, row = list(dialog.rows.items())[2]
    row.field.setFocus()
    row.field.selectAll()
    qtbot.keyClicks(row.field, "37")

    dialog.accept()

    assert weights_of(sample_window)[key] == pytest.approx(37.0)


def test_back_returns_to_the_first_question(ask):
    dialog = ask("swing")
    next(iter(dialog.choices.values())).click()
    dialog.next_button.click()

    dialog.back_button.click()

    assert dialog.next_button.isVisible()
    assert not dialog.accept_button.isEnabled()


def test_an_order_changes_with_alt_and_the_arrows(qtbot, ask):
    dialog = ask("ranks")
    first, second = dialog.order()[:2]
    dialog.list.setCurrentRow(0)
    dialog.list.setFocus()

    qtbot.keyClick(dialog.list, Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert dialog.order()[:2] == [second, first]
    assert dialog.answer().swings[second] == 100.0


def test_all_changes_to_be_ordered_are_seen_at_once(ask):
    listed = ask("ranks").list
    assert listed.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(("rule", "last"), [("sum", 12.5), ("equal", 100.0)])
def test_a_rule_makes_weights_of_places(ask, rule, last):
    dialog = ask("ranks")
    dialog.rule.show_choice(rule)
    dialog.rule.chosen.emit(rule)

    assert dialog.answer().swings[dialog.order()[-1]] == pytest.approx(last)


def test_comparisons_must_connect_all_criteria(ask):
    dialog = ask("pairwise")
    needed = len(dialog.case.leaves) - 1
    for row in dialog.rows[: needed - 1]:
        row.set_ratio(2.0)
    assert not dialog.accept_button.isEnabled()

    dialog.rows[needed - 1].set_ratio(2.0)

    assert dialog.accept_button.isEnabled()


def test_the_judgement_at_odds_is_named_and_mended(qtbot, ask):
    dialog = ask("pairwise")
    weights = [2.0 ** -(number / 4) for number in range(len(dialog.case.leaves))]
    numbers = {leaf.key: number for number, leaf in enumerate(dialog.case.leaves)}
    for row in dialog.rows:
        row.set_ratio(weights[numbers[row.first.key]] / weights[numbers[row.second.key]])
    odd = dialog.rows[-1]
    odd.set_ratio(1 / 9)
    before = dialog._found.consistency_ratio
    assert dialog.mend_button.isVisible()
    assert judgement_words(odd.first.name, odd.second.name, 1 / 9) in dialog._doubt_words.text()

    dialog.mend_button.click()

    right = weights[numbers[odd.first.key]] / weights[numbers[odd.second.key]]
    assert odd.ratio == pytest.approx(right, rel=1e-6)
    assert before > 0.1 > dialog._found.consistency_ratio
    assert not dialog.mend_button.isVisible()


def test_a_pair_is_judged_with_the_keyboard(qtbot, ask):
    row = ask("pairwise").rows[0]
    row.slider.setFocus()

    qtbot.keyClick(row.slider, Key.Key_Space)
    assert row.ratio == 1.0
    qtbot.keyClick(row.slider, Key.Key_Left)
    assert row.ratio == 2.0
    for _press in range(3):
        qtbot.keyClick(row.slider, Key.Key_Right)
    assert row.ratio == pytest.approx(1 / 3)
    assert "3 times as much" in row.slider.accessibleDescription()


def test_the_best_cannot_be_the_worst(ask):
    dialog = ask("best_worst")
    dialog.least.show_choice(dialog.most.key)
    dialog.least.chosen.emit(dialog.most.key)

    assert not dialog.accept_button.isEnabled()
    assert "two different" in dialog.state.text()


def test_questions_end_with_the_winner_beyond_doubt(sample_window, ask):
    dialog = ask("questions")

    answer_as(dialog, dialog.case.shares)

    assert dialog.winner is not None
    assert "Settled" in dialog.state.text()
    winner = dialog.case.options[dialog.winner].key
    dialog.accept()
    assert find_outcome(sample_window.workspace.value).ranked[0] == winner


def test_an_answer_can_be_taken_back(ask):
    dialog = ask("questions")
    answer_as(dialog, dialog.case.shares, most=2)
    first = dialog.told[1].before

    dialog.back_button.click()
    dialog._job.wait()

    assert dialog.admissible is first
    assert len(dialog.told) == 1


def test_a_dialog_may_be_closed_while_it_looks_for_a_question(qtbot, ask):
    dialog = ask("questions")
    assert dialog._job.busy
    job = dialog._job

    dialog.reject()

    with qtbot.waitSignal(job.destroyed, timeout=10_000):
        pass


def test_each_way_says_what_is_asked_and_about_how_often(sample_window):
    sample_window.show_step("weights")
    shown = [a.text() for a in sample_window.page("weights").asking.actions_by_id.values()]

    assert "recommended" in shown[0]
    assert not any("recommended" in text for text in shown[1:])
    assert all(": " in text.partition("\t")[0] for text in shown)
    assert [text.partition("\t")[2] for text in shown] == [
        "8 answers",
        "about 24 answers",
        "1 order",
        "7 to 28 answers",
        "15 answers",
        "7 to 13 answers",
        "8 to 15 answers",
    ]


def test_as_many_answers_are_asked_for_as_were_announced(ask):
    pairs = ask("pairwise")
    assert len(pairs.rows) == 28
    pairs.reject()
    best_worst = ask("best_worst")
    assert len(best_worst.stops()) == 15
    best_worst.reject()
    assert len(ask("tradeoff").fields) == 13


def test_nothing_can_be_asked_about_a_single_criterion(qtbot, window):
    window.commands.new()
    window.show_step("weights")

    actions = window.page("weights").asking.actions_by_id.values()

    assert not any(action.isEnabled() for action in actions)


@given(st.integers(0, 8))
@settings(max_examples=9, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_judgement_reads_the_same_from_both_sides(strength):
    ratio = 1.0 + strength

    assert judgement_words("A", "B", ratio).replace("A and B", "") == judgement_words(
        "B", "A", 1.0 / ratio
    ).replace("B and A", "")


def test_a_case_takes_the_weights_beside_the_largest():
    assessment = read_sample()
    case = make_case(assessment, assessment.decision.assessor)

    kept = swings(assessment, assessment.decision.assessor)
    assert kept["norm"] == 24.0
    assert {leaf.key: leaf.swing for leaf in case.leaves} == {
        leaf: pytest.approx(swing / 24.0 * 100.0) for leaf, swing in kept.items()
    }


def test_words_become_weights_in_their_order(ask):
    dialog = ask("verbal")
    fill(dialog)
    shares = dialog.shares()
    for one, left in enumerate(dialog.alone):
        for other, right in enumerate(dialog.alone):
            if left.key > right.key:
                assert shares[one] > shares[other]


def test_words_that_contradict_each_other_are_named_and_give_no_weights(ask):
    dialog = ask("verbal")
    for choice in dialog.alone:
        choose(choice, 2)
    dialog._job.wait()
    choose(dialog.alone[0], 6)
    dialog._job.wait()
    choose(dialog.between[0], (-1, 3))
    dialog._job.wait()
    assert dialog.shares() is None
    assert not dialog.accept_button.isEnabled()
    assert dialog._doubt.isVisible()
    assert dialog.case.leaves[0].name in dialog._doubt_words.text()
    choose(dialog.between[0], None)
    dialog._job.wait()
    assert dialog.shares() is not None
    assert not dialog._doubt.isVisible()


def test_a_trade_off_of_forty_gives_four_tenths_of_the_weight(ask):
    dialog = ask("tradeoff")
    fill(dialog)
    swings_found = dialog.answer().swings
    others = {key: swing for key, swing in swings_found.items() if key != dialog.measure.key}
    assert swings_found[dialog.measure.key] == pytest.approx(100)
    assert list(others.values()) == pytest.approx([40] * len(others))


def test_trade_offs_that_disagree_say_by_how_much(ask):
    dialog = ask("tradeoff")
    fill(dialog)
    assert dialog.status() == ""
    check = next(pair for pair in dialog.fields if pair[0] != dialog.measure.key)
    dialog.fields[check].setText("50")
    dialog.fields[check].commit()
    assert "do not quite agree" in dialog.status()
    assert dialog.accept_button.isEnabled()


def test_a_trade_off_of_nothing_is_refused(ask):
    dialog = ask("tradeoff")
    field = next(iter(dialog.fields.values()))
    field.setText("0")
    field.commit()
    assert "above 0" in dialog.state.text()
    assert dialog.shares() is None


def test_enter_goes_on_to_the_next_change_and_never_overtakes_the_first(qtbot, ask):
    dialog = ask("swing")
    fill(dialog)
    keys = list(dialog.rows)
    first, second, third = keys[:3]
    dialog.rows[second].take_typing()
    qtbot.keyClicks(dialog.rows[second].field, "70")
    qtbot.keyClick(dialog.rows[second].field, Key.Key_Return)
    assert dialog.rows[third].field.hasFocus()
    qtbot.keyClicks(dialog.rows[third].field, "705")
    qtbot.keyClick(dialog.rows[third].field, Key.Key_Return)
    assert dialog._swings[first] == 100
    assert dialog._swings[second] == 70
    assert dialog._swings[third] <= 100
    assert "go back" in dialog.rows[third].told
    assert dialog.rows[third].field.hasFocus()
    assert dialog.rows[third].field.selectedText() == dialog.rows[third].field.text()
    assert dialog.result() == 0


@pytest.fixture
def beside(ask):
    """The second page of the dialog about swings."""
    dialog = ask("swing")
    fill(dialog)
    return dialog


def test_next_is_the_main_button_until_a_change_is_chosen_and_weighed(ask):
    dialog = ask("swing")
    assert dialog.next_button.isDefault()
    assert dialog.next_button.property("role") == "primary"
    assert not dialog.accept_button.isVisible()
    right = dialog.mapFromGlobal(dialog.next_button.mapToGlobal(QPoint()))
    assert right.x() > dialog.cancel_button.x()
    assert right.y() > dialog.area.geometry().bottom() - 1

    fill(dialog)

    assert dialog.accept_button.isDefault()
    assert not dialog.next_button.isVisible()


def test_enter_without_a_choice_asks_for_one(qtbot, ask):
    dialog = ask("swing")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.next_button.isVisible()
    assert "Choose the change" in dialog.state.text()


def test_a_number_that_was_refused_is_not_used_with_the_others(qtbot, sample_window, beside):
    before = weights_of(sample_window)
    key = list(beside.rows)[2]
    beside.rows[key].take_typing()
    qtbot.keyClicks(beside.rows[key].field, "150")

    beside.accept_button.click()

    assert beside.isVisible()
    assert "go back" in beside.rows[key].told
    assert weights_of(sample_window) == before
    beside.accept_button.click()  # read, and the number before it taken as it is
    assert not beside.isVisible()


def test_enter_on_a_slider_goes_to_its_number(qtbot, beside):
    row = list(beside.rows.values())[1]
    row.slider.setFocus()
    qtbot.keyClick(row.slider, Key.Key_Return)
    assert row.field.hasFocus()


def test_one_row_alone_is_the_reference(beside):
    keys = list(beside.rows)
    beside._settle(keys[1], 100.0)
    assert [row.mark for row in beside.rows.values()].count("reference") == 1
    assert beside.rows[keys[0]].mark == "reference"


@pytest.mark.parametrize("way", ["swing", "ranks", "pairwise", "best_worst", "tradeoff", "verbal"])
def test_enter_leads_through_the_questions_and_never_ends_the_dialog_by_itself(qtbot, ask, way):
    dialog = ask(way)
    fill(dialog)
    stops = dialog.stops()
    stops[0].setFocus()
    for stop in stops:
        assert QApplication.focusWidget() is stop
        qtbot.keyClick(stop, Key.Key_Return)
    assert dialog.isVisible()
    assert QApplication.focusWidget() is dialog.accept_button
    assert dialog.accept_button.isDefault()


@pytest.mark.parametrize("way", WAYS)
def test_the_keyboard_begins_at_the_first_question_and_escape_leaves_at_once(qtbot, ask, way):
    dialog = ask(way)
    if way == "questions":
        dialog._job.wait()
        assert QApplication.focusWidget() is dialog.buttons["yes"]
    elif way == "swing":
        assert QApplication.focusWidget() is next(iter(dialog.choices.values()))
    else:
        assert QApplication.focusWidget() is dialog.stops()[0]
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)


@pytest.mark.parametrize("way", WAYS)
def test_escape_says_first_that_answers_would_be_lost(qtbot, ask, way):
    dialog = ask(way)
    fill(dialog)
    if way == "ranks":
        dialog.lower()
    elif way == "best_worst":
        next(iter(dialog.below_best.values())).stepUp()
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert dialog.isVisible()
    assert "lost" in dialog.state.text()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Key.Key_Escape)


def test_a_trade_off_that_is_no_number_is_named_and_kept_from_use(qtbot, sample_window, ask):
    before = sample_window.workspace.value
    dialog = ask("tradeoff")
    fill(dialog)
    field = next(iter(dialog.fields.values()))
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "half")
    qtbot.keyClick(field, Key.Key_Return)
    assert field.hasFocus()
    assert "not a number" in dialog.state.text()

    dialog.accept_button.click()

    assert dialog.isVisible()
    assert sample_window.workspace.value is before


def test_options_that_cross_a_red_line_are_flagged_beside_the_questions(ask):
    assert ask("ranks").ranking.flags["UR"] == "crosses a red line, for comparison only"


def test_a_dialog_that_shows_all_it_has_shows_no_scroll_bar(sample_window, ask):
    assert ask("swing").area.verticalScrollBar().isVisible()
    sample_window.page("weights").asking.dialog.reject()
    assert not ask("ranks").area.verticalScrollBar().isVisible()


def test_no_dialog_is_larger_than_its_window(sample_window, ask):
    dialog = ask("swing")
    assert dialog.width() < sample_window.width()
    assert dialog.height() < sample_window.height()

"""Weighing by questions that end when the first place is settled."""

from app.analysis.outcome import find_outcome
from tests.desktop.elicitation.asking import answer_as


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


def test_as_many_answers_are_asked_for_as_were_announced(ask):
    pairs = ask("pairwise")
    assert len(pairs.rows) == 28
    pairs.reject()
    best_worst = ask("best_worst")
    assert len(best_worst.stops()) == 15
    best_worst.reject()
    assert len(ask("tradeoff").fields) == 13

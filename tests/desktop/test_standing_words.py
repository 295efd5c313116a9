"""What stands under the ranking is read in whole lines, warnings first, however little room."""

import pytest
from PySide6.QtWidgets import QApplication

from app.desktop.preferences.settings import open_settings
from app.desktop.starting.assembly import speak
from app.desktop.widgets.places_view import FEWEST_ROWS
from app.desktop.widgets.whole_lines import WholeLinesLabel

CROSSING = "crosses a red line, for comparison only"


@pytest.fixture
def words(sample_window, qtbot):
    """The words under the ranking of the worked example, all of them said."""
    found = sample_window.document.ranking._words
    qtbot.waitUntil(lambda: bool(found.red_lines.text() and found.verdict.text()))
    return found


def open_inspector(window):
    window.show_step("weights")
    row = next(iter(window.page("weights").rows.values()))
    row.field.setFocus()
    assert window.document.side.inspector.isVisible()


def settle(qtbot, words):
    """Until the layout, which Qt works out when it is next idle, has come to rest."""
    QApplication.processEvents()
    qtbot.waitUntil(lambda: words.height() >= words.minimumSizeHint().height())


def whole(label):
    """Whether a label stands within its parent with lines that are not cut through."""
    lines = label.shown_lines()
    inside = not lines or label.parentWidget().rect().contains(label.geometry())
    return inside and label.height() == len(lines) * label.line_height


@pytest.mark.parametrize("larger", [1.0, 1.25])
def test_warnings_and_verdict_stand_in_whole_lines_under_a_trial_and_an_inspector(
    sample_window, words, qtbot, larger
):
    font = sample_window.font()
    font.setPointSizeF(font.pointSizeF() * larger)
    QApplication.setFont(font)
    try:
        sample_window.actions_by_id["begin_trial"].trigger()
        open_inspector(sample_window)
        settle(qtbot, words)

        said = " ".join(words.red_lines.shown_lines())
        assert CROSSING in said
        assert "…" not in said
        assert words.verdict.shown_lines()[0].startswith("Conditional membership leads")
        assert len(words.verdict.shown_lines()) >= 4
        assert all(whole(label) for label in words._labels)
        assert words.red_lines.y() < words.verdict.y()
    finally:
        font.setPointSizeF(font.pointSizeF() / larger)
        QApplication.setFont(font)


def test_where_names_do_not_fit_red_lines_name_places(sample_window, words, qtbot):
    sample_window.resize(1280, 1000)
    settle(qtbot, words)
    roomy = " ".join(words.red_lines.shown_lines())
    assert "Tightened pressure; Unconditional recognition" in roomy

    sample_window.resize(1280, 720)
    open_inspector(sample_window)
    settle(qtbot, words)

    assert f"{CROSSING}: places 6,\u00a07" in " ".join(words.red_lines.shown_lines())
    assert "Tightened pressure" in words.red_lines.text()  # what is read aloud
    assert "Tightened pressure" in words.red_lines.toolTip()


def test_no_place_of_the_ranking_is_cut_through(sample_window, words, qtbot):
    places = sample_window.document.ranking._list
    sample_window.actions_by_id["begin_trial"].trigger()
    open_inspector(sample_window)
    settle(qtbot, words)

    rows, beyond = divmod(places.viewport().height(), places.sizeHintForRow(0))

    assert rows >= FEWEST_ROWS
    assert beyond <= 4


def test_a_drag_that_words_the_verdict_anew_moves_no_place(sample_window, words, qtbot):
    open_inspector(sample_window)
    settle(qtbot, words)
    places = sample_window.document.ranking._list
    before = places.geometry()

    sample_window.document.ranking.show_verdict("Regional engagement leads.")
    QApplication.processEvents()

    assert places.geometry() == before


def test_a_label_shows_no_more_lines_than_it_is_high(qtbot):
    label = WholeLinesLabel()
    qtbot.addWidget(label)
    label.say("one two three four five six seven eight nine ten")
    label.show()
    line = label.line_height
    width = label.fontMetrics().horizontalAdvance("three four")
    assert label.lines_in(width) > 3

    label.resize(width, 3 * line - 1)

    assert len(label.shown_lines()) == 2
    assert label.shown_lines()[-1].endswith("…")
    assert "ten" in label.toolTip()
    label.say("aa bb\u00a0: cc")
    label.resize(label.fontMetrics().horizontalAdvance("aa bb"), 9 * line)
    assert not any(shown.startswith(":") for shown in label.shown_lines())
    label.say("one two three four five six seven eight nine ten")
    label.resize(width, 20 * line)
    assert " ".join(label.shown_lines()) == label.text()
    assert label.toolTip() == ""


@pytest.fixture
def speaking_window(open_window, qtbot):
    """A window of 1280 × 800 in a language, with the worked example; English again afterwards."""

    def make(code):
        open_settings(None).setValue("language", code)
        window = open_window()
        window.resize(1280, 800)
        window.commands.open_example()
        said = window.document.ranking._words
        qtbot.waitUntil(lambda: bool(said.red_lines.text() and said.verdict.text()))
        return window

    yield make
    speak(QApplication.instance(), "en")


def inspect_a_score(window):
    window.show_step("scores")
    value = window.workspace.value
    score = value.scores[0]
    window.document.side.inspect(("score", score.assessor, score.option, score.criterion))


def is_whole(words):
    verdict = words.verdict
    return len(verdict.shown_lines()) == verdict.lines_in(verdict.width()) and whole(verdict)


def places_seen(window):
    places = window.document.ranking._list
    return places.viewport().height() // places.sizeHintForRow(0)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("height", [800, 720])
def test_the_verdict_is_whole_over_an_inspector_and_under_a_trial(
    speaking_window, qtbot, language, height
):
    window = speaking_window(language)
    window.resize(1280, height)
    words = window.document.ranking._words

    inspect_a_score(window)
    qtbot.waitUntil(lambda: is_whole(words))
    assert places_seen(window) >= FEWEST_ROWS

    window.actions_by_id["begin_trial"].trigger()
    qtbot.waitUntil(lambda: is_whole(words))
    assert places_seen(window) >= FEWEST_ROWS
    assert window.document.side.inspector.height() > height // 5


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_longer_verdict_takes_the_inspectors_room_and_moves_no_place(
    speaking_window, qtbot, language
):
    window = speaking_window(language)
    inspect_a_score(window)
    ranking = window.document.ranking
    qtbot.waitUntil(lambda: is_whole(ranking._words))
    before, verdict = ranking._list.geometry(), ranking.verdict

    for said in (f"{verdict} {verdict[:90]}", verdict, f"{verdict} {verdict[:60]}"):
        ranking.show_verdict(said)
        QApplication.processEvents()

        assert is_whole(ranking._words)
        assert ranking._list.geometry() == before


def test_a_height_that_an_officer_chose_stays(sample_window, words, qtbot):
    open_inspector(sample_window)
    side = sample_window.document.side
    side._split.moveSplitter(side._split.height() * 3 // 4, 1)
    chosen = side._split.sizes()

    side.inspect(None)
    inspect_a_score(sample_window)

    assert side._split.sizes() == chosen

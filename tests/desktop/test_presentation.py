"""The presentation: what a meeting is shown, in which order, how large, and how it is turned."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo

from app.analysis.outcome import find_outcome
from app.desktop.presenting.meeting import MOST_OPTIONS, make_slides
from app.desktop.presenting.presentation import Presentation
from app.desktop.presenting.sight import MOST_ROWS, seen_from_afar
from app.desktop.presenting.slides import (
    MOST_OF_A_POINT,
    PARTS,
    Point,
    insert,
    shorten,
    word_slides,
)
from app.exchange.samples import read_sample
from tests.pictures.cases import crowded

Key = Qt.Key
SCREENS = [(1280, 720), (3840, 2160)]


@pytest.fixture(scope="module")
def example():
    return read_sample()


@pytest.fixture
def show(qtbot):
    """Show slides on a screen of a size."""

    def make(slides, size=SCREENS[0]):
        shown = Presentation(slides, "TLP:AMBER")
        qtbot.addWidget(shown)
        shown.setFixedSize(*size)
        shown.show()
        return shown

    return make


def present(window):
    window.actions_by_id["present"].trigger()
    return window.commands.guide.presentation


def parts_of(slides):
    return list(dict.fromkeys(slide.part for slide in slides))


def test_a_meeting_is_told_everything_in_the_order_it_asks(example):
    slides = make_slides(find_outcome(example))
    assert parts_of(slides) == list(PARTS)
    question = next(slide for slide in slides if slide.part == "question").words
    assert example.decision.question in question
    assert all(row.name in question for row in example.options)
    told = {part: " ".join(s.words for s in slides if s.part == part) for part in PARTS}
    assert all(line.name in told["lines"] for line in example.red_lines)
    assert "acceptable to all" in told["actors"]
    assert "scenarios" in told["futures"]
    assert "The strongest case against" in told["against"]
    assert "Next steps" in told["advice"]
    assert "†" not in " ".join(told.values())


def test_what_there_is_nothing_to_say_of_has_no_slide():
    slides = make_slides(find_outcome(crowded(2, 2)))  # nothing but options, criteria and scores
    assert parts_of(slides) == ["question", "lead", "advice"]


def test_many_options_are_counted_and_pictures_show_the_first_of_them():
    slides = make_slides(find_outcome(crowded(30, 12)))
    asked = [slide for slide in slides if slide.part == "question"]
    assert asked[-1].points[-1].text == f"… and {30 - MOST_OPTIONS} more."
    ranking = next(slide for slide in slides if slide.part == "lead")
    assert len(ranking.chart.bars) == MOST_ROWS
    assert ranking.points[-1].text == f"{MOST_ROWS} of 30 are shown."


def test_of_many_lines_those_that_lead_somewhere_are_drawn():
    slides = make_slides(find_outcome(crowded(30, 12)))
    lines = next(slide.chart for slide in slides if slide.part == "changes").lines
    assert any(line.leading for line in lines)
    assert len(lines) == MOST_ROWS
    assert seen_from_afar(replace(next(s.chart for s in slides if s.part == "changes")))[1] == ""


def test_long_texts_end_with_a_sentence_and_dots():
    short = shorten(Point("All is well. " * 100))
    assert len(short.text) <= MOST_OF_A_POINT
    assert short.text.endswith("well. …")
    assert shorten(Point("word " * 500)).text.endswith("word …")
    assert shorten(Point("As it is.")).text == "As it is."


def test_points_that_are_too_many_go_on_to_another_slide():
    slides = word_slides("against", "Doubts", [Point("x" * 500)] * 3)
    assert [slide.heading for slide in slides] == [f"Doubts ({n} of 3)" for n in (1, 2, 3)]
    assert word_slides("against", "Doubts", [Point("")]) == ()


def test_slides_that_come_later_stand_in_their_place_and_what_is_on_show_stays(show, example):
    slides = make_slides(find_outcome(example))
    shown = show(slides)
    shown.number = len(slides) - 1
    later = word_slides("changes", "Later", [Point("It could.")])
    shown.add(later)
    at = shown.slides.index(later[0])
    assert shown.slides[at - 1].part == "changes"
    assert shown.slides[at + 1].part == "lines"
    assert shown.slides[shown.number] is slides[-1]
    assert insert((), later) == later


@pytest.mark.parametrize("size", SCREENS)
def test_a_heading_is_larger_than_all_else_and_everything_has_room(show, qtbot, example, size):
    shown = show(make_slides(find_outcome(example)), size)
    for number, slide in enumerate(shown.slides):
        shown._turn_to(number)
        heading = QFontInfo(shown.heading.font()).pixelSize()
        assert heading >= size[1] / 20
        assert heading > shown.sentence.pixels >= size[1] / 52
        qtbot.waitUntil(lambda: shown.sentence.geometry().bottom() < shown.place.y())
        if slide.chart is not None:
            room = shown.area.viewport()
            qtbot.waitUntil(lambda room=room: shown.chart.height() <= room.height(), timeout=2000)
            assert shown.chart.width() <= room.width()
        assert shown.area.isVisible() == (slide.chart is not None)
        assert shown.marking.isVisible()


def test_arrows_and_digits_turn_and_escape_ends(qtbot, sample_window):
    before = sample_window.workspace.value
    shown = present(sample_window)
    first = shown.heading.text()

    qtbot.keyClick(shown, Key.Key_Right)
    assert shown.heading.text() == "Who leads"
    assert "leads" in shown.sentence.text()
    qtbot.keyClick(shown, Key.Key_PageUp)
    assert shown.heading.text() == first
    qtbot.keyClicks(shown, "3")
    assert shown.number == 2
    qtbot.keyClick(shown, Key.Key_End)
    assert shown.number == len(shown.slides) - 1
    qtbot.keyClick(shown, Key.Key_Escape)

    assert sample_window.commands.guide.presentation is None
    assert sample_window.workspace.value is before


def test_two_digits_in_quick_succession_are_one_number(qtbot, show):
    shown = show(tuple(word_slides("against", "Doubts", [Point("x" * 600)] * 14)))
    qtbot.keyClicks(shown, "12")
    assert shown.number == 11
    qtbot.keyClicks(shown, "9")  # 129 is no slide
    assert shown.number == 8
    qtbot.keyClicks(shown, "0")
    assert shown.number == 8


def test_a_presentation_goes_on_to_how_firm_the_first_place_is(qtbot, sample_window):
    shown = present(sample_window)
    firm = "How often each option takes each rank"
    qtbot.waitUntil(lambda: firm in [slide.heading for slide in shown.slides], timeout=20_000)
    assert shown.place.text() == f"1 of {len(shown.slides)}"
    place = [slide.heading for slide in shown.slides].index(firm)

    qtbot.keyClicks(shown, str(place + 1))

    assert shown.heading.text() == firm
    assert "weightings" in shown.sentence.text()
    assert shown.accessibleDescription().endswith(shown.sentence.text())
    shown.reject()


def test_nothing_to_present_is_said(window):
    window.commands.new()

    assert present(window) is None
    assert "nothing to present" in window.notices.text

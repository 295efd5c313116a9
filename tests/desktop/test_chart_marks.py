"""The keyboard goes from mark to mark of a picture, and each is said, shown and framed."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollArea

import app.charts
from app.charts.pen import Tip
from app.desktop.look.theme import USUAL_SIZE
from app.desktop.widgets.chart_marks import Way, next_mark, way_of
from app.desktop.widgets.chart_view import ChartView
from app.desktop.widgets.screen_room import is_out_of_sight

Key = Qt.Key


@pytest.fixture
def charts(sample_window, qtbot):
    """The pictures of a step, by the kind of picture."""

    def shown(step):
        sample_window.show_step(step)
        page = sample_window.page(step)
        if step == "robustness":
            qtbot.waitUntil(lambda: page.report is not None and not page._waiting, timeout=20_000)
        found = [chart for chart in page.findChildren(ChartView) if chart.isVisible()]
        return {type(chart.chart).__name__: chart for chart in found}

    return shown


def walk(qtbot, chart, key):
    """All that is said on the way with one key."""
    said = []
    while True:
        before = chart._at
        qtbot.keyClick(chart, key)
        if chart._at == before:
            return said
        said.append(chart.at_mark)


@pytest.mark.parametrize(
    ("step", "kinds"),
    [
        ("results", {"Ranking", "LeadParts", "Profile", "WeightSensitivity"}),
        ("robustness", {"RankAcceptability", "StableWeights", "Tornado", "WeightTriangle"}),
        ("actors", {"HeatMap"}),
        ("scenarios", {"HeatMap"}),
    ],
)
def test_one_key_leads_through_all_marks_of_every_picture(charts, qtbot, step, kinds):
    found = charts(step)
    assert found.keys() == kinds
    for kind, chart in found.items():
        chart.setFocus()
        said = walk(qtbot, chart, Key.Key_Right)
        assert said == [mark.text for mark in chart.marks()], kind
        assert chart.accessibleDescription() == said[-1]
        assert walk(qtbot, chart, Key.Key_Left) == said[-2::-1]


def test_up_and_down_lead_to_the_rows_and_beyond_the_last_to_the_page(charts, qtbot):
    chart = charts("results")["Ranking"]
    chart.setFocus()
    options = [text.split("\n")[0] for text in walk(qtbot, chart, Key.Key_Down)]
    assert options == [bar.label for bar in chart.chart.bars]
    assert len(walk(qtbot, chart, Key.Key_Up)) == len(options) - 1
    qtbot.keyClick(chart, Key.Key_End)
    assert chart.at_mark == "Unconditional recognition\nValue: 24.7"
    qtbot.keyClick(chart, Key.Key_Home)
    assert chart.at_mark.startswith("Conditional membership\nHuman rights leverage")


def test_a_mark_far_down_the_page_is_brought_into_sight(sample_window, charts, qtbot):
    chart = charts("results")["WeightSensitivity"]
    area = sample_window.page("results").findChild(QScrollArea)
    area.verticalScrollBar().setValue(0)
    chart.setFocus()
    area.verticalScrollBar().setValue(0)
    qtbot.keyClick(chart, Key.Key_End)
    place = chart._place_of(chart._at).center()
    assert area.viewport().rect().contains(chart.mapTo(area.viewport(), place))


def test_the_mark_with_the_keyboard_is_framed_and_said_and_left_with_escape(charts, qtbot):
    chart = charts("results")["Ranking"]
    chart.setFocus()
    plain = chart.grab().toImage()
    qtbot.keyClick(chart, Key.Key_Right)
    assert chart.grab().toImage() != plain
    assert "Conditional membership" in chart.accessibleDescription()
    qtbot.keyClick(chart, Key.Key_Escape)
    assert chart.at_mark == ""
    assert chart.grab().toImage() == plain
    assert "arrow keys" in chart.accessibleDescription()


def test_space_explains_the_option_whose_bar_has_the_keyboard(sample_window, charts, qtbot):
    chart = charts("results")["Ranking"]
    chart.setFocus()
    for _step in range(4):
        qtbot.keyClick(chart, Key.Key_Down)
    qtbot.keyClick(chart, Key.Key_Space)
    assert sample_window.page("results")._option.currentText() == "Benchmarked recognition"


def test_what_points_at_a_mark_and_what_walks_to_it_is_told_the_same(charts, qtbot):
    chart = charts("results")["Profile"]
    chart.setFocus()
    qtbot.keyClick(chart, Key.Key_Right)
    place = chart._place_of(chart._at).center()
    assert chart.tip_at(QPointF(place)) == chart.at_mark


def test_in_a_mirrored_picture_reading_goes_to_the_left():
    assert way_of(Key.Key_Left, mirrored=True) is Way.FORTH
    assert way_of(Key.Key_Left, mirrored=False) is Way.BACK
    assert way_of(Key.Key_Down, mirrored=True) is Way.DOWN
    assert way_of(Key.Key_A, mirrored=True) is None


def test_a_step_down_keeps_to_its_column():
    marks = [Tip(x * 10.0, 30.0 - y * 10, 8.0, 8.0, f"{y}{x}") for y in range(3) for x in range(4)]
    assert next_mark(marks, 2, Way.DOWN) == 6
    assert next_mark(marks, 6, Way.UP) == 2
    assert next_mark(marks, 9, Way.DOWN) is None
    assert next_mark(marks, None, Way.UP) is None
    assert next_mark([], None, Way.FORTH) is None


@pytest.fixture
def type_size(sample_window):
    yield sample_window.appearance.choose_size
    sample_window.appearance.choose_size(USUAL_SIZE)


def test_lettering_grows_with_the_type_of_the_window_and_gets_the_room(charts, type_size):
    chart = charts("results")["Profile"]
    before, tall = chart._scale(), chart.height()
    type_size(150)
    assert chart._scale() == pytest.approx(1.5 * before)
    assert chart.height() >= 1.49 * tall  # more where names take a second line
    type_size(90)
    assert chart._scale() == pytest.approx(0.9 * before)


def test_lettering_stops_growing_where_a_picture_would_have_no_room_left(charts, type_size):
    chart = charts("results")["Profile"]
    chart.setFixedWidth(460)
    type_size(200)
    assert chart._current().width >= 330


def test_a_copied_picture_is_the_same_whatever_the_size_of_the_type(charts, type_size, tmp_path):
    chart = charts("results")["Ranking"]
    chart.pictured.save(tmp_path / "usual.png")
    type_size(150)
    chart.pictured.save(tmp_path / "large.png")
    assert QImage(str(tmp_path / "usual.png")) == QImage(str(tmp_path / "large.png"))


def test_a_picture_is_drawn_once_when_its_page_is_first_shown(sample_window, qtbot, monkeypatch):
    drawn = []

    def noted(chart, look, width, draw=app.charts.draw):
        drawn.append(type(chart).__name__)
        return draw(chart, look, width)

    monkeypatch.setattr(app.charts, "draw", noted)
    sample_window.show_step("results")
    page = sample_window.page("results")
    found = page.findChildren(ChartView)
    qtbot.waitUntil(lambda: len(drawn) == len(found) - 1)  # there is none on efforts

    shown = [chart for chart in found if chart.isVisible()]
    assert sorted(drawn) == sorted(type(chart.chart).__name__ for chart in shown)
    for chart in shown:
        assert chart.height() == round(chart._current().height * chart._scale()) + 1
    assert len(drawn) == len(shown)


def test_pictures_out_of_sight_follow_another_width_in_turns_of_their_own(
    sample_window, qtbot, monkeypatch
):
    sample_window.show_step("results")
    found = [c for c in sample_window.page("results").findChildren(ChartView) if c.isVisible()]
    qtbot.waitUntil(lambda: all(chart._drawing is not None for chart in found))
    fitted = []
    monkeypatch.setattr(
        ChartView, "_fit", lambda chart, fit=ChartView._fit: (fitted.append(chart), fit(chart))
    )
    sample_window.resize(1500, 720)
    far = [chart for chart in found if is_out_of_sight(chart)]
    assert far
    assert not set(far) & set(fitted)

    qtbot.waitUntil(lambda: set(found) <= set(fitted))
    qtbot.waitUntil(
        lambda: all(c.height() == round(c._current().height * c._scale()) + 1 for c in found)
    )

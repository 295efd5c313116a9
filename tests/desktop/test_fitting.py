"""What fits: heads over columns, steps in the rail, rows of the matrix, sentences after bullets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.desktop.steps import STEPS
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.column_heads import (
    fit_heads,
    scaled,
    share_columns,
    smallest,
    widths_for_words,
)
from app.desktop.widgets.score_delegate import ScoreDelegate
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.text import OVERHANG

LONG = "Regional engagement without recognition by anybody"


@pytest.fixture
def font(qapp):
    return QFont("Noto Sans", 10)


def test_columns_are_alike_where_every_word_has_room():
    assert share_columns([40, 60, 50], 300, 30, 150) == [100, 100, 100]


def test_a_column_with_a_long_word_takes_what_it_needs_from_the_others():
    widths = share_columns([40, 120, 50], 240, 30, 150)
    assert widths[1] == 120
    assert sum(widths) == 240
    assert abs(widths[0] - widths[2]) <= 1


def test_columns_are_alike_and_as_narrow_as_they_may_be_where_nothing_helps():
    assert share_columns([90] * 10, 500, 66, 150) == [66] * 10


def test_columns_share_what_there_is_where_it_does_not_suffice_for_all():
    widths = share_columns([60, 120, 90], 240, 60, 150)
    assert sum(widths) <= 240
    assert widths[1] > widths[2] > widths[0] >= 60


def test_a_scaled_font_is_the_callers_own(font):
    bold = scaled(font.toString(), 1.0)
    bold.setWeight(QFont.Weight.Bold)
    assert scaled(font.toString(), 1.0).weight() == font.weight()


def test_heads_are_written_smaller_rather_than_cut(font):
    wide = widths_for_words(["Legitimacy"], font)[0]
    usual = fit_heads(("Legitimacy",), ("",), font, (wide,), 3)
    tight = fit_heads(("Legitimacy",), ("",), font, (wide - 6,), 3)
    assert (usual.lines, usual.scale) == ((("Legitimacy",),), 1.0)
    assert tight.lines == (("Legitimacy",),)
    assert tight.scale < 1.0


def test_a_short_form_stands_for_a_head_that_would_be_cut_even_so(font):
    heads = fit_heads(("Incomprehensibility", "Cost"), ("Inc", ""), font, (60, 60), 3)
    assert heads.lines == (("Inc",), ("Cost",))
    assert heads.scale == 1.0


def test_heads_of_the_worked_example_are_whole(sample_window):
    sample_window.show_step("scores")
    header = sample_window.page("scores").table.horizontalHeader()
    assert not any(line.endswith("…") for head in header._heads().lines for line in head)


def test_a_small_window_has_all_steps_and_all_scores_in_sight(sample_window, qtbot):
    sample_window.resize(1280, 720)
    sample_window.show_step("scores")
    rail, table = sample_window.document.rail, sample_window.page("scores").table
    qtbot.waitUntil(lambda: rail.verticalScrollBar().maximum() == 0)
    assert rail.visualRect(rail.model().index(len(STEPS) - 1, 0)).bottom() < rail.height()
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    assert table.verticalScrollBar().maximum() == 0


def test_a_very_low_rail_names_every_step_without_its_second_line(sample_window, qtbot):
    rail = sample_window.document.rail
    assert rail.itemDelegate().has_captions
    rail.itemDelegate().share_height(400, rail.fontMetrics())
    assert not rail.itemDelegate().has_captions
    assert rail.itemDelegate().row_height * len(STEPS) <= 400


def test_later_lines_of_a_sentence_stand_under_its_first(qtbot):
    said = Sentences()
    qtbot.addWidget(said)
    said.say((LONG, "", "Short."))
    assert said.text() == f"{LONG}\nShort."
    assert said.contentsRect().left() > QFontMetrics(said.font()).horizontalAdvance("•")
    narrow, wide = said._tops_at(150), said._tops_at(2000)
    line = said.fontMetrics().lineSpacing()
    assert len(narrow) == len(wide) == 3  # two sentences and the end
    assert wide[1] - wide[0] <= line + 1
    assert narrow[1] - narrow[0] >= 2 * line


def test_a_choice_that_is_cut_says_all_of_it_in_its_tip(qtbot):
    choice = Choice("Option")
    qtbot.addWidget(choice)
    choice.show_choices((("a", LONG), ("b", "Brief")))
    choice.resize(160, choice.sizeHint().height())
    choice.show_choice("a")
    assert choice.is_cut
    choice.show_choice("b")
    assert not choice.is_cut


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_range_of_a_score_runs_the_way_the_window_is_read(sample_window, mirrored):
    sample_window.show_step("scores")
    table = sample_window.page("scores").table
    delegate = table.itemDelegate()
    assert isinstance(delegate, ScoreDelegate)
    image = QImage(100, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    cell = table._scores.grid.cells[0][0]._replace(low=0.0, value=5.0, high=10.0)
    delegate._draw(painter, image.rect(), cell, mirrored=mirrored)
    painter.end()
    dark = [x for x in range(100) if image.pixelColor(x, 36).lightness() < 128]
    assert dark
    assert all(x > 50 for x in dark) if mirrored else all(x < 50 for x in dark)


def test_sentences_of_a_mirrored_window_keep_their_margin_on_the_other_side(qtbot):
    QApplication.instance().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        said = Sentences()
        qtbot.addWidget(said)
        assert said.contentsMargins().right() > 0
        assert said.contentsMargins().left() == OVERHANG  # for a space at the end of a line
    finally:
        QApplication.instance().setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_long_names_of_the_ranking_have_a_second_line_where_all_places_are_seen(
    sample_window, qtbot
):
    ranking = sample_window.document.ranking
    delegate = ranking._list._delegate
    sample_window.show_step("results")
    sample_window.resize(1280, 1000)
    qtbot.waitUntil(lambda: delegate.lines == 2)
    qtbot.waitUntil(lambda: ranking._list.verticalScrollBar().maximum() == 0)
    heights = [ranking._list.sizeHintForRow(row) for row in range(3)]
    assert heights[1] > heights[0] == heights[2]
    sample_window.resize(1280, 480)
    qtbot.waitUntil(lambda: delegate.lines == 1)


def test_the_verdict_is_said_once(sample_window, qtbot):
    ranking = sample_window.document.ranking
    sample_window.show_step("weights")
    qtbot.waitUntil(lambda: bool(ranking.verdict))
    assert ranking._words.verdict.text() == ranking.verdict
    sample_window.show_step("results")
    assert ranking._words.verdict.text() == ""
    assert sample_window.page("results")._verdict.text() == ranking.verdict


def test_a_name_that_hardly_fits_its_list_is_broken_and_not_cut(sample_window):
    sample_window.show_step("options")
    names = sample_window.page("options")._list
    names.setFixedWidth(220)
    QApplication.processEvents()
    hints = [names.sizeHintForIndex(names.model().index(row, 0)) for row in range(names.count())]
    texts = [names.item(row).text() for row in range(names.count())]
    longest = texts.index("Regional engagement without recognition")
    assert hints[longest].height() > hints[texts.index("Tightened pressure")].height()


def test_no_head_is_smaller_than_can_be_read(font):
    large = QFont(font)
    large.setPointSizeF(20.0)
    for usual, least in ((font, 8.0), (large, 12.0)):
        assert smallest(usual).pointSizeF() == pytest.approx(least)

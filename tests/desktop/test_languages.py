"""The window in the languages that it speaks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from app.desktop.preferences.settings import open_settings
from app.desktop.starting.assembly import make_application, speak
from app.desktop.steps import STEPS
from app.desktop.widgets.chart_view import ChartView
from app.desktop.widgets.elided_text import shorten_name
from app.desktop.widgets.fields import ProseField
from app.desktop.widgets.leftward_lines import LeftwardLines
from app.desktop.widgets.text import OVERHANG, PlainLabel, in_reading_direction


@pytest.fixture
def foreign_window(open_window):
    """A window in a language, with the worked example; English again afterwards."""

    def make(code):
        make_application()  # its name says where settings are kept
        open_settings(None).setValue("language", code)
        window = open_window()
        window.commands.open_example()
        return window

    yield make
    speak(QApplication.instance(), "en")


def page_labels(window, step):
    window.show_step(step)
    return [label.text() for label in window.document.page(step).findChildren(PlainLabel)]


def test_a_french_window_is_french(foreign_window, qtbot):
    window = foreign_window("fr")
    menus = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert menus == ["Fichier", "Édition", "Aller", "Affichage", "Aide"]
    assert any("Que vaut chaque option" in said for said in page_labels(window, "scores"))
    qtbot.waitUntil(lambda: "53,6" in window.document.ranking.verdict)


def test_no_change_is_shown_where_nothing_changed_in_any_language(foreign_window):
    from app.desktop.widgets.ranking_delegate import change_text

    window = foreign_window("fr")
    assert {change_text(place) for place in window.document.ranking.places} == {""}


def test_the_buttons_of_qt_speak_the_same_language(foreign_window):
    foreign_window("fr")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    words = [button.text().replace("&", "") for button in box.buttons()]
    box.deleteLater()
    assert words == ["Annuler"]


def test_an_arabic_window_is_mirrored_with_its_charts(foreign_window):
    window = foreign_window("ar")
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert window.document.rail.x() > window.document.ranking.x()
    window.show_step("results")
    charts = window.document.page("results").findChildren(ChartView)
    directions = {view._chart.direction for view in charts if view._chart is not None}
    assert directions == {"rtl"}


def test_an_arabic_sentence_that_begins_with_a_foreign_name_runs_from_the_right(foreign_window):
    foreign_window("ar")
    label = PlainLabel("Russia يتصدر")
    assert label.text() == "Russia يتصدر"
    assert label.shown.startswith("\u200fRussia")


def test_a_foreign_text_stands_on_the_side_of_an_arabic_window_and_keeps_its_own_direction(
    foreign_window,
):
    foreign_window("ar")
    label = PlainLabel("0: Nobody is helped.\n100: All are.")
    assert label.text() == "0: Nobody is helped.\n100: All are."
    assert label.shown == label.text()
    assert label.alignment() & Qt.AlignmentFlag.AlignRight
    label.setText("هذا")
    assert label.alignment() & Qt.AlignmentFlag.AlignLeft  # which Qt takes to be the right
    both = in_reading_direction("هذا\nConsent.")
    assert both == "\u200fهذا\n\u200f\u2066Consent.\u2069"


def test_a_shortened_foreign_name_has_its_dots_at_its_own_end(foreign_window):
    foreign_window("ar")
    metrics = QFontMetrics(QFont())
    shown = shorten_name("Regional engagement without recognition", metrics, 120)
    assert shown.startswith("\u2066Regional")
    assert shown.endswith("…\u2069")
    assert not shorten_name("العضوية المشروطة على مراحل", metrics, 60).startswith("\u2066")


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_every_step_opens_in_the_language(foreign_window, code):
    window = foreign_window(code)
    for step in STEPS:
        window.show_step(step.id)
        assert window.document.step == step.id


@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_scroll_bar_of_a_text_field_covers_no_letters(foreign_window, qtbot, code):
    window = foreign_window(code)
    window.show_step("brief")
    field = window.page("brief").findChild(ProseField)
    field.setFixedWidth(170)
    field.load_text("Conditional membership does most on the desk's weights. " * 12)
    qtbot.waitUntil(lambda: field.verticalScrollBar().maximum() > 0)
    margins = 2 * field.document().documentMargin()

    def is_broken_for_the_room():
        line = field.document().firstBlock().layout().lineAt(0)
        return line.width() == field.viewport().width() - margins

    qtbot.waitUntil(is_broken_for_the_room)
    assert field.horizontalScrollBar().maximum() == 0


def test_no_foreign_name_at_the_end_of_an_arabic_line_is_cut(foreign_window, qtbot):
    foreign_window("ar")
    label = PlainLabel(
        "يكون الأول: Protection track في 45.0%؛ Conditional membership في 39.4%؛ "
        "Regional engagement without recognition في 15.6%.",
        wrap=True,
    )
    qtbot.addWidget(label)
    for width in range(160, 420, 7):
        label.resize(width, label.heightForWidth(width))
        image = label.grab().toImage()
        edge = {image.pixel(0, y) for y in range(image.height())}
        assert len(edge) == 1, width


def inked_columns(label, width, spare=0):
    """Of each row of pixels of a label, the columns that letters stand in."""
    label.resize(width, label.heightForWidth(width) + spare)
    image = label.grab().toImage()
    ground = image.pixel(0, 0)
    return [
        [x for x in range(image.width()) if image.pixel(x, y) != ground]
        for y in range(image.height())
    ]


@pytest.mark.parametrize("width", range(150, 300, 15))
def test_all_lines_of_an_arabic_label_begin_at_its_edge(foreign_window, qtbot, width):
    foreign_window("ar")
    label = PlainLabel("HHHHH " * 12 + "باب", "muted", wrap=True)
    qtbot.addWidget(label)
    rows = inked_columns(label, width)
    pitch = LeftwardLines(label.shown, label.font(), width - OVERHANG).pitch
    edges = [
        max(x for row in rows[round(line * pitch) : round((line + 1) * pitch)] for x in row)
        for line in range(round(len(rows) / pitch) - 1)
    ]
    assert len(edges) > 1
    assert max(edges) - min(edges) <= 1


@pytest.mark.parametrize("width", range(150, 300, 15))
def test_an_arabic_label_asks_for_room_for_all_its_letters(foreign_window, qtbot, width):
    foreign_window("ar")
    swing = (
        "من «\u2068Conduct hardens: restrictions are added.\u2069» إلى "
        "«\u2068Norms are kept without pressure from outside, for girls and grown-ups.\u2069»"
    )
    label = PlainLabel(swing, "muted", wrap=True)
    qtbot.addWidget(label)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    needed = label.heightForWidth(width)
    assert not any(inked_columns(label, width, spare=40)[needed:])


@pytest.mark.parametrize(
    ("alignment", "is_right"),
    [(Qt.AlignmentFlag.AlignRight, False), (Qt.AlignmentFlag.AlignTop, True)],
)
def test_an_arabic_text_begins_at_the_right_unless_it_shall_end_at_the_left(
    foreign_window, qtbot, alignment, is_right
):
    foreign_window("ar")
    label = PlainLabel("باب", wrap=True)
    qtbot.addWidget(label)
    label.setAlignment(alignment)
    inked = [x for row in inked_columns(label, 300) for x in row]
    assert (min(inked) > 150) is is_right
    assert (max(inked) < 150) is not is_right

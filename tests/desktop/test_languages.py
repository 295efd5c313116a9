"""The window in the languages that it speaks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from app.desktop.preferences.settings import open_settings
from app.desktop.starting.assembly import speak
from app.desktop.steps import STEPS
from app.desktop.widgets.chart_view import ChartView
from app.desktop.widgets.text import PlainLabel


@pytest.fixture
def foreign_window(open_window):
    """A window in a language, with the worked example; English again afterwards."""

    def make(code):
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
    assert super(PlainLabel, label).text().startswith("\u200f")
    assert not super(PlainLabel, PlainLabel("Russia")).text().startswith("\u200f")


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_every_step_opens_in_the_language(foreign_window, code):
    window = foreign_window(code)
    for step in STEPS:
        window.show_step(step.id)
        assert window.document.step == step.id

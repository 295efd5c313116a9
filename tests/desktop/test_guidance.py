"""Help in place, the tour, and pictures for a meeting and for documents."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton

from app.charts.captions import Caption
from app.desktop.guidance.first_start import offer_tour
from app.desktop.guidance.texts import guidance
from app.desktop.steps import STEPS
from app.edits.decision import change_decision

Key = Qt.Key


def do(window, action):
    window.actions_by_id[action].trigger()
    return window.commands.guide


@pytest.mark.parametrize("step", [spec.id for spec in STEPS])
def test_every_step_has_help_with_an_example(step):
    said = guidance(step)

    assert said.purpose
    assert said.doing
    assert said.example.startswith("“")


def test_help_explains_the_step_on_show_and_follows(sample_window):
    sample_window.show_step("scores")
    dialog = do(sample_window, "help").help
    assert dialog.heading.text() == "Scores"

    sample_window.show_step("weights")

    assert dialog.heading.text() == "Weights"
    dialog.reject()
    assert sample_window.commands.guide.help is None


def test_help_stands_away_from_the_ranking_and_then_where_it_was_put(sample_window):
    sample_window.show_step("scores")
    dialog = do(sample_window, "help").help
    side = sample_window.document.ranking
    ranking = QRect(side.mapToGlobal(QPoint(0, 0)), side.size())
    assert not dialog.frameGeometry().intersects(ranking)
    screen = sample_window.screen().availableGeometry()
    assert screen.contains(dialog.frameGeometry())
    dialog.move(10, 20)
    dialog.hide()
    dialog.show()
    assert dialog.pos() == QPoint(10, 20)
    dialog.reject()


def test_help_does_not_stop_the_work(sample_window):
    dialog = do(sample_window, "help").help

    assert not dialog.isModal()
    sample_window.commands.close()
    assert sample_window.commands.guide.help is None


def test_the_tour_leads_over_all_steps_by_keyboard_and_can_be_left(qtbot, window):
    dialog = do(window, "tour").help
    seen = [window.document.step]
    while dialog.next_button.isVisible():
        qtbot.keyClick(dialog.next_button, Key.Key_Space)
        seen.append(window.document.step)
    assert seen == [spec.id for spec in STEPS]

    qtbot.keyClick(dialog, Key.Key_Escape)

    assert window.commands.guide.help is None


def test_the_tour_ends_with_ones_own_assessment_or_with_the_example(qtbot, window):
    dialog = do(window, "tour").help
    assert not dialog.begin_button.isVisible()
    window.show_step("brief")
    assert dialog.close_button.text() == "Stay and play"
    dialog.close_button.click()
    assert window.workspace.value.options

    dialog = do(window, "tour").help
    window.show_step("brief")
    dialog.begin_button.click()
    assert window.commands.guide.help is None
    assert not window.workspace.value.options


def test_help_that_is_no_tour_ends_without_another_assessment(sample_window):
    sample_window.show_step("brief")
    dialog = do(sample_window, "help").help
    assert not dialog.begin_button.isVisible()
    assert dialog.close_button.text() == "Close"
    dialog.reject()


@pytest.fixture
def chart(sample_window):
    sample_window.show_step("results")
    yield sample_window.page("results")._chart
    QApplication.clipboard().clear()


def test_a_chart_is_copied_with_the_keyboard_as_image_drawing_and_words(qtbot, chart):
    chart.setFocus()

    qtbot.keyClick(chart, Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    data = QApplication.clipboard().mimeData()
    assert data.hasImage()
    assert bytes(data.data("image/svg+xml").data()).lstrip().startswith(b"<?xml")
    assert data.text() == chart.accessibleName()


@pytest.mark.parametrize(("name", "start"), [("a.png", b"\x89PNG"), ("a.svg", b"<?xml")])
def test_a_chart_is_saved_as_its_file_is_named(chart, tmp_path, name, start):
    chart.pictured.save(tmp_path / name)

    assert (tmp_path / name).read_bytes().startswith(start)


def test_a_saved_chart_is_dark_on_light_whatever_the_window_wears(sample_window, chart, tmp_path):
    sample_window.appearance.choose("dark")
    chart.pictured.save(tmp_path / "a.png")
    sample_window.appearance.choose("system")

    image = QImage(str(tmp_path / "a.png"))
    assert image.pixelColor(image.width() - 1, image.height() - 1).lightness() > 240


def test_a_picture_leaves_with_its_marking_its_title_and_what_it_is_about(chart, tmp_path):
    decision = chart.window().workspace.value.decision
    chart.pictured.save(tmp_path / "a.svg")
    drawn = (tmp_path / "a.svg").read_text()
    assert f">{decision.marking}<" in drawn
    assert ">How the values come about<" in drawn
    assert f">{decision.title}<" in drawn
    assert 'font-weight="bold"' in drawn
    name = chart.pictured.proposed_name()
    assert name.startswith("Diplomatic policy")
    assert name.endswith("How the values come about")
    assert (tmp_path / f"{name}.png").parent == tmp_path


def test_a_picture_that_nobody_marked_leaves_without_a_marking(sample_window, chart):
    workspace = sample_window.workspace
    assert workspace.apply("Marking", change_decision, marking="")
    assert chart.pictured.caption() == Caption(
        "How the values come about", workspace.value.decision.title
    )


def buttons_of(notices):
    return {made.text(): made for made in notices.findChildren(QPushButton) if made.isVisible()}


def test_the_first_start_offers_the_tour_in_a_notice_and_never_again(open_window):
    first = open_window()
    offer_tour(first)
    assert not QApplication.activeModalWidget()
    assert not first.workspace.is_open
    buttons_of(first.notices)["No, thank you"].click()
    assert not first.notices.isVisible()
    assert not first.workspace.is_open

    second = open_window()
    offer_tour(second)
    assert not second.notices.isVisible()


def test_the_tour_that_is_offered_can_be_taken(window):
    offer_tour(window)
    buttons_of(window.notices)["Take the tour"].click()

    assert window.workspace.is_open
    assert window.commands.guide.help.step == "decision"
    assert not window.notices.isVisible()


def test_nobody_who_has_worked_here_is_offered_the_tour(window, sample_file):
    window.remember(sample_file)
    offer_tour(window)

    assert not window.notices.isVisible()
    assert window.actions_by_id["tour"].isEnabled()

"""The window by keyboard alone: a decision up to its brief, and no place one cannot leave."""

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QScrollArea

from app.desktop.steps import STEPS
from app.desktop.widgets.chart_view import ChartView
from app.desktop.widgets.focus_frame import FocusFrame

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
LONGEST_ROUND = 400
"""More stops than any page has."""


def press(key, modifier=NONE):
    """A key for whatever has the keyboard."""
    target = QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None, "The keyboard is nowhere."
    QTest.keyClick(target, key, modifier)


def write(text):
    """Type a text."""
    for letter in text:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, letter)


def go_to(step):
    """The shortcut of a step."""
    number = [spec.id for spec in STEPS].index(step) + 1
    press(Qt.Key(Qt.Key.Key_0 + number), CTRL)


def tab_to(name):
    """Tab until a control of this accessible name has the keyboard."""
    for _ in range(LONGEST_ROUND):
        press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None and focus.accessibleName() == name:
            return
    pytest.fail(f"“{name}” is not reached by Tab.")


@pytest.fixture
def active_window(open_window, qtbot):
    """A window that has the keyboard."""
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def test_a_decision_from_nothing_to_its_brief(active_window, qtbot, tmp_path, monkeypatch):
    window, workspace = active_window, active_window.workspace
    pdf = tmp_path / "brief.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(pdf), ""))

    press(Qt.Key.Key_N, CTRL)
    press(Qt.Key.Key_A, CTRL)
    write("Border")
    tab_to("Question")
    write("Open it?")
    go_to("options")
    for name in ("Open", "Keep shut"):
        write(name)
        press(Qt.Key.Key_Return)
    go_to("criteria")
    press(Qt.Key.Key_Space)
    write("Trade")
    press(Qt.Key.Key_Return)
    go_to("scores")
    for number in ("80", "30"):
        write(number)
        press(Qt.Key.Key_Return)
    go_to("weights")
    tab_to("Swing of Trade")
    press(Qt.Key.Key_End)
    with qtbot.waitSignal(window.page("brief").exported, timeout=20_000):
        press(Qt.Key.Key_E, CTRL)

    value = workspace.value
    assert (value.decision.title, value.decision.question) == ("Border", "Open it?")
    assert [row.name for row in value.options] == ["Open", "Keep shut"]
    assert [row.name for row in value.criteria] == ["Trade"]
    assert sorted(row.likely for row in value.scores) == [30.0, 80.0]
    assert [row.swing for row in value.weights] == [100.0]
    assert "Border" in pypdf.PdfReader(pdf).pages[0].extract_text()


def stops(window):
    """The widgets that Tab visits, from where the keyboard is until it is there again."""
    first = QApplication.focusWidget()
    visited = [first]
    for _ in range(LONGEST_ROUND):
        press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is first:
            return visited
        visited.append(focus)
    pytest.fail(f"Tab does not come round: {visited[-3:]}")


def charts_are_told(page):
    """Whether the pictures of a page are there, each with the words that stand for it."""
    shown = [chart for chart in page.findChildren(ChartView) if chart.isVisible()]
    return bool(shown) and all(chart.accessibleName() for chart in shown)


def scrolls(widget):
    """Whether a widget takes the keyboard only to be scrolled."""
    return type(widget) is QScrollArea


def heard(widget):
    """What a screen reader says of a widget: its role, and its name or text."""
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) or interface.text(QAccessible.Text.Value)
    return interface.role(), name


@pytest.mark.parametrize("step", [spec.id for spec in STEPS])
def test_tab_goes_round_and_every_stop_says_what_it_is(active_window, qtbot, step):
    active_window.commands.open_example()
    active_window.show_step(step)
    if step == "robustness":
        qtbot.waitUntil(lambda: charts_are_told(active_window.page(step)), timeout=20_000)
    active_window.document.focus_page()
    told = {widget: heard(widget) for widget in stops(active_window)}
    unknown = [
        (type(widget).__name__, widget.objectName(), role, name)
        for widget, (role, name) in told.items()
        if not name.strip()
        or (role in (QAccessible.Role.NoRole, QAccessible.Role.Client) and not scrolls(widget))
    ]
    assert unknown == []
    assert len(told) > 3


@pytest.mark.parametrize(
    ("step", "table"),
    [
        ("options", "options"),
        ("criteria", "criteria"),
        ("evidence", "sources"),
        ("actors", "perspectives"),
        ("scenarios", "scenarios"),
        ("conditions", "red_lines"),
    ],
)
def test_what_is_typed_at_once_on_an_empty_step_names_its_first_row(active_window, step, table):
    press(Qt.Key.Key_N, CTRL)
    before = len(getattr(active_window.workspace.value, table))
    active_window.show_step(step)
    active_window.document.focus_page()
    write("Safety of staff")
    press(Qt.Key.Key_Return)
    rows = getattr(active_window.workspace.value, table)
    assert [row.name for row in rows[before:]] == ["Safety of staff"]


def test_the_case_against_takes_what_is_typed_at_once(active_window):
    press(Qt.Key.Key_N, CTRL)
    active_window.show_step("challenge")
    active_window.document.focus_page()
    write("It was tried before.")
    active_window.commit_pending()
    assert active_window.workspace.value.decision.strongest_case_against == "It was tried before."


def test_another_tab_takes_what_is_typed_at_once(active_window, qtbot):
    press(Qt.Key.Key_N, CTRL)
    go_to("evidence")
    titles = active_window.page("evidence").bar.titles.titles
    qtbot.mouseClick(titles[1], Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget().accessibleName() == "New extract"
    active_window.show_step("challenge")
    titles = active_window.page("challenge").bar.titles.titles
    qtbot.mouseClick(titles[1], Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget().accessibleName() == "Who dissents"


def test_a_picture_with_the_keyboard_has_a_frame_that_touches_nothing(active_window, qtbot):
    active_window.commands.open_example()
    active_window.show_step("results")
    chart = next(c for c in active_window.page("results").findChildren(ChartView) if c.isVisible())
    chart.setFocus()
    frame = chart.parentWidget().findChild(FocusFrame)

    def surrounds():
        return frame.geometry().contains(chart.geometry().adjusted(-7, -7, 7, 7))

    assert frame.isVisible()
    assert surrounds()
    active_window.resize(1100, 720)
    qtbot.waitUntil(surrounds)
    active_window.document.rail.setFocus()
    assert not frame.isVisible()


def test_a_button_that_leads_to_a_step_leads_to_where_it_begins(active_window, qtbot):
    press(Qt.Key.Key_N, CTRL)
    active_window.show_step("results")
    page = active_window.page("results")
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Go to the criteria")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget().accessibleName() == "New criterion"


@pytest.mark.parametrize(("step", "table"), [("evidence", "sources"), ("actors", "perspectives")])
def test_a_step_with_a_register_takes_a_name_at_once(active_window, step, table):
    active_window.commands.open_example()
    before = len(getattr(active_window.workspace.value, table))
    active_window.show_step(step)
    page = active_window.page(step)
    if step == "actors":
        page.show_tab("actors")
    active_window.document.focus_page()
    write("Newcomer")
    press(Qt.Key.Key_Return)
    assert len(getattr(active_window.workspace.value, table)) == before + 1


def test_a_shortcut_leads_to_the_field_that_takes_a_new_name(active_window):
    active_window.commands.open_example()
    go_to("options")
    go_to("evidence")
    assert QApplication.focusWidget().accessibleName() == "New source"

"""Where Tab stops: in the order in which a page is read, in sight, and told to whoever listens."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.desktop.steps import STEPS
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.focus_frame import FocusFrame
from app.desktop.widgets.plain_table import PlainTable

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
LONGEST_ROUND = 400
"""More stops than any page has."""


@pytest.fixture
def active_window(open_window, qtbot):
    """A window that has the keyboard."""
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def press(key, modifier=NONE):
    """A key for whatever has the keyboard."""
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


TABS = [
    ("evidence", "extracts"),
    ("evidence", "coverage"),
    ("evidence", "competing"),
    ("conditions", "red_lines"),
    ("conditions", "options"),
    ("conditions", "conditions"),
    ("conditions", "precedents"),
    ("scores", ""),
]


def stands_above(one, other):
    """Whether a control stands wholly above another, over the same ground."""
    window = one.window()
    first, second = (QRect(w.mapTo(window, QPoint(0, 0)), w.size()) for w in (one, other))
    beside = first.right() < second.left() or second.right() < first.left()
    return first.bottom() <= second.top() and not beside


@pytest.mark.parametrize(("step", "tab"), TABS)
def test_tab_goes_from_above_to_below_on_a_page_and_each_stop_is_in_sight(
    active_window, qtbot, step, tab
):
    active_window.commands.open_example()
    active_window.show_step(step)
    page = active_window.page(step)
    if tab:
        page.show_tab(tab)
    active_window.document.focus_page()
    QApplication.processEvents()
    for _ in range(LONGEST_ROUND):
        before = QApplication.focusWidget()
        press(Qt.Key.Key_Tab)
        QApplication.processEvents()
        focus = QApplication.focusWidget()
        if focus is active_window.document.ranking.stop:
            break
        assert not focus.visibleRegion().isEmpty(), focus.accessibleName()
        assert not stands_above(focus, before), (before.accessibleName(), focus.accessibleName())
    else:
        pytest.fail("Tab does not leave the page for the ranking.")
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is active_window.document.rail
    press(Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert page.isAncestorOf(QApplication.focusWidget())
    assert not QApplication.focusWidget().visibleRegion().isEmpty()


@pytest.mark.parametrize("step", [spec.id for spec in STEPS])
def test_no_part_of_a_page_is_shown_as_a_window_of_its_own(active_window, step):
    active_window.commands.open_example()
    QApplication.processEvents()
    shown = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
                shown.append(watched)
            return False

    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    active_window.show_step(step)
    QApplication.instance().removeEventFilter(watch)
    assert shown == []
    assert QApplication.activeWindow() is active_window


def test_ctrl_and_tab_turns_the_tabs_and_never_loses_the_keyboard(active_window):
    active_window.commands.open_example()
    active_window.show_step("evidence")
    page = active_window.page("evidence")
    active_window.document.focus_page()
    seen = []
    for _tab in page.tabs():
        press(Qt.Key.Key_Tab, CTRL)
        seen.append(page.shown_tab)
        told = QAccessible.queryAccessibleInterface(QApplication.focusWidget())
        assert told.text(QAccessible.Text.Name).strip()
        assert page.bar.isAncestorOf(QApplication.focusWidget())
    assert len(set(seen)) == len(page.tabs())


def test_enter_on_a_step_leads_into_its_page(active_window):
    active_window.commands.open_example()
    active_window.document.rail.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert active_window.page("options").isAncestorOf(QApplication.focusWidget())


def test_a_notice_is_reached_with_the_key_for_the_next_area(active_window):
    active_window.commands.open_example()
    active_window.notices.show_message("Not saved.", "bad")
    active_window.document.ranking.stop.setFocus()
    active_window.focus_next_area()
    assert active_window.notices.isAncestorOf(QApplication.focusWidget())


def test_what_is_chosen_of_tabs_and_lists_is_told_with_what_it_is_about(active_window):
    active_window.commands.open_example()
    active_window.show_step("evidence")
    page = active_window.page("evidence")
    page.show_tab("extracts")
    told = QAccessible.queryAccessibleInterface(page.bar.titles.titles[1])
    assert (told.role(), told.text(QAccessible.Text.Name)) == (
        QAccessible.Role.PageTab,
        "Extracts",
    )
    assert told.state().selected
    for choice in page.findChildren(Choice):
        described = QAccessible.queryAccessibleInterface(choice)
        assert described.text(QAccessible.Text.Description) == choice.accessibleName() != ""


def test_a_row_of_a_table_is_told_from_its_first_cell(active_window):
    active_window.commands.open_example()
    active_window.show_step("history")
    table = next(t for t in active_window.page("history").findChildren(PlainTable) if t.rows)
    cell = table.model().index(0, 0)
    assert "As it began" in cell.data(Qt.ItemDataRole.AccessibleDescriptionRole)


def test_what_is_only_read_is_scrolled_by_keys_and_shows_that_it_has_them(active_window, qtbot):
    active_window.commands.open_example()
    active_window.resize(900, 500)
    active_window.show_step("history")
    page = active_window.page("history")
    page.show_tab("file")
    area = page.tab("file")
    area.setFixedHeight(120)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    page.bar.titles.titles[page.bar.place].setFocus()
    press(Qt.Key.Key_Tab)
    assert area.hasFocus()
    told = QAccessible.queryAccessibleInterface(area)
    assert told.text(QAccessible.Text.Name).strip()
    frame = next(x for x in active_window.findChildren(FocusFrame) if x.isVisible())
    assert frame is not None
    press(Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    area.setFixedHeight(area.widget().height() + 20)
    qtbot.waitUntil(lambda: area.focusPolicy() is Qt.FocusPolicy.NoFocus)

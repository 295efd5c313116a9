"""A frame that shows where the keyboard is goes all the way round, and moves nothing."""

from PySide6.QtWidgets import QApplication


def insides(table):
    """Where everything within the table's frame stands."""
    parts = table.viewport(), table.horizontalHeader(), table.verticalHeader()
    return [part.geometry() for part in parts]


def test_the_frame_of_the_matrix_has_the_same_room_on_all_sides(sample_window, qtbot):
    sample_window.show_step("scores")
    page = sample_window.page("scores")
    sample_window.document.rail.setFocus()
    QApplication.processEvents()
    sample_window.activateWindow()
    qtbot.waitUntil(sample_window.document.rail.hasFocus)
    assert not page.table.hasFocus()
    before = insides(page.table)

    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    QApplication.processEvents()

    assert insides(page.table) == before
    frame = page.table.frameWidth()
    assert frame == 2
    assert page.table.verticalHeader().x() == frame
    assert page.table.horizontalHeader().y() == frame

"""Dialogs about weights, opened as an officer opens them."""

import pytest


@pytest.fixture
def ask(qtbot, sample_window):
    """Open one of the dialogs from the page on weights."""
    sample_window.show_step("weights")
    page = sample_window.page("weights")

    def open_dialog(way):
        page.asking.actions_by_id[way].trigger()
        page.asking.dialog.activateWindow()
        qtbot.waitUntil(page.asking.dialog.isActiveWindow)
        return page.asking.dialog

    yield open_dialog
    if page.asking.dialog is not None:
        page.asking.dialog.reject()

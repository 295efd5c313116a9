"""Pages by themselves: shown, focused, and told of changes as the window would."""

import pytest

from app.desktop.workspace import Workspace


class Host:
    """Stands in for the window."""

    def __init__(self, workspace, page):
        self._page = page
        self._workspace = workspace
        workspace.changed.connect(self._show)
        workspace.previewed.connect(self._show_preview)

    def _show(self, change):
        self._page.show_value(change.after, change.tables)

    def _show_preview(self, shown):
        if shown is None:
            self._page.show_value(self._workspace.value, None)
        else:
            self._page.show_preview(shown)


@pytest.fixture
def workspace(tmp_path, qapp):
    made = Workspace(tmp_path / "work")
    yield made
    made.close()


@pytest.fixture
def page_of(qtbot, workspace):
    """Make a page of some kind that shows an assessment."""
    hosts = []

    def make(kind, assessment, width=1000, height=640):
        workspace.new(assessment)
        page = kind(workspace)
        hosts.append(Host(workspace, page))
        qtbot.addWidget(page)
        page.resize(width, height)
        with qtbot.waitExposed(page):
            page.show()
        page.show_value(assessment, None)
        page.activateWindow()
        return page

    return make

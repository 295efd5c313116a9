"""Every dialog for files begins where the open file is, or where documents are."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from app.desktop.files import documents


@pytest.fixture
def begun(monkeypatch):
    """Where the dialogs that somebody leaves at once began."""
    places = []

    def leave(_parent, _title, place, *_kinds):
        places.append(Path(place))
        return "", ""

    for asked in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, asked, leave)
    return places


def test_all_dialogs_of_an_open_file_begin_in_its_folder(sample_window, sample_file, begun):
    for action in ("open", "save_as", "merge"):
        sample_window.actions_by_id[action].trigger()
    sample_window.show_step("brief")
    sample_window.page("brief").export()

    folder = sample_file.parent
    assert all(folder in (place, place.parent) for place in begun)
    assert len(begun) == 4


def test_without_a_folder_for_documents_a_dialog_begins_at_home(window, tmp_path, monkeypatch):
    homes = {
        QStandardPaths.StandardLocation.DocumentsLocation: str(tmp_path / "Documents"),
        QStandardPaths.StandardLocation.HomeLocation: str(tmp_path),
    }
    monkeypatch.setattr(documents.QStandardPaths, "writableLocation", homes.get)

    assert window.commands.folder() == str(tmp_path)
    (tmp_path / "Documents").mkdir()
    assert window.commands.folder() == str(tmp_path / "Documents")

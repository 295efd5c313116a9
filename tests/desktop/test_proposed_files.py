"""What the dialogs for files propose would overwrite nothing."""

import pytest
from PySide6.QtWidgets import QFileDialog

from db.share import History


@pytest.fixture
def proposed(monkeypatch):
    """The files that dialogs proposed, each of which was then left."""
    found = []

    def ask(_parent, _title, name, *_rest):
        found.append(name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return found


def test_another_file_is_proposed_for_another_file(sample_window, sample_file, proposed):
    sample_window.commands.ask_save_as()

    assert proposed == [str(sample_file.with_name("afghanistan 2.poise"))]


def test_copies_are_called_what_they_are(sample_window, proposed):
    sample_window.commands.ask_save_copy()
    for history in (History.ANONYMOUS, History.FULL):
        sample_window.actions_by_id["share"].trigger()
        dialog = sample_window.commands.colleagues.sharing
        dialog.choose(history)
        dialog.share_button.click()

    endings = [name.rpartition(" (")[2] for name in proposed]
    assert endings == ["copy).poise", "copy without names).poise", "copy).poise"]

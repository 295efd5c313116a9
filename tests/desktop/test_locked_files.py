"""Files under a password, damaged ones, and those that come by mail."""

import pytest

from app.desktop.files.state import Caution, caution_about
from app.edits.decision import change_decision
from db import gate
from db.document import Document
from db.errors import PasswordNeeded
from db.publish import publish
from db.share import History
from tests.desktop.sample import read_sample

WORDS = "four words for it"


@pytest.fixture
def sealed_file(home):
    """The worked example under a password."""
    path = home / "sealed.poise"
    publish(Document(assessment=read_sample()), path, None, password=WORDS)
    return path


def test_a_sealed_file_opens_with_its_password(window, sealed_file, desk):
    desk.lines = [WORDS]

    assert window.commands.open(sealed_file)

    assert window.workspace.value == read_sample()
    assert "under a password" in desk.asked[0]
    assert "is under a password and stays as it is" in window.notices.text
    assert "sealed.poise" in window.windowTitle()


def test_a_wrong_password_is_told_and_asked_for_again(window, sealed_file, desk):
    desk.lines = ["not this one", WORDS]

    assert window.commands.open(sealed_file)

    assert "does not open with this password" in desk.asked[1]


def test_a_sealed_file_stays_closed_to_who_has_no_password(window, sealed_file, desk):
    desk.lines = [None]

    assert not window.commands.open(sealed_file)

    assert not window.workspace.is_open


def test_a_sealed_file_is_never_replaced_by_a_plain_one(open_window, sealed_file, desk):
    before = sealed_file.read_bytes()
    first = open_window()
    desk.lines = [WORDS]
    first.commands.open(sealed_file)
    first.workspace.apply("Title", change_decision, title="Another title")
    first.close()
    second = open_window()
    (left,) = second.workspace.leftovers.unfinished()
    second.commands.resume(left)
    second.close()

    assert sealed_file.read_bytes() == before


def test_no_password_is_kept_anywhere(window, sealed_file, desk, home):
    desk.lines = [WORDS]
    window.commands.open(sealed_file)
    window.workspace.apply("Title", change_decision, title="Another title")
    window.close()
    window.settings.sync()

    files = [path for path in home.rglob("*") if path.is_file()]
    assert not [path for path in files if WORDS.encode() in path.read_bytes()]


def test_a_copy_can_be_shared_under_a_password(sample_window, home, monkeypatch):
    from PySide6.QtWidgets import QFileDialog

    target = home / "documents" / "copy.poise"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    sample_window.actions_by_id["share"].trigger()
    dialog = sample_window.commands.colleagues.sharing
    dialog.choose(History.FULL)
    dialog.sealed.setChecked(True)

    assert not dialog.share_button.isEnabled()
    dialog.password.setText(WORDS)
    dialog.again.setText("something else")
    assert "differ" in dialog.problem.text()
    dialog.again.setText(WORDS)
    dialog.share_button.click()

    with pytest.raises(PasswordNeeded):
        gate.read(target)
    assert gate.read(target, WORDS).assessment == sample_window.workspace.value
    assert "with the password only" in sample_window.notices.text


def test_what_is_readable_of_a_damaged_file_is_offered(window, sample_file):
    data = bytearray(sample_file.read_bytes())
    data[-3_000:] = bytes(3_000)
    sample_file.write_bytes(data)

    assert not window.commands.open(sample_file)
    assert not window.workspace.is_open
    assert "damaged" in window.notices.text
    window.notices._buttons[0].click()

    assert window.workspace.is_open
    assert window.workspace.value.decision.title.startswith("Recovered: ")
    assert window.workspace.path is None
    assert "compare them with a copy" in window.notices.text
    assert sample_file.read_bytes() == bytes(data)


@pytest.mark.parametrize("folder", ["INetCache/Content.Outlook/AB12", "com.apple.mail/Data"])
def test_a_file_opened_from_a_message_is_not_written_unasked(home, folder):
    place = home / "documents" / folder
    place.mkdir(parents=True)
    (place / "x.poise").write_bytes(b"")

    assert caution_about(place / "x.poise") is Caution.PASSING_PLACE

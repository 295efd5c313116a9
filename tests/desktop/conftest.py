"""The real window on files of its own, with a recorder at the message desk."""

from dataclasses import dataclass, field

import pytest
from shiboken6 import isValid

from app.desktop.look.theme import USUAL_SIZE, Appearance
from app.desktop.starting.assembly import make_application, make_window
from app.desktop.telling import messages
from app.desktop.telling.messages import Answer
from tests.desktop.sample import sample_bytes


def pytest_collection_modifyitems(items):
    """The offscreen platform remarks on every window with a smallest size."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@dataclass
class Recorder:
    """Stands at the message desk; a message that no test announced fails it."""

    answers: list[Answer] = field(default_factory=list)
    informed: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    lines: list[str | None] = field(default_factory=list)
    """What is typed when a line or a password is asked for; None leaves the dialog."""

    def inform(self, parent, title, text):
        self.informed.append(text)

    def report_error(self, parent, title, text, details):
        pytest.fail(f"An unannounced error was shown: {text}\n{details}")

    def ask(self, parent, title, text, yes, no=""):
        self.asked.append(text)
        assert self.answers, f"An unannounced question was asked: {text}"
        return self.answers.pop(0)

    def ask_line(self, parent, title, text, known=""):
        self.asked.append(text)
        assert self.lines, f"An unannounced line was asked for: {text}"
        return self.lines.pop(0)

    ask_password = ask_line


@pytest.fixture
def desk():
    """The recorder at the message desk."""
    recorder = Recorder()
    before = messages.use_desk(recorder)
    yield recorder
    messages.use_desk(before)
    assert not recorder.answers, "A question that the test announced was never asked."


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Folders of a user who has never run the application."""
    for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / "home" / kind.lower()))
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    return tmp_path


@pytest.fixture
def open_window(qtbot, qapp, desk, home):
    """Make windows that are closed when the test ends."""
    made = []

    def make():
        make_application()
        window = make_window()
        window.workspace.publish_after_ms = 20
        window.resize(1280, 720)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        made.append(window)
        return window

    yield make
    for window in made:
        if isValid(window):  # a test may have let it go
            window.close()
    for appearance in qapp.findChildren(Appearance):  # it is the application's, not the window's
        appearance.choose_size(USUAL_SIZE)
        appearance.choose("system")


@pytest.fixture
def window(open_window):
    """A window with nothing open."""
    return open_window()


@pytest.fixture
def sample_file(home):
    """A file with the worked example, in a folder of the officer's."""
    folder = home / "documents"
    folder.mkdir(exist_ok=True)
    path = folder / "afghanistan.poise"
    path.write_bytes(sample_bytes())
    return path


@pytest.fixture
def sample_window(window, sample_file, qtbot):
    """A window with the worked example open from its file, which has the keyboard."""
    assert window.commands.open(sample_file)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window

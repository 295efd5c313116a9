"""Starting: a picture without a screen, one report for a bug, no heavy module before the paint."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.desktop.telling.bug_report import BugDesk

ROOT = Path(__file__).resolve().parents[2]


def draw(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "app.desktop.starting.picture", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_picture_of_the_window_is_drawn_and_the_file_left_alone(sample_file, tmp_path):
    before = sample_file.read_bytes()

    done = draw(str(sample_file), str(tmp_path / "window.png"))

    assert done.returncode == 0, done.stderr
    assert QImage(str(tmp_path / "window.png")).width() == 1280
    assert sample_file.read_bytes() == before


def test_a_picture_of_a_foreign_file_is_refused_in_a_sentence(tmp_path):
    foreign = tmp_path / "letter.poise"
    foreign.write_bytes(b"not ours")

    done = draw(str(foreign), str(tmp_path / "window.png"))

    assert done.returncode == 1
    assert "letter.poise" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_picture_needs_both_names():
    assert draw("only-one").returncode == 2


def test_the_desktop_can_be_named_without_loading_qt():
    program = "import sys, app.desktop.starting.application; print('PySide6' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "False"


class Listener:
    def __init__(self):
        self.reports = []

    def report_error(self, parent, title, text, details):
        self.reports.append(details)


def test_a_bug_is_reported_once_and_the_program_goes_on(monkeypatch, capsys):
    listener = Listener()
    monkeypatch.setattr("app.desktop.telling.bug_report.desk", lambda: listener)

    with pytest.raises(ZeroDivisionError) as caught:
        _ = 1 / 0
    BugDesk().report(caught.type, caught.value, caught.tb)

    assert len(listener.reports) == 1
    assert "ZeroDivisionError: division by zero" in listener.reports[0]
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_an_interruption_is_no_bug(monkeypatch, capsys):
    listener = Listener()
    monkeypatch.setattr("app.desktop.telling.bug_report.desk", lambda: listener)

    BugDesk().report(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert listener.reports == []


@pytest.mark.parametrize("typed_first", [True, False])
def test_the_key_of_undo_goes_to_the_field_first(sample_window, qtbot, typed_first):
    sample_window.show_step("decision")
    title = sample_window.page("decision").findChild(object, "title")
    kept = title.text()
    title.setText("Another title")
    title.commit()
    sample_window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is sample_window)
    title.setFocus()
    if typed_first:
        qtbot.keyClicks(title, "x")

    qtbot.keyClick(title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert title.text() == ("Another title" if typed_first else kept)
    assert sample_window.workspace.undo_stack.canUndo() == typed_first


UNNEEDED = ("QStyle", "QIcon", "QTranslator", "QAccessible", "QFileDialog", "QDialog", "QLineEdit")
"""Classes of Qt that Python learns to know when it first meets them; the start page needs none."""

FIRST_PAINT = f"""
from PySide6 import QtCore, QtGui, QtWidgets
from app.desktop.starting.assembly import make_application, make_window

def tell():
    known = vars(QtCore) | vars(QtGui) | vars(QtWidgets)
    print([name for name in {UNNEEDED} if name in known])
    print(application.style().name())
    application.quit()

application, window = make_application(), make_window()
window.painted.connect(tell)
window.show()
application.exec()
"""


def test_python_learns_no_part_of_qt_before_the_first_paint_that_nobody_needs(home):
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["[]", "fusion"]

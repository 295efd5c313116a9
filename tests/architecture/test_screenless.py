"""Without Qt's system libraries the other tests still run."""

import pytest

from tests.architecture.sources import ROOT
from tests.screenless import files_that_need_qt, needs_qt


@pytest.mark.parametrize(
    "text",
    [
        "from PySide6.QtCore import Qt",
        "def test_it():\n    from app.desktop import window",
        "def test_story(qtbot, tmp_path): ...",
        "import pytest\n\npytestmark = pytest.mark.needs_qt",
    ],
)
def test_a_test_that_needs_qt_is_known_by_its_text(tmp_path, text):
    path = tmp_path / "test_example.py"
    path.write_text(text, encoding="utf-8")
    assert needs_qt(path)


def test_words_about_qt_are_not_a_need_for_it(tmp_path):
    path = tmp_path / "test_example.py"
    path.write_text("TEXT = 'import PySide6'  # qtbot\n", encoding="utf-8")
    assert not needs_qt(path)


def test_all_tests_of_the_desktop_need_qt():
    assert needs_qt(ROOT / "tests" / "desktop")
    assert "tests/architecture/test_none_references.py" in files_that_need_qt()

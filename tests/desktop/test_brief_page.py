"""The brief is previewed as it will be printed, and written whole or not at all."""

import pypdf
import pytest

from app.desktop.brief_making import page_pictures, write_whole

PATIENCE = 20_000


@pytest.fixture
def brief(sample_window, qtbot):
    sample_window.show_step("brief")
    page = sample_window.page("brief")
    qtbot.waitSignal(page.previewed, timeout=PATIENCE).wait()
    return page


def test_the_preview_has_the_pages_of_the_brief(brief, qtbot, tmp_path):
    with qtbot.waitSignal(brief.exported, timeout=PATIENCE):
        brief.export_to(tmp_path / "brief.pdf")

    assert brief.view.page_count == len(pypdf.PdfReader(tmp_path / "brief.pdf").pages)
    assert "brief.pdf" in brief._said.text()
    assert brief._open.isVisible()


def test_an_edit_is_drawn_without_being_asked(brief, qtbot):
    with qtbot.waitSignal(brief.previewed, timeout=PATIENCE):
        field = brief._form._fields["bottom_line"]
        field.setPlainText("Something quite different.")
        field.commit()

    assert brief.workspace.value.brief.bottom_line == "Something quite different."


def test_a_place_that_cannot_be_written_is_told(brief, qtbot, tmp_path):
    brief.export_to(tmp_path / "missing" / "brief.pdf")

    qtbot.waitUntil(lambda: "could not be used" in brief._said.text(), timeout=PATIENCE)
    assert brief._export.isEnabled()


def test_what_the_brief_lacks_is_named(window, qtbot):
    window.actions_by_id["new"].trigger()
    window.show_step("brief")

    assert "the question" in window.page("brief")._lacking.text()


def test_closing_while_pages_are_drawn_leaves_nothing_running(sample_window):
    sample_window.show_step("brief")
    page = sample_window.page("brief")
    page._draw()

    sample_window.actions_by_id["close"].trigger()

    assert not page.desk.drawing
    assert not page.desk.busy


def test_a_file_is_replaced_whole(tmp_path):
    target = tmp_path / "x.pdf"
    target.write_bytes(b"old")

    write_whole(b"new", target)

    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"]


def test_a_picture_is_as_wide_as_asked(brief, qtbot, tmp_path):
    with qtbot.waitSignal(brief.exported, timeout=PATIENCE):
        brief.export_to(tmp_path / "brief.pdf")

    first, *_ = page_pictures((tmp_path / "brief.pdf").read_bytes(), 300)

    assert first.width() == 300
    assert first.height() > first.width()

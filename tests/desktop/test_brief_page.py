"""The brief is previewed as it will be printed, and written whole or not at all."""

import os
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt

from app.analysis.outcome import find_outcome
from app.desktop.brief_making import page_pictures, write_whole
from app.desktop.completeness import completeness
from app.desktop.steps import STEPS
from app.desktop.widgets.rail import STATE_ROLE, progress_text
from app.edits.decision import change_brief
from app.edits.scores import set_score
from db.model import BriefKind, Shown
from db.model.tree import leaves

PATIENCE = 60_000


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


def test_the_rail_counts_what_the_page_names(window):
    window.actions_by_id["new"].trigger()
    window.show_step("brief")
    page, workspace = window.page("brief"), window.workspace
    for fields in ({}, {"bottom_line": "Stay."}, {"to": "Ada", "recommendation": "Stay out."}):
        workspace.apply("Brief", change_brief, **fields)
        named = page._lacking.text().removeprefix("Still empty: ").partition(".")[0].split("; ")
        assert completeness(workspace.value)["brief"].said == f"{len(named)} fields empty"
    assert "no ranking yet" in page._lacking.text()


def test_words_written_for_another_leader_are_to_be_read_again(sample_window):
    window = sample_window
    window.show_step("brief")
    page, workspace = window.page("brief"), window.workspace
    workspace.apply("Brief", change_brief, recommended=None)
    assert not page._reread.isVisible()
    first = find_outcome(workspace.value).ranked[0]
    for leaf in leaves(workspace.value):
        desk = workspace.value.decision.assessor
        assert workspace.apply("Score", set_score, desk, first, leaf.id, leaf.worst)

    assert workspace.value.option_by_id[first].name in page._reread.text()
    assert page._reread.isVisible()

    for name in ("bottom_line", "recommendation"):
        page._form._fields[name].setPlainText("Something quite different.")
        page._form._fields[name].commit()
    assert not page._reread.isVisible()


def test_what_is_being_typed_is_counted_before_the_field_is_left(window, qtbot):
    window.actions_by_id["new"].trigger()
    window.show_step("brief")
    page, rail = window.page("brief"), window.document.rail
    at = rail.model().index([spec.id for spec in STEPS].index("brief"))
    assert progress_text(at.data(STATE_ROLE)) == "6 fields empty"

    qtbot.keyClicks(page._form._fields["recommendation"], "Seek limited seats.")

    assert "the recommendation" not in page._lacking.text()
    assert progress_text(at.data(STATE_ROLE)) == "5 fields empty"
    assert window.workspace.value.brief.recommendation == ""
    page._form._fields["recommendation"].setPlainText("")
    assert "the recommendation" in page._lacking.text()


def test_kind_language_and_paper_stand_first_and_the_cursor_in_the_bottom_line(brief):
    form = brief._form
    shapes = [form.shapes[name].mapTo(form, QPoint()).y() for name in ("kind", "language", "paper")]
    bottom_line = form._fields["bottom_line"].mapTo(form, QPoint()).y()

    assert max(shapes) < bottom_line < form.height()
    assert shapes[1] == shapes[2]
    assert brief.first_control() is form._fields["bottom_line"]
    assert not form.horizontalScrollBar().isVisible()


def test_closing_while_pages_are_drawn_leaves_nothing_running(sample_window):
    sample_window.show_step("brief")
    page = sample_window.page("brief")
    page._draw()

    sample_window.actions_by_id["close"].trigger()

    assert not page.desk.drawing
    assert not page.desk.busy


def test_no_page_of_one_assessment_stays_on_show_for_the_next(brief, sample_window):
    assert brief.view.page_count > 0

    sample_window.actions_by_id["new"].trigger()

    assert brief.view.page_count == 0


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


def test_a_brief_from_the_window_is_what_the_assessment_gives(brief, qtbot, tmp_path, sample_file):
    from argparse import Namespace

    from app.cli.verification import verify

    target = tmp_path / "brief.pdf"
    with qtbot.waitSignal(brief.exported, timeout=PATIENCE):
        brief.export_to(target)

    asked = Namespace(brief=target, file=sample_file, since=None, style=None)
    said = verify(brief.workspace.value, asked)
    assert "byte for byte" in said


def test_a_name_ending_in_docx_gives_a_word_document(brief, qtbot, tmp_path):
    with qtbot.waitSignal(brief.exported, timeout=PATIENCE):
        brief.export_to(tmp_path / "brief.docx")

    assert (tmp_path / "brief.docx").read_bytes().startswith(b"PK")


def test_an_export_can_be_stopped_and_leaves_nothing(brief, qtbot, tmp_path):
    brief.export_to(tmp_path / "brief.pdf")
    assert brief._cancel.isVisible()

    brief._cancel.click()

    assert not brief.desk.busy
    assert "Stopped" in brief._said.text()
    assert brief._export.isEnabled()
    qtbot.waitSignal(brief.previewed, timeout=PATIENCE).wait()
    assert not (tmp_path / "brief.pdf").exists()


def test_kind_and_sections_are_chosen(brief, qtbot):
    form = brief._form
    form.shapes["kind"].chosen.emit(BriefKind.NOTE)
    assert brief.workspace.value.brief.kind is BriefKind.NOTE

    sections = form.sections
    names = [sections.list.item(row).text() for row in range(sections.list.count())]
    assert "Recommendation" in names
    sections.list.item(names.index("Recommendation")).setCheckState(Qt.CheckState.Unchecked)

    rows = {row.id: row.shown for row in brief.workspace.value.brief_sections}
    assert rows["recommendation"] is Shown.NO
    sections.list.setCurrentRow(names.index("Recommendation"))
    sections._move_up()
    order = [row.id for row in brief.workspace.value.brief_sections]
    assert order.index("recommendation") == names.index("Recommendation") - 1


def test_an_annex_is_asked_for_in_a_memo_and_the_order_of_sections_stays(brief):
    sections = brief._form.sections
    names = [sections.list.item(row).text() for row in range(sections.list.count())]
    at = names.index("Annex: What there is to regret")
    assert sections.list.item(at).checkState() is Qt.CheckState.Unchecked
    assert sections.list.item(names.index("Annex: Sources")).checkState() is Qt.CheckState.Checked

    sections.list.setCurrentRow(at)
    assert not sections._up.isEnabled()
    assert not sections.words.isEnabled()
    sections.list.item(at).setCheckState(Qt.CheckState.Checked)

    rows = [(row.id, row.shown) for row in brief.workspace.value.brief_sections]
    assert rows == [("annex-regrets", Shown.YES)]
    assert [sections.list.item(row).text() for row in range(sections.list.count())] == names
    assert sections.list.item(at).checkState() is Qt.CheckState.Checked
    sections.list.setCurrentRow(names.index("Recommendation"))
    assert sections._up.isEnabled()
    assert sections.words.isEnabled()


def test_nothing_but_an_ordinary_file_is_replaced(tmp_path):
    with pytest.raises(OSError, match="folder or a device"):
        write_whole(b"new", Path(os.devnull))


def test_the_pages_go_to_a_printer(brief, qtbot, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    from app.desktop.briefing.printing import print_pages

    with qtbot.waitSignal(brief.exported, timeout=PATIENCE):
        brief.export_to(tmp_path / "brief.pdf")
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setFromTo(1, 2)

    assert print_pages((tmp_path / "brief.pdf").read_bytes(), printer) == 2
    assert len(pypdf.PdfReader(tmp_path / "paper.pdf").pages) == 2


def test_a_brief_in_another_language_says_that_own_texts_stay_as_written(brief):
    said = brief._form.as_written
    assert not said.isVisible()

    brief.workspace.apply("French", change_brief, language="fr")

    assert said.isVisible()
    assert "English" in said.text()

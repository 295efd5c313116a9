"""A house style is chosen once for every brief, holds wherever one is made, and can be verified."""

from argparse import Namespace

import pypdf
import pytest
from PySide6.QtWidgets import QFileDialog

from app.brief.house import read_style
from app.cli.verification import verify
from db.model import Paper

PATIENCE = 60_000
STYLE = """
letterhead = ["Ministry of Foreign Affairs", "Policy Planning"]
accent = "#6b1f2a"
paper = "Letter"
"""


@pytest.fixture
def style_file(tmp_path):
    path = tmp_path / "house.toml"
    path.write_text(STYLE, encoding="utf-8")
    return path


@pytest.fixture
def brief(sample_window, qtbot):
    with qtbot.waitSignal(sample_window.page("brief").previewed, timeout=PATIENCE):
        sample_window.show_step("brief")
    return sample_window.page("brief")


def choose(brief, path, qtbot, monkeypatch):
    field = brief._form.house_style
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    with qtbot.waitSignal(field.changed):
        field.choose.click()
    return field


def export(brief, target, qtbot):
    with qtbot.waitSignal(brief.exported, timeout=PATIENCE):
        brief.export_to(target)
    return target


def verified(brief, target, file, style):
    asked = Namespace(brief=target, file=file, since=None, style=style)
    return verify(brief.workspace.value, asked)


def test_a_brief_in_the_style_of_the_house_is_verified_with_it(
    brief, style_file, sample_file, tmp_path, qtbot, monkeypatch
):
    field = choose(brief, style_file, qtbot, monkeypatch)
    target = export(brief, tmp_path / "brief.pdf", qtbot)

    page = pypdf.PdfReader(target).pages[0]
    assert field.said.text() == "house.toml"
    assert "Ministry of Foreign Affairs" in page.extract_text()
    assert (page.mediabox.width, page.mediabox.height) == (612, 792)
    assert "byte for byte" in verified(brief, target, sample_file, style_file)


def test_the_preview_and_the_printer_follow_the_style(brief, style_file, qtbot, monkeypatch):
    from app.desktop.briefing import printing

    asked = []
    monkeypatch.setattr(printing, "ask_printer", lambda *told: asked.append(told[1]))
    with qtbot.waitSignal(brief.previewed, timeout=PATIENCE):
        choose(brief, style_file, qtbot, monkeypatch)

    brief.print_it()

    assert asked == [Paper.LETTER]
    assert brief.desk.style == read_style(style_file)


def test_without_the_style_a_brief_looks_as_it_does_by_itself(
    brief, style_file, sample_file, tmp_path, qtbot, monkeypatch
):
    field = choose(brief, style_file, qtbot, monkeypatch)

    field.clear.click()

    target = export(brief, tmp_path / "brief.pdf", qtbot)
    assert "Ministry" not in pypdf.PdfReader(target).pages[0].extract_text()
    assert "byte for byte" in verified(brief, target, sample_file, None)
    assert not field.clear.isEnabled()


def test_a_style_that_cannot_be_used_is_refused_with_its_sentence(
    brief, style_file, qtbot, monkeypatch
):
    style_file.write_text('accent = "#ffff00"\n', encoding="utf-8")

    field = choose(brief, style_file, qtbot, monkeypatch)

    assert "too pale to read on white" in field.said.text()
    assert brief.desk.style is None


def test_a_style_that_is_gone_is_told_and_remembered(brief, style_file, qtbot, monkeypatch):
    field = choose(brief, style_file, qtbot, monkeypatch)
    style_file.unlink()

    with qtbot.waitSignal(field.changed):
        field.read_again()

    assert "The brief goes without a house style" in field.said.text()
    assert field.path == style_file


def test_the_style_holds_after_the_next_start(
    brief, style_file, open_window, sample_file, qtbot, monkeypatch
):
    choose(brief, style_file, qtbot, monkeypatch)
    brief.window().close()
    again = open_window()
    assert again.commands.open(sample_file)
    field = again.page("brief")._form.house_style

    with qtbot.waitSignal(field.changed):
        again.show_step("brief")

    assert again.page("brief").desk.style == read_style(style_file)

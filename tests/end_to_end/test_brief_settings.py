"""Briefs of every language, paper, choice of sections and house style are made again alike."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import structs
from PIL import Image

from app.cli.main import main
from app.exchange.samples import read_sample
from db.document import Document
from db.image import build_image
from db.model import Assessment, BriefSection, Paper, Shown
from db.model.rows import canonical

STYLE = """
letterhead = ["Ministry of Foreign Affairs"]
accent = "#6b1f2a"
logo = "arms.png"
logo_text = "Arms"
portion_marks = true
"""
SECTIONS = (
    BriefSection(id="handling", text="Tell nobody before Monday."),
    BriefSection(id="risks"),
    BriefSection(id="options", shown=Shown.NO),
    BriefSection(id="annex-sources", shown=Shown.NO),
    BriefSection(id="issue", text="In our own words."),
)


def with_settings(language: str = "en", paper: Paper = Paper.A4, sections=()) -> Assessment:
    sample = read_sample()
    brief = structs.replace(sample.brief, language=language, paper=paper)
    return canonical(structs.replace(sample, brief=brief, brief_sections=sections))


def put(assessment: Assessment, path: Path) -> Path:
    path.write_bytes(build_image(Document(assessment=assessment)))
    return path


def answer(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def style(tmp_path: Path) -> Path:
    Image.new("RGB", (30, 30), "navy").save(tmp_path / "arms.png")
    path = tmp_path / "style.toml"
    path.write_text(STYLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("kind", ["memo", "note", "report"])
def test_a_brief_of_any_kind_language_and_choice_is_true_to_its_file(
    tmp_path, style, language, kind
):
    file = put(with_settings(language, Paper.LETTER, SECTIONS), tmp_path / "a.poise")
    brief = tmp_path / "a.pdf"
    assert not answer("brief", file, "-o", brief, "--kind", kind, "--style", style)
    assert not answer("check", file, "--brief", brief, "--style", style)


def test_a_brief_in_a_house_style_is_not_taken_for_a_plain_one(tmp_path, style, capsys):
    file = put(with_settings(), tmp_path / "a.poise")
    brief = tmp_path / "a.pdf"
    answer("brief", file, "-o", brief, "--kind", "note", "--style", style)
    assert answer("check", file, "--brief", brief)
    assert "Say with --style which it is" in capsys.readouterr().err
    style.write_text(STYLE.replace("Ministry", "Department"), encoding="utf-8")
    assert answer("check", file, "--brief", brief, "--style", style)


def test_another_choice_of_sections_is_told_from_the_one_made(tmp_path):
    file = put(with_settings(sections=SECTIONS), tmp_path / "a.poise")
    brief = tmp_path / "a.pdf"
    assert not answer("brief", file, "-o", brief)
    put(with_settings(), file)
    assert answer("check", file, "--brief", brief)


def test_a_style_that_cannot_be_used_is_refused_before_anything_is_written(tmp_path, style, capsys):
    file = put(with_settings(), tmp_path / "a.poise")
    style.write_text('accent = "#dddddd"', encoding="utf-8")
    assert answer("brief", file, "-o", tmp_path / "a.pdf", "--style", style)
    assert "too pale to read on white" in capsys.readouterr().err
    assert answer("brief", file, "-o", tmp_path / "a.pdf", "--style", tmp_path / "none.toml")
    assert "cannot be read" in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()


def test_the_same_brief_has_the_same_bytes_wherever_and_whenever_it_is_made(tmp_path):
    file = put(with_settings("ar"), tmp_path / "a.poise")
    made = []
    for zone, seed in (("Asia/Kabul", "1"), ("America/St_Johns", "77")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
        brief = tmp_path / f"{seed}.pdf"
        command = [sys.executable, "-m", "app", "brief", file, "-o", brief, "--attach"]
        subprocess.run(command, check=True, env=environment, capture_output=True)
        made.append(brief.read_bytes())
    assert made[0] == made[1]

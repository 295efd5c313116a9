"""Beginning from a template without a window."""

import pytest

from app.cli import main
from app.exchange.templates import list_templates, read_template
from db import gate


def test_templates_are_listed_with_what_they_are_for(capsys):
    assert main(["templates"]) == 0
    printed = capsys.readouterr().out
    for template in list_templates():
        assert f"{template.name} " in printed
        assert template.title in printed
        assert template.line in printed


def test_a_new_assessment_begins_from_a_template(tmp_path, capsys):
    path = tmp_path / "aid.poise"
    words = ["--template", "access", "--title", "Relief to the north", "--assessor", "Desk"]
    assert main(["new", str(path), *words]) == 0
    content = gate.read(path).assessment
    assert content.decision.title == "Relief to the north"
    assert content.perspective_by_id[content.decision.assessor].name == "Desk"
    assert content.levels == read_template("access").levels
    assert main(["policy", str(path)]) == 0
    assert main(["check", str(path)]) == 0


def test_without_a_title_the_template_gives_one(tmp_path):
    path = tmp_path / "aid.poise"
    assert main(["new", str(path), "--template", "access"]) == 0
    assert gate.read(path).assessment.decision.title == "Humanitarian access"


def test_an_unknown_template_is_named_with_those_there_are(tmp_path, capsys):
    assert main(["new", str(tmp_path / "x.poise"), "--template", "war"]) == 2
    said = capsys.readouterr().err
    assert "“war” is not a template" in said
    assert "sanctions" in said


def test_template_and_sample_exclude_each_other(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["new", str(tmp_path / "x.poise"), "--sample", "--template", "access"])
    assert "not allowed with" in capsys.readouterr().err

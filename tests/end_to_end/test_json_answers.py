"""What commands answer as JSON is what the published schemas say."""

import json

import msgspec
import pytest

from app.cli import main
from app.cli.json_answers import ANSWERS, answer_schema
from tests.architecture.sources import ROOT


@pytest.fixture
def files(tmp_path, capsys):
    """The worked example, and a template with nothing scored but options and criteria."""
    sample, template = tmp_path / "sample.poise", tmp_path / "template.poise"
    assert main(["new", str(sample), "--sample"]) == 0
    assert main(["new", str(template), "--template", "access"]) == 0
    capsys.readouterr()
    return sample, template


def answer(command, path, capsys):
    more = ["--samples", "1000"] if command == "analyse" else []
    assert main([command, str(path), "--json", *more]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("command", ANSWERS)
def test_answers_are_what_their_types_say(command, files, capsys):
    for path in files:
        text = answer(command, path, capsys)
        read = msgspec.json.decode(text, type=ANSWERS[command])
        assert json.loads(text)["version"] == read.version == 1


@pytest.mark.parametrize("command", ANSWERS)
def test_every_member_that_is_promised_is_in_the_answer(command, files, capsys):
    members = {field.name for field in msgspec.structs.fields(ANSWERS[command])}
    assert members <= set(json.loads(answer(command, files[0], capsys)))


@pytest.mark.parametrize("command", ANSWERS)
def test_the_published_schema_is_that_of_the_program(command):
    path = ROOT / "docs" / "schema" / f"{command}.schema.json"
    ours = json.loads(msgspec.json.encode(answer_schema(command)))
    assert json.loads(path.read_text(encoding="utf-8")) == ours


def test_a_type_that_does_not_hold_is_noticed(files, capsys):
    wrong = json.loads(answer("rank", files[0], capsys))
    wrong["options"][0]["value"] = 101
    with pytest.raises(msgspec.ValidationError, match="<= 100"):
        msgspec.convert(wrong, ANSWERS["rank"])


def test_progress_is_never_in_the_answer(files, capsys):
    answer("analyse", files[0], capsys)
    assert main(["analyse", str(files[0]), "--samples", "1000"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert "\x1b" not in captured.out

"""What commands answer as JSON is what the published schemas say."""

import json
import shutil
from functools import partial
from itertools import pairwise

import msgspec
import pytest

from app.cli import main
from app.cli.files import change
from app.cli.json_answers import ANSWERS, answer_schema
from app.edits import weights
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
def test_every_member_of_an_answer_has_a_type(command, files, capsys):
    text = answer(command, files[0], capsys)
    read = msgspec.json.decode(text, type=ANSWERS[command])
    assert json.loads(msgspec.json.encode(read)) == json.loads(text)


@pytest.mark.parametrize("command", ANSWERS)
def test_every_member_that_is_promised_is_in_the_answer(command, files, capsys):
    fields = msgspec.structs.fields(ANSWERS[command])
    members = {field.name for field in fields if field.required}
    assert members <= set(json.loads(answer(command, files[0], capsys)))


LEAVES = ("norm", "civic", "human", "security", "cohesion", "legit", "feas", "insight")
CHAIN = [(a, b, 2.0) for a, b in pairwise(LEAVES)]
ASKED = {
    "swings": {"values": dict.fromkeys(LEAVES, 10.0)},
    "ranks": {"ranks": {leaf: 1.0 + k for k, leaf in enumerate(LEAVES)}},
    "pairwise": {"members": [[*CHAIN, ("norm", "human", 9.0)]]},
    "best_worst": {
        "best_to_others": {leaf: 2.0**k for k, leaf in enumerate(LEAVES)},
        "others_to_worst": {leaf: 2.0 ** (7 - k) for k, leaf in enumerate(LEAVES)},
    },
    "tradeoffs": {"equal": [(a, 10.0, b, 20.0) for a, b, _ in CHAIN]},
    "verbal": {"judgements": [*((a, b, 2) for a, b, _ in CHAIN), ("insight", "nothing", 2)]},
}


@pytest.mark.parametrize("method", ASKED)
def test_answers_that_were_asked_for_are_what_their_types_say(method, files, tmp_path, capsys):
    given, earlier = tmp_path / "answers.json", tmp_path / "earlier.poise"
    shutil.copy(files[0], earlier)
    edit = partial(weights.set_swing, perspective="policy-desk", criterion="security", swing=90.0)
    change(files[0], edit, "Raise security", "Me")
    drawn = {"weights": [[1.0] * len(LEAVES), [*range(1, len(LEAVES) + 1)]]}
    limits = {"order": [["norm"], ["human", "security"]]}
    whole = {"weights": {"method": method, **ASKED[method]}, "drawn": drawn, "limits": limits}
    given.write_text(json.dumps(whole), "utf-8")
    more = ["--answers", str(given), "--since", str(earlier), "--samples", "1000"]
    assert main(["analyse", str(files[0]), "--json", *more]) == 0
    text = capsys.readouterr().out
    read = msgspec.json.decode(text, type=ANSWERS["analyse"])
    assert {"limits", "elicited", "given_samples", "changes"} <= set(json.loads(text))
    assert json.loads(msgspec.json.encode(read)) == json.loads(text)


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

"""What the policy layer says of the worked example on the command line."""

import contextlib
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.analysis.outcome import find_outcome
from app.analysis.policy.cohesion import find_cohesion
from app.cli import main
from app.edits.actors import derive_cohesion
from app.edits.decision import change_brief, change_decision, set_widening
from app.exchange.json_document import write_json
from app.exchange.samples import read_sample
from db.model import Assessment, Widening

REGRET = {"CM": 1.50, "RE": 7.52, "BR": 9.92, "HP": 11.64, "NR": 21.87, "SP": 32.49, "UR": 34.24}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("policy") / "afghanistan.poise"
    spoken("new", str(path), "--sample")
    return path


@pytest.fixture(scope="module")
def printed(sample: Path) -> str:
    return spoken("policy", str(sample))


@pytest.fixture(scope="module")
def document(sample: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(spoken("policy", str(sample), "--json"))
    return found


def spoken(*arguments: str) -> str:
    """What a command prints when it does what was asked."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert main(list(arguments)) == 0
    return out.getvalue()


@pytest.mark.parametrize(
    "sentence",
    [
        "The actors' weights are assumed",
        "Conditional membership comes first for United States and EU; Afghan rights activists",
        "Regional engagement without recognition comes first for Russia; China; Neighbours",
        "Protection track comes first for UN agencies in the country.",
        "Conditional membership is acceptable to all 6 actors.",
        "Conditional membership is the least-bad common position",
        "In 3 precedents of “Coercion by isolation” the condition “Society can press the rulers",
        "What came of South Africa under apartheid: Counted as a success",
        "Unconditional recognition is kept at the red line “No recognition while no benchmark is",
        "Conditional membership leads in 4 of 6 scenarios.",
        "In “Ranks break” Regional engagement without recognition leads, with 50.4.",
        "In “Hardliners entrench” Protection track leads, with 45.7.",
        "in no scenario is it more than 1.5 below the best",
        (
            "The case for Non-recognition, minimal engagement as “Coercion by isolation” towards "
            "Norm change in the regime rests on 3 conditions: 2 fail and 1 partly holds."
        ),
        (
            "Conditional membership is conditional on 6 benchmarks: none is met, 2 are not met and "
            "4 are unknown."
        ),
        "Unconditional recognition crosses the red line “No recognition while no benchmark is met”",
        "Benchmarked recognition may cross the red line “No recognition while no benchmark is",
        (
            "Tightened pressure crosses the red line “No measure whose burden falls on civilians' "
            "basic needs”; the range of its score reaches back"
        ),
        (
            "Non-recognition, minimal engagement crosses the red line “No measure whose burden "
            "falls on civilians' basic needs” in “Mass returns”"
        ),
        (
            "With or without Tightened pressure and Unconditional recognition, Conditional "
            "membership leads."
        ),
        (
            "3 scores each rest on a single document graded C or below: Tightened pressure on "
            "Needs and protection; Protection track on Norm change in the regime; Protection track "
            "on Needs and protection."
        ),
        "All of the value of Conditional membership comes from scores marked as assumptions.",
    ],
)
def test_the_worked_example_is_said_in_plain_sentences(printed: str, sentence: str) -> None:
    assert sentence in printed


def test_json_holds_the_figures_with_full_precision(document: dict[str, Any]) -> None:
    assert (document["format"], document["version"]) == ("counterpoise-policy", 1)
    assert document["scenarios"]["worst_regret"] == pytest.approx(REGRET, abs=1e-9)
    assert document["scenarios"]["least_regret"] == ["CM"]
    actors = {row["id"]: row for row in document["actors"]["actors"]}
    assert actors["china"]["values"]["BR"] == pytest.approx(50.18, abs=1e-9)
    assert actors["china"]["accepts"] == ["RE", "CM", "BR"]
    assert document["actors"]["common"]["maximin"] == ["CM"]
    assert document["red_lines"]["crossing"] == ["SP", "UR"]
    weak = {(s["option"], s["criterion"]) for s in document["evidence"]["on_one_weak_document"]}
    assert weak == {("SP", "human"), ("HP", "human"), ("HP", "norm")}


def test_json_holds_conditions_against_past_cases(document: dict[str, Any]) -> None:
    found = {(row["option"], row["mechanism"]): row for row in document["compared"]}
    society = next(
        row for row in found["NR", "isolation"]["conditions"] if row["id"] == "iso-society"
    )
    assert society["here"] == "fails"
    assert society["before"][0] == {
        "precedent": "south-africa",
        "rating": "partly",
        "here_is": "worse",
    }
    assert society["before"][1] == {
        "precedent": "chile-yugoslavia",
        "rating": None,
        "here_is": "untold",
    }


def test_json_says_on_what_ground_options_stay_at_a_red_line(document: dict[str, Any]) -> None:
    lines = document["red_lines"]
    assert {(row["option"], row["choice"]) for row in lines["choices"]} == {
        ("SP", "comparison"),
        ("UR", "comparison"),
    }
    assert lines["undecided"] == []


def test_check_says_that_the_advice_crosses_a_line_without_a_waiver(tmp_path: Path) -> None:
    path = changed(tmp_path, lambda a: change_brief(a, recommended="UR"))
    sentence = (
        "The option advised, Unconditional recognition, crosses the red line “No recognition "
        "while no benchmark is met” without a waiver."
    )
    assert f"Not fit to be final: {sentence}" in spoken("check", str(path))
    assert sentence in " ".join(json.loads(spoken("check", str(path), "--json"))["remarks"])


def test_the_ranking_marks_who_crosses_a_line(sample: Path) -> None:
    text = spoken("rank", str(sample))
    assert "Unconditional recognition – crosses a red line, for comparison only" in text
    options = json.loads(spoken("rank", str(sample), "--json"))["options"]
    marks = {row["id"]: row["red_line"] for row in options}
    assert (marks["CM"], marks["BR"]) == ("", "may cross a red line")


def test_json_keeps_its_shape(document: dict[str, Any]) -> None:
    assert list(document) == [
        "format",
        "version",
        "option",
        "actors",
        "assessors",
        "cohesion",
        "scenarios",
        "vulnerabilities",
        "conditions",
        "compared",
        "unreached",
        "benchmarks",
        "red_lines",
        "evidence",
        "widened_ranges",
        "challenge",
        "sentences",
    ]
    assert list(document["sentences"]) == [
        "actors",
        "assessors",
        "scenarios",
        "conditions",
        "red_lines",
        "evidence",
        "challenge",
    ]


def test_an_assessment_that_uses_none_of_it_is_told_so_once(
    tmp_path: Path,
) -> None:
    path = tmp_path / "empty.poise"
    spoken("new", str(path), "--title", "What next?")
    lines = spoken("policy", str(path)).splitlines()
    assert lines[0] == "What next?"
    assert lines[2].startswith("Nothing is said yet about actors")
    assert len(lines) == 3
    answer = json.loads(spoken("policy", str(path), "--json"))
    assert (answer["actors"], answer["scenarios"]) == (None, None)
    assert not any(answer["sentences"].values())


def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "nowhere.poise"]) == 1
    assert "nowhere.poise" in capsys.readouterr().err


def changed(folder: Path, edit: Callable[[Assessment], Assessment]) -> Path:
    """A file with the worked example after an edit."""
    plain, made = folder / "changed.json", folder / "changed.poise"
    plain.write_bytes(write_json(edit(read_sample())))
    spoken("import", str(plain), str(made))
    return made


def test_what_the_red_team_owes_is_said_by_both_commands(sample: Path, tmp_path: Path) -> None:
    made = changed(tmp_path, lambda a: change_decision(a, pre_mortem=""))
    owed = "Nobody has told yet how the leading option might come to fail (pre-mortem)."
    assert f"Not fit to be final: {owed}" in spoken("check", str(made))
    told = spoken("policy", str(made))
    assert "- The brief cannot be marked final yet." in told
    assert f"- {owed}" in told
    assert "Not fit to be final" not in spoken("check", str(sample))
    assert "- The brief can be marked final." in spoken("policy", str(sample))


def test_widened_ranges_are_counted(sample: Path, tmp_path: Path) -> None:
    assert "rest on widens" not in spoken("policy", str(sample))
    made = changed(tmp_path, lambda a: set_widening(a, Widening.ON))
    assert "What scores rest on widens 12 ranges" in spoken("policy", str(made))
    assert json.loads(spoken("policy", str(made), "--json"))["widened_ranges"] == 12


def test_derived_unity_is_called_derived(sample: Path, tmp_path: Path) -> None:
    def edit(assessment: Assessment) -> Assessment:
        outcome = find_outcome(assessment)
        assert outcome is not None
        numbers = {row.option: row.from_views for row in find_cohesion(outcome)}
        return derive_cohesion(assessment, "cohesion", numbers, "Derived.")

    made = changed(tmp_path, edit)
    assert "is derived from the actors' views" in spoken("policy", str(made))
    assert json.loads(spoken("policy", str(made), "--json"))["cohesion"]["derived"] is True
    assert "is judged by hand" in spoken("policy", str(sample))
    out = tmp_path / "brief.md"
    spoken("brief", str(made), "-o", str(out))
    assert "is derived from the actors' views" in out.read_text(encoding="utf-8")


def test_signposts_past_their_day_are_named(printed: str) -> None:
    assert "Reviews of signposts are overdue: “A state of the region" in printed

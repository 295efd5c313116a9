"""Answers, limits and changes on the command line: every method can be asked there."""

import contextlib
import io
import json
import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from app.cli.files import change
from app.edits import weights
from tests.architecture.sources import ROOT

LEAVES = ("norm", "civic", "human", "security", "cohesion", "legit", "feas", "insight")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("answers") / "afghanistan.poise"
    spoken("new", str(path), "--sample")
    return path


def spoken(*arguments: str) -> str:
    """What a command prints when it does what was asked."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert main(list(arguments)) == 0
    return out.getvalue()


def asked(sample: Path, answers: dict[str, Any], *more: str) -> dict[str, Any]:
    """The analysis as JSON with these answers."""
    path = sample.with_name("answers.json")
    path.write_text(json.dumps(answers), "utf-8")
    options = ("--answers", str(path), "--samples", "2000", "--json", *more)
    found: dict[str, Any] = json.loads(spoken("analyse", str(sample), *options))
    return found


def chain(ratio: float) -> list[tuple[str, str, float]]:
    return [(a, b, ratio) for a, b in pairwise(LEAVES)]


WAYS: dict[str, dict[str, Any]] = {
    "swings": {"values": {leaf: 2.0 ** (7 - k) for k, leaf in enumerate(LEAVES)}},
    "pairwise": {"members": [chain(2), chain(2)]},
    "tradeoffs": {"equal": [(a, 10.0, b, 20.0) for a, b, _ in chain(2)]},
    "best_worst": {
        "best_to_others": {leaf: 2.0**k for k, leaf in enumerate(LEAVES)},
        "others_to_worst": {leaf: 2.0 ** (7 - k) for k, leaf in enumerate(LEAVES)},
    },
}


@pytest.mark.parametrize("method", WAYS)
def test_each_way_of_asking_gives_the_weights_that_were_meant(sample: Path, method: str) -> None:
    found = asked(sample, {"weights": {"method": method, **WAYS[method]}})
    shares = found["weights"]
    assert list(shares) == list(LEAVES)
    for first, second, _ in chain(2):
        assert shares[first] / shares[second] == pytest.approx(2.0, rel=1e-3)
    assert "The answers give these weights" in found["sentences"]["answers"][0]


def test_ranks_words_and_branches_give_weights(sample: Path) -> None:
    ranks = {leaf: 1.0 + k for k, leaf in enumerate(LEAVES)}
    found = asked(sample, {"weights": {"method": "ranks", "ranks": ranks, "rule": "sum"}})
    assert found["weights"]["norm"] == pytest.approx(8 / 36)
    judged = [(a, b, 2) for a, b, _ in chain(2)] + [("insight", "nothing", 2)]
    found = asked(sample, {"weights": {"method": "verbal", "judgements": judged}})
    assert found["elicited"]["scale"]["nothing"] == 0.0
    assert found["weights"]["norm"] > found["weights"]["civic"] > found["weights"]["insight"] > 0
    exported = sample.with_name("whole.json")
    spoken("export", str(sample), "--json", str(exported))
    rows = json.loads(exported.read_text("utf-8"))["assessment"]["criteria"]
    among = {row["id"]: 3.0 if row["id"] in ("rights", "norm") else 1.0 for row in rows}
    found = asked(sample, {"weights": {"method": "top_down", "weights": among}})
    assert found["weights"]["norm"] == pytest.approx(3 / 7 * 3 / 4)


def test_inconsistent_comparisons_with_gaps_are_measured(sample: Path) -> None:
    members = [[*chain(2), ("norm", "human", 1.0)]]
    found = asked(sample, {"weights": {"method": "pairwise", "members": members}})
    assert found["elicited"]["consistency_ratio"] > 0.1
    assert found["elicited"]["most_inconsistent"]["mended_by"] > 0
    assert any("consistency ratio" in said for said in found["sentences"]["answers"])


def test_contradicting_words_are_named(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    judged = [("norm", "civic", 3), ("civic", "norm", 2)]
    path = sample.with_name("wrong.json")
    path.write_text(json.dumps({"weights": {"method": "verbal", "judgements": judged}}), "utf-8")
    assert main(["analyse", str(sample), "--answers", str(path)]) == 1
    assert "norm – civic: 3; civic – norm: 2" in capsys.readouterr().err


def test_limits_are_answered_exactly_and_by_simulation(sample: Path) -> None:
    limits = {
        "order": [["norm"], ["human", "security"]],
        "intervals": {"civic": [0.05, 0.3]},
        "ratios": [["norm", "civic", 1, None]],
        "around": 3.0,
    }
    found = asked(sample, {"limits": limits})["limits"]
    assert found["shares"]["human"] == found["shares"]["security"]
    assert found["shares"]["civic"][0] == pytest.approx(0.05)
    ranks = found["acceptability"]["ranks"]
    assert all(sum(row) == pytest.approx(1.0) for row in ranks.values())
    assert found["certain_winner"] is None
    assert found["next_question"]["gain"] > 0
    never = {key for key, lead in found["greatest_lead"].items() if lead < 0}
    assert all(ranks[key][0] < 0.05 for key in never)


def test_typed_limits_say_the_same_as_answered_ones(sample: Path) -> None:
    typed = spoken(
        *("analyse", str(sample), "--samples", "2000", "--json", "--order", "norm > feas = legit"),
        *("--bound", "Civic space and access=5..30", "--ratio", "norm/civic=1..4"),
    )
    limits = {
        "order": [["norm"], ["feas", "legit"]],
        "intervals": {"civic": [0.05, 0.3]},
        "ratios": [["norm", "civic", 1, 4]],
    }
    assert json.loads(typed)["limits"] == asked(sample, {"limits": limits})["limits"]


def test_a_tight_order_proves_the_winner_and_finds_weights_outside_it(sample: Path) -> None:
    said = spoken(
        *("analyse", str(sample), "--samples", "2000", "--order", "security > norm"),
        *("--bound", "norm=40..50"),
    )
    assert "is first whatever the weights within them" in said or "What would tell most" in said
    assert "was called more important than Norm change in the regime, but weighs less" in said


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--order", "norm > nobody"], "not among the criteria"),
        (["--bound", "norm"], "is no limit"),
        (["--bound", "norm=70..90", "--bound", "civic=70..90"], "contradict each other"),
        (["--ratio", "norm=2..4"], "is no limit"),
        (["--bound", "norm=90..10"], "make no sense"),
    ],
)
def test_limits_that_are_none_are_refused(
    sample: Path, options: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyse", str(sample), *options]) in (1, 2)
    assert reason in capsys.readouterr().err


@pytest.mark.parametrize(
    "text", ["", "[]", '{"weights": {"method": "guess"}}', '{"wights": {}}', "\x00"]
)
def test_a_file_without_answers_is_refused(
    sample: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = sample.with_name("none.json")
    path.write_text(text, "utf-8")
    assert main(["analyse", str(sample), "--answers", str(path)]) == 1
    assert "holds no answers" in capsys.readouterr().err


@pytest.mark.parametrize(
    "answers",
    [
        {"promethee": {"norm": {"shape": "linear", "q": 9, "p": 3}}},
        {"majority": 2},
        {"drawn": {"weights": [[1.0]]}},
        {"drawn": {"weights": [[1.0] * 8, [1.0]]}},
        {"drawn": {"weights": [[1.0] * 8], "values": [[[1.0] * 8]]}},
        {"weights": {"method": "swings", "values": {"norm": -3}}},
        {"weights": {"method": "swings", "values": {"norm": 1e400}}},
        {"weights": {"method": "pairwise", "members": []}},
        {"weights": {"method": "pairwise", "members": [[["norm", "civic", 2]]]}},
        {"weights": {"method": "ranks", "ranks": {"norm": 1}}},
        {"weights": {"method": "best_worst", "best_to_others": {}, "others_to_worst": {}}},
        {"weights": {"method": "top_down", "weights": {"norm": 1}}},
        {"limits": {"order": [["norm"], ["norm"]]}},
        {"limits": {"order": [[]]}},
        {"limits": {"around": -1}},
        {"limits": {"ratios": [["norm", "civic", 3, 2]]}},
        {"curves": {"norm": {"quarters": [90, 10, 50]}}},
        {"curves": {"norm": {"middle": 0}}},
        {"curves": {"norm": {}}},
    ],
)
def test_answers_that_make_no_sense_are_refused_in_a_sentence(
    sample: Path, answers: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    path = sample.with_name("senseless.json")
    path.write_text(json.dumps(answers).replace("Infinity", "1e400"), "utf-8")
    arguments = ["analyse", str(sample), "--answers", str(path), "--samples", "1000", "--json"]
    assert main(arguments) in (1, 2)
    said = capsys.readouterr().err
    assert said.strip().endswith(".")
    assert "Traceback" not in said


def test_branches_of_a_triangle_that_overlap_are_refused(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--json", "--samples", "1000", "--triangle", "rights", "norm", "safety"]
    assert main(["analyse", str(sample), *options]) == 1
    assert "without a common criterion" in capsys.readouterr().err


def test_curves_bend_the_values_and_preferences_reach_promethee(sample: Path) -> None:
    plain = asked(sample, {})
    bent = asked(
        sample,
        {
            "curves": {"norm": {"middle": 20.0}, "feas": {"quarters": [20, 40, 70]}},
            "promethee": {"norm": {"shape": "gaussian", "s": 10}},
            "majority": 0.7,
        },
    )
    values = [row["options"][0]["value"] for row in (plain, bent)]
    assert values[1] > values[0]
    assert bent["other_methods"]["vikor"]["majority"] == 0.7
    flows = [row["other_methods"]["promethee"]["net"] for row in (plain, bent)]
    assert flows[0] != flows[1]


def test_given_samples_are_counted(sample: Path) -> None:
    drawn = [[1.0] * 8, [0.0] * 7 + [1.0]]
    found = asked(sample, {"drawn": {"weights": drawn}})["given_samples"]
    assert {sum(row) for row in found["ranks"].values()} == {1.0}
    assert {row[0] for row in found["ranks"].values()} <= {0.0, 0.5, 1.0}


def test_what_changed_since_another_file_is_split_exactly(sample: Path) -> None:
    later = sample.with_name("later.poise")
    exported = sample.with_name("before.json")
    spoken("export", str(sample), "--json", str(exported))
    whole = json.loads(exported.read_text("utf-8"))
    for row in whole["assessment"]["scores"]:
        if row["option"] == "RE" and row["criterion"] == "norm":
            row.update(low=None, high=None, likely=90.0)
    exported.write_text(json.dumps(whole), "utf-8")
    spoken("import", str(exported), str(later), "--force")
    said = spoken(*("analyse", str(later), "--since", str(sample), "--samples", "2000", "--json"))
    changes = json.loads(said)["changes"]
    for parts in changes["options"].values():
        total = sum(parts["by_score"].values()) + sum(parts["by_weight"].values())
        assert total == pytest.approx(parts["after"] - parts["before"])
    assert changes["options"]["RE"]["by_score"]["norm"] > 1.0
    assert changes["edits"] is None
    assert changes["turned_by"] is None  # a file without a history cannot say which edit it was


def test_the_edit_that_turned_the_ranking_is_named(sample: Path) -> None:
    later = sample.with_name("edited.poise")
    shutil.copy(sample, later)
    me = json.loads(spoken("analyse", str(sample), "--samples", "2000", "--json"))["perspective"]
    edits = {
        "Raise legitimacy": lambda value: weights.set_swing(value, me, "legit", 400.0),
        "Lower insight": lambda value: weights.set_swing(value, me, "insight", 1.0),
    }
    for label, edit in edits.items():
        change(later, edit, label, "Me")
    asking = ("analyse", str(later), "--since", str(sample), "--samples", "2000")
    changes = json.loads(spoken(*asking, "--json"))["changes"]
    turned = changes["turned_by"]
    assert (turned["label"], turned["before"]) == ("Raise legitimacy", ["CM"])
    assert turned["after"] != ["CM"]
    assert [edit["label"] for edit in changes["edits"]] == list(edits)
    for option, parts in changes["options"].items():
        total = sum(edit["points"][option] for edit in changes["edits"])
        assert total == pytest.approx(parts["after"] - parts["before"])
    said = spoken(*asking)
    assert "What has changed since then?" in said
    assert "Edit 1 (“Raise legitimacy”) changed who is first: from Conditional membership" in said


def test_kinds_of_scores_and_a_wanted_precision_reach_the_simulation(sample: Path) -> None:
    exact = json.loads(spoken("analyse", str(sample), "--scores", "exact", "--json"))
    assert exact["weightings"]["stated"]["ranks"]["CM"][0] == 1.0
    early = json.loads(
        spoken("analyse", str(sample), "--precision", "0.01", "--scores", "normal", "--json")
    )
    assert early["samples"] < 50_000
    assert max(early["weightings"]["any"]["ranks_error"]["CM"]) <= 0.01


def test_the_documents_name_what_can_be_answered_and_what_is_printed(sample: Path) -> None:
    page = (ROOT / "docs" / "json-answers.md").read_text("utf-8")
    for name in (*WAYS, "ranks", "verbal", "top_down", "order", "intervals", "ratios", "around"):
        assert f"`{name}`" in page
    printed = (ROOT / "docs" / "json-analysis.md").read_text("utf-8")
    answers = {
        "limits": {"order": [["norm"]]},
        "weights": {"method": "ranks", "rule": "equal", "ranks": {}},
    }
    assert all(f"`{name}`" in printed for name in asked(sample, answers))


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"limits": {"intervals": {"norm": [0, 40]}}}, "between 0 and 100 %"),
        (
            {
                "weights": {
                    "method": "swings",
                    "values": {"norm": 5, "Norm change in the regime": 7},
                }
            },
            "twice",
        ),
        ({"curves": {"norm": {"middle": 30, "quarters": [10, 20, 30]}}}, "not both"),
        ({"drawn": {"weights": [[1] * 8, [1] * 7]}}, "the same length"),
        (
            {"drawn": {"weights": [[1] * 8], "values": [[[1] * 8] * 6 + [[1] * 7]]}},
            "the same length",
        ),
    ],
)
def test_answers_that_could_be_misread_are_refused(
    sample: Path, answers: dict[str, Any], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = sample.with_name("misread.json")
    path.write_text(json.dumps(answers), "utf-8")
    asking = ("analyse", str(sample), "--answers", str(path), "--samples", "1000", "--json")
    assert main(list(asking)) == 1
    assert reason in capsys.readouterr().err

"""What the analysis says of the worked example on the command line."""

import contextlib
import io
import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from tests.architecture.sources import ROOT


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("analyse") / "afghanistan.poise"
    spoken("new", str(path), "--sample")
    return path


@pytest.fixture(scope="module")
def printed(sample: Path) -> str:
    return spoken("analyse", str(sample))


@pytest.fixture(scope="module")
def document(sample: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(spoken("analyse", str(sample), "--json"))
    return found


def spoken(*arguments: str) -> str:
    """What a command prints when it does what was asked."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert main(list(arguments)) == 0
    return out.getvalue()


@pytest.mark.parametrize(
    "sentence",
    [
        "How firm is the first place?",
        "Conditional membership leads with 53.6",
        "Conditional membership stays first unless Norm change in the regime falls below 10.4%",
        (
            "Conditional membership's score on Norm change in the regime would have to fall from "
            "58.0 to 32.7 for Regional engagement without recognition to draw level."
        ),
        "Protection track is first once 8.4% of the weight has moved",
        "put Conditional membership first too",
        "What should we find out next?",
        "Each share is counted over 50\u202f000 combinations drawn at random",
    ],
)
def test_the_worked_example_is_said_in_plain_sentences(printed: str, sentence: str) -> None:
    assert sentence in printed


def test_nothing_is_worded_as_a_likelihood(printed: str) -> None:
    words = printed.lower().split()
    assert not {"likely,", "probability", "probable", "chance", "likelihood"} & set(words)


def test_json_holds_the_figures_with_full_precision(document: dict[str, Any]) -> None:
    assert (document["format"], document["version"]) == ("counterpoise-analysis", 1)
    assert (document["samples"], document["seed"]) == (50_000, 0)
    assert document["options"][0]["value"] == pytest.approx(53.62, abs=1e-9)
    flip = next(row for row in document["weight_flips"] if row["criterion"] == "security")
    assert flip["at"] > flip["present"]
    ranks = document["weightings"]["any"]["ranks"]
    assert all(sum(row) == pytest.approx(1.0) for row in ranks.values())
    cells = {(row["option"], row["criterion"]): row for row in document["scores"]["cells"]}
    assert cells["CM", "norm"]["flips_at"] == pytest.approx(58 - 6.08 / 0.24)
    assert cells["CM", "norm"]["unseats"]
    assert document["doubts"] == [{"option": "CM", "criterion": "norm"}]


def test_json_keeps_its_documented_shape(document: dict[str, Any]) -> None:
    page = (ROOT / "docs" / "json-analysis.md").read_text("utf-8")
    assert all(f"`{name}`" in page for name in document)
    assert list(document["sentences"]) == [
        "first_place",
        "change",
        "scores",
        "methods",
        "learning",
        "model",
    ]


def test_equal_seeds_give_equal_answers_and_others_differ(sample: Path) -> None:
    def shares(seed: str) -> Any:
        said = spoken("analyse", str(sample), "--json", "--samples", "2000", "--seed", seed)
        return json.loads(said)["weightings"]["any"]["ranks"]

    assert shares("7") == shares("7")
    assert shares("7") != shares("8")


def test_a_perspective_is_analysed_by_its_own_weights(sample: Path) -> None:
    said = spoken("analyse", str(sample), "--perspective", "Russia", "--samples", "2000")
    assert "Weights: Russia" in said
    assert "Regional engagement without recognition leads with" in said


@pytest.mark.parametrize("samples", ["many", "10", "-1"])
def test_a_number_of_samples_that_is_none_is_refused(
    sample: Path, samples: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["analyse", str(sample), f"--samples={samples}"])
    assert left.value.code == 2
    assert "no whole number from 1000 to 10000000" in capsys.readouterr().err


def test_without_anything_to_rank_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.poise"
    spoken("new", str(path), "--title", "What next?")
    assert main(["analyse", str(path)]) == 1
    assert "nothing to analyse yet" in capsys.readouterr().err


def test_a_single_option_is_analysed_without_rivals(tmp_path: Path, sample: Path) -> None:
    exported = tmp_path / "sample.json"
    spoken("export", str(sample), "--json", str(exported))
    whole = json.loads(exported.read_text("utf-8"))
    for row in whole["assessment"]["options"]:
        if row["id"] != "CM":
            row["screened_out"] = "For this test."
    exported.write_text(json.dumps(whole), "utf-8")
    spoken("import", str(exported), str(tmp_path / "one.poise"))
    said = spoken("analyse", str(tmp_path / "one.poise"), "--samples", "2000")
    assert "Conditional membership is the only option ranked" in said
    assert "What would change your mind?" not in said


def test_progress_is_shown_on_a_terminal_and_never_in_a_pipe(sample: Path) -> None:
    command = [sys.executable, "-m", "app", "analyse", str(sample), "--samples", "2000"]
    piped = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert piped.stderr == ""
    ours, theirs = pty.openpty()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs, check=True)
    os.close(theirs)
    seen = os.read(ours, 65536).decode()
    os.close(ours)
    assert "Analysing: " in seen
    assert seen.endswith("\033[K")
    assert done.stdout.decode() == piped.stdout


def _heed_interrupts() -> None:
    """Undo what a suite that runs in the background hands down: interrupts ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupt_stops_the_work_without_a_trace(sample: Path) -> None:
    command = [sys.executable, "-m", "app", "analyse", str(sample), "--samples", "10000000"]
    ours, theirs = pty.openpty()
    started = subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=theirs,
        preexec_fn=_heed_interrupts,  # noqa: PLW1509 - no thread runs in this test
    )
    os.close(theirs)
    seen = b""
    while b"Analysing" not in seen:
        seen += os.read(ours, 4096)
    started.send_signal(signal.SIGINT)
    out, _nothing = started.communicate(timeout=20)
    with contextlib.suppress(OSError):
        seen += os.read(ours, 65536)
    os.close(ours)
    assert (started.returncode, out) == (130, b"")
    assert b"Traceback" not in seen

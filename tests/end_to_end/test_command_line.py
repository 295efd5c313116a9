"""The main job without a window, as an officer or a script would type it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.cli import main
from app.exchange.samples import read_sample


@pytest.fixture
def sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "afghanistan.poise"
    assert main(["new", str(path), "--sample"]) == 0
    capsys.readouterr()
    return path


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def test_rank_prints_the_ranking_of_the_worked_example(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("rank", sample) == 0
    printed = capsys.readouterr().out
    lines = [line.split() for line in printed.splitlines()]
    ranked = [(line[1], line[2]) for line in lines if line and line[0].isdigit()]
    assert ranked == [
        ("CM", "53.6"),
        ("RE", "47.5"),
        ("HP", "47.3"),
        ("BR", "44.2"),
        ("NR", "36.1"),
        ("SP", "26.4"),
        ("UR", "24.7"),
    ]
    after = printed.split("Screened out:")[1]
    assert "Military intervention: " in after
    assert "takes more than 37.2% of the weight" in printed


@pytest.mark.parametrize(("actor", "value"), [("Russia", "65.5"), ("China", "67.1")])
def test_rank_applies_an_actors_weights(
    sample: Path, capsys: pytest.CaptureFixture[str], actor: str, value: str
) -> None:
    assert run("rank", sample, "--perspective", actor) == 0
    first = next(li for li in capsys.readouterr().out.splitlines() if li.startswith("  1 "))
    assert first.split()[1:3] == ["RE", value]


def test_unknown_perspective_is_named_with_those_there_are(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("rank", sample, "--perspective", "Atlantis") == 2
    said = capsys.readouterr().err
    assert "“Atlantis” is not a perspective" in said
    assert "Russia" in said


def test_json_ranking_has_full_precision(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rank", sample, "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    first = answer["options"][0]
    assert (first["id"], round(first["value"], 2)) == ("CM", 53.62)
    assert sum(first["contributions"].values()) == pytest.approx(first["value"], abs=1e-12)
    security = next(flip for flip in answer["flips"] if flip["criterion"] == "security")
    assert security["at"] == pytest.approx(0.372, abs=5e-4)
    assert [row["id"] for row in answer["screened_out"]] == ["MI"]


def test_brief_is_a_pdf_with_recommendation_options_and_weights(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "brief.pdf"
    assert run("brief", sample, "-o", out) == 0
    assert "is written" in capsys.readouterr().out
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(out).pages).split())
    content = read_sample()
    assert "Conditional membership. Seek limited seats" in text
    assert all(option.name in text for option in content.options)
    assert all(share in text for share in ("24.0%", "16.0%", "13.0%", "12.0%", "7.0%", "5.0%"))


def test_brief_never_replaces_the_assessment(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sample.read_bytes()
    assert run("brief", sample, "-o", sample) == 1
    assert "would replace the assessment" in capsys.readouterr().err
    assert sample.read_bytes() == before


def test_export_and_import_lose_nothing(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, copy, second = (tmp_path / name for name in ("one.json", "copy.poise", "two.json"))
    assert run("export", sample, "--json", first) == 0
    assert run("import", first, copy) == 0
    assert run("export", copy, "--json", second) == 0
    assert first.read_bytes() == second.read_bytes()
    capsys.readouterr()


def test_check_says_what_a_new_assessment_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.poise"
    assert run("new", path, "--title", "What next?") == 0
    assert run("check", path) == 0
    printed = capsys.readouterr().out
    assert "is whole" in printed
    assert "Missing for a brief: the question." in printed


def test_ranking_nothing_says_what_it_needs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.poise"
    assert run("new", path) == 0
    assert run("rank", path) == 1
    assert "at least one option" in capsys.readouterr().err


def test_new_does_not_replace_a_file_unasked(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sample.read_bytes()
    assert run("new", sample) == 1
    assert "exists already" in capsys.readouterr().err
    assert sample.read_bytes() == before
    assert run("new", sample, "--force") == 0
    assert sample.read_bytes() != before


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"SQLite format 3\x00" + b"\0" * 4080, b"%PDF-1.7\n" * 100]
)
def test_a_file_of_another_kind_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    path = tmp_path / "other.poise"
    path.write_bytes(content)
    for command in (("rank", path), ("check", path), ("brief", path, "-o", tmp_path / "x.pdf")):
        assert run(*command) == 1
        said = capsys.readouterr().err
        assert said.startswith("counterpoise: ")
        assert len(said.splitlines()) == 1
    assert path.read_bytes() == content
    assert sorted(tmp_path.iterdir()) == [path]


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rank", tmp_path / "nowhere.poise") == 1
    assert "nowhere.poise" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"{}", b"nonsense", b'{"format": "other"}', b"\xff\xfe"])
def test_json_of_another_kind_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    source = tmp_path / "in.json"
    source.write_bytes(content)
    assert run("import", source, tmp_path / "out.poise") == 1
    assert "Nothing was imported" in capsys.readouterr().err
    assert not (tmp_path / "out.poise").exists()


def test_an_output_that_cannot_be_written_is_named(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", sample, "--json", tmp_path / "no" / "where.json") == 1
    assert "cannot be written" in capsys.readouterr().err


def test_usage_errors_have_status_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run("rank")
    assert stopped.value.code == 2
    assert "FILE" in capsys.readouterr().err


def test_a_reader_that_goes_away_is_not_an_error_message(sample: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "rank", str(sample)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 1


def test_a_terminal_without_the_characters_still_gets_the_answer(sample: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app", "rank", str(sample)],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "ascii", "PATH": "/usr/bin:/bin"},
    )
    assert done.returncode == 0
    assert b"CM   53.6" in done.stdout
    assert done.stderr == b""

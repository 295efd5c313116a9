"""The command line where the place, the reader or the names are not as one would wish."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import main

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix shell and devices")


@pytest.fixture
def sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "afghanistan.poise"
    assert main(["new", str(path), "--sample"]) == 0
    capsys.readouterr()
    return path


def shell(command: str, sample: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "-c", command],
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "FILE": str(sample), "COUNTERPOISE": f"{sys.executable} -m app"},
    )


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no such device here")
def test_an_answer_that_finds_no_room_is_a_sentence(sample: Path) -> None:
    done = shell('$COUNTERPOISE rank "$FILE" >/dev/full', sample)
    assert done.returncode == 1
    assert done.stderr.startswith("counterpoise: this could not be finished: ")
    assert len(done.stderr.splitlines()) == 1


def test_a_command_does_its_work_without_standard_output(sample: Path, tmp_path: Path) -> None:
    done = shell('$COUNTERPOISE export "$FILE" --json "$FILE.json" >&-', sample)
    assert (done.returncode, done.stderr) == (0, "")
    assert Path(f"{sample}.json").exists()


def test_control_characters_of_a_name_do_not_reach_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(tmp_path / "a\n\x1b[31m\u202eb.json"), "x.poise"]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "\x1b" not in said
    assert "\u202e" not in said

"""The command line where the place, the reader or the names are not as one would wish."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import main
from app.exchange.json_document import write_json
from app.exchange.samples import read_sample
from db.layout import SEALED_MAGIC

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


@pytest.mark.parametrize("command", ["export", "brief"])
def test_no_other_kind_of_file_replaces_an_assessment(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    before = sample.read_bytes()
    link = tmp_path / "link.pdf"
    link.symlink_to(sample)
    flag = {"export": "--json", "brief": "-o"}[command]
    assert main([command, str(sample), flag, str(link)]) == 1
    assert "replace" in capsys.readouterr().err
    assert sample.read_bytes() == before
    assert link.is_symlink()
    assert sorted(tmp_path.iterdir()) == [sample, link]


def test_a_link_is_followed_and_stays_a_link(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "real.json")
    assert main(["export", str(sample), "--json", str(link)]) == 0
    assert link.is_symlink()
    assert (tmp_path / "real.json").read_bytes().startswith(b"{")
    capsys.readouterr()


@pytest.mark.parametrize("command", ["new", "import"])
def test_a_pipe_is_not_replaced_by_an_assessment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    source = [str(tmp_path / "x.json")] if command == "import" else []
    if source:
        Path(source[0]).write_bytes(write_json(read_sample()))
    assert main([command, *source, str(pipe), "--force"]) == 1
    assert "is a folder or a device" in capsys.readouterr().err
    assert pipe.is_fifo()


def test_a_pipe_takes_what_is_exported(sample: Path) -> None:
    done = shell('$COUNTERPOISE export "$FILE" --json /dev/stdout | head -c 1', sample)
    assert done.stdout == "{"


@pytest.mark.parametrize("name", ["a" * 250 + ".poise", "no/where.poise", "loop.poise"])
def test_an_impossible_place_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "loop.poise").symlink_to(tmp_path / "loop.poise")
    path = str(tmp_path / name)
    for command in (["new", "--sample", path], ["new", "--sample", path, "--force"]):
        assert main(command) == 1
        said = capsys.readouterr().err
        assert "cannot be written: " in said
        assert "working copy" not in said
    assert main(["brief", path, "-o", str(tmp_path / "x.pdf")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_document_without_end_is_not_read_to_its_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "/dev/zero", str(tmp_path / "x.poise")]) == 1
    assert "larger than 256 MB" in capsys.readouterr().err


def test_an_import_never_replaces_its_source(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "in.json"
    source.write_bytes(write_json(read_sample()))
    assert main(["import", str(source), str(source), "--force"]) == 1
    assert "would replace its source" in capsys.readouterr().err
    assert source.read_bytes() == write_json(read_sample())


def test_a_file_under_a_password_is_not_replaced_either(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sealed = tmp_path / "sealed.poise"
    sealed.write_bytes(SEALED_MAGIC + bytes(100))
    assert main(["export", str(sample), "--json", str(sealed)]) == 1
    assert "is an assessment" in capsys.readouterr().err
    assert sealed.read_bytes().startswith(SEALED_MAGIC)

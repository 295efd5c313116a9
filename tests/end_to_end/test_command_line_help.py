"""What the command line says of itself, and what shells complete."""

import os
import shutil
import subprocess
import sys

import pytest

from app.cli.arguments import COMMANDS, make_parser
from app.cli.examples import EXAMPLES
from tests.architecture.sources import ROOT


def typed(line, tmp_path):
    """Return what a shell would offer after this line, as it asks the program."""
    answer = tmp_path / "answer"
    environment = os.environ | {
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
        "PYTHONPATH": str(ROOT),
    }
    subprocess.run(
        [sys.executable, "-m", "app"], env=environment, cwd=tmp_path, check=True, timeout=60
    )
    return [offer.strip() for offer in answer.read_text().split("\x0b")]


def test_every_command_has_an_example_that_can_be_parsed():
    assert set(EXAMPLES) == set(COMMANDS)
    parser = make_parser()
    for name, text in EXAMPLES.items():
        lines = [line.strip() for line in text.splitlines()[1:]]
        assert lines
        for line in lines:
            if line.startswith("counterpoise "):
                words = line.split(" > ")[0].replace('"as sent"', "sent").split()[1:]
                assert parser.parse_args(words).command == name


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_shows_its_examples(name, capsys):
    with pytest.raises(SystemExit) as done:
        make_parser([name]).parse_args([name, "--help"])
    assert done.value.code == 0
    assert EXAMPLES[name].splitlines()[1].strip() in capsys.readouterr().out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_the_code_of_a_shell(shell, capsys):
    from app.cli import main

    assert main(["completion", shell]) == 0
    assert "counterpoise" in capsys.readouterr().out


def test_the_code_for_bash_is_sound(capsys):
    from app.cli import main

    bash = shutil.which("bash")
    assert main(["completion", "bash"]) == 0
    code = capsys.readouterr().out
    if bash is not None:  # elsewhere it is only printed
        subprocess.run([bash, "-n"], input=code.encode(), check=True)


def test_commands_options_and_assessments_are_completed(tmp_path):
    (tmp_path / "one.poise").touch()
    (tmp_path / "other.txt").touch()
    (tmp_path / "folder").mkdir()
    assert typed("counterpoise ra", tmp_path) == ["rank"]
    assert "--perspective" in typed("counterpoise rank one.poise --", tmp_path)
    assert typed("counterpoise rank o", tmp_path) == ["one.poise"]
    assert "folder/" in typed("counterpoise rank f", tmp_path)
    assert typed("counterpoise brief one.poise --kind n", tmp_path) == ["note"]

"""A damaged file on the command line: what is left of it, and what is told."""

from app.cli import main
from db import gate


def run(*arguments):
    return main([str(argument) for argument in arguments])


def test_what_is_left_of_a_cut_file_is_written_and_the_file_stays(tmp_path, capsys):
    sample, out = tmp_path / "a.poise", tmp_path / "b.poise"
    run("new", sample, "--sample")
    cut = sample.read_bytes()[:-30_000]
    sample.write_bytes(cut)
    assert run("recover", sample, "-o", out) == 0
    said = capsys.readouterr().out
    assert "b.poise is written" in said
    assert "could not be read" in said
    assert "do not vouch for these" in said
    assert gate.read(out).assessment.decision.title.startswith("Recovered: ")
    assert sample.read_bytes() == cut


def test_a_recovered_copy_replaces_nothing(tmp_path, capsys):
    sample = tmp_path / "a.poise"
    run("new", sample, "--sample")
    sample.write_bytes(sample.read_bytes()[:-1])
    damaged = sample.read_bytes()
    assert run("recover", sample, "-o", sample) == 1
    assert "exists already" in capsys.readouterr().err
    assert sample.read_bytes() == damaged


def test_a_whole_file_is_not_recovered(tmp_path, capsys):
    sample = tmp_path / "a.poise"
    run("new", sample, "--sample")
    assert run("recover", sample, "-o", tmp_path / "b.poise") == 1
    assert "is whole" in capsys.readouterr().err

"""Sources in and out without a window."""

import pytest

from app.cli import main
from app.exchange.bibliography import read_bibliography
from app.exchange.samples import read_sample
from db import gate


@pytest.fixture
def sample(tmp_path, capsys):
    path = tmp_path / "afghanistan.poise"
    assert main(["new", str(path), "--sample"]) == 0
    capsys.readouterr()
    return path


@pytest.mark.parametrize("ending", ["bib", "ris", "json"])
def test_what_goes_out_comes_in_once(sample, tmp_path, capsys, ending):
    out, fresh = tmp_path / f"out.{ending}", tmp_path / "fresh.poise"
    assert main(["sources", str(sample), "--export", str(out)]) == 0
    assert main(["new", str(fresh)]) == 0
    assert main(["sources", str(fresh), "--import", str(out), "--author", "Rosa"]) == 0
    assert "39 sources were added." in capsys.readouterr().out
    first = gate.read(fresh).document
    assert len(first.assessment.sources) == len(read_sample().sources)
    assert [row.author for row in first.sessions] == ["Rosa"]
    assert first.revisions[-1].label == f"Sources from out.{ending}"
    assert main(["sources", str(fresh), "--import", str(out)]) == 0
    assert "0 sources were added. 39 were there already." in capsys.readouterr().out
    assert gate.read(fresh).document == first


def test_a_format_can_be_said_and_must_be_known(sample, tmp_path, capsys):
    out = tmp_path / "sources.txt"
    assert main(["sources", str(sample), "--export", str(out)]) == 2
    assert "Say --format bib, ris or csl" in capsys.readouterr().err
    assert main(["sources", str(sample), "--export", str(out), "--format", "ris"]) == 0
    assert len(read_bibliography(out.read_bytes(), "ris").sources) == 39


def test_trouble_is_a_sentence_and_changes_nothing(sample, tmp_path, capsys):
    before = sample.read_bytes()
    broken = tmp_path / "broken.bib"
    broken.write_bytes(b"@article{x, title = {open")
    assert main(["sources", str(sample), "--import", str(broken)]) == 1
    assert "This is not BibTeX" in capsys.readouterr().err
    assert main(["sources", str(sample), "--import", str(tmp_path / "none.bib")]) == 1
    assert "cannot be read" in capsys.readouterr().err
    assert main(["sources", str(sample), "--export", str(sample), "--format", "bib"]) == 1
    assert sample.read_bytes() == before


def test_what_could_not_be_taken_as_it_was_is_said(sample, tmp_path, capsys):
    odd = tmp_path / "odd.bib"
    odd.write_bytes(b"@misc{x, title = {New}, doi = {nonsense}}")
    assert main(["sources", str(sample), "--import", str(odd)]) == 0
    printed = capsys.readouterr()
    assert "“nonsense” has not the form of a DOI" in printed.err
    assert "1 source was added." in printed.out

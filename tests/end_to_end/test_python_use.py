"""Counterpoise from Python: every example in the documentation and in the module itself runs."""

import doctest

import pytest

import app.api
from app.api import NothingToRank, analyse, brief, rank
from app.cli import main
from app.edits.start import new_assessment
from app.exchange.json_document import write_json
from app.exchange.samples import read_sample
from db.errors import Trouble
from tests.architecture.sources import ROOT


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch, capsys):
    """Work in a folder with a copy of the worked example."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "afghanistan.poise", "--sample"]) == 0
    capsys.readouterr()
    return tmp_path


def test_the_examples_of_the_module_run():
    assert doctest.testmod(app.api).failed == 0


def test_the_examples_of_the_page_run():
    page = ROOT / "docs" / "python.md"
    done = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert done.attempted > 10
    assert done.failed == 0


def test_a_json_document_opens_too(folder):
    (folder / "a.json").write_bytes(write_json(read_sample()))
    assert app.api.open(folder / "a.json") == read_sample()


def test_a_file_that_is_none_is_refused_with_a_sentence(folder):
    (folder / "bad.poise").write_bytes(b"SQLite format 3\x00" + b"x" * 500)
    with pytest.raises(Trouble):
        app.api.open(folder / "bad.poise")


def test_what_cannot_be_ranked_is_said():
    with pytest.raises(NothingToRank, match="nothing to rank yet"):
        rank(new_assessment("Empty", "Me"))
    with pytest.raises(KeyError, match="Atlantis"):
        rank(read_sample(), "Atlantis")
    with pytest.raises(ValueError, match="poem"):
        brief(read_sample(), "poem")


def test_results_show_themselves_in_a_notebook():
    ranking = rank(read_sample())
    assert ranking._repr_svg_() == ranking.plot.svg()
    assert str(ranking).splitlines()[0].strip() == "1   53.6  Conditional membership"
    found = analyse(read_sample(), samples=1000)
    assert "<svg" in found._repr_svg_()
    assert found.plots["ranks"].png().startswith(b"\x89PNG")
    assert str(found).startswith("- ")

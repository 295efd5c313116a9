"""Looking back without a window."""

import msgspec

from app.cli import main
from app.edits.decision import change_decision
from app.exchange.json_document import write_json
from app.exchange.samples import read_sample
from db.model import Happened, Likelihood


def test_reviews_are_pooled_over_files(tmp_path, capsys):
    sample = change_decision(read_sample(), taken="CM", happened="A seat was given.")
    row = msgspec.structs.replace(
        sample.scenarios[0], likelihood=Likelihood.UNLIKELY, happened=Happened.YES
    )
    sample = msgspec.structs.replace(sample, scenarios=(row, *sample.scenarios[1:]))
    document = tmp_path / "told.json"
    document.write_bytes(write_json(sample))
    paths = [str(tmp_path / "one.poise"), str(tmp_path / "two.poise")]
    for path in paths:
        assert main(["import", str(document), path]) == 0
    capsys.readouterr()
    assert main(["review", *paths]) == 0
    printed = capsys.readouterr().out
    assert printed.count("Conditional membership was decided.") == 2
    assert "was said of 2 futures and came about in 2 of them (100%)" in printed


def test_a_file_in_which_nothing_is_decided_says_so(tmp_path, capsys):
    path = str(tmp_path / "one.poise")
    assert main(["new", path, "--sample"]) == 0
    assert main(["review", path]) == 0
    printed = capsys.readouterr().out
    assert "Nothing is decided yet." in printed
    assert "No scenario with a likelihood is marked" in printed

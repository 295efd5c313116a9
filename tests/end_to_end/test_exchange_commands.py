"""Importing and exporting as somebody would type it."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from app.cli import main
from app.exchange.json_document import write_json
from db import gate

TABLES = Path(__file__).parents[1] / "data" / "tables"
DOCUMENTS = Path(__file__).parents[1] / "data" / "xmcda"


@pytest.fixture
def sample(tmp_path, capsys):
    path = tmp_path / "afghanistan.poise"
    assert main(["new", str(path), "--sample"]) == 0
    capsys.readouterr()
    return path


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out.poise"


def run(*arguments):
    return main([str(argument) for argument in arguments])


def ranked(path, capsys):
    assert run("rank", path, "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    return [(row["name"], round(row["value"], 2)) for row in answer["options"]]


@pytest.mark.parametrize("name", ["rows-de.csv", "rows-fr.csv", "rows-en.xlsx"])
def test_a_table_becomes_an_assessment(name, out, capsys):
    assert run("import", TABLES / name, "-o", out, "--title", "What next?") == 0
    captured = capsys.readouterr()
    assert "is ready" in captured.out
    assert "round numbers" in captured.err
    assert ranked(out, capsys)[0] == ("Talk", 69.67)
    assert gate.read(out).assessment.decision.title == "What next?"


def test_what_is_said_of_rows_columns_and_scales_is_obeyed(out, tmp_path, capsys):
    table = tmp_path / "table.csv"
    table.write_text("Option;A;B\nbasis;3;1\nx;1,234;10\ny;2,5;20\n", encoding="utf-8")
    said = ("--role", "2=weight", "--role", "C=skip", "--scale", "B=5..0 days")
    assert run("import", table, "-o", out, "--decimal", "comma", *said) == 0
    assessment = gate.read(out).assessment
    (leaf,) = assessment.criteria
    assert (leaf.name, leaf.unit, leaf.worst, leaf.best) == ("A", "days", 5.0, 0.0)
    assert sorted(row.likely for row in assessment.scores) == [1.234, 2.5]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (("--role", "weight"), "does not say a row or column"),
        (("--role", "2=criterion"), "cannot be said of 2"),
        (("--role", "99=skip"), "no such row or column"),
        (("--scale", "B=much"), "is no scale"),
        (("--scale", "2=0..5"), "no such row or column"),
    ],
)
def test_what_cannot_be_said_of_a_table_is_not_understood(out, said, why, capsys):
    assert run("import", TABLES / "rows-en.csv", "-o", out, *said) == 2
    assert why in capsys.readouterr().err
    assert not out.exists()


def test_a_preview_writes_nothing(tmp_path, capsys):
    before = sorted(tmp_path.iterdir())
    assert run("import", TABLES / "columns-fr.xlsx", "--preview") == 0
    printed = capsys.readouterr().out
    assert "- Abwarten" in printed
    assert "- Kosten: 20000 to 0 €, weight 3" in printed
    assert "6 scores." in printed
    assert sorted(tmp_path.iterdir()) == before


def test_every_problem_is_named_by_its_cell_and_nothing_is_written(out, tmp_path, capsys):
    table = tmp_path / "table.csv"
    table.write_text('Option;A;B\nx;"12,3,4";2\ny;much;1,5\n', encoding="utf-8")
    assert run("import", table, "-o", out) == 1
    said = capsys.readouterr().err
    assert "B2: “12,3,4” is not a number." in said
    assert "B3: “much” is not a number." in said
    assert "2 problems. Nothing was imported." in said
    assert not out.exists()


def test_a_table_goes_into_an_assessment_as_one_change(sample, capsys):
    assert run("import", TABLES / "rows-de.csv", "--into", sample, "--author", "Ann") == 0
    assert "The table is in" in capsys.readouterr().out
    assessment = gate.read(sample).assessment
    assert {"Hold back", "Talk", "Fight"} <= {row.name for row in assessment.options}
    assert run("history", sample) == 0
    assert "Ann  Table from rows-de.csv" in capsys.readouterr().out


def test_xmcda_documents_are_read_together(out, capsys):
    documents = sorted(p for p in (DOCUMENTS / "weighted-sum-2").iterdir() if p.stem != "expected")
    assert run("import", *documents, "-o", out) == 0
    capsys.readouterr()
    assert dict(ranked(out, capsys))["a01"] == 58.0


@pytest.mark.parametrize("form", ["csv", "xlsx", "xmcda", "json"])
def test_every_export_can_be_imported_again_with_the_same_ranking(
    sample, out, tmp_path, form, capsys
):
    suffix = {"xmcda": "xml"}.get(form, form)
    written = tmp_path / f"table.{suffix}"
    assert run("export", sample, f"--{form}", written) == 0
    told = capsys.readouterr().out
    assert ("Not in this file:" in told) == (form != "json")
    assert run("import", written, "-o", out) == 0
    capsys.readouterr()
    assert ranked(out, capsys) == ranked(sample, capsys)


def test_a_csv_can_be_written_with_decimal_commas(sample, tmp_path, capsys):
    written = tmp_path / "table.csv"
    assert run("export", sample, "--csv", written, "--decimal", "comma") == 0
    assert written.read_text(encoding="utf-8-sig").count(";") > 50


def test_charts_and_an_archive_of_everything_are_written(sample, tmp_path, capsys):
    folder, archive = tmp_path / "pictures" / "new", tmp_path / "all.zip"
    assert run("export", sample, "--charts", folder, "--zip", archive) == 0
    names = sorted(path.name for path in folder.iterdir())
    assert "ranking.png" in names
    assert "ranking.svg" in names
    with zipfile.ZipFile(io.BytesIO(archive.read_bytes())) as found:
        assert {f"charts/{name}" for name in names} < set(found.namelist())


def test_an_export_needs_to_be_told_what_to_write(sample, capsys):
    assert run("export", sample) == 2
    assert "say what to write" in capsys.readouterr().err


def test_an_export_never_replaces_the_assessment(sample, capsys):
    before = sample.read_bytes()
    assert run("export", sample, "--xlsx", sample) == 1
    assert "would be replaced" in capsys.readouterr().err
    assert sample.read_bytes() == before


def test_the_older_way_of_naming_the_new_file_still_works(sample, out, tmp_path, capsys):
    document = tmp_path / "a.json"
    document.write_bytes(write_json(gate.read(sample).assessment))
    assert run("import", document, out) == 0
    assert run("import", document) == 2
    assert "say with -o" in capsys.readouterr().err

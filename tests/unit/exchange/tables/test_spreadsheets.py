"""Tables saved by LibreOffice in three languages say the same however they were written."""

import pytest

from app.analysis.outcome import find_outcome
from tests.unit.exchange.tables.reading_tables import (
    DATA,
    assessment_in,
    examined,
    matrix,
    table_in,
)

ROWS = sorted(path.name for path in DATA.glob("rows-*"))
COLUMNS = sorted(path.name for path in DATA.glob("columns-*"))


def ranking(name):
    outcome = find_outcome(assessment_in((DATA / name).read_bytes()))
    names = outcome.assessment.option_by_id
    return [(names[option].name, round(outcome.total(option), 2)) for option in outcome.ranked]


def test_all_languages_are_there():
    assert len(ROWS) == 7
    assert len(COLUMNS) == 6


@pytest.mark.parametrize("name", ROWS)
def test_joined_heads_blank_rows_and_notes_do_not_disturb_a_table(name):
    table = table_in((DATA / name).read_bytes())
    assert [(o.name, o.code) for o in table.options] == [
        ("Hold back", "H"),
        ("Talk", "T"),
        ("Fight", "F"),
    ]
    assert [(c.branches, c.name, c.weight) for c in table.criteria] == [
        (("Security",), "Peace", 40.0),
        (("Security",), "Borders", 20.0),
        ((), "Aid", 30.0),
        ((), "Cost", 10.0),
    ]
    assert table.criteria[3].scale.unit == "€m"
    assert table.criteria[3].scale.worst > table.criteria[3].scale.best
    scores = matrix(table)
    assert scores["Hold back", "Peace"] == 20.5
    assert scores["Hold back", "Cost"] == 1250.75
    assert scores["Talk", "Aid"] == 80.25
    assert scores["Talk", "Cost"] == 12000.5
    assert scores["Fight", "Cost"] == 250000.0


@pytest.mark.parametrize("name", COLUMNS)
def test_options_in_columns_are_recognised_with_what_is_said_of_the_criteria(name):
    table = table_in((DATA / name).read_bytes())
    assert [o.name for o in table.options] == ["Abwarten", "Reden"]
    assert [(c.name, c.weight, c.scale.unit) for c in table.criteria] == [
        ("Kosten", 3.0, "€"),
        ("Frieden", 5.0, ""),
        ("Anteil", 2.0, "%"),
    ]
    assert table.criteria[0].scale.worst > table.criteria[0].scale.best
    assert matrix(table) == {
        ("Abwarten", "Kosten"): 1250.75,
        ("Reden", "Kosten"): 12000.5,
        ("Abwarten", "Frieden"): 20.5,
        ("Reden", "Frieden"): 70.0,
        ("Abwarten", "Anteil"): 12.5,
        ("Reden", "Anteil"): 40.0,
    }


@pytest.mark.parametrize("name", ROWS)
def test_every_way_of_writing_gives_the_same_ranking(name):
    assert ranking(name) == [("Talk", 69.67), ("Hold back", 39.16), ("Fight", 24.87)]


@pytest.mark.parametrize("name", [*ROWS, *COLUMNS])
def test_what_is_left_out_and_assumed_is_said(name):
    remarks = " ".join(examined((DATA / name).read_bytes()).remarks)
    assert "Left out" in remarks
    assert "round numbers" in remarks

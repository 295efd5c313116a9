"""What the program writes as a table it reads back, and spreadsheets compute the same ranking."""

import io
import re

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.outcome import find_outcome
from app.edits.criteria import add_criterion
from app.edits.decision import change_decision
from app.edits.options import add_option
from app.edits.scales import set_level, set_scale
from app.edits.scores import set_score
from app.edits.start import new_assessment
from app.edits.weights import set_swings
from app.exchange.samples import read_sample
from app.exchange.sheets import write_csv, write_workbook
from app.exchange.tables import read_table
from db.model import ScaleKind
from tests.unit.exchange.tables.formulas import compute
from tests.unit.exchange.tables.reading_tables import assessment_in

WRITERS = {
    "csv": write_csv,
    "csv with commas": lambda assessment: write_csv(assessment, decimal_comma=True),
    "xlsx": write_workbook,
}
numbers = st.floats(-1e6, 1e6).map(lambda x: x + 0.0)


@st.composite
def decisions(draw):
    """Assessments of ordinary names with scales of every kind."""
    assessment = new_assessment("Title", "Me")
    assessor = assessment.decision.assessor
    for i in range(draw(st.integers(1, 4))):
        assessment = add_option(assessment, f"o{i}", f"way {i}")
    parent = None
    if draw(st.booleans()):
        parent = "branch"
        assessment = add_criterion(assessment, parent, "A branch")
    for j in range(draw(st.integers(1, 4))):
        above = parent if j == 0 or draw(st.booleans()) else None
        assessment = add_criterion(assessment, f"c{j}", f"aim {j}", above)
        if draw(st.booleans()):
            worst, best = draw(numbers), draw(numbers)
            if abs(worst - best) > 1e-3:
                unit = draw(st.sampled_from(["", "days", "%"]))
                assessment = set_scale(assessment, f"c{j}", ScaleKind.NUMERIC, unit, worst, best)
        scale = assessment.criterion_by_id[f"c{j}"]
        low, high = sorted((scale.worst, scale.best))
        for i in range(len(assessment.options)):
            likely = draw(st.none() | st.floats(low, high).map(lambda x: x + 0.0))
            if likely is not None:
                assessment = set_score(assessment, assessor, f"o{i}", f"c{j}", likely)
    leaf_ids = [row.id for row in assessment.criteria if row.id != "branch"]
    return set_swings(assessment, assessor, {key: draw(st.floats(0, 100)) for key in leaf_ids})


@pytest.mark.parametrize("kind", WRITERS)
@given(assessment=decisions())
def test_options_criteria_scores_scales_and_weights_come_back(kind, assessment):
    back = assessment_in(WRITERS[kind](assessment))
    assert words(back) == words(assessment)
    # A workbook keeps sixteen digits of a number, as spreadsheets do.
    digits = 1e-15 if kind == "xlsx" else 0.0
    assert numbers_in(back) == pytest.approx(numbers_in(assessment), rel=digits, abs=0.0)


def words(assessment):
    """Return the names, branches and units that a table can say."""
    names = {row.id: row.name for row in assessment.criteria}
    return (
        [row.name for row in assessment.options],
        [(row.name, names.get(row.parent), row.unit) for row in _leaves(assessment)],
    )


def numbers_in(assessment):
    """Return the scales, scores and weights that a table can say, by what they are about."""
    names = {row.id: row.name for row in (*assessment.options, *assessment.criteria)}
    ends = {(row.name, "worst"): row.worst for row in _leaves(assessment)}
    ends |= {(row.name, "best"): row.best for row in _leaves(assessment)}
    scores = {
        (names[row.option], names[row.criterion]): row.likely
        for row in assessment.scores
        if row.likely is not None
    }
    return ends | scores | {names[row.criterion]: row.swing for row in assessment.weights}


def _leaves(assessment):
    parents = {row.parent for row in assessment.criteria}
    return [row for row in assessment.criteria if row.id not in parents]


@pytest.mark.parametrize("kind", WRITERS)
def test_the_worked_example_keeps_its_ranking(kind):
    sample = read_sample()
    outcome = find_outcome(sample)
    back = find_outcome(assessment_in(WRITERS[kind](sample)))
    names = sample.option_by_id
    assert [back.assessment.option_by_id[o].name for o in back.ranked] == [
        names[o].name for o in outcome.ranked
    ]
    assert [back.total(o) for o in back.ranked] == pytest.approx(
        [outcome.total(o) for o in outcome.ranked], abs=1e-9
    )


@pytest.mark.parametrize("kind", WRITERS)
def test_equal_assessments_give_equal_bytes(kind):
    assert WRITERS[kind](read_sample()) == WRITERS[kind](read_sample())


def bent():
    """An assessment with a bent value function, a missing score and no weight on one leaf."""
    assessment = new_assessment("Title", "Me", marking="TLP:CLEAR")
    for key in ("x", "y"):
        assessment = add_option(assessment, key, key)
    for key in ("a", "b"):
        assessment = add_criterion(assessment, key, key)
    assessment = set_scale(assessment, "a", ScaleKind.NUMERIC, "days", 30.0, 0.0)
    assessment = set_level(assessment, "a", 20.0, "", 10.0)
    assessment = set_level(assessment, "a", 5.0, "", 90.0)
    me = assessment.decision.assessor
    assessment = set_score(assessment, me, "x", "a", 12.0)
    assessment = set_score(assessment, me, "y", "a", 40.0)
    assessment = set_score(assessment, me, "x", "b", 80.0)
    return set_swings(assessment, me, {"a": 100.0, "b": 60.0})


@pytest.mark.parametrize("assessment", [read_sample(), bent()], ids=["sample", "bent"])
def test_the_formulas_of_the_workbook_compute_the_ranking(assessment):
    outcome = find_outcome(assessment)
    result = compute(write_workbook(assessment), "Result")
    for index, option in enumerate(row for row in assessment.options if not row.screened_out):
        row = 6 + index  # the marking stands above
        low, high = outcome.interval(option.id)
        assert result[f"A{row}"] == option.name
        assert result[f"B{row}"] == pytest.approx(outcome.total(option.id), abs=1e-9)
        assert result[f"C{row}"] == pytest.approx(low, abs=1e-9)
        assert result[f"D{row}"] == pytest.approx(high, abs=1e-9)
        assert result[f"E{row}"] == outcome.rank(option.id)


def test_without_weights_the_workbook_shares_them_equally():
    assessment = bent()
    assessment = set_swings(assessment, assessment.decision.assessor, {})
    result = compute(write_workbook(assessment), "Result")
    assert (result["B3"], result["C3"]) == (0.5, 0.5)


DANGEROUS = ("=1+1", "+cmd", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x","y")')


@pytest.mark.parametrize("name", DANGEROUS)
def test_names_that_look_like_formulas_run_nowhere_and_come_back(name):
    assessment = new_assessment("Title", "Me")
    assessment = add_option(assessment, "o", name)
    assessment = add_criterion(assessment, "c", name)
    assessment = set_score(assessment, assessment.decision.assessor, "o", "c", -0.0)
    text = write_csv(assessment).decode("utf-8-sig")
    assert not re.search(r"(^|,|\n)\"?[=+@]", text)
    assert "'" + name.replace('"', '""') in text
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(assessment)))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value == name:
                    assert cell.data_type == "s"
                    assert cell.quotePrefix
    for data in (write_csv(assessment), write_workbook(assessment)):
        shown = {cell.text for row in read_table(data)[0].grid.rows for cell in row}
        assert name in shown


def test_our_reading_of_a_workbook_agrees_with_that_of_the_library():
    data = write_workbook(read_sample())
    ours = read_table(data)[0].grid
    theirs = openpyxl.load_workbook(io.BytesIO(data), data_only=True)["Scores"]
    for row in theirs.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            mine = ours.cell(cell.row - 1, cell.column - 1)
            if isinstance(cell.value, str):
                assert mine.text == cell.value.strip()
            else:
                assert mine.number == cell.value


def test_the_marking_stands_on_every_sheet_and_every_printed_page():
    assessment = change_decision(read_sample(), marking="TLP:RED")

    book = openpyxl.load_workbook(io.BytesIO(write_workbook(assessment)))

    for sheet in book.worksheets:
        assert sheet["A1"].value == "TLP:RED"
        assert sheet.oddHeader.center.text == sheet.oddFooter.center.text == "TLP:RED"

"""Named futures, what they change, and which option bears them."""

import pytest
from PySide6.QtCore import Qt

from app.desktop.models.changes import change_lines, read_change
from app.desktop.pages.scenarios_page import ScenariosPage
from app.edits.start import new_assessment
from db.model import ChangeKind, Likelihood
from tests.desktop.pages.hands import refusals, typed
from tests.desktop.sample import read_sample

Key = Qt.Key
OPTIONS = ("NR", "SP", "RE", "CM", "BR", "UR", "HP")
OPTION_AND_CRITERION = ("NR", "cohesion")


@pytest.fixture
def page(page_of):
    return page_of(ScenariosPage, read_sample(), 900, 700)


@pytest.fixture
def scenarios(page):
    page.show_tab("scenarios")
    found = page.tab("scenarios")
    found.choose("ranks-break" if "ranks-break" in keys(page) else keys(page)[1])
    return found


def keys(page):
    return [row.id for row in page.workspace.value.scenarios]


def change_of(page, scenario, option, criterion):
    return next(
        (
            row
            for row in page.workspace.value.score_changes
            if (row.scenario, row.option, row.criterion) == (scenario, option, criterion)
        ),
        None,
    )


@pytest.mark.parametrize(
    ("scenario", "first", "value"),
    [
        ("Solidarity holds", "CM", "53.6"),
        ("Ranks break", "RE", "50.4"),
        ("Rivalry deepens", "CM", "49.5"),
        ("Pragmatists gain", "CM", "58.9"),
        ("Hardliners entrench", "HP", "45.7"),
        ("Mass returns", "CM", "52.0"),
    ],
)
def test_the_first_of_each_scenario_is_marked(page, scenario, first, value):
    grid = page.tab("values").values.chart
    at = grid.columns.index(scenario)
    cells = dict(zip(OPTIONS, (row[at] for row in grid.cells), strict=True))
    assert [option for option, cell in cells.items() if cell.first] == [first]
    assert cells[first].text == value
    assert cells[first].said.endswith(", first")


def test_the_worst_regret_stands_in_the_last_column_with_the_least_marked(page):
    grid = page.tab("values").regrets.chart
    worst = dict(zip(OPTIONS, (row[-1] for row in grid.cells), strict=True))
    assert {option: cell.text for option, cell in worst.items()} == {
        "CM": "1.50",
        "RE": "7.52",
        "BR": "9.92",
        "HP": "11.64",
        "NR": "21.87",
        "SP": "32.49",
        "UR": "34.24",
    }
    assert [option for option, cell in worst.items() if cell.first] == ["CM"]


def test_what_follows_is_said(page):
    said = page.tab("values").said.text()
    assert "Conditional membership leads in 4 of 6 scenarios." in said
    assert "has the least regret" in said


def test_expected_values_need_a_likelihood_of_every_scenario(page):
    values = page.tab("values")
    assert "mean value" not in values.said.text()
    page.show_tab("scenarios")
    scenarios = page.tab("scenarios")
    for key in keys(page):
        scenarios.choose(key)
        scenarios.form.edited.emit("likelihood", Likelihood.EVEN_CHANCE)
    page.show_tab("values")
    assert "greatest mean value" in values.said.text()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("22", (ChangeKind.SET, 22.0)),
        ("+5", (ChangeKind.ADD, 5.0)),
        ("-5", (ChangeKind.ADD, -5.0)),
        ("−5", (ChangeKind.ADD, -5.0)),
        ("=-5", (ChangeKind.SET, -5.0)),
        (" 22,5 ", (ChangeKind.SET, 22.5)),
    ],
)
def test_a_change_is_typed_as_a_number_or_with_its_sign(text, expected):
    assert read_change(text) == expected


def test_changes_stand_in_a_table_with_what_they_lead_to(page, scenarios):
    lines = scenarios.changes.lines_model.lines
    line = next(row for row in lines if (row.option, row.criterion) == ("NR", "cohesion"))
    assert (line.base, line.words, line.then) == ("58", "to 22", "22")


def test_a_change_is_edited_in_its_cell(page, scenarios):
    model = scenarios.changes.lines_model
    at = next(i for i, row in enumerate(model.lines) if (row.option, row.criterion)[0] == "HP")
    line = model.lines[at]
    assert model.setData(model.index(at, 3), "-10")
    row = change_of(page, scenarios.key, line.option, line.criterion)
    assert (row.kind, row.amount) == (ChangeKind.ADD, -10.0)
    assert model.setData(model.index(at, 5), "They leave.")
    row = change_of(page, scenarios.key, line.option, line.criterion)
    assert (row.amount, row.reason) == (-10.0, "They leave.")


def test_a_change_is_added_below_the_table_and_taken_away_with_delete(qtbot, page, scenarios):
    scenarios.option.show_choice("UR")
    scenarios.criterion.show_choice("human")
    typed(qtbot, scenarios.amount, "+15")
    assert change_of(page, scenarios.key, "UR", "human").amount == 15.0
    assert scenarios.amount.text() == ""
    table = scenarios.changes
    at = [row[:2] for row in table.lines_model.lines].index(("UR", "human"))
    table.setFocus()
    table.setCurrentIndex(table.lines_model.index(at, 0))
    qtbot.keyClick(table, Key.Key_Delete)
    assert change_of(page, scenarios.key, "UR", "human") is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("much", "“much” is not a number."), ("140", "140 is not possible on “")],
)
def test_a_wrong_change_says_why_and_stays_in_the_field(qtbot, page, scenarios, text, sentence):
    said = refusals(page)
    before = page.workspace.value
    typed(qtbot, scenarios.amount, text)
    assert sentence in said[0]
    assert scenarios.amount.text() == text
    assert page.workspace.value is before


def test_a_broken_assumption_makes_options_vulnerable(qtbot, page):
    page.show_tab("assumptions")
    assumptions = page.tab("assumptions")
    typed(qtbot, assumptions.list.new_name, "Partners keep ranks")
    assumptions._resting.ticked.emit("NR", True)
    assumptions._breaking.ticked.emit(keys(page)[1], True)
    assert assumptions.list.texts[-1] == "Partners keep ranks\n1 option, broken in 1 scenario"
    page.show_tab("values")
    row = next(row for row in page.tab("values").broken.rows if row.key == ("NR", keys(page)[1]))
    assert row.cells[1] == "Ranks break"
    assert "Partners keep ranks" in row.cells[2]
    assert row.said.startswith("Non-recognition, minimal engagement fails where “Ranks break”")


def test_a_tick_is_taken_by_keyboard(qtbot, page):
    page.show_tab("assumptions")
    assumptions = page.tab("assumptions")
    typed(qtbot, assumptions.list.new_name, "Partners keep ranks")
    assumptions._resting.setFocus()
    assumptions._resting.setCurrentRow(1)
    qtbot.keyClick(assumptions._resting, Key.Key_Space)
    links = [
        row.option
        for row in page.workspace.value.option_assumptions
        if row.assumption == assumptions.key
    ]
    assert links == ["SP"]
    page.workspace.undo_stack.undo()
    assert assumptions._resting.item(1).checkState() == Qt.CheckState.Unchecked


def test_a_signpost_has_a_scenario_and_a_day(qtbot, page):
    page.show_tab("signposts")
    signposts = page.tab("signposts")
    typed(qtbot, signposts.list.new_name, "An embassy reopens")
    signposts.form.edited.emit("scenario", keys(page)[1])
    typed(qtbot, signposts.form.controls["review_on"], "2999-06-30")
    row = page.workspace.value.signposts[-1]
    assert (row.scenario, row.review_on.isoformat()) == (keys(page)[1], "2999-06-30")
    assert signposts.list.texts[-1] == "An embassy reopens\nreview on 30 June 2999"


def test_the_values_of_today_stand_beside_those_of_the_scenarios(page):
    grid = page.tab("values").values.chart
    assert grid.columns[0] == "Now"
    today = dict(zip(OPTIONS, (row[0] for row in grid.cells), strict=True))
    assert today["CM"].text == "53.6"
    assert [key for key, cell in today.items() if cell.first] == ["CM"]


def test_a_change_has_a_true_minus_and_is_typed_with_the_key(scenarios):
    scenarios._set(*OPTION_AND_CRITERION, "-20")
    lines = change_lines(scenarios.workspace.value, scenarios.key)
    fallen = next(line for line in lines if line[:2] == OPTION_AND_CRITERION)
    assert (fallen.words, fallen.typed) == ("by −20", "-20")
    assert read_change("−20") == read_change("-20")


def test_no_name_or_number_of_a_change_is_cut_while_there_is_room(scenarios):
    scenarios._set(*OPTION_AND_CRITERION, "-20")
    table = scenarios.changes
    widths = [table.columnWidth(column) for column in range(6)]
    assert sum(widths) <= table.viewport().width()
    for column in (0, 1, 2, 3, 4):
        for line in table.lines_model.lines:
            assert table.fontMetrics().horizontalAdvance(line[2 + column]) < widths[column]


def test_without_scenarios_the_page_takes_the_first_name_at_once(qtbot, page_of):
    page = page_of(ScenariosPage, new_assessment("Empty", "Me"))
    values = page.tab("values")
    assert page.first_control() is values.first_name.field
    typed(qtbot, values.first_name.field, "They leave")
    assert page.shown_tab == "scenarios"
    assert [row.name for row in page.workspace.value.scenarios] == ["They leave"]
    assert page.tab("scenarios").key == page.workspace.value.scenarios[0].id
    assert page.focusWidget() is page.tab("scenarios").list.new_name


def test_scenarios_of_nothing_that_can_be_ranked_are_led_to(qtbot, page_of):
    page = page_of(ScenariosPage, new_assessment("Empty", "Me"))
    typed(qtbot, page.tab("values").first_name.field, "They leave")
    page.show_tab("values")
    assert not page.tab("values").first_name.isVisible()
    assert "nothing to rank yet" in page.tab("values").unranked.sentence
    page.tab("values").unranked._button.click()
    assert page.shown_tab == "scenarios"


def test_the_officer_says_how_close_to_the_best_is_close(qtbot, page):
    values = page.tab("values")
    only = "Only Conditional membership is in no scenario more than 5.0 below the best."
    assert values.close_ones.text() == only
    typed(qtbot, values.margin, "8")
    assert "Regional engagement without recognition and Conditional membership" in (
        values.close_ones.text()
    )
    typed(qtbot, values.margin, "1")
    assert values.close_ones.text().startswith("Every option is in some scenario more than 1.0")
    values.margin.setText("")
    values.margin.commit()
    assert (values.margin.text(), values.close_ones.text()) == ("5", only)


def test_hurwicz_says_from_which_optimism_on_another_is_first(page):
    said = page.tab("values").said.text()
    assert "Protection track would be first while the best counts" in said
    assert "From 11% on it is Conditional membership." in said

"""The worked example says the same on screen, on the command line and in the brief.

Reads like the list of what the policy layer has to find: each finding with the words in which the
window, the command and the brief tell it. The numbers are those of the case's own sheet.
"""

import contextlib
import datetime
import io
import re

import pytest
from PySide6.QtWidgets import QLabel, QListWidget

from app.brief.compose import compose
from app.brief.markdown import write_markdown
from app.charts import HeatMap
from app.cli import main
from app.desktop.widgets.chart_view import ChartView
from app.desktop.widgets.plain_table import PlainTable
from app.desktop.widgets.value_grid import ValueGrid
from app.exchange.samples import read_sample

POLICY = ("evidence", "actors", "scenarios", "conditions", "challenge")
US, NEIGHBOURS = "United States and EU", "Neighbours (Pakistan, Iran, Central Asia)"
ACTIVISTS = "Afghan rights activists, women above all"
UN = "UN agencies in the country"
NR, SP = "Non-recognition, minimal engagement", "Tightened pressure"
RE, CM = "Regional engagement without recognition", "Conditional membership"
BR, UR = "Benchmarked recognition", "Unconditional recognition"
HP = "Protection track"
CODES = {"NR": NR, "SP": SP, "RE": RE, "CM": CM, "BR": BR, "UR": UR, "HP": HP}

ACTORS = {
    US: ("CM", "53.0", 1, "53.0"),
    "Russia": ("RE", "65.5", 2, "54.3"),
    "China": ("RE", "67.1", 2, "54.1"),
    NEIGHBOURS: ("RE", "63.5", 2, "53.8"),
    ACTIVISTS: ("CM", "52.2", 1, "52.2"),
    UN: ("HP", "55.6", 2, "53.1"),
}
"""Each actor's first option and its value; the rank and value of conditional membership."""

SCENARIOS = {
    "Solidarity holds": ("CM", "53.6"),
    "Ranks break": ("RE", "50.4"),
    "Rivalry deepens": ("CM", "49.5"),
    "Pragmatists gain": ("CM", "58.9"),
    "Hardliners entrench": ("HP", "45.7"),
    "Mass returns": ("CM", "52.0"),
}
"""The first option of each scenario and its value."""

REGRET = {"CM": 1.50, "RE": 7.52, "BR": 9.92, "HP": 11.64, "NR": 21.87, "SP": 32.49, "UR": 34.24}

CONDITIONS = [
    (NR, "Coercion by isolation", "Norm change in the regime", "2 fail and 1 partly holds"),
    (NR, "Legitimacy withheld", "Legitimacy withheld", "partly holds"),
    (SP, "Coercion by cost", "Norm change in the regime", "fails"),
    (SP, "Coercion by isolation", "Norm change in the regime", "2 fail and 1 partly holds"),
    (RE, "Persuasion", "Security and counter-terrorism", "1 partly holds and 1 holds"),
    (RE, "Persuasion", "Needs and protection", "2 partly hold"),
    (CM, "Socialisation", "Norm change in the regime", "1 partly holds and 1 holds"),
    (BR, "Inducement", "Norm change in the regime", "1 fails, 1 partly holds and 1 is unknown"),
    (UR, "Inducement", "Norm change in the regime", "1 fails and 1 partly holds"),
    (HP, "Direct protection", "Needs and protection", "2 fail and 1 partly holds"),
]
"""How the conditions of each option's mechanism stand, towards which aim."""

LINE = "No recognition while no benchmark is met"
BURDEN = "No measure whose burden falls on civilians' basic needs"
BREACHES = [
    (UR, LINE, None, "crosses"),
    (BR, LINE, None, "may cross"),
    (SP, BURDEN, None, "crosses (within its range it may not)"),
    (NR, BURDEN, "Mass returns", "crosses (within its range it may not)"),
    (SP, BURDEN, "Mass returns", "crosses"),
]
"""Who crosses which red line, in which scenario if not now, and how."""

WEAK = [
    (SP, "Needs and protection"),
    (HP, "Norm change in the regime"),
    (HP, "Needs and protection"),
]
"""The scores that rest on one weak source alone."""


def flat(text):
    """A text without line breaks, bullets and the signs of Markdown."""
    return re.sub(r"\s+", " ", re.sub(r"[•*\\†]", "", text))


@pytest.fixture(scope="module")
def command(tmp_path_factory):
    """What the command line prints of the worked example's policy."""
    path = tmp_path_factory.mktemp("policy") / "afghanistan.poise"
    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert main(["new", str(path), "--sample"]) == 0
        assert main(["policy", str(path)]) == 0
    return flat(out.getvalue())


@pytest.fixture(scope="module")
def brief():
    """What the worked example's memo says with its annexes."""
    return flat(write_markdown(compose(read_sample(), datetime.date(2026, 3, 1))))


@pytest.fixture(scope="module")
def seen():
    """What was read off the screen once, for the tests that come later."""
    return []


@pytest.fixture
def screen(seen, request):
    """What every tab of the policy pages says, cell by cell as it is read aloud."""
    if not seen:
        window = request.getfixturevalue("sample_window")
        said = []
        for step in POLICY:
            window.show_step(step)
            page = window.page(step)
            for tab in page.tabs():
                page.show_tab(tab.id)
                said += texts(page.tab(tab.id))
        seen.append(flat("\n".join(said)))
    return seen[0]


def texts(content):
    """What stands in a tab."""
    said = [label.text() for label in content.findChildren(QLabel) if not label.isHidden()]
    for rows in content.findChildren(QListWidget):
        said += [rows.item(i).text() for i in range(rows.count())]
    for table in content.findChildren(PlainTable):
        said += [line for row in table.rows for line in (" | ".join(row.cells), row.said)]
    for picture in content.findChildren(ChartView):
        if isinstance(picture.chart, HeatMap):
            said += [cell.said for row in picture.chart.cells for cell in row]
    for grid in content.findChildren(ValueGrid):
        said += [cell.said for row in grid.grid.cells for cell in row]
    return said


def test_conditional_membership_leads_for_the_us_and_eu_and_the_activists(screen, command, brief):
    sentence = f"{CM} comes first for {US}; {ACTIVISTS}."
    assert sentence in screen
    assert sentence in command
    assert sentence in brief


def test_regional_engagement_leads_for_russia_china_and_the_neighbours(screen, command, brief):
    sentence = f"{RE} comes first for Russia; China; {NEIGHBOURS}."
    assert sentence in screen
    assert sentence in command
    assert sentence in brief


def test_the_protection_track_leads_for_the_un_agencies(screen, command, brief):
    sentence = f"{HP} comes first for {UN}."
    assert sentence in screen
    assert sentence in command
    assert sentence in brief


def test_conditional_membership_is_second_wherever_it_is_not_first(screen, brief):
    for actor, (first, value, rank, own) in ACTORS.items():
        marks = "first, acceptable" if rank == 1 else "acceptable"
        assert f"{CODES[first]} for {actor}: {value}, first, acceptable" in screen
        assert f"{CM} for {actor}: {own}, {marks}" in screen
        assert f"| {actor} | {CODES[first]} | {rank} | {own} | yes |" in brief


def test_conditional_membership_is_the_least_bad_common_position(screen, command, brief):
    for said in (screen, command, brief):
        assert f"{CM} is the least-bad common position" in said
        assert f"{CM} is acceptable to all 6 actors." in said
        assert "It is the same by the sum of ranks (Borda)." in said


def test_regional_engagement_leads_where_ranks_break(screen, command, brief):
    for said in (screen, command, brief):
        assert f"In “Ranks break” {RE} leads, with 50.4." in said


def test_the_protection_track_leads_where_hardliners_entrench(screen, command, brief):
    for said in (screen, command, brief):
        assert f"In “Hardliners entrench” {HP} leads, with 45.7." in said


def test_every_scenario_has_its_leader(screen, command, brief):
    assert f"{CM} leads in 4 of 6 scenarios." in command
    for scenario, (first, value) in SCENARIOS.items():
        assert f"{CODES[first]} in {scenario}: {value}, first" in screen
        assert f"| {scenario} | {CODES[first]} | {value} |" in brief


def test_the_regret_table(screen, command, brief):
    for said in (screen, command, brief):
        assert f"{CM} has the least regret: in no scenario is it more than 1.5 below" in said
        assert f"Next is {RE}, with 7.5." in said
    for code, worst in REGRET.items():
        assert f"{CODES[code]} at worst: {worst:.2f} below the best" in screen
        assert re.search(rf"\| {CODES[code]} \|( [^|]+ \|){{7}} {worst:.2f}( \(first\))? \|", brief)


@pytest.mark.parametrize(("option", "mechanism", "aim", "ratings"), CONDITIONS)
def test_which_options_conditions_fail_for_which_aim(
    command, brief, option, mechanism, aim, ratings
):
    pattern = rf"The case for {option} as “{mechanism}” towards {aim} rests on \d conditions?"
    for said in (command, brief):
        assert re.search(rf"{pattern}(:|, which) {ratings}\.", said)


def test_the_screen_says_which_conditions_fail_for_which_aim(screen):
    for option, mechanism, aim, ratings in CONDITIONS:
        assert f"{option} | {mechanism} | {aim} | {ratings}" in screen


def test_who_crosses_a_red_line(screen, command, brief):
    for option, line, scenario, how in BREACHES:
        where = "now" if scenario is None else scenario
        sign = "⚐" if how == "may cross" else "⚑"
        assert f"{line} | {option} | {where} | {sign} {how}" in screen
        place = "" if scenario is None else f" in “{scenario}”"
        verb = "may cross" if how == "may cross" else "crosses"
        assert f"{option} {verb} the red line “{line}”{place}" in command
        told = f"{option}: {how}" if scenario is None else f"in “{scenario}” {option}: {how}"
        assert told in brief


def test_nobody_else_crosses_one(screen, command):
    for keeps in (RE, CM, HP):
        assert f"{keeps} crosses the red line" not in screen + command
        assert f"{keeps} may cross the red line" not in screen + command


def test_three_scores_rest_on_one_weak_source(screen, command, brief):
    named = "; ".join(f"{option} on {criterion}" for option, criterion in WEAK)
    for said in (screen, command):
        assert f"3 scores each rest on a single document graded C or below: {named}." in said
    assert "3 scores each rest on a single document graded C or below." in brief
    for option, criterion in WEAK:
        assert f"| {option}: {criterion} | one document graded C or below" in brief
    assert brief.count("| one document graded C or below") == len(WEAK)


def test_unity_is_said_to_be_judged_by_hand(screen, command, brief):
    for said in (screen, command, brief):
        assert "Unity among partners and neighbours is judged by hand" in said

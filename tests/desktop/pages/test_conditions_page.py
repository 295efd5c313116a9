"""Mechanisms, conditions, benchmarks, steps, red lines and precedents."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from app.desktop.pages import benchmark_list, conditions_overview
from app.desktop.pages.conditions_page import ConditionsPage
from app.desktop.standing.breaches import Flag, Sign, flags_of
from app.edits.start import new_assessment
from app.wording.language import speaking
from db.model import Crossing, Ground, Holds, Met, RedLineTest
from tests.desktop.pages.hands import pick, refusals, typed
from tests.desktop.sample import read_sample

Key = Qt.Key


@pytest.fixture
def page(page_of):
    return page_of(ConditionsPage, read_sample(), 900, 700)


def tab(page, name):
    page.show_tab(name)
    return page.tab(name)


def row_of(page, table, key):
    return next(row for row in getattr(page.workspace.value, table) if row.id == key)


def test_the_overview_says_who_crosses_what_and_where(page):
    rows = {row.cells[1:4] for row in page.tab("overview").table.rows}
    assert ("Unconditional recognition", "now", "⚑ crosses") in rows
    assert ("Benchmarked recognition", "now", "⚐ may cross") in rows
    assert ("Tightened pressure", "Mass returns", "⚑ crosses") in rows
    assert any(option.startswith("Non-recog") and at == "Mass returns" for option, at, _ in rows)
    assert "Conditional membership leads" in page.tab("overview").crossings.text()


def test_the_overview_says_what_each_case_rests_on(page):
    rows = page.tab("overview").cases.rows
    found = {(row.key, row.cells[1]): row for row in rows}
    isolation = found["NR", "Coercion by isolation"]
    assert isolation.cells[3] == "2 fail and 1 partly holds"
    assert "rests on 3 conditions: 2 fail and 1 partly holds" in isolation.said


def test_a_crossing_leads_to_its_red_line(qtbot, page):
    table = page.tab("overview").table
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Key.Key_Return)
    assert page.shown_tab == "red_lines"
    assert page.tab("red_lines").key == table.rows[0].key


def test_a_case_leads_to_its_option(qtbot, page):
    page.tab("overview").cases.row_chosen.emit("BR")
    assert page.shown_tab == "options"
    assert page.tab("options").key == "BR"


def test_a_condition_is_rated_beside_the_option_and_the_finding_follows(page):
    options = tab(page, "options")
    options.choose("NR")
    first = options.cards[0]
    assert "2 fail and 1 partly holds" in first.sentence.text()
    condition = next(iter(first.rows))
    pick(first.rows[condition].rating, Holds.HOLDS)
    assert row_of(page, "conditions", condition).rating is Holds.HOLDS
    assert options.cards[0] is first
    assert "2 fail and 1 holds" in first.sentence.text()


def test_an_option_is_given_a_mechanism_and_loses_it(page):
    options = tab(page, "options")
    options.choose("UR")
    before = len(options.cards)
    pick(options.mechanism, page.workspace.value.mechanisms[0].id)
    pick(options.aim, "feas")
    options._add.click()
    assert len(options.cards) == before + 1
    assert any("Feasibility" in card.sentence.text() for card in options.cards)
    added = next(card for card in options.cards if "Feasibility" in card.sentence.text())
    added._announce_drop()
    assert len(options.cards) == before


def test_a_condition_need_not_apply_to_every_option(page):
    conditions = tab(page, "conditions")
    free = next(row for row in page.workspace.value.conditions if row.mechanism == "inducement")
    conditions.choose(free.id)
    conditions.exempt.ticked.emit("BR", True)
    exempted = {(row.option, row.condition) for row in page.workspace.value.condition_exemptions}
    assert ("BR", free.id) in exempted
    conditions.exempt.ticked.emit("BR", False)
    exempted = {(row.option, row.condition) for row in page.workspace.value.condition_exemptions}
    assert ("BR", free.id) not in exempted


def test_a_new_condition_belongs_where_the_one_on_show_does(qtbot, page):
    conditions = tab(page, "conditions")
    shown = row_of(page, "conditions", conditions.key)
    typed(qtbot, conditions.list.new_name, "Neighbours stay calm")
    made = row_of(page, "conditions", conditions.key)
    assert (made.mechanism, made.aim) == (shown.mechanism, shown.aim)
    assert made.rating is Holds.UNKNOWN


def test_a_condition_without_any_mechanism_is_refused_with_the_remedy(qtbot, page_of):
    page = page_of(ConditionsPage, new_assessment("Empty", "Me"))
    said = refusals(page)
    typed(qtbot, tab(page, "conditions").list.new_name, "They listen")
    assert said == ["Say first by which mechanism an option works, and towards what."]


def test_a_benchmark_has_status_and_review_and_options_that_wait(qtbot, page):
    benchmarks = tab(page, "benchmarks")
    pick(benchmarks.form.controls["status"], Met.MET)
    typed(qtbot, benchmarks.form.controls["review_on"], "2999-01-01")
    row = row_of(page, "benchmarks", benchmarks.key)
    assert (row.status, row.review_on) == (Met.MET, datetime.date(2999, 1, 1))
    assert benchmarks.list.texts[0].endswith("met, review on 1 January 2999")
    benchmarks.waiting.ticked.emit("UR", True)
    assert ("UR", row.id) in {
        (link.option, link.benchmark) for link in page.workspace.value.option_benchmarks
    }


def test_overdue_reviews_are_named(monkeypatch, page):
    benchmarks = tab(page, "benchmarks")
    benchmarks.form.edited.emit("review_on", datetime.date(2026, 3, 1))
    for module in (benchmark_list, conditions_overview):
        monkeypatch.setattr(module, "today", lambda: datetime.date(2026, 3, 2))
    page.show_value(page.workspace.value, None)
    assert "review overdue since 1 March 2026" in benchmarks.list.texts[0]
    assert "overdue" in tab(page, "overview").overdue.text()


def test_a_step_is_opened_by_a_benchmark(qtbot, page):
    steps = tab(page, "steps")
    shown = row_of(page, "stages", steps.key)
    typed(qtbot, steps.list.new_name, "Open an office")
    row = row_of(page, "stages", steps.key)
    assert (row.name, row.option) == ("Open an office", shown.option)
    benchmark = page.workspace.value.benchmarks[0].id
    steps.form.edited.emit("benchmark", benchmark)
    assert row_of(page, "stages", steps.key).benchmark == benchmark


def test_a_red_line_is_judged_per_option_with_a_reason(qtbot, page):
    lines = tab(page, "red_lines")
    judged = next(row for row in page.workspace.value.red_lines if row.test is RedLineTest.JUDGED)
    lines.choose(judged.id)
    shown = lines._rows["CM"]
    pick(shown.verdict, Crossing.CROSSES)
    shown.reason.selectAll()
    qtbot.keyClicks(shown.reason, "It takes part.")
    page.commit_pending()
    found = {
        row.option: (row.verdict, row.reason)
        for row in page.workspace.value.red_line_judgements
        if row.red_line == judged.id
    }
    assert found["CM"] == (Crossing.CROSSES, "It takes part.")
    assert "Conditional membership crosses the red line" in lines.said.text()
    pick(shown.verdict, None)
    assert "It cannot be said of 1 option yet." in lines.said.text()
    assert not shown.reason.isEnabled()


def test_a_red_line_tested_by_a_score_asks_for_criterion_and_threshold(qtbot, page):
    lines = tab(page, "red_lines")
    typed(qtbot, lines.list.new_name, "No harm to channels")
    assert not lines.form.controls["threshold"].isVisible()
    pick(lines.form.controls["test"], RedLineTest.SCORE_BELOW)
    assert lines.form.controls["threshold"].isVisible()
    pick(lines.form.controls["criterion"], "insight")
    typed(qtbot, lines.form.controls["threshold"], "10")
    assert "Tightened pressure crosses the red line" in lines.said.text()
    assert not lines._judgements.isVisible()


def test_a_precedent_names_its_mechanism(qtbot, page):
    precedents = tab(page, "precedents")
    typed(qtbot, precedents.list.new_name, "Another case")
    precedents.form.edited.emit("mechanism", "isolation")
    assert precedents.list.texts[-1] == "Another case\nCoercion by isolation"
    mechanisms = tab(page, "mechanisms")
    mechanisms.choose("isolation")
    assert "Another case" in mechanisms._before.text()


def test_evidence_is_linked_where_it_is_needed(page):
    conditions = tab(page, "conditions")
    extract = page.workspace.value.extracts[-1].id
    conditions._evidence.links.link_wanted.emit(extract, _stance(page))
    found = {(row.condition, row.extract) for row in page.workspace.value.condition_evidence}
    assert (conditions.key, extract) in found


def _stance(page):
    return page.workspace.value.condition_evidence[0].stance


def test_the_marks_of_breaches_are_there_for_every_list_of_options(page):
    flags = flags_of(page.workspace.value)
    crosses = Flag(Sign.CROSSES, "crosses a red line, for comparison only")
    assert flags["UR"] == flags["SP"] == crosses
    assert flags["BR"] == Flag(Sign.MAY_CROSS, "may cross a red line")
    assert flags["NR"] == Flag(Sign.MAY_CROSS, "crosses a red line in 1 scenario")
    assert flags.keys() == {"UR", "SP", "BR", "NR"}
    assert flags_of(new_assessment("Empty", "Me")) == {}


def test_an_option_that_nobody_judged_has_a_sign_of_its_own(page):
    lines = tab(page, "red_lines")
    judged = next(row for row in page.workspace.value.red_lines if row.test is RedLineTest.JUDGED)
    lines.choose(judged.id)
    pick(lines._rows["CM"].verdict, None)

    flags = flags_of(page.workspace.value)

    assert flags["CM"] == Flag(Sign.UNJUDGED, "not judged at every red line")
    assert flags["UR"].sign is Sign.CROSSES, "what crosses is graver than what nobody judged"
    rows = {row.cells[1:4] for row in tab(page, "overview").table.rows}
    assert ("Conditional membership", "now", "? not judged yet") in rows
    assert len({sign.value for sign in Sign}) == len(Sign)


def test_with_nothing_said_the_page_invites_quietly(page_of):
    page = page_of(ConditionsPage, new_assessment("Empty", "Me"))
    overview = page.tab("overview")
    assert overview.first_name.isVisible()
    assert not overview._lines.isVisible()
    overview.first_name.findChild(QPushButton).click()
    assert page.shown_tab == "options"
    for name in ("mechanisms", "conditions", "benchmarks", "steps", "red_lines", "precedents"):
        assert tab(page, name)._invitation.isVisible()


def test_names_in_the_overview_have_a_second_line_where_one_is_too_short(qtbot, page):
    table = page.tab("overview").table
    one_line = table.fontMetrics().lineSpacing()
    assert table.wordWrap()
    assert table.rowHeight(0) >= 2 * one_line
    page.resize(2600, 640)
    qtbot.waitUntil(lambda: table.rowHeight(0) < 2 * one_line)
    assert table.height() >= table.rowHeight(0) * len(table.rows)


def test_a_red_line_is_named_at_once_where_nothing_is_said_yet(qtbot, page_of):
    page = page_of(ConditionsPage, new_assessment("Empty", "Me"))
    assert page.first_control() is page.tab("overview").first_name.field
    typed(qtbot, page.tab("overview").first_name.field, "No return of refugees")
    assert page.shown_tab == "red_lines"
    assert [row.name for row in page.workspace.value.red_lines] == ["No return of refugees"]


def test_an_option_that_crosses_is_screened_out_only_by_choice(page):
    lines = tab(page, "red_lines")
    burden = row_of(page, "red_lines", "no-burden")
    lines.choose(burden.id)
    assert lines.crossing.option.currentText() == "Tightened pressure"
    assert not page.workspace.value.option_by_id["SP"].screened_out
    lines.crossing.screen_out.click()
    assert page.workspace.value.option_by_id["SP"].screened_out == (
        f"Crosses the red line “{burden.name}”."
    )
    assert lines.crossing.option.currentText().startswith("Non-recognition")
    page.workspace.undo_stack.undo()
    pick(lines.crossing.option, "SP")
    assert "for comparison only" in lines.crossing.said.text()


def test_nobody_is_offered_where_nobody_crosses(page):
    lines = tab(page, "red_lines")
    lines.choose(page.workspace.value.red_lines[0].id)
    assert not lines.crossing.isVisible()


def test_a_waiver_is_recorded_with_who_why_and_when(qtbot, page):
    lines = tab(page, "red_lines")
    lines.choose("no-free-recognition")
    choice = lines.crossing
    assert choice.option.key == "UR"
    assert choice.who.text() == "Cabinet"
    choice.why.load_text("")
    qtbot.keyClicks(choice.why, "The war must end.")
    typed(qtbot, choice.when, "2026-03-01")
    choice.waive.click()
    (row,) = (x for x in page.workspace.value.red_line_waivers if x.option == "UR")
    assert (row.ground, row.decided_by, row.reason) == (
        Ground.WAIVED,
        "Cabinet",
        "The war must end.",
    )
    assert row.decided_on == datetime.date(2026, 3, 1)
    assert "is waived for Unconditional recognition by Cabinet, on 1 March" in choice.said.text()
    assert flags_of(page.workspace.value)["UR"].words == "crosses a red line, waived by Cabinet"
    choice.take_back.click()
    assert [x.option for x in page.workspace.value.red_line_waivers] == ["SP"]
    assert choice.said.text() == "Nothing is chosen about it yet."
    assert choice.take_back.isHidden()
    assert "Nothing is chosen yet about Unconditional" in tab(page, "overview").crossings.text()


def test_a_waiver_without_a_reason_or_with_an_odd_day_is_refused(qtbot, page):
    lines = tab(page, "red_lines")
    said = refusals(page)
    lines.choose("no-free-recognition")
    pick(lines.crossing.option, "BR")
    lines.crossing.waive.click()
    assert said == [
        "Say why “No recognition while no benchmark is met” is waived; the brief prints the reason."
    ]
    qtbot.keyClicks(lines.crossing.when, "soon")
    lines.crossing.waive.click()
    assert "“soon” is not a date." in lines.crossing.when.problem.text()
    assert not any(row.option == "BR" for row in page.workspace.value.red_line_waivers)


def test_a_line_that_nobody_may_waive_offers_no_waiver(page):
    lines = tab(page, "red_lines")
    lines.choose("no-return")
    pick(lines._rows["CM"].verdict, Crossing.CROSSES)
    assert lines.crossing.isVisible()
    assert lines.crossing.waive.isHidden()
    assert lines.crossing.nobody.isVisible()
    lines.crossing.keep.click()
    chosen = {(row.red_line, row.option): row for row in page.workspace.value.red_line_waivers}
    assert chosen["no-return", "CM"].ground is Ground.COMPARISON


def test_another_reason_is_kept_with_the_choice_that_was_made(qtbot, page):
    lines = tab(page, "red_lines")
    lines.choose("no-burden")
    lines.crossing.why.selectAll()
    qtbot.keyClicks(lines.crossing.why, "To show the price.")
    page.commit_pending()
    (row,) = (x for x in page.workspace.value.red_line_waivers if x.option == "SP")
    assert (row.ground, row.reason) == (Ground.COMPARISON, "To show the price.")


def test_the_overview_says_on_what_ground_an_option_is_kept(page):
    rows = page.tab("overview").table.rows
    kept = {(row.cells[1], row.cells[2]): row.cells[4] for row in rows}
    assert kept["Unconditional recognition", "now"] == "for comparison only"
    assert kept["Benchmarked recognition", "now"] == "–"


def test_conditions_are_rated_for_a_past_case(qtbot, page):
    cases = tab(page, "precedents")
    cases.choose("chile-yugoslavia")
    rows = cases.conditions.rows
    assert list(rows) == ["iso-agreement", "iso-image", "iso-society"]
    shown = rows["iso-image"]
    assert shown.rating.currentText() == "not stated"
    assert not shown.reason.isEnabled()
    pick(shown.rating, Holds.HOLDS)
    qtbot.keyClicks(shown.reason, "They minded.")
    page.commit_pending()
    typed(qtbot, shown.place, "A book, page 3")
    stated = {(x.precedent, x.condition): x for x in page.workspace.value.precedent_conditions}
    row = stated["chile-yugoslavia", "iso-image"]
    assert (row.rating, row.reason, row.locator) == (Holds.HOLDS, "They minded.", "A book, page 3")
    pick(shown.rating, None)
    assert len(page.workspace.value.precedent_conditions) == len(stated) - 1


def test_a_past_case_without_a_mechanism_asks_for_it(page):
    cases = tab(page, "precedents")
    cases.choose("hard-cases")
    assert not cases.conditions.rows
    assert "Say by which mechanism" in cases.conditions.hint.text()
    cases.form.edited.emit("mechanism", "isolation")
    assert len(cases.conditions.rows) == 3


def test_beside_an_option_stands_how_its_conditions_stood_before(page):
    options = tab(page, "options")
    options.choose("NR")
    isolation = options.cards[0].rows
    assert "South Africa under apartheid: partly holds" in isolation["iso-society"].before.text()
    assert "Chile, Yugoslavia: not stated" in isolation["iso-society"].before.text()
    assert "“Society can press the rulers from within” partly held in 1" in options.said.text()
    assert options.cards[1].rows["legit-wanted"].before.isHidden()


def test_the_first_judgement_leaves_what_is_in_hand_where_it_is_seen(qtbot, page):
    lines = tab(page, "red_lines")
    lines.add("No arms transit")
    area, row = lines._area, lines._rows["CM"]
    bar = area.verticalScrollBar()
    row.verdict.setFocus()

    def seen():
        return row.verdict.mapTo(area.viewport(), row.verdict.rect().topLeft())

    for _round in range(9):
        QApplication.processEvents()
        bar.setValue(bar.maximum())
    assert not row.reason.visibleRegion().isEmpty()
    before, room = seen(), bar.maximum()
    pick(row.verdict, Crossing.CROSSES)
    for _round in range(5):
        QApplication.processEvents()
    assert bar.maximum() > room, "who crosses is said above"
    assert seen() == before
    assert row.verdict.hasFocus()


def test_the_question_mark_at_a_red_line_is_turned_in_arabic():
    with speaking("ar"):
        assert str(Flag(Sign.UNJUDGED, "x")) == "؟ x"
        assert str(Flag(Sign.CROSSES, "x")) == "⚑ x"
    assert str(Flag(Sign.UNJUDGED, "x")) == "? x"

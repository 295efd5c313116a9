"""The register of evidence, what it bears on, and what the scores rest on."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.desktop.pages.coverage_view import ALL, SINGLE
from app.desktop.pages.evidence_page import EvidencePage
from app.desktop.widgets.record_list import ListRow, RecordList
from app.edits.evidence import add_source
from app.edits.start import new_assessment
from db.model import Credibility, Reliability, Stance, Widening
from tests.desktop.pages.hands import pick, refusals, typed
from tests.desktop.sample import read_sample

Key = Qt.Key


@pytest.fixture
def page(page_of):
    return page_of(EvidencePage, read_sample(), 900, 700)


def source(page, key):
    return next(row for row in page.workspace.value.sources if row.id == key)


def test_a_source_is_listed_with_its_grade_and_its_kind(page):
    sources = page.tab("sources")
    first = page.workspace.value.sources[0]
    assert sources.list.texts[0] == f"{first.name}\nB · 2025 · article"


def test_a_source_is_entered_by_its_title_and_graded(qtbot, page):
    sources = page.tab("sources")
    typed(qtbot, sources.list.new_name, "A cable from the embassy")
    key = sources.key
    assert source(page, key).name == "A cable from the embassy"
    assert source(page, key).reliability is Reliability.F
    pick(sources.form.controls["reliability"], Reliability.B)
    assert source(page, key).reliability is Reliability.B
    assert page.workspace.undo_stack.undoText() == "Change a source"


def test_a_source_that_was_not_read_says_where_it_is_cited(page):
    sources = page.tab("sources")
    assert not sources.form.controls["cited_at"].isVisible()
    pick(sources.form.controls["cited_in"], "MJPS")
    assert source(page, sources.key).cited_in == "MJPS"
    assert sources.form.controls["cited_at"].isVisible()


def test_a_circle_of_citations_is_refused_and_the_choice_goes_back(page):
    said = refusals(page)
    sources = page.tab("sources")
    through = next(row for row in page.workspace.value.sources if row.cited_in == "RA25")
    sources.choose("RA25")
    pick(sources.form.controls["cited_in"], through.id)
    assert "cannot be known through itself" in said[0]
    assert sources.form.controls["cited_in"].key is None


def test_a_day_that_is_none_stays_in_the_field(qtbot, page):
    field = page.tab("sources").form.controls["read_on"]
    typed(qtbot, field, "last week")
    assert "“last week” is not a date." in field.problem.text()
    assert field.text() == "last week"
    typed(qtbot, field, "2026-03-31")
    assert source(page, page.tab("sources").key).read_on.isoformat() == "2026-03-31"


def test_a_claim_is_typed_at_its_source_and_shown_among_the_extracts(qtbot, page):
    sources = page.tab("sources")
    typed(qtbot, sources.new_claim, "Nobody was asked.")
    added = page.workspace.value.extracts[-1]
    assert (added.source, added.claim) == (sources.key, "Nobody was asked.")
    page.show_extract(added.id)
    assert page.shown_tab == "extracts"
    assert page.tab("extracts").key == added.id


def test_an_extract_says_what_it_bears_on_and_how(page):
    page.show_tab("extracts")
    extracts = page.tab("extracts")
    link = page.workspace.value.score_evidence[0]
    extracts.choose(link.extract)
    bearings = extracts.bearings._shown
    assert ("scores", link.option, link.criterion) in [(b.table, *b.target[1:]) for b in bearings]
    count = len(bearings)
    assert f"{count} link" in extracts.list.texts[extracts.list._list.currentRow()]


@pytest.mark.parametrize(
    ("table", "links", "field"),
    [
        ("options", "option_evidence", "option"),
        ("conditions", "condition_evidence", "condition"),
        ("benchmarks", "benchmark_evidence", "benchmark"),
        ("perspectives", "perspective_evidence", "perspective"),
        ("scenarios", "scenario_evidence", "scenario"),
        ("red_lines", "red_line_evidence", "red_line"),
        ("precedents", "precedent_evidence", "precedent"),
    ],
)
def test_an_extract_is_linked_to_anything_turned_round_and_unlinked(
    qtbot, page, table, links, field
):
    page.show_tab("extracts")
    extracts = page.tab("extracts")
    typed(qtbot, extracts.list.new_name, "A fresh claim")
    before = getattr(page.workspace.value, links)
    pick(extracts.bearings.kind, table)
    extracts.bearings._add.click()
    (made,) = set(getattr(page.workspace.value, links)) - set(before)
    assert (made.extract, made.stance) == (extracts.key, Stance.SUPPORTS)
    assert getattr(made, field) == getattr(page.workspace.value, table)[0].id
    (shown,) = extracts.bearings._shown
    extracts.bearings.stance_wanted.emit(shown, Stance.CONTRADICTS)
    (turned,) = set(getattr(page.workspace.value, links)) - set(before)
    assert turned.stance is Stance.CONTRADICTS
    extracts.bearings.unlink_wanted.emit(shown)
    assert getattr(page.workspace.value, links) == before


def test_an_extract_is_linked_to_a_score_of_the_assessor_of_record(qtbot, page):
    page.show_tab("extracts")
    extracts = page.tab("extracts")
    typed(qtbot, extracts.list.new_name, "A fresh claim")
    pick(extracts.bearings.target, "RE")
    pick(extracts.bearings.criterion, "norm")
    extracts.bearings._add.click()
    link = next(row for row in page.workspace.value.score_evidence if row.extract == extracts.key)
    assert (link.assessor, link.option, link.criterion) == ("policy-desk", "RE", "norm")


def test_credibility_is_judged_apart_from_the_source(page):
    page.show_tab("extracts")
    extracts = page.tab("extracts")
    pick(extracts.form.controls["credibility"], Credibility.DOUBTFUL)
    shown = next(row for row in page.workspace.value.extracts if row.id == extracts.key)
    assert shown.credibility is Credibility.DOUBTFUL


def test_the_register_is_narrowed_by_typing(qtbot, page):
    page.show_tab("extracts")
    extracts = page.tab("extracts")
    everything = len(extracts.list.texts)
    qtbot.keyClicks(extracts.list._find, "dreikhausen")
    assert 0 < len(extracts.list.texts) < everything
    extracts.choose(page.workspace.value.extracts[0].id)
    assert len(extracts.list.texts) == everything


def test_the_three_scores_that_rest_on_one_weak_document_come_first(page):
    page.show_tab("coverage")
    coverage = page.tab("coverage")
    assert "3 scores each rest on a single document graded C or below" in coverage._said.text()
    assert {row.key for row in coverage.table.rows[:3]} == {
        ("SP", "human"),
        ("HP", "human"),
        ("HP", "norm"),
    }
    assert all(
        row.cells[3].startswith("one document, graded C or below")
        for row in coverage.table.rows[:3]
    )


def test_which_scores_are_shown_can_be_chosen(page):
    page.show_tab("coverage")
    coverage = page.tab("coverage")
    pick(coverage._which, ALL)
    assert len(coverage.table.rows) == 56
    pick(coverage._which, SINGLE)
    assert len(coverage.table.rows) == 49


def test_choosing_a_score_leads_to_it(qtbot, page):
    page.show_tab("coverage")
    table = page.tab("coverage").table
    table.setFocus()
    table.selectRow(0)
    with qtbot.waitSignal(page.place_wanted) as asked:
        qtbot.keyClick(table, Key.Key_Return)
    assert asked.args == ["scores", table.rows[0].key]


def test_the_grid_of_competing_views_names_every_option_and_what_tells_them_apart(page):
    page.show_tab("competing")
    shown = page.tab("competing").grid.grid
    assert shown.columns == ("Tells the options apart", "NR", "SP", "RE", "CM", "BR", "UR", "HP")
    shares = [int(row[0].text.rstrip("%")) for row in shown.cells]
    assert shares == sorted(shares, reverse=True)
    assert {cell.text for row in shown.cells for cell in row[1:]} == {"pro", "con", "–"}


def test_an_empty_register_invites_and_asks_for_nothing(page_of):
    page = page_of(EvidencePage, new_assessment("Empty", "Me"))
    assert page.tab("sources")._invitation.isVisible()
    page.show_tab("coverage")
    coverage = page.tab("coverage")
    assert "No extract is linked to a score yet" in coverage._empty.sentence
    coverage._empty._button.click()
    assert page.shown_tab == "sources"
    page.show_tab("competing")
    assert page.tab("competing")._none.isVisible()


def test_a_claim_without_any_source_is_refused_with_the_remedy(qtbot, page_of):
    page = page_of(EvidencePage, new_assessment("Empty", "Me"))
    said = refusals(page)
    page.show_tab("extracts")
    typed(qtbot, page.tab("extracts").list.new_name, "A claim")
    assert said == ["Enter a source first: a claim needs somebody who makes it."]


def test_text_that_looks_like_markup_is_shown_as_it_is(page_of):
    case = add_source(new_assessment("Empty", "Me"), "evil", "<img src='file:///etc/passwd'>")
    page = page_of(EvidencePage, case)
    assert page.tab("sources").list.texts[0].startswith("<img src=")
    assert "&lt;img" in page.tab("sources").list._list.item(0).toolTip()


def test_undo_brings_a_removed_source_back_with_its_links(page):
    before = page.workspace.value
    sources = page.tab("sources")
    sources.choose("MJPS")
    sources.list.remove_wanted.emit("MJPS")
    assert "MJPS" not in {row.id for row in page.workspace.value.sources}
    page.workspace.undo_stack.undo()
    assert page.workspace.value == before


def told(page):
    return page.tab("sources").exchange.said.text()


@pytest.mark.parametrize("ending", ["bib", "ris", "json"])
def test_the_register_goes_out_and_comes_back_without_doubles(page, tmp_path, ending):
    exchange = page.tab("sources").exchange
    before = page.workspace.value
    file = tmp_path / f"register.{ending}"
    exchange.write(file)
    assert told(page) == f"The sources are in register.{ending}."
    exchange.read(file)
    assert page.workspace.value == before
    assert told(page) == f"0 sources were added. {len(before.sources)} were there already."


def test_imported_sources_are_one_step_that_undo_takes_back(page_of, tmp_path):
    page = page_of(EvidencePage, new_assessment("Empty", "Me"))
    file = tmp_path / "works.bib"
    file.write_text("@book{a, title={A book}, author={Who, A.}, year={2001}}\n@misc{b, title={B}}")
    exchange = page.tab("sources").exchange
    assert not exchange.give_out.isEnabled()
    exchange.read(file)
    assert [row.name for row in page.workspace.value.sources] == ["A book", "B"]
    assert page.workspace.undo_stack.undoText() == "Sources from works.bib"
    assert exchange.give_out.isEnabled()
    page.workspace.undo_stack.undo()
    assert page.workspace.value.sources == ()


def test_what_is_no_bibliography_is_refused_in_a_sentence(page, tmp_path):
    said = refusals(page)
    exchange = page.tab("sources").exchange
    letter = tmp_path / "letter.doc"
    letter.write_bytes(b"x")
    exchange.read(letter)
    exchange.read(tmp_path / "gone.ris")
    exchange.write(tmp_path / "out.txt")
    empty = tmp_path / "empty.bib"
    empty.write_bytes(b"")
    exchange.read(empty)
    assert len(said) == 4
    assert ".bib" in said[0]
    assert "gone.ris" in said[1]
    assert "out.txt" in said[2]
    assert "no work" in said[3]


def test_weak_evidence_widens_ranges_only_once_it_is_switched_on(qtbot, page):
    page.show_tab("coverage")
    coverage = page.tab("coverage")
    assert not coverage.widening.switch.isChecked()
    assert not coverage.widening._table.isVisible()
    assert "widens" not in coverage._said.text()
    coverage.widening.switch.click()
    assert page.workspace.value.decision.widening is Widening.ON
    assert coverage.widening._table.isVisible()
    assert "What scores rest on widens 12 ranges" in coverage._said.text()
    typed(qtbot, coverage.widening.reaches["widen_none"], "30")
    assert page.workspace.value.decision.widen_none == 30.0
    page.workspace.undo_stack.undo()
    page.workspace.undo_stack.undo()
    assert page.workspace.value == read_sample()
    assert not coverage.widening.switch.isChecked()


@pytest.mark.parametrize("wrong", ["5", "", "-3", "soon", "101"])
def test_a_reach_that_cannot_be_is_refused_and_the_old_one_shown(qtbot, page, wrong):
    page.show_tab("coverage")
    widening = page.tab("coverage").widening
    widening.switch.click()
    said = refusals(page)
    typed(qtbot, widening.reaches["widen_weak"], wrong)
    assert page.workspace.value.decision.widen_weak == 15.0
    assert said or not wrong


def test_a_list_in_a_mirrored_window_lets_every_line_run_its_own_way(qtbot):
    QApplication.instance().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        made = RecordList("Sources", "New source")
        qtbot.addWidget(made)
        made.show_rows([ListRow("a", "A paper\nمقال")])
        name, kind = made.texts[0].split("\n")
    finally:
        QApplication.instance().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert name == "\u2066A paper\u2069"
    assert kind == "مقال"


def test_without_links_the_competing_views_lead_to_the_sources(qtbot, page_of):
    page = page_of(EvidencePage, new_assessment("Empty", "Me"))
    page.show_tab("competing")
    view = page.tab("competing")
    assert view._none.isVisible()
    assert not view.grid.isVisible()
    qtbot.mouseClick(view._none._button, Qt.MouseButton.LeftButton)
    assert page.shown_tab == "sources"


def test_without_sources_the_extracts_say_that_a_source_comes_first(page_of):
    page = page_of(EvidencePage, new_assessment("Empty", "Me"))
    page.show_tab("extracts")
    assert page.tab("extracts")._invitation.text().startswith("Enter a source first")
    assert page.workspace.apply("Source", add_source, "s", "A paper")
    assert page.tab("extracts")._invitation.text().startswith("An extract is one claim")


def test_of_many_options_that_nothing_speaks_against_only_the_number_is_said(page):
    value = page.workspace.value
    first = value.score_evidence[0]
    page.workspace.apply(
        "Less", lambda value: msgspec.structs.replace(value, score_evidence=(first,))
    )
    page.show_tab("competing")
    said = page.tab("competing")._said.text()
    assert "speaks against 7 options" in said


def test_a_long_name_in_a_register_has_a_second_line(page):
    page.show_tab("sources")
    rows = page.tab("sources").list._list
    heights = [rows.visualItemRect(rows.item(n)).height() for n in range(rows.count())]
    lines = rows.fontMetrics().lineSpacing()
    short = next(n for n in range(rows.count()) if rows.item(n).text().startswith("Diplomacy der"))
    assert heights[0] >= heights[short] + lines - 2
    assert max(heights) <= 4 * lines + 12


def test_a_table_of_scores_gives_long_names_a_second_line(page):
    page.show_tab("coverage")
    table = page.tab("coverage").table
    assert table.wordWrap()
    assert table.rowHeight(0) >= 2 * table.fontMetrics().lineSpacing()


def test_very_many_rows_are_alike_and_as_tall_as_the_longest_may_be(qtbot):
    few, many = RecordList("Few", "New"), RecordList("Many", "New")
    for rows, count in ((few, 20), (many, 400)):
        qtbot.addWidget(rows)
        rows.show_rows([ListRow(str(n), f"Name {n}\nbelow it") for n in range(count)])
        rows.resize(230, 500)
        rows.show()
    short, tall = (rows._list.sizeHintForRow(0) for rows in (few, many))
    assert many._list.uniformItemSizes()
    assert not few._list.uniformItemSizes()
    assert tall > short

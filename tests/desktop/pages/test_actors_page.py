"""Whose view is modelled, what it is, and what could be agreed on."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF

from app.desktop.pages.actors_page import ActorsPage
from app.edits.perspectives import remove_perspective
from app.edits.start import new_assessment
from app.edits.weights import swings
from db.model import Basis, Perspective, PerspectiveKind
from db.model.rows import canonical
from tests.desktop.pages.hands import pick, refusals, typed
from tests.desktop.sample import read_sample

OPTIONS = ("NR", "SP", "RE", "CM", "BR", "UR", "HP")


@pytest.fixture
def page(page_of):
    return page_of(ActorsPage, read_sample(), 900, 700)


def column(page, name):
    grid = page.tab("views").picture.chart
    at = grid.columns.index(name)
    return dict(zip(OPTIONS, (row[at] for row in grid.cells), strict=True))


@pytest.mark.parametrize(
    ("actor", "first", "value", "acceptable"),
    [
        ("United States and EU", "CM", "53.0", {"CM"}),
        ("Russia", "RE", "65.5", {"RE", "CM"}),
        ("China", "RE", "67.1", {"RE", "CM", "BR"}),
        ("Neighbours (Pakistan, Iran, Central Asia)", "RE", "63.5", {"RE", "CM"}),
        ("Afghan rights activists, women above all", "CM", "52.2", {"CM"}),
        ("UN agencies in the country", "HP", "55.6", {"HP", "CM"}),
    ],
)
def test_the_grid_shows_who_leads_for_whom_and_what_is_acceptable(
    page, actor, first, value, acceptable
):
    cells = column(page, actor)
    assert [option for option, cell in cells.items() if cell.first] == [first]
    assert cells[first].text == value
    assert {option for option, cell in cells.items() if cell.ticked} == acceptable


def test_a_cell_says_in_words_what_it_shows_by_marks(page):
    said = column(page, "China")["BR"].said
    assert said == "Benchmarked recognition for China: 50.2, acceptable"
    assert column(page, "Russia")["RE"].said.endswith("65.5, first, acceptable")
    picture = page.tab("views").picture
    assert "China: " in picture.accessibleName()
    assert "Benchmarked recognition 50.2" in picture.accessibleName()


def test_pointing_at_a_number_says_it_in_words_and_at_a_shortened_name_all_of_it(page):
    picture = page.tab("views").picture
    picture.resize(300, picture.height())
    tips = {tip.text: tip for tip in picture._drawing_with_tips().tips}
    assert "Regional engagement without recognition" in tips
    tip = tips["Regional engagement without recognition for Russia: 65.5, first, acceptable"]
    scale = picture._scale()
    x = (tip.left + tip.width / 2) * scale
    y = (picture._current().height - tip.bottom - tip.height / 2) * scale
    assert picture.tip_at(QPointF(x, y)) == tip.text
    assert picture.tip_at(QPointF(-5, -5)) == ""


def test_every_finding_has_its_sentence(page):
    views = page.tab("views")
    assert "Conditional membership is the least-bad common position" in views.common.text()
    assert "Protection track comes first for UN agencies in the country." in views.leaders.text()
    assert "Kendall's W" in views.agreement.text()
    assert "least alike" in views.agreement.text()


def test_what_would_bring_the_others_in_is_said_for_each_option(page):
    views = page.tab("views")
    views.option.show_choice("HP")
    views.option.chosen.emit("HP")
    first, *others = views.partners.text().splitlines()
    assert "Protection track is acceptable to UN agencies in the country" in first
    assert any("Russia" in line and "points" in line for line in others)


def test_an_actor_is_added_and_starts_from_the_desks_weights(qtbot, page):
    page.show_tab("actors")
    actors = page.tab("actors")
    typed(qtbot, actors.list.new_name, "The small neighbours")
    key = actors.key
    assert page.workspace.value.perspective_by_id[key].kind is PerspectiveKind.ACTOR
    assert "No weights yet" in actors._weights.text()
    assert actors.to_weights.text() == "Give it weights…"
    assert actors.to_weights.mapTo(page, QPoint()).y() < actors.form.mapTo(page, QPoint()).y()
    actors.start.click()
    assert actors.to_weights.text() == "Show the weights"
    assert swings(page.workspace.value, key) == swings(page.workspace.value, "policy-desk")
    assert not actors.start.isVisible()
    page.show_tab("views")
    assert "The small neighbours" in page.tab("views").picture.chart.columns


def test_a_threshold_decides_what_is_acceptable(qtbot, page):
    page.show_tab("actors")
    actors = page.tab("actors")
    assert actors.list.texts[0] == "United States and EU\naccepts from 50, influence 1"
    typed(qtbot, actors.form.controls["accepts_from"], "40")
    page.show_tab("views")
    ticked = {o for o, cell in column(page, "United States and EU").items() if cell.ticked}
    assert ticked == {"RE", "CM", "BR", "HP"}


def test_a_threshold_out_of_bounds_is_refused_with_a_sentence(qtbot, page):
    said = refusals(page)
    page.show_tab("actors")
    typed(qtbot, page.tab("actors").form.controls["accepts_from"], "140")
    assert said == ["140 is not possible here. Give a number from 0 to 100."]


def test_the_weights_of_an_actor_are_one_step_away(qtbot, page):
    page.show_tab("actors")
    actors = page.tab("actors")
    with qtbot.waitSignal(page.place_wanted) as asked:
        actors.to_weights.click()
    assert asked.args == ["weights", actors.key]


def test_actors_are_ordered_among_themselves(page):
    page.show_tab("actors")
    actors = page.tab("actors")
    names = [text.split("\n")[0] for text in actors.list.texts]
    actors.list._move_down()
    moved = [text.split("\n")[0] for text in actors.list.texts]
    assert moved[:3] == [names[1], names[0], names[2]]
    assert page.workspace.value.decision.assessor == "policy-desk"


def test_without_actors_the_page_takes_the_first_name_at_once(qtbot, page_of):
    page = page_of(ActorsPage, new_assessment("Empty", "Me"))
    views = page.tab("views")
    assert not views.picture.isVisible()
    assert page.first_control() is views.first_name.field
    typed(qtbot, views.first_name.field, "A neighbour")
    assert page.shown_tab == "actors"
    assert page.tab("actors").list.texts[0].startswith("A neighbour")
    assert page.focusWidget() is page.tab("actors").list.new_name
    assert views.first_name.field.text() == ""


def test_actors_without_weights_are_led_to(qtbot, page_of):
    page = page_of(ActorsPage, new_assessment("Empty", "Me"))
    typed(qtbot, page.tab("views").first_name.field, "A neighbour")
    page.show_tab("views")
    assert not page.tab("views").first_name.isVisible()
    page.tab("views").unweighted._button.click()
    assert page.shown_tab == "actors"


def test_a_first_actor_of_a_name_that_is_refused_stays_to_be_mended(qtbot, page_of):
    page = page_of(ActorsPage, new_assessment("Empty", "Me"))
    said = refusals(page)
    field = page.tab("views").first_name.field
    typed(qtbot, field, "Me")
    assert said
    assert (page.shown_tab, field.text()) == ("views", "Me")


def test_unity_is_judged_by_hand_until_the_views_are_taken_over(page):
    card = page.tab("views").unity
    assert "is judged by hand" in card.said.text()
    rows = {row.key: row.cells for row in card.table.rows}
    assert rows["CM"] == ("Conditional membership", "56, far apart", "100%")
    assert rows["RE"] == ("Regional engagement without recognition", "48", "50%")
    before = page.workspace.value
    card.derive.click()
    assert "is derived from the actors' views" in card.said.text()
    assert not card.derive.isVisible()
    desk = page.workspace.value.decision.assessor
    score = page.workspace.value.score_by_key[desk, "CM", "cohesion"]
    assert (score.likely, score.low, score.high) == (100.0, None, None)
    assert score.rationale.startswith("Derived from the actors' views")
    assert score.basis is Basis.ASSUMPTION
    page.workspace.undo_stack.undo()
    assert page.workspace.value == before


def test_no_criterion_need_judge_unity(page):
    card = page.tab("views").unity
    pick(card.criterion, None)
    assert page.workspace.value.decision.cohesion is None
    assert not card.table.isVisible()
    assert not card.derive.isVisible()
    assert card.said.text().startswith("If a criterion is about unity among the actors, choose it")


def test_colleagues_stand_beside_the_actors_once_a_second_one_has_judged(page_of):
    sample = read_sample()
    page = page_of(ActorsPage, sample)
    assert not page.tab("views").colleagues.isVisible()
    desk = sample.decision.assessor
    second = (Perspective(id="second", name="A second opinion"),)
    scores = tuple(
        msgspec.structs.replace(
            row, assessor="second", likely=100 - row.likely, low=None, high=None
        )
        for row in sample.scores
    )
    weights = tuple(
        msgspec.structs.replace(row, perspective="second")
        for row in sample.weights
        if row.perspective == desk
    )
    both = canonical(
        msgspec.structs.replace(
            sample,
            perspectives=(*sample.perspectives, *second),
            scores=(*sample.scores, *scores),
            weights=(*sample.weights, *weights),
        )
    )
    page.workspace.new(both)
    page.show_value(both, None)
    colleagues = page.tab("views").colleagues
    assert colleagues.isVisible()
    assert colleagues.grid.grid.columns[-2:] == ("Mean", "Sum of ranks")
    assert {row[-2].text for row in colleagues.grid.grid.cells} == {"50.0"}
    assert "A second opinion puts Unconditional recognition first." in colleagues.said.text()


def test_a_single_actor_is_not_said_to_share_a_position(sample_window):
    workspace = sample_window.workspace
    actors = [row.id for row in workspace.value.perspectives if row.kind is PerspectiveKind.ACTOR]
    for actor in actors[1:]:
        assert workspace.apply("Remove", remove_perspective, actor)
    sample_window.show_step("actors")

    views = sample_window.page("actors").tab("views")

    assert views.leaders.isVisibleTo(views)
    assert not views.common.isVisibleTo(views)

"""The handbook in the window: pages, contents, search, ways back, and nothing from elsewhere."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPushButton

from app.desktop.handbook import pages
from app.desktop.handbook.pages import CONTENTS, HandbookPage, handbook, page_about, shown_text
from app.desktop.handbook.reader import Reader
from app.desktop.steps import STEPS
from app.wording import use_language

PAGE = QTextDocument.ResourceType.MarkdownResource.value
PICTURE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def shown(sample_window):
    """The handbook, open beside the worked example."""
    sample_window.actions_by_id["handbook"].trigger()
    return sample_window.commands.guide.handbook


def titles(shown):
    return [shown.contents.item(row).text() for row in range(shown.contents.count())]


def test_it_opens_at_its_contents_and_stops_no_work(shown):
    assert shown.reader.page == CONTENTS
    assert not shown.isModal()
    assert "15-minute start" in shown.reader.toPlainText()
    assert titles(shown)[:2] == ["Handbook", "The 15-minute start"]


def test_it_opens_without_an_assessment(window):
    window.actions_by_id["handbook"].trigger()

    assert window.commands.guide.handbook.isVisible()


def test_a_second_call_shows_the_same_window_and_closing_lets_it_go(sample_window, shown):
    shown.show_page("guide/weights.md")
    sample_window.actions_by_id["handbook"].trigger()
    assert sample_window.commands.guide.handbook is shown
    assert shown.reader.page == "guide/weights.md"

    shown.reject()

    assert sample_window.commands.guide.handbook is None


def test_every_page_shows_its_title(shown):
    for page in handbook().values():
        shown.show_page(page.name)
        assert shown.reader.toPlainText().startswith(page.title)
        assert shown.contents.currentItem().text() == page.title


def test_links_lead_there_and_back_and_forward_again(shown):
    shown.reader.setSource(QUrl("handbook:/guide/start.md"))
    shown.reader.setSource(QUrl("handbook:/guide/weights.md"))
    shown.back.click()
    assert shown.reader.page == "guide/start.md"
    assert shown.contents.currentItem().text() == "The 15-minute start"
    assert shown.forward.isEnabled()

    shown.forward.click()

    assert shown.reader.page == "guide/weights.md"
    assert not shown.forward.isEnabled()


def test_choosing_in_the_contents_opens_the_page(shown):
    shown.contents.setCurrentRow(1)

    assert shown.reader.page == "guide/start.md"


def test_search_lists_the_pages_with_all_words_and_marks_the_first(qtbot, shown):
    qtbot.keyClicks(shown.field, "swing reference")
    assert "Weights, and the ways of asking for them" in titles(shown)
    assert len(titles(shown)) < len(handbook())
    shown.field.returnPressed.emit()
    assert shown.reader.textCursor().selectedText().lower() == "swing"

    shown.field.setText("xylophone")

    assert titles(shown) == []
    assert not shown.nothing.isHidden()


def test_a_heading_is_scrolled_to(shown):
    shown.show_page("guide/start.md#your-own-decision")

    assert shown.reader.verticalScrollBar().value() > 0


@pytest.mark.parametrize("step", [spec.id for spec in STEPS])
def test_the_help_of_each_step_leads_to_a_page(sample_window, step):
    assert page_about(step) in handbook()
    sample_window.show_step(step)
    sample_window.actions_by_id["help"].trigger()
    guide = sample_window.commands.guide

    buttons = guide.help.findChildren(QPushButton)
    next(each for each in buttons if each.text() == "More in the handbook").click()

    assert guide.handbook.reader.page == page_about(step)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a.md",
        "file:///etc/hostname",
        "handbook:/../README.md",
        "handbook:/conf.py",
        "handbook://example.org/a.md",
        "guide/start.md",
        "data:text/html,hello",
    ],
)
@pytest.mark.parametrize("kind", [PAGE, PICTURE])
def test_nothing_but_its_own_pages_and_pictures_is_loaded(qapp, address, kind):
    assert Reader().loadResource(kind, QUrl(address)) is None


def test_pictures_come_from_their_folder_alone_and_fit(qtbot):
    reader = Reader()
    qtbot.addWidget(reader)
    reader.resize(500, 400)
    with qtbot.waitExposed(reader):
        reader.show()

    picture = reader.loadResource(PICTURE, QUrl("handbook:/pictures/window.png"))

    assert 0 < picture.width() <= 500
    assert reader.loadResource(PICTURE, QUrl("handbook:/pictures/../conf.py")) is None


def test_links_to_the_outside_are_words():
    text = "See [the site](https://example.org/x), [why](../decisions/0003-apsw.md), `[a](b)`."

    said = shown_text(HandbookPage("guide/start.md", "Start", text))

    assert said == "See the site (https://example.org/x), why, `[a](b)`."


def test_links_between_pages_stay_links():
    text = "[weights](weights.md#by-swings), [methods](../methods.md), [here](#x)"

    said = shown_text(HandbookPage("guide/start.md", "Start", text))

    assert said == (
        "[weights](handbook:/guide/weights.md#by-swings), [methods](handbook:/methods.md), "
        "[here](handbook:/guide/start.md#x)"
    )


def test_no_page_holds_markup_of_another_kind():
    assert [page.name for page in handbook().values() if "</" in page.text] == []


def test_another_language_is_told_that_the_pages_are_english(window):
    use_language("fr")
    try:
        window.commands.guide.show_handbook()
        remarks = [
            label.text()
            for label in window.commands.guide.handbook.findChildren(object)
            if hasattr(label, "text") and callable(label.text)
        ]
    finally:
        use_language("en")

    assert any("English" in text or "anglais" in text for text in remarks)


def test_an_installation_without_pages_says_so(monkeypatch, tmp_path, window):
    monkeypatch.setattr(pages, "DOCS", tmp_path)
    handbook.cache_clear()
    try:
        window.commands.guide.show_handbook()
        shown = window.commands.guide.handbook
        texts = [label.text() for label in shown.findChildren(type(shown.nothing))]
    finally:
        handbook.cache_clear()

    assert "The handbook is not part of this installation." in texts


@pytest.mark.parametrize(
    ("typed", "name"),
    [("compare two versions", "guide/files.md"), ("deadline", "guide/structure.md")],
)
def test_what_officers_look_for_is_on_a_page_that_says_it(typed, name):
    assert name in [page.name for page in pages.search(typed)]

"""Links lead somewhere, every page can be found, and the guide is what the window can show."""

import re

import pytest
from PIL import Image

from app.desktop.actions.table import action_specs
from app.desktop.handbook.pages import CONTENTS, handbook
from app.desktop.steps import STEPS, step_title
from tests.architecture.sources import ROOT
from tests.documentation.written import (
    DOCS,
    GUIDE,
    PAGES,
    anchors_of,
    name_of,
    places_of,
    text_of,
)
from tests.pictures.kept import SHOWN, state_of_the_example

LONGEST = 150
LARGEST_PICTURE = 150_000
PICTURES = sorted((DOCS / "pictures").glob("*.png"))
TERM = re.compile(r"^\| ([^|]+) \|", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_to_what_is_there(page):
    lost = []
    for path, anchor in places_of(page):
        if not path.exists():
            lost.append(str(path))
        elif anchor and path.suffix == ".md" and anchor not in anchors_of(path):
            lost.append(f"{path}#{anchor}")
    assert not lost


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_files_that_are_named_exist(page):
    named = re.findall(r"`((?:tests|packaging|resources|app|db)/[\w/.-]+)`", text_of(page))
    modules = re.findall(r"python -m ([\w.]+)", text_of(page))

    lost = [name for name in named if not (ROOT / name).exists() and "." in name]
    lost += [name for name in modules if name.startswith(("tests", "db")) and not _is_module(name)]
    assert not lost


def _is_module(name):
    path = ROOT.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or (path / "__main__.py").is_file()


@pytest.mark.parametrize("page", GUIDE, ids=name_of)
def test_every_page_of_the_guide_is_reached_from_its_contents(page):
    assert f"guide/{page.name}" in handbook()


def test_every_page_stands_in_the_contents_of_the_site():
    listed = set(re.findall(r"^([\w/-]+)$", text_of(DOCS / "index.md"), re.MULTILINE))
    pages = {page.relative_to(DOCS).with_suffix("").as_posix() for page in DOCS.rglob("*.md")}
    numbered = {name for name in pages if name.startswith("decisions/0")}

    assert pages - numbered - {"index"} == listed


@pytest.mark.parametrize("page", GUIDE, ids=name_of)
def test_a_page_of_the_guide_is_short_plain_markdown(page):
    text = text_of(page)

    assert text.startswith("# ")
    assert text.count("\n") <= LONGEST
    assert not re.search(r"</?[a-z]+[ >]|```\{|^:::", text, re.MULTILINE)


def test_every_picture_is_small_and_shown_somewhere():
    shown = {path for page in PAGES for path, _anchor in places_of(page)}

    for picture in PICTURES:
        assert picture.stat().st_size < LARGEST_PICTURE, picture.name
        assert picture in shown, picture.name


def test_every_picture_shows_the_example_as_it_is():
    old = [path.name for path in PICTURES if _state_shown(path) != state_of_the_example()]
    assert not old, "Draw the pictures anew: python -m tests.pictures.kept"


def _state_shown(picture):
    with Image.open(picture) as opened:
        return opened.info.get(SHOWN)


def test_every_action_stands_in_the_guide_with_its_key():
    text = text_of(DOCS / "guide" / "keys.md")
    lost = [
        spec.id
        for spec in action_specs()
        if f"| {spec.text.replace('&', '')} | {spec.shortcut} |" not in text
    ]
    assert not lost, "docs/guide/keys.md needs lines for these actions."


def test_every_step_has_its_page():
    guide = "\n".join(text_of(page) for page in GUIDE)

    assert [spec.id for spec in STEPS if f"*Step{step_title(spec.id)}" in guide] == []
    for spec in STEPS:
        assert re.search(rf"^\*[^*]*\b{step_title(spec.id)}\b", guide, re.MULTILINE), spec.id


def test_the_glossary_is_in_order_and_its_words_are_used():
    glossary = DOCS / "guide" / "glossary.md"
    terms = [term for term in TERM.findall(text_of(glossary)) if term not in ("word", "---")]
    others = [page for page in PAGES if page != glossary]
    everything = " ".join("\n".join(text_of(page) for page in others).lower().split())

    assert terms == sorted(terms)
    assert len(terms) > 30
    assert [term for term in terms if term not in everything] == []


def test_the_contents_come_first():
    assert next(iter(handbook())) == CONTENTS

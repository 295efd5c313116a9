"""The underlined letters of the menus: each leads to one thing only, in every language."""

import pytest
from PySide6.QtGui import QKeySequence

from app.desktop.actions.menus import RECENT, SEPARATOR, menu_table
from app.desktop.actions.table import action_specs
from app.desktop.elicitation.ways import ways
from app.wording import _
from app.wording.language import LANGUAGES, language, use_language


@pytest.fixture(params=LANGUAGES)
def spoken(request):
    """A language that is spoken meanwhile."""
    before = language()
    action_specs.cache_clear()
    use_language(request.param)
    yield request.param
    use_language(before)
    action_specs.cache_clear()


def shared(texts):
    """The letters that more than one of some texts has underlined."""
    seen = {}
    for text in texts:
        letter = QKeySequence.mnemonic(text).toString()
        seen.setdefault(letter, []).append(text)
    return {letter: those for letter, those in seen.items() if letter and len(those) > 1}


def test_the_menus_have_letters_of_their_own(spoken):
    titles = [title for title, _ids in menu_table()]
    assert shared(titles) == {}
    assert all(not QKeySequence.mnemonic(title).isEmpty() for title in titles)


def test_no_two_entries_of_a_menu_have_the_same_letter(spoken):
    texts = {spec.id: spec.text for spec in action_specs()}
    texts[RECENT] = _("Open &recent")
    for _title, ids in menu_table():
        assert shared(texts[name] for name in ids if name != SEPARATOR) == {}


def test_no_two_ways_of_asking_have_the_same_letter(spoken):
    assert shared(way.text for way in ways()) == {}

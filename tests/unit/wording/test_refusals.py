"""Refused edits, in the reader's language."""

import gettext

import pytest

from app.edits import EditRefused
from app.wording import language, refusal

FRENCH = {
    "A name cannot be empty.": "Un nom ne peut pas être vide.",
    "“{name}” moves.": "« {name} »",
}


@pytest.fixture
def french(monkeypatch):
    """Speak a French of two sentences."""

    class Translations(gettext.NullTranslations):
        def gettext(self, message):
            return FRENCH.get(message, message)

    monkeypatch.setattr(language, "_everywhere", language.Tongue("fr", Translations()))


def test_a_refusal_is_said_in_english_unless_somebody_chose_otherwise():
    assert refusal(EditRefused("“{name}” moves.", name="Aid")) == "“Aid” moves."


def test_a_refusal_is_translated_before_it_is_filled_in(french):
    assert refusal(EditRefused("A name cannot be empty.")) == "Un nom ne peut pas être vide."
    assert refusal(EditRefused("“{name}” moves.", name="{x}")) == "« {x} »"


def test_a_language_without_a_translation_falls_back_to_english():
    language.use_language("tlh")
    try:
        assert language._("Nothing") == "Nothing"
        assert language.ngettext("{count} score", "{count} scores", 2) == "{count} scores"
    finally:
        language.use_language("en")


def test_a_refused_number_has_the_minus_that_is_read() -> None:
    words = "{number:.10g} is not possible here. Give a number from {low:g} to {high:g}."
    error = EditRefused(words, number=-2.5, low=0.0, high=100.0)
    assert refusal(error) == "−2.5 is not possible here. Give a number from 0 to 100."

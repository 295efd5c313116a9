"""An officer is told that own texts stay as they are in a brief in another language."""

import pytest

from app.edits import decision
from app.wording.tongues import own_words_sentence, written_in
from db.model import Assessment, Decision
from tests.strait import strait

FRENCH = "Quelle réponse donner à la fermeture du détroit par les autorités de la côte ?"
ARABIC = "كيف نرد على إغلاق المضيق أمام السفن التجارية؟"


def asking(question: str, language: str) -> Assessment:
    case = Assessment(decision=Decision(id="d", title="Hormar", question=question))
    return decision.change_brief(case, language=language)


@pytest.mark.parametrize(("question", "code"), [(FRENCH, "fr"), (ARABIC, "ar")])
def test_the_language_of_own_texts_is_told_by_their_words(question: str, code: str) -> None:
    assert written_in(asking(question, "en")) == code
    assert written_in(strait()) == "en"


def test_a_brief_in_the_language_of_the_texts_says_nothing() -> None:
    assert own_words_sentence(strait()) == ""
    assert own_words_sentence(asking(ARABIC, "ar")) == ""


def test_a_brief_in_another_language_names_both() -> None:
    said = own_words_sentence(decision.change_brief(strait(), language="fr"))
    assert said.startswith("Your own texts seem to be in English.")
    assert said.endswith("in Français.")


def test_of_a_few_names_no_language_is_guessed() -> None:
    assert own_words_sentence(asking("Hormar", "fr")) == ""

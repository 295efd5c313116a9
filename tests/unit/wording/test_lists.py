"""Parts of a sentence are told apart as the language does it."""

import pytest

from app.wording.language import use_language
from app.wording.lists import in_a_row, listed, series


@pytest.fixture(autouse=True)
def english_afterwards():
    yield
    use_language("en")


@pytest.mark.parametrize(
    ("language", "names", "parts"),
    [
        ("en", "A, B", "A; B"),
        ("fr", "A, B", "A\u202f; B"),
        ("ar", "\u200f\u2068A\u2069، \u2068B\u2069", "\u200f\u2068A\u2069؛ \u2068B\u2069"),
    ],
)
def test_every_language_has_its_own_comma_and_semicolon(language, names, parts):
    use_language(language)
    assert in_a_row(("A", "B")) == names
    assert series(("A", "B")) == parts


def test_numbers_with_a_decimal_comma_stand_between_semicolons():
    use_language("fr")
    assert in_a_row(("69,0", "8,0")) == "69,0\u202f; 8,0"
    assert in_a_row(("Normes (+7,2)", "Accès (+2,9)")) == "Normes (+7,2)\u202f; Accès (+2,9)"
    assert listed(("de 7,0 à 8,0", "de 1,0 à 2,0", "de 3,0 à 4,0")) == (
        "de 7,0 à 8,0\u202f; de 1,0 à 2,0 et de 3,0 à 4,0"
    )


def test_numbers_with_a_point_keep_their_commas():
    use_language("en")
    assert in_a_row(("69.0", "8.0")) == "69.0, 8.0"


def test_none_and_one_need_no_mark():
    assert in_a_row(()) == series(()) == ""
    assert in_a_row(("A",)) == series(("A",)) == "A"


def test_words_about_a_foreign_name_run_from_the_right():
    use_language("ar")
    assert series(("A: قد يتجاوزه", "B")) == (
        "\u200f\u2068\u200fA: قد يتجاوزه\u2069؛ \u2068B\u2069"
    )
